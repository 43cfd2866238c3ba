"""A reader who takes any quiz, in any layout, to each state that it has."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Frame, Page, expect

from testkit.quiz_page import QuizPage
from testkit.showcase import STEPS

Where = Page | Frame

_ANSWER = """
(without) => {
  const asked = [...document.querySelectorAll("fieldset[data-question]")];
  const open = asked.filter((set) => set.checkVisibility()
    && !set.querySelector(":checked") && set.dataset.question !== without);
  for (const set of open) {
    const labels = [...set.querySelectorAll("label")];
    labels[(2 * asked.indexOf(set) + 1) % labels.length].click();
  }
  return open.length;
}
"""
"""Different answers, so that there is something to be told of each."""

_ANOTHER = """
() => document.querySelector("fieldset[data-question] :not(:checked) + label").click()
"""
_OPEN = "document.querySelectorAll('details').forEach((d) => d.open = true)"

DAMAGED = "#r=0000-0000-0000-0"

NOT_YET_LAST = '[data-stage]:not([data-stage~="final"], [data-stage~="result"])'
_WORKS = re.compile("ready|scored")


@dataclass(frozen=True, slots=True)
class State:
    """What a reader can meet, and how to get there from the state before it."""

    name: str
    reach: Callable[[Where], None]


def answer_all(where: Where, without: str = "") -> None:
    """Answer every question that is asked, but for one; in steps go on to the last."""
    quiz = QuizPage(where)
    while where.evaluate(_ANSWER, without) or where.locator(NOT_YET_LAST).count():
        if where.locator(NOT_YET_LAST).count():
            expect(quiz.form).to_have_attribute("data-state", _WORKS)
            quiz.submit()


def to_start(where: Where) -> None:
    """Do nothing yet."""
    expect(where.locator("h1").first).to_be_visible()


def to_error(where: Where) -> None:
    """Ask for the result too early."""
    quiz = QuizPage(where)
    quiz.submit()
    expect(quiz.part("errors")).to_be_visible()


def to_result(where: Where) -> None:
    """Answer everything, as far as it was not, and ask for the result."""
    quiz = QuizPage(where)
    answer_all(where)
    quiz.submit()
    quiz.expect_state("scored")


def to_all_opened(where: Where) -> None:
    """Open every panel."""
    where.evaluate(_OPEN)


def to_card(where: Where) -> None:
    """Take an advice along to the action card, where the quiz offers it."""
    picks = where.locator("[data-kw=pick]:visible")
    if picks.count():
        picks.first.check()
        expect(QuizPage(where).part("card-note")).to_be_visible()


def to_used(where: Where) -> None:
    """Do all that can be done with a result, and leave open what it opens.

    The card is full, all of the advice unfolded, the result compared with an earlier
    one, its link shown, kept where that can be, and then an answer changed.
    """
    quiz = QuizPage(where)
    earlier = code_of(quiz)
    where.evaluate(_ANOTHER)
    quiz.submit()
    expect(quiz.root.locator("[data-part=code]")).not_to_have_text(earlier)
    where.evaluate(_OPEN)
    unfold_advice(quiz)
    fill_card(quiz)
    quiz.part("earlier").locator("input").fill(earlier)
    for name in ("compare", "copy", "keep"):
        press(quiz, name)
    expect(quiz.part("since")).to_be_visible()
    expect(quiz.part("result-link")).to_be_visible()
    where.evaluate(_ANOTHER)
    expect(quiz.part("stale")).to_be_visible()


def press(quiz: QuizPage, name: str) -> None:
    """Press a button, where the page offers it."""
    for button in quiz.root.locator(f'[data-press="{name}"]:visible').all():
        button.click()


def save(page: Page, path: Path) -> None:
    """Save the result as a file."""
    with page.expect_download() as downloading:
        page.locator('[data-press="save"]').click()
    downloading.value.save_as(path)


def unfold_advice(quiz: QuizPage) -> None:
    """Have all of the advice shown, each opened."""
    press(quiz, "unfold")
    expect(quiz.root.locator("[data-later]")).to_have_count(0)


def fill_card(quiz: QuizPage) -> None:
    """Take three pieces of advice along, and write into each field of the card."""
    for box in quiz.root.locator("[data-kw=pick]:visible").all()[:3]:
        box.check()
    for name in ("when", "whom"):
        for field in quiz.part("card").locator(f"[data-kw={name}]:visible").all():
            field.fill("Morgen, met de hele afdeling")


def code_of(quiz: QuizPage) -> str:
    """Give the code of the result that is shown."""
    return quiz.root.locator("[data-part=code]").text_content() or ""


def to_linked(where: Where) -> None:
    """Open a link in the place of what was answered, then one that was damaged."""
    quiz = QuizPage(where)
    code = code_of(quiz)
    quiz.reset()
    where.evaluate(_ANOTHER)
    where.evaluate("(code) => { location.hash = `#r=${code}` }", code)
    expect(quiz.root.locator('[data-press="put-back"]')).to_be_visible()
    where.evaluate("(hash) => { location.hash = hash }", DAMAGED)
    expect(quiz.part("link")).to_be_focused()


def to_second_step(where: Where) -> None:
    """In steps answer the first question, and go on."""
    where.evaluate(_ANSWER, "")
    quiz = QuizPage(where)
    expect(quiz.form).to_have_attribute("data-state", _WORKS)
    quiz.submit()
    expect(where.locator('[data-press="back"]')).to_be_visible()


def to_review(where: Where) -> None:
    """In steps go back from the result to the first question."""
    where.locator("form [data-go]").click()
    expect(where.locator("[data-question]:visible")).to_have_count(1)


def to_review_of_result(where: Where) -> None:
    """In steps go on to the result, and from there back."""
    to_result(where)
    to_review(where)


def to_opened_result(where: Where) -> None:
    """Score, and open every panel; the form stays in view above it."""
    to_result(where)
    to_all_opened(where)


STATES = (
    State("start", to_start),
    State("error", to_error),
    State("result", to_result),
    State("card", to_card),
    State("opened", to_all_opened),
)
"""In the order in which one visit meets them."""

USED = State("used", to_used)
LINKED = State("linked", to_linked)
USED_STATES = (*STATES[:3], USED, LINKED)
"""All that a quiz with every part can show, in one visit."""


STEP_STATES = (
    *STATES[:2],
    State("underway", to_second_step),
    State("review", to_review_of_result),
)
"""What is other in steps."""

_STEP_STATES = (
    *STATES[:2],
    State("underway", to_second_step),
    *STATES[2:],
    State("review", to_review),
)


def states_of(quiz: str) -> tuple[State, ...]:
    """Give the states of a quiz of the showcase."""
    return _STEP_STATES if quiz == STEPS else STATES
