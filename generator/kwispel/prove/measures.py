"""What a quiz's key does, in numbers: what `check --report` tells of each score."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from kwispel.core.score import scores_of
from kwispel.prove.distribution import Distribution, Ends, distribution, ends
from kwispel.prove.readers import (
    letters,
    middle,
    result_of,
    same_letter,
    upper_middle,
)
from kwispel.source.names import letter

if TYPE_CHECKING:
    from kwispel.core.shapes import Result, Sheet, SheetScore
    from kwispel.core.shapes import Score as Scored
    from kwispel.model.shapes import Quiz, Score


@dataclass(frozen=True, slots=True)
class Measures:
    """What is known of one score.

    Shape: found is None where there is too much to count, and reach then holds what
    is still known. readers maps what somebody does who does not read to what comes of
    it. parts maps the id of each member to its part in the range of the score.
    """

    score: Score
    found: Distribution | None
    reach: Ends | None
    readers: Mapping[str, Scored]
    parts: Mapping[str, Fraction]


def measures(quiz: Quiz, sheet: Sheet) -> Iterator[Measures]:
    """Measure every score of a quiz, the total first."""
    results = dict(_readers(sheet))
    for score, compiled in zip(quiz.scores, sheet["scores"], strict=True):
        found = distribution(sheet, compiled)
        yield Measures(
            score=score,
            found=found,
            reach=found.ends if found else ends(sheet, compiled),
            readers={
                reader: scores_of(result)[score.id]
                for reader, result in results.items()
            },
            parts=_parts(sheet, compiled),
        )


def _readers(sheet: Sheet) -> Iterator[tuple[str, Result]]:
    for position in range(letters(sheet)):
        yield f"always {letter(position)}", result_of(sheet, same_letter(position))
    lower, upper = result_of(sheet, middle), result_of(sheet, upper_middle)
    if _answers(lower) == _answers(upper):
        yield "always the middle answer", lower
    else:
        yield "the lower middle answer", lower
        yield "the upper middle answer", upper


def _answers(result: Result) -> list[str | list[str] | None]:
    return [line["answer"] for line in result["ledger"]]


def _parts(sheet: Sheet, score: SheetScore) -> Mapping[str, Fraction]:
    """Give each member's part in the range, the largest first."""
    spans = {
        sheet["questions"][member["question"]]["id"]: member["high"] - member["low"]
        for member in score["members"]
    }
    whole = sum(spans.values())
    rising = sorted(spans.items(), key=lambda each: -each[1])
    return {
        name: Fraction(span, whole) if whole else Fraction(0) for name, span in rising
    }
