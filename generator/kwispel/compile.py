"""From a quiz to its sheet: whole numbers over one denominator, plain data."""

from __future__ import annotations

from collections.abc import Iterable
from fractions import Fraction
from math import lcm
from typing import TYPE_CHECKING

from kwispel.model.shapes import Band, Question, Quiz, Score

if TYPE_CHECKING:
    # The core has its shapes for type checkers alone, to spare the browser.
    from kwispel.core.shapes import (
        Member,
        Pair,
        Sheet,
        SheetBand,
        SheetQuestion,
        SheetScore,
    )


def compile_quiz(quiz: Quiz) -> Sheet:
    """Give all that scoring needs of a quiz, and nothing else."""
    return {
        "quiz": quiz.id,
        "version": quiz.version,
        "questions": [_question(question) for question in quiz.questions],
        "scores": [_score(score, quiz.questions) for score in quiz.scores],
    }


def pair(number: Fraction) -> Pair:
    """Give an exact number as JSON can hold it."""
    return [number.numerator, number.denominator]


def values_of(question: Question) -> list[Fraction | None]:
    """Give what each option is worth, after `reverse`; None for n.a."""
    return [question.value(option) for option in question.options]


def _question(question: Question) -> SheetQuestion:
    values = values_of(question)
    unit = _unit(values)
    return {
        "id": question.id,
        "options": [option.id for option in question.options],
        "points": [_whole(value, unit) for value in values],
        "unit": unit,
    }


def _score(score: Score, questions: tuple[Question, ...]) -> SheetScore:
    weighted = {
        question.id: _weighted(question, score.members[question.id])
        for question in questions
        if question.id in score.members
    }
    unit = _unit(
        [*score.members.values(), *(v for vs in weighted.values() for v in vs)]
    )
    minimum = score.minimum_answered
    return {
        "id": score.id,
        "method": score.method,
        "multiply": pair(score.multiply),
        "add": pair(score.add),
        "minimum_answered": {"count": minimum.count, "share": pair(minimum.share)},
        "decimals": score.decimals,
        "unit": unit,
        "members": [
            _member(position, weighted[question.id], score.members[question.id], unit)
            for position, question in enumerate(questions)
            if question.id in weighted
        ],
        "bands": [_band(band) for band in score.bands],
    }


def _weighted(question: Question, weight: Fraction) -> list[Fraction | None]:
    return [None if value is None else weight * value for value in values_of(question)]


def _member(
    position: int, values: list[Fraction | None], weight: Fraction, unit: int
) -> Member:
    points = [_whole(value, unit) for value in values]
    worth = [p for p in points if p is not None]
    return {
        "question": position,
        "points": points,
        "low": min(worth),
        "high": max(worth),
        "weight": int(weight * unit),
    }


def _band(band: Band) -> SheetBand:
    return {"id": band.id, "from": None if band.limit is None else pair(band.limit)}


def _unit(numbers: Iterable[Fraction | None]) -> int:
    return lcm(*(number.denominator for number in numbers if number is not None))


def _whole(value: Fraction | None, unit: int) -> int | None:
    return None if value is None else int(value * unit)
