"""Worked examples, run on the engine: the author's arithmetic against ours."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from kwispel.core.score import scores_of
from kwispel.core.show import exact_text
from kwispel.errors import Problem
from kwispel.hook.scorer import HookFailed, scorer
from kwispel.model.answers import parse_answers
from kwispel.model.shapes import NO_SCORE
from kwispel.prove.accounts import accounts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kwispel.core.shapes import Result, Sheet
    from kwispel.core.shapes import Score as Scored
    from kwispel.hook.scorer import Score
    from kwispel.model.shapes import Example, ExpectedScore, Quiz


@dataclass(frozen=True, slots=True)
class _Difference:
    """Where an example and the engine differ, and in what words."""

    expected: ExpectedScore
    words: str


def example_problems(quiz: Quiz, sheet: Sheet) -> tuple[Problem, ...]:
    """Say where a worked example and the engine, with the quiz's hook, differ.

    Shape: one problem an example.
    """
    with scorer(quiz, sheet) as score:
        try:
            return tuple(
                problem
                for example in quiz.examples
                for problem in _tried(quiz, sheet, score, example)
            )
        except HookFailed:
            return ()  # the trial of the hook has the examples too, and tells


def _tried(
    quiz: Quiz, sheet: Sheet, score: Score, example: Example
) -> Iterator[Problem]:
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
    result = score(answers)["result"]
    if result is not None:
        yield from _compared(quiz, example, result)


def _compared(quiz: Quiz, example: Example, result: Result) -> Iterator[Problem]:
    decimals = {score.id: score.decimals for score in quiz.scores}
    made = scores_of(result)
    found = [
        difference
        for score_id, expected in example.expected.items()
        for difference in _differences(
            score_id, expected, made[score_id], decimals[score_id]
        )
    ]
    if not found:
        return
    first, *more = found
    ending = "s" if len(more) == 1 else ""
    ours = "the points or scoring.py" if quiz.hook else "the points"
    others = f", and {len(more)} more differ{ending}" if more else ""
    yield Problem(
        first.expected.place,
        "example-differs",
        f"the example says {first.words}{others}",
        "\n".join(
            [
                f"Mend the example, or {ours}, until both say the same.",
                *accounts(quiz, example, result),
            ]
        ),
    )


def _differences(
    score_id: str, expected: ExpectedScore, scored: Scored, decimals: int
) -> Iterator[_Difference]:
    value, band = scored["value"], scored["band"]
    if expected.value is not None and not _agrees(expected, scored, decimals):
        told = "no score" if expected.value == NO_SCORE else expected.value
        computed = "no score" if value is None else exact_text(value)
        words = f'{told} for "{score_id}", the engine computes {computed}'
        yield _Difference(expected, words)
    if expected.band is not None and expected.band != band:
        computed = f'"{band}"' if band else "none"
        words = f'band "{expected.band}" for "{score_id}", the engine finds {computed}'
        yield _Difference(expected, words)


def _agrees(expected: ExpectedScore, scored: Scored, decimals: int) -> bool:
    value, told = scored["value"], expected.value
    if told == NO_SCORE:
        return value is None
    if value is None or scored["text"] is None:
        return False
    as_shown = decimals > 0 and told == Fraction(scored["text"])
    return as_shown or told == Fraction(value.n, value.d)
