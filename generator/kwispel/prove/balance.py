"""Warn where choosing the same letter all the way lands at an end of the scale."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwispel.core.outcome import TOTAL, outcome
from kwispel.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

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
    if len({_order(question) for question in sheet["questions"]}) == 1:
        return ()
    ends = {bands[0][0]["id"]: "bottom", bands[0][-1]["id"]: "top"}
    return tuple(_at_an_end(quiz, sheet, ends))


def _at_an_end(quiz: Quiz, sheet: Sheet, ends: dict[str, str]) -> Iterator[Problem]:
    for position in range(min(len(q["options"]) for q in sheet["questions"])):
        answers = {q["id"]: q["options"][position] for q in sheet["questions"]}
        result = outcome(sheet, answers)["result"]
        band = result["total"]["band"] if result and result["total"] else None
        if band in ends:
            yield Problem(
                quiz.place,
                WARNING,
                f"always choosing option {position + 1} lands in the {ends[band]} "
                f'band "{band}"',
                "Change the order of options in some questions, or name "
                f'"{WARNING}" under intended.',
                "warning",
            )


def _order(question: SheetQuestion) -> tuple[int, ...]:
    """Give the options' positions by rising points; n.a. takes no part."""
    worth = [(p, i) for i, p in enumerate(question["points"]) if p is not None]
    return tuple(i for _, i in sorted(worth))
