"""Numbers of ways: what answers bring, and by how many answers, within bounds."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeAlias

Ways: TypeAlias = dict[int, int]
"""What answers bring to a score, in its unit, to the number of those that bring it."""

Keep: TypeAlias = Callable[[Ways], Ways]
"""What is kept of many ways: `all_of` them, or the `ends_of` them."""

MOST_SCORES = 200_000
MOST_CASES = 100_000
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


def check_cases(cases: int, kept: int) -> None:
    """Refuse more cases than can be enumerated, or more in them than can be kept.

    Raises: TooMany.
    """
    if cases > MOST_CASES or kept > MOST_KEPT:
        raise TooMany
