"""A content folder with one small quiz, to be changed by a test."""

from __future__ import annotations

from pathlib import Path

from kwispel.errors import Problem
from kwispel.model.check import read_site
from kwispel.model.shapes import Quiz

QUESTION = "Does this hold?\n\n- (0) No\n- (1) Yes\n"


class Folder:
    """A content folder that a test writes."""

    def __init__(self, path: Path) -> None:
        """Begin with a quiz of one question."""
        self.path = path
        self.front_matter("")
        self.write("questions/01-one.md", QUESTION)

    def write(self, name: str, text: str) -> None:
        """Write a file of the quiz."""
        path = self.path / "quiz" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def front_matter(self, text: str) -> None:
        """Write quiz.md with more keys."""
        head = "title: A quiz\nlicence: CC0-1.0\n"
        self.write("quiz.md", f"---\n{head}{text}\n---\n")

    def read(self) -> tuple[Quiz | None, tuple[Problem, ...]]:
        """Give the quiz and what is said of it."""
        site, problems = read_site(self.path, shown_from=self.path)
        return next(iter(site.quizzes), None), problems

    def quiz(self) -> Quiz:
        """Give the quiz, of which nothing may be said."""
        quiz, problems = self.read()
        assert problems == ()
        assert quiz is not None
        return quiz

    def codes(self) -> list[str]:
        """Give the codes of what is said."""
        return [problem.code for problem in self.read()[1]]
