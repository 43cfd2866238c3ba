"""Worked examples, run on the engine: the author's arithmetic against ours."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from kwispel.core.outcome import TOTAL, outcome
from kwispel.core.show import exact_text
from kwispel.errors import Problem
from kwispel.model.answers import parse_answers
from kwispel.model.shapes import NO_SCORE, ExpectedValue

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kwispel.core.shapes import LedgerLine, Result, Sheet
    from kwispel.core.shapes import Score as Scored
    from kwispel.model.shapes import Example, ExpectedScore, Quiz


_NOT_COUNTED = {"na": "n.a.", "open": "left open", "hidden": "not asked"}


def example_problems(quiz: Quiz, sheet: Sheet) -> tuple[Problem, ...]:
    """Say where a worked example and the engine differ."""
    return tuple(
        problem for example in quiz.examples for problem in _tried(quiz, sheet, example)
    )


def _tried(quiz: Quiz, sheet: Sheet, example: Example) -> Iterator[Problem]:
    answers = parse_answers(sheet, example.answers)
    if isinstance(answers, list):
        for sentence in answers:
            yield Problem(
                example.place,
                "example-answers",
                f"the answers of this example do not fit the quiz: {sentence}",
                "Give a word for each question in order, or question=option pairs.",
            )
        return
    result = outcome(sheet, answers)["result"]
    if result is not None:
        decimals = {score.id: score.decimals for score in quiz.scores}
        for score_id, expected in example.expected.items():
            yield from _compared(result, score_id, expected, decimals[score_id])


def _compared(
    result: Result, score_id: str, expected: ExpectedScore, decimals: int
) -> Iterator[Problem]:
    scored = result["total"] if score_id == TOTAL else result["factors"][score_id]
    if scored is None:
        return
    if expected.value is not None and not _agrees(expected.value, scored, decimals):
        computed = scored["value"]
        yield _differs(
            expected,
            f'the example says {expected.value} for "{score_id}", the engine computes '
            + ("no score" if computed is None else exact_text(computed)),
            result,
        )
    if expected.band is not None and expected.band != scored["band"]:
        computed_band = scored["band"]
        yield _differs(
            expected,
            f'the example says band "{expected.band}" for "{score_id}", the engine '
            + (f'finds "{computed_band}"' if computed_band else "finds none"),
            result,
        )


def _agrees(expected: ExpectedValue, scored: Scored, decimals: int) -> bool:
    value = scored["value"]
    if expected == NO_SCORE:
        return value is None
    if value is None or scored["text"] is None:
        return False
    as_shown = decimals > 0 and expected == Fraction(scored["text"])
    return as_shown or expected == Fraction(value.n, value.d)


def _differs(expected: ExpectedScore, message: str, result: Result) -> Problem:
    lines = ", ".join(_line(line) for line in result["ledger"])
    return Problem(
        expected.place,
        "example-differs",
        message,
        f"Mend the example or the points; the ledger: {lines}.",
    )


def _line(line: LedgerLine) -> str:
    answer = line["answer"]
    chosen = "+".join(answer) or "0" if isinstance(answer, list) else answer
    if line["value"] is None:
        return f"{line['question']}={chosen or '-'} {_NOT_COUNTED[line['state']]}"
    return f"{line['question']}={chosen} {exact_text(line['value'])}"
