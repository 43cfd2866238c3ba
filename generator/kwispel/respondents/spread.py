"""Mean, spread and reliability of scores, exactly and in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwispel.core.ratio import Ratio

MOST_COUNTED = 10_000
"""So many different values are counted before they are added up."""

_FEWEST = 2


class Moments:
    """How many numbers there were, their sum and that of their squares."""

    def __init__(self) -> None:
        """Begin with none."""
        self.n = 0
        self._sum = Fraction(0)
        self._squares = Fraction(0)
        self._counted: Counter[tuple[int, int]] = Counter()

    def add(self, value: Ratio) -> None:
        """Take one more number in."""
        self.n += 1
        self._counted[value.n, value.d] += 1
        if len(self._counted) >= MOST_COUNTED:
            self._add_up()

    def mean(self) -> Fraction | None:
        """Give the mean, None where there is nothing to take it of."""
        self._add_up()
        return self._sum / self.n if self.n else None

    def variance(self) -> Fraction | None:
        """Give the sample variance, None of fewer than two numbers."""
        self._add_up()
        return variance(self.n, self._sum, self._squares)

    def _add_up(self) -> None:
        for (n, d), times in self._counted.items():
            self._sum += Fraction(n * times, d)
            self._squares += Fraction(n * n * times, d * d)
        self._counted.clear()


class Consistency:
    """The answers of those who answered every member of a scale."""

    def __init__(self, members: int) -> None:
        """Begin with nobody."""
        self.n = 0
        self.members = members
        self._sums = [0] * members
        self._squares = [0] * members
        self._total = 0
        self._total_squares = 0

    def add(self, points: Sequence[int]) -> None:
        """Take one more respondent in.

        Units: what each member brought to the score, after `reverse` and weights.
        """
        self.n += 1
        for position, worth in enumerate(points):
            self._sums[position] += worth
            self._squares[position] += worth * worth
        total = sum(points)
        self._total += total
        self._total_squares += total * total

    def alpha(self) -> Fraction | None:
        """Give Cronbach's alpha, None where it is not defined.

        That is for a scale of one member, for fewer than two respondents, and where
        all have the same sum.
        """
        of_sums = variance(self.n, self._total, self._total_squares)
        of_members = [
            variance(self.n, total, squares)
            for total, squares in zip(self._sums, self._squares, strict=True)
        ]
        known = [each for each in of_members if each is not None]
        return alpha(known, of_sums) if of_sums is not None else None


def variance(n: int, total: Fraction | int, squares: Fraction | int) -> Fraction | None:
    """Give the sample variance, which divides by n - 1."""
    if n < _FEWEST:
        return None
    return (squares - Fraction(total * total, n)) / (n - 1)


def alpha(of_members: Sequence[Fraction], of_sums: Fraction) -> Fraction | None:
    """Give k/(k - 1) · (1 - Σ variances of members / variance of their sum).

    Source: Cronbach (1951), "Coefficient alpha and the internal structure of tests",
    Psychometrika 16, 297-334.
    """
    k = len(of_members)
    if k < _FEWEST or of_sums == 0:
        return None
    return Fraction(k, k - 1) * (1 - sum(of_members, Fraction(0)) / of_sums)
