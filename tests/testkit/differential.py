"""Pairs of quizzes and answers in bulk, and where two engines disagree on them."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pprint import pformat
from typing import Any

import hypothesis
from hypothesis import HealthCheck, Phase

from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from kwispel.core.plain import plain
from testkit.described import Described, quiz_of
from testkit.made import pairs
from testkit.reference import outcome as reference_outcome
from testkit.reference_values import Answers
from testkit.vectors import differences

Outcome = dict[str, Any]


@dataclass(frozen=True, eq=False)
class Made:
    """A quiz that Hypothesis made, its sheet, and sets of answers."""

    quiz: Described
    sheet: dict[str, Any]
    answers: Sequence[Answers]


def made(seed: int, quizzes: int, each: int) -> list[Made]:
    """Let Hypothesis make quizzes, each with so many sets of answers.

    The same seed makes the same ones.
    """
    drawn: list[tuple[Described, list[Answers]]] = []

    @hypothesis.seed(seed)
    @hypothesis.settings(
        max_examples=quizzes,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
    )
    @hypothesis.given(pairs(each))
    def collect(pair: tuple[Described, list[Answers]]) -> None:
        drawn.append(pair)

    collect()
    return [Made(quiz, sheet_of(quiz), answers) for quiz, answers in drawn[:quizzes]]


def sheet_of(quiz: Described) -> dict[str, Any]:
    """Compile a description."""
    sheet: Any = compile_quiz(quiz_of(quiz))
    return dict(sheet)


def core_outcome(sheet: dict[str, Any], answers: Answers) -> Outcome:
    """Give what the core says in CPython, as plain data."""
    any_sheet: Any = sheet
    found: Any = plain(outcome(any_sheet, answers))
    return dict(found)


def without_code(found: Outcome) -> Outcome:
    """Leave out the result code, which the reference does not make."""
    result = found["result"]
    if result is None:
        return found
    rest = {key: value for key, value in result.items() if key != "code"}
    return {**found, "result": rest}


def disagreements(one: Made, in_browser: Sequence[Outcome] | None) -> Iterator[str]:
    """Tell each set of answers on which the engines differ.

    Shape: in_browser are the outcomes of the core there, None where it is left out.
    """
    for position, answers in enumerate(one.answers):
        said = reference_outcome(one.quiz, answers)
        core = core_outcome(one.sheet, answers)
        if without_code(core) != said:
            found = differences(said, core)
            yield _told("the core differs from the reference", found, one, answers)
        if in_browser is not None and in_browser[position] != core:
            found = differences(core, in_browser[position])
            yield _told("the browser differs from CPython", found, one, answers)


def _told(what: str, found: list[str], one: Made, answers: Answers) -> str:
    """Tell a difference in full: where it lies, and what it takes to see it again."""
    return "\n".join(
        [
            f"{what}:",
            *(found or ["one has keys that the other has not"]),
            f"answers: {json.dumps(answers)}",
            f"sheet: {json.dumps(one.sheet)}",
            f"quiz: {pformat(one.quiz)}",
        ]
    )


def smallest(told: Sequence[str]) -> str:
    """Give the shortest of what was told: the easiest to understand."""
    return min(told, key=len, default="")
