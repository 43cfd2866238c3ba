"""The result before it is asked for: nobody hears of it, and it is never wrong."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.quiz_page import WAITING, QuizPage
from testkit.static_server import StaticServer
from testkit.styled import styled

Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]

ANSWERS = {"first": "c", "second": "b", "third": "a"}
"""Of the quiz `mirror` in tests/sites/good/behaviour; they come to 6."""

LISTEN = """
() => {
  window.heard = [];
  document.addEventListener("kw-scored", () => heard.push("kw-scored"));
  new MutationObserver(() => heard.push("status")).observe(
    document.querySelector("[data-kw=status]"), { childList: true });
  window.before = [history.length, location.href, document.title];
}
"""
LEFT_ALONE = """
() => heard.length === 0 && localStorage.length === 0
  && String(before) === String([history.length, location.href, document.title])
"""
WATCH_NUMBERS = """
() => {
  window.written = 0;
  const result = document.querySelector("[data-kw=result]");
  for (const slot of result.querySelectorAll("[data-score] [data-part]"))
    new MutationObserver(() => written++).observe(slot, { childList: true });
}
"""
LET_IT_WORK = """
async () => {
  for (let turn = 0; turn < 40; turn++) await new Promise((next) => setTimeout(next));
}
"""
CHOOSE_UNNOTICED = "id => { document.getElementById(id).checked = true }"


@pytest.fixture
def quiz(page: Page, serve: Serve, built_site: BuiltSite) -> QuizPage:
    """Answer everything, and wait until the result is prepared."""
    page.goto(serve(built_site("behaviour")).url("mirror/"))
    quiz = QuizPage(page)
    quiz.expect_ready()
    page.evaluate(LISTEN)
    quiz.choose(ANSWERS)
    expect_prepared(quiz, "6")
    return quiz


def expect_prepared(quiz: QuizPage, value: str) -> None:
    """Wait until this is the total that stands in the hidden result."""
    slot = quiz.in_score("total", "[data-part=value]").first
    expect(slot).to_have_text(value)
    # What holds is shown when all numbers stand.
    expect(quiz.in_score("total", "[data-kw=present]")).not_to_have_attribute(
        "hidden", ""
    )


def test_nobody_hears_of_what_is_prepared(page: Page, quiz: QuizPage) -> None:
    """It is not shown, told, recorded, kept or sent before the reader asks."""
    expect(quiz.part("result")).to_be_hidden()
    quiz.expect_state("ready")
    assert page.evaluate(LEFT_ALONE)


def test_what_is_prepared_takes_nothing_out_of_sight(
    page: Page, quiz: QuizPage
) -> None:
    """It lies in parts in the hidden result, and what is below that stays."""
    quiz.expect_state("ready")

    expect(page.locator(styled(".kw-about")).first).to_be_visible()
    expect(page.locator(styled(".kw-imprint")).first).to_be_visible()


def test_what_is_prepared_is_only_shown(page: Page, quiz: QuizPage) -> None:
    """No number is written again when the same answers are submitted."""
    page.evaluate(WATCH_NUMBERS)

    quiz.submit()

    quiz.expect_score("6")
    assert page.evaluate("written") == 0
    assert page.evaluate("heard.includes('kw-scored') && heard.includes('status')")


def test_what_is_submitted_is_read_from_the_form(page: Page, quiz: QuizPage) -> None:
    """An answer that changed without any event counts like all others."""
    page.evaluate(CHOOSE_UNNOTICED, "q-first.a")

    quiz.submit()

    quiz.expect_score("4")


def test_a_changed_answer_is_prepared_anew(quiz: QuizPage) -> None:
    """What was prepared for other answers is never shown."""
    quiz.choose({"first": "a"})
    expect_prepared(quiz, "4")

    quiz.submit()

    quiz.expect_score("4")


def test_an_answer_changed_at_the_last_moment_counts(quiz: QuizPage) -> None:
    """Whether or not there was time to prepare for it."""
    quiz.score({"first": "a"})

    quiz.expect_score("4")


def test_clearing_the_answers_forgets_what_was_prepared(quiz: QuizPage) -> None:
    """Without answers there is no result, only questions that are open."""
    quiz.reset()
    quiz.submit()

    expect(quiz.part("errors")).to_be_visible()
    expect(quiz.part("result")).to_be_hidden()


def test_a_result_that_shows_stays_until_another_is_asked_for(quiz: QuizPage) -> None:
    """The reader compares its numbers with other answers."""
    quiz.submit()
    quiz.expect_score("6")

    quiz.choose({"first": "a"})
    expect(quiz.part("stale")).to_be_visible()

    quiz.expect_score("6")
    quiz.submit()
    quiz.expect_score("4")


def test_a_question_that_opens_leaves_the_result_that_shows(
    page: Page, serve: Serve, built_site: BuiltSite
) -> None:
    """What is practised while something is open is never drawn over a result."""
    page.goto(serve(built_site("rules")).url("hidden/"))
    quiz = QuizPage(page)
    # So fast that there was no time to practise before.
    quiz.take_at_once({"first": "a", "third": "c"})
    quiz.expect_score("3")
    page.evaluate(WATCH_NUMBERS)

    quiz.choose({"first": "b"})
    expect(quiz.fieldset("second")).to_be_visible()
    page.evaluate(LET_IT_WORK)

    assert page.evaluate("written") == 0
    expect(quiz.root.locator(WAITING)).to_have_count(0)


def test_a_result_appears_whole(quiz: QuizPage) -> None:
    """Its parts come one after the other, and none stays behind."""
    quiz.submit()

    quiz.expect_state("scored")
    expect(quiz.root.locator(WAITING)).to_have_count(0)
    hidden = "[data-kw=result] [data-later]"
    expect(quiz.root.locator(f"{hidden}:not([data-result-question])")).to_have_count(0)


def test_a_hook_that_fails_is_told_of_when_its_result_is(
    page: Page, serve: Serve, built_site: BuiltSite
) -> None:
    """While the reader answers nobody needs to know."""
    page.goto(serve(built_site("hook")).url("rare/"))
    quiz = QuizPage(page)
    quiz.expect_ready()
    page.evaluate(LISTEN)
    quiz.choose({f"q{n}": option for n, option in enumerate("bdbdbd", 1)})
    expect_prepared(quiz, "12")

    expect(quiz.part("unadjusted")).to_be_hidden()
    assert page.evaluate(LEFT_ALONE)
    quiz.submit()

    expect(quiz.part("unadjusted")).to_be_visible()
    quiz.expect_score("12")
