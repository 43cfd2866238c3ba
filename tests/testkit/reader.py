"""A reader who takes any quiz, in any layout, to each state that it has."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

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

_NOT_YET_LAST = '[data-stage]:not([data-stage~="final"], [data-stage~="result"])'
_WORKS = re.compile("ready|scored")


@dataclass(frozen=True, slots=True)
class State:
    """What a reader can meet, and how to get there from the state before it."""

    name: str
    reach: Callable[[Where], None]


def answer_all(where: Where, without: str = "") -> None:
    """Answer every question that is asked, but for one; in steps go on to the last."""
    quiz = QuizPage(where)
    while where.evaluate(_ANSWER, without) or where.locator(_NOT_YET_LAST).count():
        if where.locator(_NOT_YET_LAST).count():
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
    where.evaluate("document.querySelectorAll('details').forEach((d) => d.open = true)")


def to_card(where: Where) -> None:
    """Take an advice along to the action card, where the quiz offers it."""
    picks = where.locator("[data-kw=pick]:visible")
    if picks.count():
        picks.first.check()
        expect(QuizPage(where).part("card-note")).to_be_visible()


def to_second_step(where: Where) -> None:
    """In steps answer the first question, and go on."""
    where.evaluate(_ANSWER, "")
    quiz = QuizPage(where)
    expect(quiz.form).to_have_attribute("data-state", _WORKS)
    quiz.submit()
    expect(where.locator('[data-press="back"]')).to_be_visible()


def to_review(where: Where) -> None:
    """In steps go back from the result to the first question."""
    where.locator(".kw-stepper__review").click()
    expect(where.locator("[data-question]:visible")).to_have_count(1)


STATES = (
    State("start", to_start),
    State("error", to_error),
    State("result", to_result),
    State("card", to_card),
    State("opened", to_all_opened),
)
"""In the order in which one visit meets them."""

_STEP_STATES = (
    *STATES[:2],
    State("underway", to_second_step),
    *STATES[2:],
    State("review", to_review),
)


def states_of(quiz: str) -> tuple[State, ...]:
    """Give the states of a quiz of the showcase."""
    return _STEP_STATES if quiz == STEPS else STATES
