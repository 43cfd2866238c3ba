"""A quiz as the rest of its site knows it: what lists, feeds and links tell of it.

A site of thousands of quizzes is put together from these, and not from all that the
quizzes hold. They can be written down between two builds.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from kwispel.errors import Place
from kwispel.model.shapes import Length, Quiz
from kwispel.render.extent import length_of

_KEPT = (
    "id",
    "version",
    "lang",
    "title",
    "description",
    "licence",
    "address",
    "is_translation",
)


def written(quiz: Quiz) -> dict[str, Any]:
    """Give what is told of a quiz elsewhere, as JSON can hold it."""
    length = length_of(quiz)
    return {
        **{name: getattr(quiz, name) for name in _KEPT},
        "authors": list(quiz.authors),
        "length": [length.questions, length.minutes, length.has_fewer],
        "updated": quiz.updated.isoformat() if quiz.updated else None,
        "translations": [written(each) for each in quiz.translations],
    }


def listed(told: dict[str, Any]) -> Quiz:
    """Give a quiz without its insides, from what was written."""
    questions, minutes, has_fewer = told["length"]
    return replace(
        _NOTHING,
        **{name: told[name] for name in _KEPT},
        authors=tuple(told["authors"]),
        length=Length(questions, minutes, has_fewer),
        updated=date.fromisoformat(told["updated"]) if told["updated"] else None,
        translations=tuple(map(listed, told["translations"])),
    )


_NOTHING = Quiz(
    id="",
    version=0,
    lang="",
    title="",
    description=None,
    authors=(),
    source=None,
    licence=None,
    scope_html=None,
    intro_html=None,
    address="formal",
    questions=(),
    total=None,
    factors=(),
    examples=(),
    assets=(),
    intended=frozenset(),
    place=Place(""),
)
