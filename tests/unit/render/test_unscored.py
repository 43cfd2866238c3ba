"""A quiz with `score: hidden` shows no number, nor anything that is made from one."""

from __future__ import annotations

import re

import pytest

from testkit.markup import Markup
from testkit.sample_pages import page_text, sample_site, silent_quiz
from testkit.styled import styled_markup

PATHS = ["silent/index.html", "silent/embed.html"]
SCORED = ["data-score", "data-band", "data-ahead", "data-standing", "data-ledger"]


@pytest.fixture(scope="module", params=PATHS)
def text(request: pytest.FixtureRequest) -> str:
    """Give a page of the quiz."""
    return page_text(request.param, sample_site(silent_quiz()))


@pytest.mark.parametrize("attribute", SCORED)
def test_nothing_has_a_place_for_a_score(text: str, attribute: str) -> None:
    """What is not in the page cannot be seen, printed or heard."""
    assert Markup(text).having(attribute) == []


def test_no_css_counts_points(text: str) -> None:
    """Only how many questions are answered is counted."""
    assert set(re.findall(r"\bkw-(?:t|\d+)\b(?=[ ;}]|-min|-max)", text)) == set()
    assert "counter-reset:kw-answered}" in text


def test_key_is_not_in_the_plain_mode(text: str) -> None:
    """What each answer is worth would be a score in parts."""
    assert Markup(text).having("class", styled_markup("kw-key")) == []
    assert "1 point" not in text


def test_bands_and_the_explanation_of_the_total_are_left_out(text: str) -> None:
    """They speak of a number that nobody sees."""
    assert "What it says." not in text
    assert "Strong" not in text


def test_one_sentence_says_that_there_is_no_number(text: str) -> None:
    """And why that can be good."""
    assert text.count("This test gives no number.") == 1


def test_explanations_of_factors_stay(text: str) -> None:
    """With their titles, as headings."""
    title = styled_markup("kw-unscored__title")
    assert f'<h4 class="{title}">Alone</h4>' in text
    assert "What it is about." in text


def test_advice_stands_as_asked_and_without_what_was_lost(text: str) -> None:
    """No order tells what was worth more, and no word either."""
    page = Markup(text)

    assert len(page.having("data-advice")) == 3
    assert page.having("data-kw", "advices") == []
    assert page.having("data-kw", "unfold") == []
    assert page.having("class", styled_markup("kw-answer__left")) == []


def test_live_region_never_tells_a_score(text: str) -> None:
    """Nor that there is none: nobody was promised one."""
    said = re.findall(r'<p data-say="([\w-]+)">(.*?)</p>', text)

    assert {name for name, _ in said} >= {"scored", "changed", "same", "no-score"}
    assert not any("score" in words or "data-part" in words for _, words in said)
