"""Proof that every question with a `when` can be asked."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from kwispel.errors import Problem
from kwispel.prove.choices import holding
from kwispel.prove.links import NOTHING, Held, groups, is_asked, still_needed
from kwispel.prove.ways import TooMany, check_cases

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet, SheetQuestion
    from kwispel.model.shapes import Quiz


def asked_problems(quiz: Quiz, sheet: Sheet) -> tuple[Problem, ...]:
    """Say which questions no answers bring up."""
    return tuple(
        Problem(
            quiz.questions[position].place,
            "never-asked",
            f'the question "{quiz.questions[position].id}" is never asked: its "when"'
            " holds for no answers",
            'Let "when" name options that can be chosen together, or remove the '
            "question.",
            "warning",
        )
        for position in never_asked(sheet)
    )


def never_asked(sheet: Sheet) -> list[int]:
    """Give the questions that stay hidden whatever is answered, n.a. included.

    Shape: positions. Where a group of questions has more than MOST_CASES cases to try,
    none of it is given.
    """
    hidden: list[int] = []
    for group in groups(sheet):
        try:
            hidden += _hidden_in(group, sheet)
        except TooMany:
            continue
    return sorted(hidden)


def _hidden_in(group: Iterable[int], sheet: Sheet) -> list[int]:
    needed = still_needed(sheet, group)
    cases: set[Held] = {NOTHING}
    hidden: list[int] = []
    for position in group:
        question = sheet["questions"][position]
        read = frozenset(key for key in needed[position] if key[0] == position)
        asked = {held for held in cases if is_asked(question, held)}
        if not asked:
            hidden.append(position)
        left = needed[position]
        answered = _answers(question, read)
        cases = {held & left for held in cases - asked} | {
            held & left | holds for held in asked for holds in answered
        }
        check_cases(len(cases), 0)
    return hidden


def _answers(question: SheetQuestion, read: Held) -> set[Held]:
    """Give which conditions on a question can hold together."""
    rows = list(enumerate(question["points"]))
    found = {holding(option, read) for option, points in rows if points is None}
    counted = {holding(option, read) for option, points in rows if points is not None}
    if not question.get("multiple"):
        return found | counted | ({NOTHING} if question.get("optional") else set())
    ticked: set[Held] = {NOTHING}
    for holds in counted:
        ticked |= {held | holds for held in ticked}
        check_cases(len(ticked), 0)
    return found | ticked
