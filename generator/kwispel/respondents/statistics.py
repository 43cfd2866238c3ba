"""What is said of all respondents together: a line for each score."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from kwispel.core.ratio import Ratio
from kwispel.core.show import decimal_text
from kwispel.prove.words import columns, root
from kwispel.respondents.spread import Consistency, Moments

if TYPE_CHECKING:
    from kwispel.core.shapes import Score, Sheet, SheetScore
    from kwispel.respondents.cells import Said
    from kwispel.respondents.scorer import Made

MORE_DIGITS = 2
"""Digits that mean and standard deviation have beyond those of a score."""

ALPHA_DIGITS = 3
NOTHING = "-"


@dataclass(frozen=True, slots=True)
class Line:
    """What is said of one score; None where it cannot be said.

    Shape: texts with a point, rounded half away from zero.
    """

    id: str
    n: int
    mean: str | None
    sd: str | None
    alpha: str | None
    members: int
    complete: int


class Statistics:
    """Takes in respondents, one after the other."""

    def __init__(self, sheet: Sheet) -> None:
        """Begin with nobody."""
        self._scores = [
            (each, Moments(), Consistency(len(each["members"])))
            for each in sheet["scores"]
        ]

    def add(
        self, said: Sequence[Said], made: Sequence[Made], scores: Sequence[Score]
    ) -> None:
        """Take one more respondent in.

        Shape: made is as the answers come to it, scores as they were given, which a
        hook may have adjusted.
        """
        for at, (sheet, moments, consistency) in enumerate(self._scores):
            value = scores[at]["value"]
            if value is not None:
                moments.add(value)
            if made[at].is_complete:
                members = sheet["members"]
                consistency.add([said[m["question"]].points[at] for m in members])

    def lines(self) -> list[Line]:
        """Give what there is to say, the total first."""
        return [_line(*each) for each in self._scores]


def _line(sheet: SheetScore, moments: Moments, consistency: Consistency) -> Line:
    digits = sheet["decimals"] + MORE_DIGITS
    mean, variance, alpha = moments.mean(), moments.variance(), consistency.alpha()
    return Line(
        id=sheet["id"],
        n=moments.n,
        mean=None if mean is None else _text(mean, digits),
        sd=None if variance is None else _text(root(variance, digits), digits),
        alpha=None if alpha is None else _text(alpha, ALPHA_DIGITS),
        members=consistency.members,
        complete=consistency.n,
    )


def _text(number: Fraction, digits: int) -> str:
    return decimal_text(Ratio(number.numerator, number.denominator), digits)


def statistics_text(lines: Sequence[Line]) -> str:
    """Give the lines as a table for people."""
    head = ("score", "n", "mean", "sd", "alpha", "items", "complete")
    rows = [
        (
            *(line.id, str(line.n), line.mean, line.sd, line.alpha),
            *(str(line.members), str(line.complete)),
        )
        for line in lines
    ]
    table = [head, *([cell or NOTHING for cell in row] for row in rows)]
    return "\n".join(columns(table, right=range(1, len(head))))


def statistics_json(lines: Sequence[Line]) -> str:
    """Give the lines as one object, by score; what cannot be said is null."""
    data = {
        line.id: {
            "n": line.n,
            "mean": _number(line.mean),
            "sd": _number(line.sd),
            "alpha": _number(line.alpha),
            "items": line.members,
            "complete": line.complete,
        }
        for line in lines
    }
    return json.dumps({"statistics": data})


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)
