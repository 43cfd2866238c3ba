"""What a quiz needs on paper: its points by letter, and how to add them up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction
from string import ascii_lowercase

from kwispel.core.score import TOTAL
from kwispel.model.questions import Question
from kwispel.model.shapes import Quiz, Score
from kwispel.render.context_paper import (
    PaperView,
    PointsView,
    QuestionPointsView,
    ScoringKeyView,
)
from kwispel.render.direction import direction
from kwispel.render.language import Strings
from kwispel.render.numbers import Numbers, numbers_for
from kwispel.render.recipes import dropping, members_of

FORM_PDF = "form.pdf"
RESULT_PDF = "result.pdf"
"""Files beside a quiz's page, where PDFs are made of it."""

NO_POINTS = "\N{EN DASH}"
"""Stands where an answer does not count."""

_FROM_RIGHT = "\u200f"
"""Behind a Latin letter, what follows stands to the left of it."""


def paper_view(quiz: Quiz, ui: Strings, pdf_url: str = "") -> PaperView:
    """Give what a quiz needs on paper; one that shows no score has no key."""
    if not quiz.shows_score:
        return PaperView(None, pdf_url)
    key = ScoringKeyView(
        points=tuple(_points(quiz, ui)),
        notes=tuple(_notes(quiz, ui)),
    )
    return PaperView(key, pdf_url)


def _points(quiz: Quiz, ui: Strings) -> Iterator[PointsView]:
    """Give one list of points, or one for each score where that differs."""
    write = numbers_for(ui)
    if not any(question.is_split for question in quiz.questions):
        yield PointsView("", _listed(quiz, quiz.questions, TOTAL, write))
        return
    for score in quiz.scores:
        members = members_of(score, quiz)
        title = score.title or ui.total
        yield PointsView(title, _listed(quiz, members, score.id, write))


def _listed(
    quiz: Quiz, questions: Iterable[Question], score_id: str, write: Numbers
) -> tuple[QuestionPointsView, ...]:
    numbers = {question.id: at for at, question in enumerate(quiz.questions, 1)}
    behind = _FROM_RIGHT if direction(quiz.lang) == "rtl" else ""
    return tuple(
        QuestionPointsView(
            numbers[question.id],
            "\n".join(
                [
                    *_start(question, score_id, write),
                    *_lines(_counted(question, quiz, score_id), behind, write),
                ]
            ),
        )
        for question in questions
    )


def _lines(
    points: Iterable[Fraction | None], behind: str, write: Numbers
) -> Iterator[str]:
    """Put the letters of the options before their points."""
    for at, worth in enumerate(points):
        letter = ascii_lowercase[at] if at < len(ascii_lowercase) else f"{at + 1}:"
        yield f"{letter}{behind} {NO_POINTS if worth is None else write.exact(worth)}"


def _counted(
    question: Question, quiz: Quiz, score_id: str
) -> tuple[Fraction | None, ...]:
    """Give what each option adds; nothing where the question is in no score."""
    if any(question.id in score.members for score in quiz.scores):
        return question.worth(score_id).added
    return (None,) * len(question.options)


def _notes(quiz: Quiz, ui: Strings) -> Iterator[str]:
    """Say what the points do not."""
    if any(question.is_multiple for question in quiz.questions):
        yield ui.paper_several
    if any(question.worth().base for question in quiz.questions):
        yield ui.paper_start
    if any(_is_carried_over(score, quiz) for score in quiz.scores):
        yield ui.paper_carry
    if quiz.hook:
        yield ui.paper_hook


def _start(question: Question, score_id: str, write: Numbers) -> Iterator[str]:
    """Tell what a question brings before anything is ticked, if it does."""
    if base := question.worth(score_id).base:
        yield write.exact(base)


def _is_carried_over(score: Score, quiz: Quiz) -> bool:
    """Say whether a place on a shorter scale is carried over to the whole one."""
    drops = dropping(members_of(score, quiz))
    return score.method == "sum" and score.missing == "rescale" and drops.is_possible
