"""Warn where choosing the same letter all the way lands at an end of the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwispel.core.outcome import TOTAL, outcome
from kwispel.errors import Problem

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet, SheetQuestion
    from kwispel.model.shapes import Quiz

WARNING = "same-letter"


def balance_problems(quiz: Quiz, sheet: Sheet) -> tuple[Problem, ...]:
    """Say which letter, always chosen, lands in the top or the bottom band.

    Only for quizzes that try to balance: questions differ in the order of points.
    Source: docs/reference/scoring.md, "Warnings".
    """
    bands = [s["bands"] for s in sheet["scores"] if s["id"] == TOTAL]
    if not bands or len(bands[0]) <= 1 or WARNING in quiz.intended:
        return ()
    orders = {_order(question) for question in sheet["questions"]} - {None}
    if len(orders) <= 1:
        return ()
    reached = [_band_of_letter(sheet, p) for p in range(_shortest(sheet))]
    ends = (("bottom", bands[0][0]["id"]), ("top", bands[0][-1]["id"]))
    return tuple(
        _at_an_end(quiz, f'{end} band "{band}"', _numbers(reached, band))
        for end, band in ends
        if band in reached
    )


def _shortest(sheet: Sheet) -> int:
    return min(len(question["options"]) for question in sheet["questions"])


def _band_of_letter(sheet: Sheet, position: int) -> str | None:
    answers = {q["id"]: q["options"][position] for q in sheet["questions"]}
    result = outcome(sheet, answers)["result"]
    return result["total"]["band"] if result and result["total"] else None


def _numbers(reached: list[str | None], band: str) -> str:
    found = [str(number) for number, b in enumerate(reached, 1) if b == band]
    return found[0] if len(found) == 1 else f"{', '.join(found[:-1])} or {found[-1]}"


def _at_an_end(quiz: Quiz, end: str, letters: str) -> Problem:
    return Problem(
        quiz.place,
        WARNING,
        f"always choosing option {letters} lands in the {end}",
        "Change the order of options in some questions, or name "
        f'"{WARNING}" under intended.',
        "warning",
    )


def _order(question: SheetQuestion) -> tuple[int, ...] | None:
    """Give the order of a question's points; None where all are equal.

    N.a. takes no part. Points that only rise, or only fall, have one order however
    many they are.
    """
    points = [p for p in question["points"] if p is not None]
    if len(set(points)) == 1:
        return None
    if points == sorted(points):
        return (0, 1)
    if points == sorted(points, reverse=True):
        return (1, 0)
    return tuple(sorted(range(len(points)), key=points.__getitem__))
