"""Where a reader stands, and what is worth most, as the page tells it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]

NAMES = (
    "rapport",
    "doorverbonden",
    "termijn",
    "balie",
    "boze-mail",
    "formulier",
    "twee-klanten",
    "overleg",
    "gunst",
    "onvoldoende",
)
MIDDLE = "a c c b a c b c a c"
NEXT = "‘De klant als vertrekpunt’"  # noqa: RUF001 - quotes as Dutch has them
BY_GAIN = [3, 4, 1, 5, 6, 7, 8, 9, 0, 2]


@pytest.fixture
def quiz(page: Page, serve: Serve, built_site: BuiltSite) -> QuizPage:
    """Open the project's own quiz, in Dutch."""
    page.goto(serve(built_site("content")).url("klantgerichtheid/"))
    return QuizPage(page)


def score(quiz: QuizPage, answers: str) -> None:
    """Answer in the order of the questions, and wait for the result."""
    quiz.score(dict(zip(NAMES, answers.split(), strict=True)))
    quiz.expect_state("scored")


def told(quiz: QuizPage, *, visible: bool = True) -> list[str]:
    """List the questions of which the result speaks, in the order of the page."""
    only = ":visible" if visible else ""
    found = quiz.root.locator(f"[data-kw=advices] [data-result-question]{only}").all()
    return [each.get_attribute("data-result-question") or "" for each in found]


def test_what_leaves_most_to_gain_comes_first_and_the_rest_waits(
    quiz: QuizPage,
) -> None:
    """Three at first; a button brings the others, and the reader to the fourth."""
    score(quiz, MIDDLE)
    by_gain = [NAMES[at] for at in BY_GAIN]
    button = quiz.part("unfold")

    assert told(quiz) == by_gain[:3]
    expect(button).to_have_text("Toon alle 10 vragen", use_inner_text=True)

    button.click()

    expect(button).to_be_hidden()
    assert told(quiz) == by_gain
    fourth = quiz.root.locator(f'[data-result-question="{by_gain[3]}"]')
    expect(fourth.locator("[data-kw=advice-heading]")).to_be_focused()


def test_the_order_of_the_questions_is_one_tick_away_and_back(quiz: QuizPage) -> None:
    """All are shown then; what is asked for stays through another result."""
    score(quiz, MIDDLE)
    box = quiz.part("in-order")

    box.check()
    assert told(quiz) == list(NAMES)

    score(quiz, MIDDLE.replace("b", "a", 1))
    assert told(quiz) == list(NAMES)

    box.uncheck()
    expect(quiz.part("unfold")).to_be_hidden()
    assert told(quiz) != list(NAMES)
    assert sorted(told(quiz)) == sorted(NAMES)


def test_where_nothing_is_left_there_is_no_order_to_choose(quiz: QuizPage) -> None:
    """Every answer brought all that it could, and is told so."""
    score(quiz, "a b c c b b a a b a")

    expect(quiz.part("ranked")).to_be_hidden()
    assert told(quiz, visible=False) == list(NAMES)
    first = quiz.root.locator('[data-result-question="rapport"]')
    expect(first).to_contain_text("hier viel niets meer te winnen")
    expect(quiz.in_score("total", "[data-kw=full]")).to_be_visible()


@pytest.mark.parametrize(
    ("answers", "distance"),
    [
        (MIDDLE, "Nog 3 punten"),
        ("c c c d b d d d d b", "Nog 1 punt"),
        ("a b b a b c d c d b", "Nog 0,5 punten"),
        ("a c b a c d b c a c", "Nog ongeveer 2 punten"),
    ],
    ids=["exact", "one", "half", "rounded"],
)
def test_the_next_band_is_told_with_how_far_it_is(
    quiz: QuizPage, answers: str, distance: str
) -> None:
    """In the form that goes with the number."""
    score(quiz, answers)

    shown = quiz.in_score("total", "[data-ahead]:visible")
    expect(shown).to_have_text(f"{distance} tot {NEXT}.", use_inner_text=True)


def test_factors_that_stand_out_are_named_and_ties_said(quiz: QuizPage) -> None:
    """One is highest, two share the lowest place."""
    score(quiz, MIDDLE)

    highest = quiz.root.locator("[data-standing=highest]")
    lowest = quiz.root.locator("[data-standing=lowest]")
    expect(highest).to_have_text(
        "Hoogste factor\n\nBeloven en nakomen", use_inner_text=True
    )
    assert lowest.locator("li").all_text_contents() == [
        "Nee zeggen",
        "In de spiegel kijken",
    ]
    expect(lowest).to_contain_text("Laagste factoren, even laag")
    expect(quiz.root.locator("[data-standing=equal]")).to_be_hidden()


def test_factors_that_are_all_equal_are_said_to_be(quiz: QuizPage) -> None:
    """None is called highest or lowest."""
    score(quiz, " ".join("a" * 10))

    expect(quiz.root.locator("[data-standing=equal]")).to_be_visible()
    expect(quiz.root.locator("[data-standing=highest]")).to_be_hidden()


def test_the_profile_has_each_factor_with_score_range_and_band(quiz: QuizPage) -> None:
    """A table, so that nobody needs the drawing."""
    score(quiz, MIDDLE)

    row = quiz.part("profile").get_by_role("row").nth(3)
    expect(row.get_by_role("rowheader")).to_contain_text("Nee zeggen")
    expect(row.get_by_role("cell").nth(1)).to_have_text(
        "3 van 2 tot 6", use_inner_text=True
    )
    expect(row.get_by_role("cell").nth(2)).to_have_text("U ontwijkt het nee")


def test_the_radar_has_a_corner_for_each_factor(quiz: QuizPage) -> None:
    """Halfway, three quarters, a quarter: as far on each axis as the score is."""
    score(quiz, MIDDLE)

    shape = quiz.part("shape")
    expect(shape).to_have_attribute(
        "points", "0,-500 649,-375 216,125 0,500 -433,250 -217,-125"
    )
    expect(quiz.part("radar").get_by_role("img")).to_be_visible()


def test_there_is_no_radar_where_a_factor_has_no_score(quiz: QuizPage) -> None:
    """A shape with a hole in it would look like a low score."""
    score(quiz, "c c c d b d d d d b")

    expect(quiz.part("radar")).to_be_hidden()
    row = quiz.part("profile").get_by_role("row").nth(3)
    expect(row).to_contain_text("geen score")
