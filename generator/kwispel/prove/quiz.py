"""Everything that can be proved about a compiled quiz, in one call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwispel.errors import Place, Problem
from kwispel.prove.asked import asked_problems
from kwispel.prove.balance import balance_problems
from kwispel.prove.bands import band_problems
from kwispel.prove.examples import example_problems

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kwispel.core.shapes import Pair, Sheet, SheetBand, SheetScore
    from kwispel.model.shapes import Quiz

GREATEST_WHOLE = 2**53 - 1
"""Above it JSON's numbers are no longer exact in a browser."""


def prove(quiz: Quiz, sheet: Sheet) -> tuple[Problem, ...]:
    """Give all that stands against a quiz once its sheet is known.

    Source: docs/reference/scoring.md, "What `check` proves".
    """
    too_fine = tuple(_too_fine(quiz, sheet))
    if too_fine:
        return too_fine
    found = (
        *asked_problems(quiz, sheet),
        *(p for score in quiz.scores for p in band_problems(score, sheet)),
        *balance_problems(quiz, sheet),
        *example_problems(quiz, sheet),
    )
    return tuple(problem for problem in found if problem.code not in quiz.intended)


def _too_fine(quiz: Quiz, sheet: Sheet) -> Iterator[Problem]:
    for score, compiled in zip(quiz.scores, sheet["scores"], strict=True):
        if _largest(compiled) > GREATEST_WHOLE:
            yield _no_denominator(score.place, f'points and weights of "{score.id}"')
    for question, asked in zip(quiz.questions, sheet["questions"], strict=True):
        points = [abs(p) for p in asked["points"] if p is not None]
        if max(asked["unit"], sum(points)) > GREATEST_WHOLE:
            yield _no_denominator(question.place, f'points of "{question.id}"')


def _no_denominator(place: Place, numbers: str) -> Problem:
    return Problem(
        place,
        "points-too-fine",
        f"the {numbers} have no common denominator that a browser can hold",
        "Use fewer decimals, or fractions with denominators that match.",
    )


def _limit(band: SheetBand) -> Pair | None:
    return band.get("above") or band.get("from")


def _largest(score: SheetScore) -> int:
    pairs = [score["multiply"], score["add"], score["minimum_answered"]["share"]]
    pairs += [limit for band in score["bands"] if (limit := _limit(band))]
    # No option brings more than the ends of its member, and neither does its base.
    spread = [
        abs(m["high"]) + abs(m["low"]) + abs(m["weight"]) for m in score["members"]
    ]
    table = score.get("table")
    entries = [table["unit"], *table["entries"]] if table else []
    return max(
        *(score["unit"], sum(spread)),
        *(abs(n) for pair in [*pairs, entries] for n in pair),
    )
