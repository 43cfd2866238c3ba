"""Hold the better ends of scores against the questions that they share."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final

from kwispel.errors import Problem
from kwispel.model.questions import Question
from kwispel.model.shapes import Score

_SIGNS: Final = {"high": 1, "low": -1, "neither": 0}


def way(question: Question, score: Score) -> Fraction:
    """Give how far a point of a question brings a score towards its better end.

    Units: below 0 away from it; 0 where it has none.
    """
    return score.members[question.id] * score.multiply * _SIGNS[score.better]


def opposed_scores(
    scores: Sequence[Score], questions: Sequence[Question]
) -> Iterator[Problem]:
    """Warn of scores with other better ends that a question moves the same way."""
    for at, score in enumerate(scores):
        for earlier in scores[:at]:
            if {score.better, earlier.better} == {"high", "low"}:
                yield from _opposed(score, earlier, questions)


def _opposed(
    score: Score, earlier: Score, questions: Sequence[Question]
) -> Iterator[Problem]:
    torn = [one for one in questions if _is_torn(one, score, earlier)]
    for question in torn[:1]:
        is_for = way(question, score) > 0
        good, bad = (score, earlier) if is_for else (earlier, score)
        yield Problem(
            score.place,
            "opposed-scores",
            f'more points for "{question.id}" are better for "{good.id}" and worse for'
            f' "{bad.id}"',
            'Write the same "better" for both, give the question a weight below 0 in'
            ' one of them, or write "intended: opposed-scores".',
            level="warning",
        )


def _is_torn(question: Question, score: Score, earlier: Score) -> bool:
    """Say whether a question serves one score at the cost of the other.

    One whose options have points per factor may mean just that.
    """
    if question.id not in score.members or question.id not in earlier.members:
        return False
    worth = question.worth(score.id)
    is_even = question.is_split or worth.low == worth.high
    return not is_even and way(question, score) * way(question, earlier) < 0
