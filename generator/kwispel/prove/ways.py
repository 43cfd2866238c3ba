"""Numbers of ways: what answers bring, and by how many answers, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import gcd, prod
from typing import TypeAlias

Ways: TypeAlias = dict[int, int]
"""What answers bring to a score, in its unit, to the number of those that bring it."""

Keep: TypeAlias = Callable[[Ways], Ways]
"""What is kept of many ways: `all_of` them, or the `ends_of` them."""

MOST_SCORES = 200_000
MOST_CASES = 100_000
MOST_SLOTS = 1_000_000
"""How long an even scale may be, reached scores and others, to convolve on it."""

MOST_KEPT = 1_000_000
"""How much is kept at a time over all cases, so that memory and time have an end."""


class TooMany(Exception):  # noqa: N818 - it says what is the case
    """Raised where there is more than can be proved."""


def all_of(ways: Ways) -> Ways:
    """Keep everything.

    Raises: TooMany.
    """
    if len(ways) > MOST_SCORES:
        raise TooMany
    return ways


def ends_of(ways: Ways) -> Ways:
    """Keep the least and the greatest; how many ways there are is lost."""
    return {min(ways): 1, max(ways): 1}


def add_ways(into: Ways, ways: Mapping[int, int], shift: int = 0) -> None:
    """Count ways among others, each bringing so much more."""
    for points, number in ways.items():
        total = points + shift
        into[total] = into.get(total, 0) + number


def convolved(some: Mapping[int, int], others: Mapping[int, int]) -> Ways:
    """Give the ways to bring something of both together."""
    few, many = (some, others) if len(some) < len(others) else (others, some)
    made: Ways = {}
    for shift, times in few.items():
        for points, number in many.items():
            total = points + shift
            made[total] = made.get(total, 0) + number * times
    return made


def product(start: Ways, factors: Sequence[Mapping[int, int]], keep: Keep) -> Ways:
    """Convolve many at once.

    Raises: TooMany.
    """
    if keep is all_of:
        grid = _Grid.of([start, *factors])
        if grid.slots <= MOST_SLOTS:
            return keep(grid.product(start, factors))
    made = start
    for ways in factors:
        made = keep(convolved(made, ways))
    return made


@dataclass(frozen=True, slots=True)
class _Grid:
    """Even steps on which all that is convolved has a place.

    Ways are packed into one whole number, so many bytes for each place: adding it to
    itself, moved by what an answer brings, is a convolution at the speed of C.
    """

    least: int
    step: int
    slots: int
    width: int

    @classmethod
    def of(cls, factors: Sequence[Mapping[int, int]]) -> _Grid:
        """Find the coarsest grid for what many bring together."""
        lows = [min(ways) for ways in factors]
        spans = [max(ways) - low for ways, low in zip(factors, lows, strict=True)]
        pairs = zip(factors, lows, strict=True)
        step = gcd(*(points - low for ways, low in pairs for points in ways)) or 1
        most = prod(sum(ways.values()) for ways in factors)
        width = most.bit_length() // 8 + 1
        return cls(sum(lows), step, sum(spans) // step + 1, width)

    def product(self, start: Ways, factors: Sequence[Mapping[int, int]]) -> Ways:
        """Convolve what fits the grid."""
        packed = self._packed(start)
        for ways in factors:
            low = min(ways)
            moved = [
                (packed << 8 * self.width * ((points - low) // self.step)) * number
                for points, number in ways.items()
            ]
            packed = sum(moved)
        return self._unpacked(packed.to_bytes(self.slots * self.width, "little"))

    def _packed(self, ways: Ways) -> int:
        """Put each number in its place: there may be many, too many to add up."""
        low = min(ways)
        places = bytearray(((max(ways) - low) // self.step + 1) * self.width)
        for points, number in ways.items():
            at = (points - low) // self.step * self.width
            places[at : at + self.width] = number.to_bytes(self.width, "little")
        return int.from_bytes(places, "little")

    def _unpacked(self, packed: bytes) -> Ways:
        width = self.width
        found = (
            int.from_bytes(packed[at : at + width], "little")
            for at in range(0, len(packed), width)
        )
        return {
            self.least + slot * self.step: number
            for slot, number in enumerate(found)
            if number
        }


def check_cases(cases: int, kept: int) -> None:
    """Refuse more cases than can be enumerated, or more in them than can be kept.

    Raises: TooMany.
    """
    if cases > MOST_CASES or kept > MOST_KEPT:
        raise TooMany
