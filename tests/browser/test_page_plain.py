"""Where no script runs, the page counts and shows what belongs to the answers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.heard import expect_heard
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.styled import styled
from testkit.watch import Watch

OpenPage = Callable[..., Page]
BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

ANSWERS = {
    "rapport": "c",
    "doorverbonden": "c",
    "termijn": "b",
    "balie": "a",
    "boze-mail": "c",
    "formulier": "c",
    "twee-klanten": "b",
    "overleg": "c",
    "gunst": "a",
    "onvoldoende": "c",
}
"""Two points for each."""


@pytest.fixture
def plain(open_page: OpenPage, built_site: BuiltSite, serve: Serve) -> Page:
    """Open the project's own quiz in a browser without scripts."""
    page = open_page(java_script_enabled=False)
    page.goto(serve(built_site("content")).url("klantgerichtheid/"))
    return page


def test_total_is_counted(plain: Page) -> None:
    """Ten answers of two points are 20, on a scale from 10 to 30."""
    QuizPage(plain).choose(ANSWERS)

    expect_heard(plain, "Uw score: 20, op een schaal van 10 tot 30. 10 van 10")


def test_scale_is_that_of_the_questions_answered_so_far(plain: Page) -> None:
    """After one question the scale is that question's."""
    QuizPage(plain).choose({"rapport": "a"})

    expect_heard(plain, "Uw score: 3, op een schaal van 1 tot 3. 1 van 10")


def test_not_applicable_shortens_the_scale_and_is_explained(plain: Page) -> None:
    """The limits hold for the full scale, and the page tells how to convert."""
    explained = plain.locator(styled(".kw-counted__na"), has_text="Reken zo om")
    QuizPage(plain).choose(ANSWERS)
    expect(explained).to_be_hidden()

    QuizPage(plain).choose({"balie": "d"})

    expect(explained).to_be_visible()
    expect(explained).to_contain_text("als minstens 5 van de 10 vragen meetellen")
    expect_heard(plain, "Uw score: 18, op een schaal van 9 tot 27. 10 van 10")


def test_factor_is_counted_on_a_scale_of_its_own(plain: Page) -> None:
    """Each factor of two questions goes from 2 to 6."""
    QuizPage(plain).choose(ANSWERS)

    expect_heard(plain, "Nee zeggen 4, op een schaal van 2 tot 6")


def test_every_band_is_there_with_its_limit_in_words(plain: Page) -> None:
    """The reader looks the score up."""
    limits = plain.locator(styled('[data-score="total"] .kw-band__limit'))

    assert limits.all_inner_texts() == [
        "vanaf 10 punten",
        "vanaf 15 punten",
        "vanaf 19 punten",
        "vanaf 23 punten",
    ]
    expect(limits.last).to_be_visible()


def test_advice_of_the_chosen_answers_alone_is_shown(plain: Page) -> None:
    """And moves along with the answer."""
    advice = plain.locator("[data-advice]:visible")
    expect(advice).to_have_count(0)

    QuizPage(plain).choose({"rapport": "a"})
    QuizPage(plain).choose({"rapport": "b"})

    expect(advice).to_have_count(1)
    expect(advice).to_have_attribute("data-advice", "rapport/b")
    expect(plain.locator("[data-result-question]:visible")).to_have_count(1)


def test_link_takes_the_place_of_the_button(plain: Page) -> None:
    """Nothing can be submitted, so nothing offers to."""
    expect(plain.locator("button[type=submit]")).to_be_hidden()

    plain.get_by_role("link", name="Naar uw uitslag").click()

    expect(plain.locator("#result")).to_be_in_viewport()


def test_what_needs_scripts_is_not_shown(plain: Page) -> None:
    """No empty sentence, no empty table, no scale without a mark on it."""
    for part in ("present", "ledger"):
        assert plain.locator(f'[data-kw="{part}"]:visible').count() == 0


def test_heading_of_the_legend_is_shown_only_with_an_explanation_under_it(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve, plain: Page
) -> None:
    """Its list of bands is not shown here, so alone the heading would head nothing."""
    bare = open_page(java_script_enabled=False)
    bare.goto(serve(built_site("full")).url("full/"))

    expect(bare.locator(styled(".kw-legend__heading"))).to_have_count(1)
    expect(bare.locator(styled(".kw-legend__heading"))).to_be_hidden()
    expect(plain.locator(styled(".kw-legend__heading"))).to_be_visible()


def test_page_says_the_same_when_the_runtime_fails(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve, watch: Watch
) -> None:
    """Scripts run, but the runtime does not come: the page counts, and says why."""
    watch.expect("console error: Failed to load resource")
    page = open_page()
    page.route("**/assets/runtime*", lambda route: route.abort())
    page.goto(serve(built_site("content")).url("klantgerichtheid/"))
    quiz = QuizPage(page)
    quiz.choose(ANSWERS)
    quiz.expect_state("failed")

    expect(quiz.part("failed")).to_be_visible()
    expect_heard(page, "Uw score: 20, op een schaal van 10 tot 30")
