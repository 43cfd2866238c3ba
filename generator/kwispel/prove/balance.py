"""Warn where choosing the same letter all the way lands at an end of the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwispel.core.score import TOTAL
from kwispel.errors import Problem
from kwispel.prove.readers import letters, result_of, same_letter

if TYPE_CHECKING:
    from kwispel.core.shapes import Member, Sheet, SheetScore
    from kwispel.model.shapes import Quiz

WARNING = "same-letter"


def balance_problems(quiz: Quiz, sheet: Sheet) -> tuple[Problem, ...]:
    """Say which letter, always chosen, lands in the top or the bottom band.

    Only for quizzes that try to balance: questions differ in the order of points.
    Source: docs/reference/scoring.md, "Warnings".
    """
    total = next((one for one in sheet["scores"] if one["id"] == TOTAL), None)
    if total is None:
        return ()
    bands = [band["id"] for band in total["bands"] if "from" in band or "above" in band]
    if len(bands) <= 1 or not _is_balanced(sheet, total):
        return ()
    reached = [_band_of_letter(sheet, position) for position in range(letters(sheet))]
    ends = (("bottom", bands[0]), ("top", bands[-1]))
    return tuple(
        _at_an_end(quiz, f'{end} band "{band}"', _numbers(reached, band))
        for end, band in ends
        if band in reached
    )


def _is_balanced(sheet: Sheet, total: SheetScore) -> bool:
    """Say whether single choices of the total put their points in several orders."""
    orders = {
        _order(member)
        for member in total["members"]
        if not sheet["questions"][member["question"]].get("multiple")
    }
    return len(orders - {None}) > 1


def _band_of_letter(sheet: Sheet, position: int) -> str | None:
    total = result_of(sheet, same_letter(position))["total"]
    return total["band"] if total else None


def _numbers(reached: list[str | None], band: str) -> str:
    found = [str(number) for number, b in enumerate(reached, 1) if b == band]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} or {found[-1]}"


def _at_an_end(quiz: Quiz, end: str, numbers: str) -> Problem:
    return Problem(
        quiz.place,
        WARNING,
        f"always choosing option {numbers} lands in the {end}",
        "Change the order of options in some questions, or name "
        f'"{WARNING}" under intended.',
        "warning",
    )


def _order(member: Member) -> tuple[int, ...] | None:
    """Give the order of a question's points; None where all are equal.

    N.a. takes no part. Points that only rise, or only fall, have one order however
    many they are; a negative weight turns it round.
    """
    points = [p for p in member["points"] if p is not None]
    if len(set(points)) == 1:
        return None
    if points == sorted(points):
        return (0, 1)
    if points == sorted(points, reverse=True):
        return (1, 0)
    return tuple(sorted(range(len(points)), key=points.__getitem__))
