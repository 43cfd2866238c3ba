"""What the page tells where a high score is not the better one."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.styled import styled

Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]
Opened = Callable[[str, str], QuizPage]

COMPLAINTS = ("moe", "schouders", "piekeren", "vergeten", "avond", "pauze")
WAYS = ("week", "train", "afternoon", "home", "plan")
WORK = ("time", "hide", "help", "hear")
NAMES = {"en/strain/": COMPLAINTS, "kind/": WAYS, "work/": WORK}


@pytest.fixture
def scored(page: Page, serve: Serve, built_site: BuiltSite) -> Opened:
    """Give a function that opens a quiz, answers it in order and shows the result."""
    server = serve(built_site("better"))

    def opened(path: str, answers: str) -> QuizPage:
        page.goto(server.url(path))
        quiz = QuizPage(page)
        quiz.score(dict(zip(NAMES[path], answers.split(), strict=True)))
        quiz.expect_state("scored")
        return quiz

    return opened


def advised(quiz: QuizPage) -> list[str]:
    """List the questions of which the result speaks, in the order of the page."""
    found = quiz.root.locator("[data-result-question]:visible").all()
    return [each.get_attribute("data-result-question") or "" for each in found]


def outstanding(quiz: QuizPage) -> list[str]:
    """Give what is said of the factors that stand out, line by line."""
    text = quiz.root.locator(styled(".kw-standing")).inner_text()
    return [line for line in text.splitlines() if line]


def test_complaints_are_told_by_how_far_down_the_next_band_is(scored: Opened) -> None:
    """The heaviest come first, and the factor with fewest is the most favourable."""
    quiz = scored("en/strain/", "d d c b c a")

    ahead = quiz.in_score("total", "[data-ahead]:visible")
    expect(ahead).to_have_text("“Light” begins 6 points lower.", use_inner_text=True)
    assert outstanding(quiz) == [
        *("Most favourable factor", "Your rest"),
        *("Least favourable factor", "Your body"),
    ]
    assert advised(quiz) == ["moe", "schouders", "piekeren"]
    expect(quiz.in_score("total", "[data-kw=full]")).to_be_hidden()


def test_no_complaint_is_the_best_that_there_is(scored: Opened) -> None:
    """It is told as such, and nothing is ahead."""
    quiz = scored("en/strain/", "a a a a a a")

    best = quiz.in_score("total", "[data-kw=full]")
    expect(best).to_have_text(
        "This is the lowest score on this scale, and the most favourable."
    )
    expect(quiz.in_score("total", "[data-ahead]:visible")).to_have_count(0)
    expect(quiz.part("ranked")).to_be_hidden()


def test_types_are_not_praised_and_not_ranked(scored: Opened) -> None:
    """All points of one type are no full marks, and advice stands as it was asked."""
    quiz = scored("kind/", "a a a a a")

    assert advised(quiz) == list(WAYS)
    assert outstanding(quiz) == [
        *("Highest factor", "Planner"),
        *("Lowest factor", "Drifter"),
    ]
    for name in ("full", "ranked", "unfold"):
        expect(quiz.part(name)).to_have_count(0)
    expect(quiz.root.locator("[data-ahead]")).to_have_count(0)
    expect(quiz.part("ledger")).not_to_contain_text("To gain")


def test_demands_and_support_each_have_their_own_better_end(scored: Opened) -> None:
    """Half of the support is nearer to its best than most of the demands to theirs."""
    quiz = scored("work/", "d c b c")

    assert outstanding(quiz) == [
        *("Most favourable factor", "Support"),
        *("Least favourable factor", "Demands"),
    ]
    for name, told in (
        ("demands", "“Bearable” begins 2 points lower."),
        ("support", "1 more point to “Solid”."),
    ):
        ahead = quiz.in_score(name, "[data-ahead]:visible")
        expect(ahead).to_have_text(told, use_inner_text=True)
