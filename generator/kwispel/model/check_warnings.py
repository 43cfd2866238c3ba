"""Look for what is allowed and yet seldom meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kwispel.errors import Place, Problem
from kwispel.model.check_questions import Placed
from kwispel.model.questions import Option, Question
from kwispel.model.shapes import Score

Range = tuple[Fraction, Fraction]


def question_warnings(
    placed: Iterable[Placed], scores: tuple[Score, ...]
) -> Iterator[Problem]:
    """Give the warnings about questions, but for those that are meant to be so."""
    for one in placed:
        found = (
            *_never_scores(one.question, scores),
            *_no_advice(one.question, scores),
            *_equal_points(one.question),
        )
        yield from (p for p in found if p.code not in one.intended)


def _place(option: Option, question: Question) -> Place:
    """Give an option's place in its question's file: an option of a scale has none."""
    is_own = option.place.file == question.place.file
    return option.place if is_own else question.place


def _values(question: Question) -> list[Fraction]:
    return [value for value in question.worth().added if value is not None]


def _never_scores(question: Question, scores: tuple[Score, ...]) -> Iterator[Problem]:
    if not any(question.id in score.members for score in scores):
        reason = "counts in no score"
        hint = "Give it a weight or a factor"
    elif len(set(_values(question))) == 1:
        reason = "brings the same points whatever is chosen"
        hint = "Give its options different points"
    else:
        return
    yield _warning(
        question.place,
        "never-scores",
        f'the question "{question.id}" {reason}',
        f'{hint}, or write "intended: never-scores".',
    )


def _gain(question: Question, scores: tuple[Score, ...]) -> Fraction:
    """Give what a point of the question adds to the first score that it feeds."""
    gains = (
        score.members[question.id] * score.multiply
        for score in scores
        if question.id in score.members
    )
    return next(gains, Fraction(0))


def _no_advice(question: Question, scores: tuple[Score, ...]) -> Iterator[Problem]:
    if not any(option.advice_html for option in question.options):
        return
    gain = _gain(question, scores)
    brought = [gain * value for value in _values(question)]
    best = max(brought)
    counted = [option for option in question.options if not option.is_na]
    for option, value in zip(counted, brought, strict=True):
        if value < best and not option.advice_html:
            yield _warning(
                _place(option, question),
                "no-advice",
                f'option "{option.id}" of "{question.id}" has no advice, and another'
                " option has",
                'Write advice under it, or write "intended: no-advice".',
            )


def _equal_points(question: Question) -> Iterator[Problem]:
    earlier: dict[Fraction, Option] = {}
    for option in question.options:
        if option.points is None or not option.advice_html:
            continue
        twin = earlier.setdefault(option.points, option)
        if twin.advice_html != option.advice_html:
            yield _warning(
                _place(option, question),
                "equal-points",
                f'options "{twin.id}" and "{option.id}" of "{question.id}" bring the'
                " same points, and their advice differs",
                'Give one more points, or write "intended: equal-points".',
            )


def unequal_ranges(score: Score, questions: Iterable[Question]) -> Iterator[Problem]:
    """Warn where a mean is taken over questions that cannot be compared."""
    if score.method != "mean":
        return
    ranges = {
        _range(question, score.members[question.id]): question
        for question in questions
        if question.id in score.members and _values(question)
    }
    if len(ranges) > 1:
        first, second, *_ = ranges.values()
        yield _warning(
            score.place,
            "unequal-ranges",
            f'the mean is taken over questions with other points, such as "{first.id}"'
            f' and "{second.id}"',
            "Give the questions one range of points, or write "
            '"intended: unequal-ranges".',
        )


def _range(question: Question, weight: Fraction) -> Range:
    values = _values(question)
    low, high = min(values), max(values)
    return (low, high) if weight > 0 else (-high, -low)


def no_licence(place: Place) -> Problem:
    """Warn that others cannot know whether they may use the quiz."""
    return _warning(
        place,
        "no-licence",
        "the quiz does not say on what terms others may use it",
        'Write "licence: CC-BY-4.0", for example, or "intended: no-licence".',
    )


def _warning(place: Place, code: str, message: str, hint: str) -> Problem:
    return Problem(place, code, message, hint, level="warning")
