"""Score a small file of respondents as the command does, and keep what it says."""

from __future__ import annotations

import io
import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from kwispel.compile import compile_quiz
from kwispel.model.shapes import Quiz
from kwispel.respondents.command import Order, score_table
from testkit.quizzes import bands, question, quiz, score


@dataclass
class Scored:
    """What came of a file: text on stdout, what was told, whether all rows fitted."""

    text: str
    told: list[str] = field(default_factory=list[str])
    is_whole: bool = True

    @property
    def lines(self) -> list[str]:
        """Give the lines on stdout."""
        return self.text.splitlines()

    @property
    def objects(self) -> list[Any]:
        """Give the objects on stdout."""
        return [json.loads(line) for line in self.lines]


def scored(made: Quiz, table: Path, **given: Any) -> Scored:  # noqa: ANN401 - an Order's own
    """Score a file by a quiz; given are `as_json`, `stats` and `output`."""
    asked = {"output": None, "as_json": False, "stats": False} | given
    order = Order(quiz=made, sheet=compile_quiz(made), table=table, **asked)
    out, told = io.BytesIO(), list[str]()
    is_whole = score_table(order, out, tell=told.append)
    return Scored(out.getvalue().decode(), told, is_whole)


def two_questions() -> Quiz:
    """Give a quiz of two questions, 0 to 2 points and n.a., with a factor of one."""
    asked = [question(name, [0, 1, 2, None]) for name in ("q1", "q2")]
    total = score("total", {"q1": 1, "q2": 1}, bands=bands(low=None, high=3))
    return quiz(asked, total, score("warmth", {"q2": 1}))
