"""Readers who do not read: what they click without looking at what it says."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

from kwispel.core.outcome import outcome

if TYPE_CHECKING:
    from kwispel.core.shapes import Result, Sheet, SheetQuestion

Chosen: TypeAlias = "Callable[[SheetQuestion], list[int]]"
"""What such a reader chooses: positions of options."""


def letters(sheet: Sheet) -> int:
    """Give how many letters a single choice offers, up to the last with points.

    Where there are only multiple choices, they are looked at instead.
    """
    every = sheet["questions"]
    single = [question for question in every if not question.get("multiple")]
    return max(_counted(question)[-1] + 1 for question in single or every)


def same_letter(position: int) -> Chosen:
    """Choose the option at one position everywhere.

    Where it is missing or n.a., it is the last one before it that has points, or else
    the first one that has; of a multiple choice, that one is ticked alone.
    """

    def chosen(question: SheetQuestion) -> list[int]:
        counted = _counted(question)
        reached = [option for option in counted if option <= position]
        return [reached[-1] if reached else counted[0]]

    return chosen


def middle(question: SheetQuestion) -> list[int]:
    """Choose the answer with the middle number of points; of two, the lower.

    Of a multiple choice, every other option in order of points is ticked, from the
    second on.
    """
    return _middle(question, 1)


def upper_middle(question: SheetQuestion) -> list[int]:
    """Choose the answer with the middle number of points; of two, the higher.

    Of a multiple choice, every other option is ticked, from the first on.
    """
    return _middle(question, 0)


def result_of(sheet: Sheet, chosen: Chosen) -> Result:
    """Score what such a reader would choose."""
    answers: dict[str, str | list[str]] = {}
    for question in sheet["questions"]:
        ids = [question["options"][option] for option in chosen(question)]
        answers[question["id"]] = ids if question.get("multiple") else ids[0]
    result = outcome(sheet, answers)["result"]
    if result is None:
        raise AssertionError("every question is answered")
    return result


def _counted(question: SheetQuestion) -> list[int]:
    return [at for at, points in enumerate(question["points"]) if points is not None]


def _middle(question: SheetQuestion, below: int) -> list[int]:
    rising = sorted(_counted(question), key=lambda at: question["points"][at] or 0)
    if question.get("multiple"):
        return rising[below::2]
    return [rising[(len(rising) - below) // 2]]
