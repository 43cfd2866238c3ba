"""Try a quiz's hook in CPython, on worked examples and on samples."""

# Outcomes in plain data are JSON: what is inside is of any type.
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownMemberType=false

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwispel.core.plain import plain
from kwispel.errors import Place, Problem
from kwispel.hook.samples import answers_text, sample_answers
from kwispel.hook.scorer import HookFailed, scorer
from kwispel.model.answers import parse_answers
from kwispel.model.shapes import Hook, Quiz

if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, Sheet

TOO_MUCH = frozenset({"TimeoutError", "MemoryError", "RecursionError", "EOFError"})
"""What is raised where a hook takes more than it may."""

LONGEST_TRIAL_S = 60
"""Seconds that all sets of answers together may take."""


@dataclass(frozen=True, slots=True)
class Trial:
    """What came out of trying a hook.

    Shape: outcomes are plain data, one for each set of answers; none where there is a
    problem.
    """

    answers: tuple[Answers, ...]
    outcomes: tuple[object, ...]
    problems: tuple[Problem, ...]


def trial_answers(quiz: Quiz, sheet: Sheet) -> tuple[Answers, ...]:
    """Give the answers that a hook is tried on: worked examples, then samples."""
    parsed = [parse_answers(sheet, example.answers) for example in quiz.examples]
    # What does not fit the quiz is reported where worked examples are checked.
    return (*(one for one in parsed if isinstance(one, dict)), *sample_answers(sheet))


def trial(quiz: Quiz, hook: Hook, sheet: Sheet) -> Trial:
    """Score every set of answers twice, in one order and in the other.

    Source: docs/reference/hook.md, "What the build tries".
    """
    answers = trial_answers(quiz, sheet)
    try:
        first, again = _outcomes(quiz, sheet, answers)
    except HookFailed as failed:
        return Trial(answers, (), (_failure(hook, sheet, failed),))
    for one, other, given in zip(first, again, answers, strict=True):
        if one != other:
            text = answers_text(sheet, given)
            return Trial(answers, (), (_remembers(hook, text, one, other),))
    return Trial(answers, tuple(first), ())


def _outcomes(
    quiz: Quiz, sheet: Sheet, answers: tuple[Answers, ...]
) -> tuple[list[object], list[object]]:
    until = time.monotonic() + LONGEST_TRIAL_S
    with scorer(quiz, sheet) as score:

        def scored(given: Answers) -> object:
            if time.monotonic() > until:
                text = f"{len(answers)} sets of answers took over {LONGEST_TRIAL_S} s"
                raise HookFailed("TimeoutError", text, ("", 0), given)
            return plain(score(given))

        first = [scored(given) for given in answers]
        again = [scored(given) for given in reversed(answers)]
    return first, again[::-1]


def _failure(hook: Hook, sheet: Sheet, failed: HookFailed) -> Problem:
    place = Place(failed.file, failed.line) if failed.line else hook.place
    answers = f'for the answers "{answers_text(sheet, failed.answers)}"'
    if failed.kind in TOO_MUCH:
        return Problem(
            place,
            "hook-too-long",
            f'"adjust" does not come to an end {answers}: {failed.what}',
            "See that every loop ends, and that no number or list grows without end.",
        )
    if failed.kind == "HookError":
        return Problem(
            place,
            "hook-result",
            f"the hook makes a result that cannot be {answers}: {failed.what}",
            "Set value, min, max and band alone, and no band where value is None.",
        )
    return Problem(
        place,
        "hook-fails",
        f'"adjust" fails {answers}: {failed.what}',
        "See that it works for all answers: with n.a., and with hidden questions too.",
    )


def _remembers(hook: Hook, answers: str, one: object, other: object) -> Problem:
    told = differences(one, other)
    return Problem(
        hook.place,
        "hook-remembers",
        f'"adjust" gives the answers "{answers}" one result and then another: {told}',
        "Change nothing that stands outside the function.",
    )


_MOST_TOLD = 3


def differences(one: object, other: object) -> str:
    """Tell where two outcomes in plain data differ."""
    if isinstance(other, dict) and "fails" in other:
        return f"it fails there with {other['fails']}"
    found = list(_differences(one, other, ""))
    more = f" and {len(found) - _MOST_TOLD} more" if len(found) > _MOST_TOLD else ""
    return "; ".join(found[:_MOST_TOLD]) + more


def _differences(one: object, other: object, path: str) -> list[str]:
    if isinstance(one, dict) and isinstance(other, dict):
        keys = [*one, *(key for key in other if key not in one)]
        return [
            line
            for key in keys
            for line in _differences(one.get(key), other.get(key), f"{path}.{key}")
        ]
    if isinstance(one, list) and isinstance(other, list) and len(one) == len(other):
        return [
            line
            for at, (a, b) in enumerate(zip(one, other, strict=True))
            for line in _differences(a, b, f"{path}[{at}]")
        ]
    shown = path.removeprefix(".result").removeprefix(".") or "all"
    return [] if one == other else [f"{shown} is {one} and {other}"]
