"""Look for what is allowed and yet seldom meant."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kwispel.errors import Place, Problem
from kwispel.model.check_better import way
from kwispel.model.check_questions import Placed
from kwispel.model.questions import Option, Question, Worth
from kwispel.model.shapes import Quiz, Score

Range = tuple[Fraction, Fraction]

Points = tuple[Fraction | tuple[str, Fraction] | None, ...]
"""What an option brings: its points, and those of each factor that it names."""


def question_warnings(placed: Iterable[Placed], quiz: Quiz) -> Iterator[Problem]:
    """Give the warnings about questions, but for those that are meant to be so."""
    read = {name for q in quiz.questions for one in q.when for name in one}
    for one in placed:
        # A hook may read any answer.
        is_read = quiz.hook is not None or one.question.id in read
        found = (
            *(() if is_read else _never_scores(one.question, quiz.scores)),
            *_no_advice(one.question, quiz.scores),
            *_equal_points(one.question),
        )
        yield from (p for p in found if p.code not in one.intended)


def _place(option: Option, question: Question) -> Place:
    """Give an option's place in its question's file: an option of a scale has none."""
    is_own = option.place.file == question.place.file
    return option.place if is_own else question.place


def _never_scores(question: Question, scores: tuple[Score, ...]) -> Iterator[Problem]:
    fed = [question.worth(score.id) for score in scores if question.id in score.members]
    if not fed:
        reason = "counts in no score"
        hint = "Give it a weight or a factor"
    elif all(worth.low == worth.high for worth in fed):
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


def _brought(question: Question, scores: tuple[Score, ...]) -> list[Fraction | None]:
    """Give how much nearer each option brings a score to its better end.

    The score is the one by which the ledger tells what was left to gain: the first one
    that the question feeds and that has a better end.
    """
    judged = (score for score in scores if score.better != "neither")
    fed = next((score for score in judged if question.id in score.members), None)
    if fed is None:
        return [None] * len(question.options)
    gain = way(question, fed)
    return [p if p is None else gain * p for p in question.worth(fed.id).added]


def _no_advice(question: Question, scores: tuple[Score, ...]) -> Iterator[Problem]:
    if not any(option.advice_html for option in question.options):
        return
    brought = _brought(question, scores)
    counted = [added for added in brought if added is not None]
    # Of options to tick, those are in question that worsen the score: advice is shown
    # for what is ticked, and any other tick leaves nothing to gain.
    best = Fraction(0) if question.is_multiple else max(counted, default=Fraction(0))
    for option, added in zip(question.options, brought, strict=True):
        if added is not None and added < best and not option.advice_html:
            yield _warning(
                _place(option, question),
                "no-advice",
                f'option "{option.id}" of "{question.id}" has no advice, and another'
                " option has",
                'Write advice under it, or write "intended: no-advice".',
            )


def _equal_points(question: Question) -> Iterator[Problem]:
    if question.is_multiple:
        # Options to tick are no alternatives: each has advice of its own.
        return
    earlier: dict[Points, Option] = {}
    for option in question.options:
        if option.points is None or not option.advice_html:
            continue
        twin = earlier.setdefault(_points(option), option)
        if twin.advice_html != option.advice_html:
            yield _warning(
                _place(option, question),
                "equal-points",
                f'options "{twin.id}" and "{option.id}" of "{question.id}" bring the'
                " same points, and their advice differs",
                'Give one more points, or write "intended: equal-points".',
            )


def _points(option: Option) -> Points:
    """Give an option's points: of each factor, where it has those."""
    named = sorted((name, points) for name, points in option.shares.items() if points)
    return option.points, *named


def unequal_ranges(score: Score, questions: Iterable[Question]) -> Iterator[Problem]:
    """Warn where a mean is taken over questions that cannot be compared."""
    if score.method != "mean":
        return
    ranges = {
        _range(question.worth(score.id), score.members[question.id]): question
        for question in questions
        if question.id in score.members
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


def _range(worth: Worth, weight: Fraction) -> Range:
    low, high = worth.low, worth.high
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
