"""What is found when a quiz is proved."""

from __future__ import annotations

from kwispel.compile import compile_quiz
from kwispel.model.shapes import Quiz
from kwispel.prove.quiz import prove


def codes(made: Quiz) -> list[str]:
    """Prove a quiz, and give the codes of what was found."""
    return [problem.code for problem in prove(made, compile_quiz(made))]
