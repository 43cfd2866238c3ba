"""Every score that complete answers can reach, and by how many patterns of answers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import TYPE_CHECKING

from kwispel.core.bands import band_of, bands_of
from kwispel.core.ratio import Ratio, rounded
from kwispel.core.score import value_of
from kwispel.prove.cases import Case, cases
from kwispel.prove.ways import TooMany, all_of, ends_of

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet, SheetScore

Ends = tuple[Ratio, Ratio]


@dataclass(frozen=True)
class Distribution:
    """Which scores complete answers reach.

    Shape: patterns maps each reachable score to the number of answer patterns that
    reach it, in rising order; without counts the patterns that get no score; in_band
    maps a band's id to its patterns, 0 where it is never reached, and None to those
    of scores in no band. A pattern is a way to answer all questions that are asked,
    of those that are members or hang together with one by `when`; n.a. is never
    chosen.
    Source: docs/reference/scoring.md, "What `check` proves".
    """

    patterns: Mapping[Ratio, int]
    without: int
    in_band: Mapping[str | None, int]

    @property
    def ends(self) -> Ends | None:
        """Give the least and the greatest score; None where there is never one."""
        if not self.patterns:
            return None
        return next(iter(self.patterns)), next(reversed(list(self.patterns)))

    @cached_property
    def scored(self) -> int:
        """Give the number of patterns that get a score."""
        return sum(self.patterns.values())

    @property
    def all_patterns(self) -> int:
        """Give the number of patterns, with and without a score."""
        return self.scored + self.without

    @cached_property
    def mean(self) -> Fraction:
        """Give the mean score of a reader who clicks at random.

        Raises: ZeroDivisionError where there is never a score.
        """
        return self._sum_of(1) / self.scored

    @cached_property
    def variance(self) -> Fraction:
        """Give the variance of the scores of readers who click at random."""
        return self._sum_of(2) / self.scored - self.mean**2

    @property
    def median(self) -> Fraction:
        """Give the middle score, between the two where the number is even."""
        middle = self._at((self.scored - 1) // 2), self._at(self.scored // 2)
        return sum(middle, Fraction(0)) / 2

    def share_of(self, band: str | None) -> Fraction:
        """Give the part of all patterns that reach a band."""
        return Fraction(self.in_band.get(band, 0), self.all_patterns)

    def _sum_of(self, power: int) -> Fraction:
        # Over one denominator: adding thousands of fractions would take seconds.
        unit = lcm(*(value.d for value in self.patterns))
        added = sum(
            patterns * (value.n * (unit // value.d)) ** power
            for value, patterns in self.patterns.items()
        )
        return Fraction(added, unit**power)

    def _at(self, position: int) -> Fraction:
        for value, patterns in self.patterns.items():
            position -= patterns
            if position < 0:
                return fraction(value)
        raise IndexError(position)


def fraction(value: Ratio) -> Fraction:
    """Give a number of the engine as one of Python's library."""
    return Fraction(value.n, value.d)


def distribution(sheet: Sheet, score: SheetScore) -> Distribution | None:
    """Count the answer patterns of every score by convolution, exactly.

    None: there are more scores or cases than the bounds in `ways` allow.
    """
    try:
        found = cases(sheet, score, all_of)
    except TooMany:
        return None
    patterns: dict[Ratio, int] = {}
    without = 0
    for value, number in _values(score, found):
        if value is None:
            without += number
        else:
            patterns[value] = patterns.get(value, 0) + number
    rising = {value: patterns[value] for value in sorted(patterns)}
    return Distribution(rising, without, _in_band(score, rising))


def ends(sheet: Sheet, score: SheetScore) -> Ends | None:
    """Give the least and the greatest score of complete answers, exactly.

    This needs far less than a distribution. None: there is never a score, or there
    are too many cases even so.
    """
    try:
        found = cases(sheet, score, ends_of)
    except TooMany:
        return None
    values = [value for value, _ in _values(score, found) if value is not None]
    return (min(values), max(values)) if values else None


def _values(
    score: SheetScore, found: Iterable[Case]
) -> Iterator[tuple[Ratio | None, int]]:
    """Give the score of every case with its number of patterns, rising in a case."""
    for case in found:
        added = case.added.copy()
        for points in sorted(case.ways):
            added["points"] = points
            value = value_of(score, added)
            if value is not None and score.get("round"):
                value = rounded(value, score["decimals"])
            yield value, case.ways[points]


def _in_band(
    score: SheetScore, patterns: Mapping[Ratio, int]
) -> Mapping[str | None, int]:
    """Count the patterns of each band."""
    counted: dict[str | None, int] = {band["id"]: 0 for band in score["bands"]}
    if not patterns:
        return counted
    # Limits never move for complete answers, and the first band reaches down to the
    # minimum of whoever answers: one list of bands does for all.
    reach = next(iter(patterns)), next(reversed(list(patterns)))
    bands = bands_of(score, reach, reach)
    for value, number in patterns.items():
        band = band_of(value, bands)
        counted[band] = counted.get(band, 0) + number
    return counted
