"""Tallies packed into whole numbers, so that adding replies up is one addition each.

A tally adds up: that of a quiz is the sum of those of its questions. Packing keeps
sums, so that a row of answers takes one addition a question instead of eleven.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from kwispel.core.tally import empty, tally

if TYPE_CHECKING:
    from kwispel.core.shapes import Reply, Sheet, SheetScore, Tally

WIDTH = 64
"""Bits a number has: a sheet's are below 2**53, with room for sums and a sign."""

_HALF = 1 << (WIDTH - 1)
_MASK = (1 << WIDTH) - 1
_KEYS = tuple(empty())


def pack(added: Tally) -> int:
    """Give a tally as one number; that of a sum is the sum of the numbers."""
    numbers = cast("dict[str, int]", added)
    return sum(numbers[key] << (WIDTH * at) for at, key in enumerate(_KEYS))


def unpack(packed: int) -> Tally:
    """Give the tally that a number was made from."""
    numbers: dict[str, int] = {}
    for key in _KEYS:
        numbers[key] = ((packed + _HALF) & _MASK) - _HALF
        packed = (packed - numbers[key]) >> WIDTH
    return cast("Tally", numbers)


def packed_shares(sheet: Sheet, position: int, reply: Reply) -> tuple[int, ...]:
    """Give what a reply to one question adds to the tally of each score."""
    known: list[Reply] = [reply] * len(sheet["questions"])
    return tuple(
        pack(tally(_of_question(score, position), known)) for score in sheet["scores"]
    )


def _of_question(score: SheetScore, position: int) -> SheetScore:
    """Give a score of which one question alone is a member."""
    members = [m for m in score["members"] if m["question"] == position]
    return {**score, "members": members}
