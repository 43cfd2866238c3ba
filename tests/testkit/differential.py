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
    """A quiz that Hypothesis made, its sheet, sets of answers, and their outcomes."""

    quiz: Described
    sheet: dict[str, Any]
    answers: Sequence[Answers]
    outcomes: Sequence[Outcome]


def made(seed: int, quizzes: int, each: int) -> list[Made]:
    """Let Hypothesis make quizzes, each with so many sets of answers.

    The same seed makes the same ones. Shrinking is left out: see `smallest`.
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
    return [_made(quiz, answers) for quiz, answers in drawn[-quizzes:]]


def _made(quiz: Described, answers: list[Answers]) -> Made:
    sheet: Any = compile_quiz(quiz_of(quiz))
    outcomes = [reference_outcome(quiz, one) for one in answers]
    return Made(quiz, sheet, answers, outcomes)


def core_outcomes(one: Made) -> list[Outcome]:
    """Give what the core says in CPython."""
    sheet: Any = one.sheet
    found: Any = [plain(outcome(sheet, answers)) for answers in one.answers]
    return list(found)


def disagreements(one: Made, found: Sequence[Outcome], engine: str) -> Iterator[str]:
    """Tell each set of answers on which an engine differs from the reference."""
    rows = zip(one.answers, one.outcomes, found, strict=True)
    for answers, said, outcome_found in rows:
        if said == outcome_found:
            continue
        where = differences(said, outcome_found) or ["one has keys of its own"]
        yield "\n".join(
            [
                f"{engine} differs from the reference (expected):",
                *where,
                f"answers: {json.dumps(answers)}",
                f"sheet: {json.dumps(one.sheet)}",
                f"quiz: {pformat(one.quiz)}",
            ]
        )


def smallest(told: Sequence[str]) -> str:
    """Give the shortest of what was told: the easiest to understand."""
    return min(told, key=len, default="")
