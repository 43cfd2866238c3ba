"""A quiz with `score: shared` tells its reader, wherever the score is passed on."""

from __future__ import annotations

from dataclasses import replace

import pytest

from testkit.markup import Markup
from testkit.sample_pages import page_text, sample_site, sum_quiz

SHARED = replace(sum_quiz(), id="shared", shares_score=True)
TOLD = "Your score is passed on: the site on which you take this test receives it"
UNTOLD = "nothing is stored and nothing is sent"


def test_the_reader_is_told_before_the_button() -> None:
    """Whoever listens to the page hears it before pressing."""
    text = page_text("shared/embed.html", sample_site(SHARED))

    assert 0 < text.index(TOLD) < text.index('type="submit"')


@pytest.mark.parametrize(
    ("path", "is_shared"),
    [("shared/embed.html", True), ("shared/index.html", False)],
)
def test_only_what_stands_on_another_site_passes_the_score_on(
    path: str, *, is_shared: bool
) -> None:
    """And says so where it else says that nothing is sent."""
    text = page_text(path, sample_site(SHARED))

    assert bool(Markup(text).having("data-shared")) is is_shared
    assert (TOLD in text, UNTOLD in text) == (is_shared, not is_shared)


def test_other_quizzes_pass_nothing_on() -> None:
    """That is the author's to choose, quiz by quiz."""
    quiz = replace(SHARED, shares_score=False)

    text = page_text("shared/embed.html", sample_site(quiz))

    assert "data-shared" not in text.partition("</style>")[2]
    assert UNTOLD in text


def test_a_translation_passes_on_what_the_original_does() -> None:
    """In its own words."""
    dutch = replace(SHARED, lang="nl", is_translation=True)
    site = sample_site(replace(SHARED, translations=(dutch,)))

    text = page_text("nl/shared/embed.html", site)

    assert Markup(text).having("data-shared")
    assert "Uw score wordt doorgegeven" in text
