"""From a quiz to its sheet: whole numbers over one denominator, plain data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from kwispel.model.key.fingerprint import fingerprint, key_of
from kwispel.model.questions import Question, Worth
from kwispel.model.shapes import Band, Quiz, Score

if TYPE_CHECKING:
    # The core has its shapes for type checkers alone, to spare the browser.
    from kwispel.core.shapes import (
        Condition,
        Member,
        Pair,
        Sheet,
        SheetBand,
        SheetQuestion,
        SheetScore,
    )

Positions = Mapping[str, tuple[int, list[str]]]
"""By question: its position, and the ids of its options."""


def compile_quiz(quiz: Quiz) -> Sheet:
    """Give all that scoring needs of a quiz, and nothing else."""
    positions = {
        question.id: (at, [option.id for option in question.options])
        for at, question in enumerate(quiz.questions)
    }
    sheet: Sheet = {
        "quiz": quiz.id,
        "version": quiz.version,
        "questions": [_question(question, positions) for question in quiz.questions],
        "scores": [_score(score, quiz.questions) for score in quiz.scores],
        "key": fingerprint(key_of(quiz)),
    }
    if quiz.hook:
        sheet["hook"] = True
    if any(compile_quiz(one) != sheet for one in quiz.translations):
        raise AssertionError("a translation has other words, and the same numbers")
    return sheet


def pair(number: Fraction) -> Pair:
    """Give an exact number as JSON can hold it."""
    return [number.numerator, number.denominator]


def conditions(
    alternative: Mapping[str, Sequence[str]], positions: Positions
) -> list[Condition]:
    """Give the conditions of one alternative of a `when`, by positions."""
    return [
        {
            "question": positions[name][0],
            "options": [positions[name][1].index(option) for option in options],
        }
        for name, options in alternative.items()
    ]


def _question(question: Question, positions: Positions) -> SheetQuestion:
    worth = question.worth()
    unit = _unit([worth.base, *worth.added])
    compiled: SheetQuestion = {
        "id": question.id,
        "options": [option.id for option in question.options],
        "points": [_whole(value, unit) for value in worth.added],
        "unit": unit,
    }
    if worth.base:
        compiled["base"] = int(worth.base * unit)
    if question.is_multiple:
        compiled["multiple"] = True
    if question.is_optional:
        compiled["optional"] = True
    if question.is_split:
        compiled["splits"] = True
    if question.when:
        compiled["when"] = [conditions(one, positions) for one in question.when]
    return compiled


def _score(score: Score, questions: tuple[Question, ...]) -> SheetScore:
    worths = {
        question.id: question.worth(score.id)
        for question in questions
        if question.id in score.members
    }
    weighed = [
        value if value is None else value * score.members[name]
        for name, worth in worths.items()
        for value in (worth.base, *worth.added)
    ]
    unit = _unit([*score.members.values(), *weighed])
    minimum = score.minimum_answered
    compiled: SheetScore = {
        "id": score.id,
        "method": score.method,
        "multiply": pair(score.multiply),
        "add": pair(score.add),
        "minimum_answered": {"count": minimum.count, "share": pair(minimum.share)},
        "decimals": score.decimals,
        "unit": unit,
        "members": [
            _member(position, worths[question.id], score.members[question.id], unit)
            for position, question in enumerate(questions)
            if question.id in worths
        ],
        "bands": [_band(band) for band in score.bands],
    }
    _add_rules(compiled, score)
    return compiled


def _add_rules(compiled: SheetScore, score: Score) -> None:
    """Add what is not the default, to spare the page."""
    if score.missing != "rescale":
        compiled["missing"] = score.missing
    if score.hidden != "leave":
        compiled["hidden"] = score.hidden
    if score.table:
        entry_unit = _unit(score.table)
        compiled["table"] = {
            "unit": entry_unit,
            "entries": [int(entry * entry_unit) for entry in score.table],
        }
    if score.is_rounded:
        compiled["round"] = True
    if score.better != "high":
        compiled["better"] = score.better


def _member(position: int, worth: Worth, weight: Fraction, unit: int) -> Member:
    ends = (int(worth.low * weight * unit), int(worth.high * weight * unit))
    compiled: Member = {
        "question": position,
        "points": [
            None if value is None else _whole(value * weight, unit)
            for value in worth.added
        ],
        "low": min(ends),
        "high": max(ends),
        "weight": int(weight * unit),
    }
    if worth.base:
        compiled["base"] = int(worth.base * weight * unit)
    return compiled


def _band(band: Band) -> SheetBand:
    if band.by_hook:
        return {"id": band.id}
    if band.limit is None:
        return {"id": band.id, "from": None}
    if band.is_above:
        return {"id": band.id, "above": pair(band.limit)}
    return {"id": band.id, "from": pair(band.limit)}


def _unit(numbers: Iterable[Fraction | None]) -> int:
    return lcm(*(number.denominator for number in numbers if number is not None))


def _whole(value: Fraction | None, unit: int) -> int | None:
    return None if value is None else int(value * unit)
