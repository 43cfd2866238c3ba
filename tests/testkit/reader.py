"""A reader who takes any quiz, in any layout, to each state that it has."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from playwright.sync_api import Frame, Page, expect

from testkit.quiz_page import QuizPage

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

_NEXT = "[data-kw=next]:visible"


@dataclass(frozen=True, slots=True)
class State:
    """What a reader can meet, and how to get there from the state before it."""

    name: str
    reach: Callable[[Where], None]


def answer_all(where: Where, without: str = "") -> None:
    """Answer every question that is asked, but for one."""
    while where.evaluate(_ANSWER, without) or where.locator(_NEXT).count():
        if where.locator(_NEXT).count():
            where.locator(_NEXT).click()


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


STATES = (
    State("start", to_start),
    State("error", to_error),
    State("result", to_result),
    State("opened", to_all_opened),
)
"""In the order in which one visit meets them."""
