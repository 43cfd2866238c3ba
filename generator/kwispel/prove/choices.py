"""The ways to answer one question, put together where no `when` tells them apart."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwispel.core.tally import contribution
from kwispel.prove.links import NOTHING, Held
from kwispel.prove.ways import Keep, Ways, add_ways, check_cases

if TYPE_CHECKING:
    from kwispel.core.shapes import Member, SheetQuestion


@dataclass(frozen=True, slots=True)
class Choice:
    """Complete answers to a question that mean the same to every `when`.

    Shape: holds are the conditions that they make true.
    """

    holds: Held
    ways: Mapping[int, int]


def choices(
    question: SheetQuestion, member: Member | None, read: Held, keep: Keep
) -> list[Choice]:
    """Give the complete answers to a question; n.a. is none.

    Shape: read are the conditions on this question that matter; what is no member
    brings 0.
    Raises: TooMany.
    """
    each = [
        (holding(option, read), _brings(member, [option]))
        for option, points in enumerate(question["points"])
        if points is not None
    ]
    if question.get("multiple"):
        found = _subsets(each, _brings(member, []), keep)
    else:
        found = _together(each)
    return [Choice(holds, keep(ways)) for holds, ways in found.items()]


def parts(question: SheetQuestion, member: Member) -> list[Ways]:
    """Give ways that convolved are those to answer a question that no `when` reads.

    Each option of a multiple choice is one, ticked or not: all subsets would be many.
    """
    each = [
        _brings(member, [option])
        for option, points in enumerate(question["points"])
        if points is not None
    ]
    if question.get("multiple"):
        base = _brings(member, [])
        return [{base: 1}, *(_ticked_or_not(points - base) for points in each)]
    return [_together((NOTHING, points) for points in each)[NOTHING]]


def _ticked_or_not(points: int) -> Ways:
    return {0: 1, points: 1} if points else {0: 2}


def holding(option: int, read: Held) -> Held:
    """Give those of the conditions on a question that hold where this is chosen."""
    return frozenset(key for key in read if option in key[1])


def _brings(member: Member | None, chosen: list[int]) -> int:
    return contribution(member, chosen) if member else 0


def _together(each: Iterable[tuple[Held, int]]) -> dict[Held, Ways]:
    found: dict[Held, Ways] = {}
    for holds, points in each:
        add_ways(found.setdefault(holds, {}), {points: 1})
    return found


def _subsets(
    each: Iterable[tuple[Held, int]], base: int, keep: Keep
) -> dict[Held, Ways]:
    """Count all subsets of the options, taking in one option after the other."""
    found: dict[Held, Ways] = {NOTHING: {base: 1}}
    for holds, points in each:
        grown = {held: dict(ways) for held, ways in found.items()}
        for held, ways in found.items():
            add_ways(grown.setdefault(held | holds, {}), ways, points - base)
        found = {held: keep(ways) for held, ways in grown.items()}
        check_cases(len(found), sum(map(len, found.values())))
    return found
