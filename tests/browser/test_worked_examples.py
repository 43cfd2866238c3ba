"""Worked examples come out in the browser as their authors say they do."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Page, expect

from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from kwispel.core.ratio import Ratio
from kwispel.core.replay import replay
from kwispel.core.replies import replies
from kwispel.core.show import decimal_text
from kwispel.model.answers import parse_answers
from kwispel.model.check import read_site
from kwispel.model.shapes import Example, ExpectedScore, Quiz
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer

if TYPE_CHECKING:
    from kwispel.core.shapes import Answers

ROOT = Path(__file__).parents[2]
GOOD = ROOT / "tests/sites/good"

SHOWN = """root => {
  const visible = (part) => [...part].filter((node) => node.checkVisibility());
  const shown = {};
  for (const score of root.querySelectorAll("[data-score]")) {
    const seen = shown[score.dataset.score] ??= {texts: [], bands: [], isAbsent: false};
    const values = visible(score.querySelectorAll("[data-part=value]:not(svg *)"));
    const bands = visible(score.querySelectorAll("[data-band]"));
    seen.texts = [...new Set([...seen.texts, ...values.map((n) => n.textContent)])];
    seen.bands = [...seen.bands, ...bands.map((node) => node.dataset.band)];
    seen.isAbsent ||= visible(score.querySelectorAll(
      "[data-kw=absent],[data-kw=unasked]")).length > 0;
  }
  return shown;
}"""
"""Gives what is to be seen of each score."""

CODE = "[data-kw=ledger] [data-part=code]"

Shown = dict[str, Any]


def site_path(name: str) -> Path:
    """Give the folder of a site by the name that `built_site` takes."""
    return ROOT / "content" if name == "content" else GOOD / name


def has_shown_examples(text: str) -> bool:
    """Say whether a quiz has examples of what its readers get to see."""
    return "\nexamples:" in text and "\nscore: hidden" not in text


def quizzes_with_examples() -> list[Any]:
    """List the quizzes of all good sites, and the project's own, as test cases."""
    names = ["content", *sorted(path.name for path in GOOD.iterdir())]
    return [
        pytest.param(name, quiz.parent.name, id=f"{name}: {quiz.parent.name}")
        for name in names
        for quiz in sorted(site_path(name).glob("*/quiz.md"))
        if has_shown_examples(quiz.read_text(encoding="utf-8-sig").replace("\r", ""))
    ]


@cache
def quizzes_of(name: str) -> dict[str, Quiz]:
    """Read the quizzes of a site."""
    path = site_path(name)
    return {each.id: each for each in read_site(path, shown_from=path)[0].quizzes}


def answers_of(quiz: Quiz, example: Example) -> Answers:
    """Read the answers of an example."""
    answers = parse_answers(compile_quiz(quiz), example.answers)
    assert isinstance(answers, dict)
    return answers


def shown_after(
    take: Callable[[Answers], None], page: QuizPage, given: Answers
) -> Shown:
    """Fill the form in, submit it, and give what is shown."""
    page.reset()
    page.expect_ready()
    take(given)
    page.expect_state("scored")
    shown: Shown = page.root.evaluate(SHOWN)
    return shown


def plain(texts: list[str]) -> list[str]:
    """Give numbers with the signs that the engine writes."""
    return [text.replace(",", ".").replace("\u2212", "-") for text in texts]


@pytest.mark.parametrize(("site", "quiz_id"), quizzes_with_examples())
def test_every_worked_example_comes_out_as_it_says(
    page: Page,
    serve: Callable[..., StaticServer],
    built_site: Callable[[str], Path],
    site: str,
    quiz_id: str,
) -> None:
    """Values and bands of the total and of each factor, as they are shown.

    The first is taken as a reader does, with a pointer; of the others only the answers
    are new.
    """
    quiz = quizzes_of(site)[quiz_id]
    page.goto(serve(built_site(site)).url(f"{quiz_id}/"))
    quiz_page = QuizPage(page)
    quiz_page.expect_ready()

    assert quiz.examples
    for example in quiz.examples:
        is_first = example is quiz.examples[0]
        take = quiz_page.take if is_first else quiz_page.take_at_once
        shown = shown_after(take, quiz_page, answers_of(quiz, example))
        for score_id, expected in example.expected.items():
            assert_shown(shown[score_id], expected)
        assert_code_replays(quiz, example, quiz_page.root.locator(CODE).inner_text())
        if quiz.hook is None:
            assert_engine_agrees(quiz, example, shown)
    expect(quiz_page.part("errors")).to_be_hidden()


def assert_code_replays(quiz: Quiz, example: Example, code: str) -> None:
    """Read the code that is shown as `kwispel replay` does."""
    sheet = compile_quiz(quiz)
    found = replay(sheet, code)

    assert found["refused"] == ""
    assert replies(sheet, found["answers"]) == replies(sheet, answers_of(quiz, example))


def assert_shown(shown: Shown, expected: ExpectedScore) -> None:
    """Compare what is shown of a score with what an example says of it."""
    if expected.band is not None:
        assert shown["bands"] == [expected.band]
    if expected.value == "none":
        assert (shown["texts"], shown["isAbsent"]) == ([], True)
    elif expected.value is not None:
        (text,) = plain(shown["texts"])
        digits = len(text.partition(".")[2])
        told = Ratio(*expected.value.as_integer_ratio())
        assert text == decimal_text(told, digits)


def assert_engine_agrees(quiz: Quiz, example: Example, shown: Shown) -> None:
    """Compare all that is shown with what the same engine computes in CPython."""
    result = outcome(compile_quiz(quiz), answers_of(quiz, example))["result"]
    assert result is not None
    scores = {**result["factors"]}
    if result["total"] is not None:
        scores["total"] = result["total"]
    seen = {
        name: (plain(each["texts"]), each["bands"], each["isAbsent"])
        for name, each in shown.items()
    }

    assert seen == {
        name: (
            [score["text"]] if score["text"] is not None else [],
            [score["band"]] if score["band"] else [],
            score["text"] is None,
        )
        for name, score in scores.items()
    }
