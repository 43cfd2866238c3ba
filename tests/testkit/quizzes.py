"""Small quizzes as values, for what is tested without files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from fractions import Fraction

from markupsafe import Markup

from kwispel.errors import Place
from kwispel.model.questions import Option, Question
from kwispel.model.shapes import Band, Example, MinimumAnswered, Quiz, Score

HERE = Place("content/quiz/quiz.md")

Number = int | str | Fraction


def question(
    question_id: str, points: Sequence[Number | None], **given: object
) -> Question:
    """Make a question whose options are a, b, c … with these points."""
    options = tuple(
        Option(
            id=chr(ord("a") + position),
            points=None if worth is None else Fraction(worth),
            label_html=Markup("Option {}").format(position + 1),
            advice_html=None,
            place=HERE,
        )
        for position, worth in enumerate(points)
    )
    keys = {
        "text_html": Markup("Question {}").format(question_id),
        "text": f"Question {question_id}",
        "lead_html": None,
        "note_html": None,
        "background_html": None,
        "reverse": False,
        "weight": Fraction(1),
    }
    return Question(id=question_id, options=options, place=HERE, **(keys | given))  # type: ignore[arg-type] # keys by name


def bands(**limits: Number | None) -> tuple[Band, ...]:
    """Make bands from ids and limits, each on a line of its own."""
    return tuple(
        Band(
            id=name,
            title_html=Markup.escape(name.title()),
            title=name.title(),
            text_html=Markup("<p>Text.</p>"),
            limit=None if limit is None else Fraction(limit),
            place=Place("content/quiz/advice/total.md", line),
        )
        for line, (name, limit) in enumerate(limits.items(), 1)
    )


def score(score_id: str, members: Mapping[str, Number], **given: object) -> Score:
    """Make a score of these members, a plain sum unless told otherwise."""
    keys = {
        "title": None if score_id == "total" else score_id.title(),
        "method": "sum",
        "multiply": Fraction(1),
        "add": Fraction(0),
        "minimum_answered": MinimumAnswered(share=Fraction(1, 2)),
        "decimals": 0,
        "explanation_html": None,
        "bands": (),
    }
    return Score(
        id=score_id,
        members={name: Fraction(weight) for name, weight in members.items()},
        place=HERE,
        **(keys | given),  # type: ignore[arg-type] # keys by name
    )


def quiz(
    questions: Sequence[Question],
    total: Score | None,
    *factors: Score,
    examples: Sequence[Example] = (),
    intended: Sequence[str] = (),
) -> Quiz:
    """Make a quiz of these parts."""
    return Quiz(
        id="quiz",
        version=1,
        lang="en",
        title="A quiz",
        description=None,
        authors=("An author",),
        source=None,
        licence="CC-BY-4.0",
        scope_html=None,
        intro_html=None,
        address="formal",
        questions=tuple(questions),
        total=total,
        factors=factors,
        examples=tuple(examples),
        assets=(),
        intended=frozenset(intended),
        place=HERE,
    )
