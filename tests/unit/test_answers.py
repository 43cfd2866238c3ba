"""Answers as they are typed, and what is said of those that do not fit."""

from __future__ import annotations

from pathlib import Path

import pytest

from kwispel.model.answers import parse_answers
from kwispel.model.check import read_site
from kwispel.model.shapes import Quiz

TINY = Path(__file__).parents[1] / "sites" / "good" / "tiny"


@pytest.fixture(scope="module")
def quiz() -> Quiz:
    """Give a quiz of two questions with two options each."""
    site, _ = read_site(TINY, shown_from=TINY)
    return site.quizzes[0]


@pytest.mark.parametrize(
    "text", ["a b", "  a   b  ", "first=a second=b", "second=b first=a"]
)
def test_answers_are_given_in_order_or_by_name(quiz: Quiz, text: str) -> None:
    """Both ways say the same."""
    assert parse_answers(quiz, text) == {"first": "a", "second": "b"}


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("", ["too few answers: 0 answers to 2 questions"]),
        ("a", ["too few answers: 1 answer to 2 questions"]),
        ("a b a", ["too many answers: 3 answers to 2 questions"]),
        ("a c", ['question "second" has no option "c", only a, b']),
        (
            "A 0",
            [
                'question "first" has no option "A", only a, b',
                'question "second" has no option "0", only a, b',
            ],
        ),
        ("a -", ['question "second" is open, and must be answered']),
        ("a+b a", ['question "first" takes one option, and "a+b" names several']),
        ("first=a", ['question "second" is open, and must be answered']),
        ("first=a second=-", ['question "second" is open, and must be answered']),
        ("first=a first=b", ['question "first" is answered twice']),
        ("first=a b", ['"b" is no pair of a question and an option']),
        ("first=a third=a", ['there is no question "third", only first, second']),
        ("first=a second=", ['question "second" has no option "", only a, b']),
    ],
)
def test_what_does_not_fit_is_said_in_sentences(
    quiz: Quiz, text: str, sentences: list[str]
) -> None:
    """All of it at once; nothing is scored half."""
    assert parse_answers(quiz, text) == sentences
