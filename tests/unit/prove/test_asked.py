"""Which questions can never be asked, against trying out all answers."""

from __future__ import annotations

from itertools import chain, combinations, product

import pytest
from hypothesis import given, settings

from kwispel.compile import compile_quiz
from kwispel.core.replies import replies
from kwispel.model.questions import Question
from kwispel.model.shapes import Quiz
from kwispel.prove import ways
from kwispel.prove.asked import never_asked
from testkit.quiz_strategies import quizzes
from testkit.quizzes import question, quiz, score

Given = str | list[str] | None


def answers(asked: Question) -> list[Given]:
    """Give whatever may be said to a question, n.a. included, or nothing."""
    ids = [option.id for option in asked.options]
    if not asked.is_multiple:
        return [*ids, None] if asked.is_optional else list(ids)
    counted = [option.id for option in asked.options if not option.is_na]
    sizes = range(len(counted) + 1)
    ticked = chain.from_iterable(combinations(counted, size) for size in sizes)
    alone = [[option.id] for option in asked.options if option.is_na]
    return [*map(list, ticked), *alone]


@settings(deadline=None)  # some have thousands of patterns
@given(quizzes())
def test_a_question_is_never_asked_where_no_answers_bring_it_up(made: Quiz) -> None:
    """All answers to all questions are tried on the engine."""
    sheet = compile_quiz(made)
    names = [asked.id for asked in made.questions]
    hidden = set(range(len(names)))

    for given_answers in product(*map(answers, made.questions)):
        pairs = zip(names, given_answers, strict=True)
        known = replies(sheet, {name: one for name, one in pairs if one is not None})
        hidden -= {at for at, one in enumerate(known) if one["state"] != "hidden"}

    assert never_asked(sheet) == sorted(hidden)


def test_what_depends_on_too_much_is_not_called_never_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Past the bound nothing is said of questions that hang together."""
    asked = [
        question("x", [1, 2]),
        question("y", [1, 2], when=({"x": ("a",)},)),
        question("z", [1, 2], when=({"x": ("b",), "y": ("a",)},)),
    ]
    sheet = compile_quiz(quiz(asked, score("total", {"x": 1})))
    assert never_asked(sheet) == [2]

    monkeypatch.setattr(ways, "MOST_CASES", 1)

    assert never_asked(sheet) == []
