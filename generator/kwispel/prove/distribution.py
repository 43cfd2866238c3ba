"""Every score that complete answers can reach, and by how many patterns of answers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwispel.core.ratio import Ratio
from kwispel.core.score import range_of, value_of
from kwispel.core.tally import answer, ask, empty

if TYPE_CHECKING:
    from kwispel.core.shapes import SheetScore, Tally

MOST_SCORES = 200_000


@dataclass(frozen=True, slots=True)
class Distribution:
    """Which scores complete answers reach.

    Shape: patterns maps each reachable score to the number of answer patterns of its
    members that reach it, in rising order; n.a. is never chosen.
    Source: docs/reference/scoring.md, "What check proves".
    """

    patterns: dict[Ratio, int]

    @property
    def least(self) -> Ratio:
        """Give the least score that can be reached."""
        return next(iter(self.patterns))

    @property
    def most(self) -> Ratio:
        """Give the greatest score that can be reached."""
        return next(reversed(self.patterns))


def distribution(sheet: SheetScore) -> Distribution | None:
    """Add up all answer patterns by convolution, exactly.

    None: the score cannot vary, or it has more than MOST_SCORES distinct values.
    """
    sums = Counter({0: 1})
    for member in sheet["members"]:
        grown: Counter[int] = Counter()
        for points in member["points"]:
            if points is None:
                continue
            for total, patterns in sums.items():
                grown[total + points] += patterns
            if len(grown) > MOST_SCORES:
                return None
        sums = grown
    if len(sums) == 1:
        return None
    scored = {_value(sheet, points): n for points, n in sorted(sums.items())}
    rising = scored if next(iter(scored)) < next(reversed(scored)) else _turned(scored)
    return Distribution(rising)


def full_range(sheet: SheetScore) -> tuple[Ratio, Ratio]:
    """Give the least and the greatest score of those who answer everything."""
    return range_of(sheet, _tally(sheet, 0))


def _tally(sheet: SheetScore, points: int) -> Tally:
    added = empty()
    for member in sheet["members"]:
        ask(added, member)
        answer(added, member, 0)
    added["points"] = points
    return added


def _value(sheet: SheetScore, points: int) -> Ratio:
    value = value_of(sheet, _tally(sheet, points))
    if value is None:
        raise AssertionError("a score that can vary is there when all is answered")
    return value


def _turned(scored: dict[Ratio, int]) -> dict[Ratio, int]:
    return dict(reversed(scored.items()))
