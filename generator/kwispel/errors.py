"""What is wrong with content, where, and what to do about it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning"]


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file of the author.

    Shape: file as it is shown to the author, relative to the working folder.
    Units: line and column count from 1; columns count characters.
    """

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Give `file:line:column`, which editors and terminals can open."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that an author should mend, or look at.

    Shape: message says what is the case (lower case, no full stop, names in
    double quotes); hint says what to do, as an order, with a full stop; further lines
    of it, if any, hold what the author needs to see for that.
    Source: docs/reference/problems.md has an entry for each code.
    """

    place: Place
    code: str
    message: str
    hint: str
    level: Level = "error"

    def __str__(self) -> str:
        """Give the lines that a terminal shows: the problem, and the indented hint."""
        hint = self.hint.replace("\n", "\n    ")
        return f"{self.place}: {self.level}[{self.code}]: {self.message}\n    {hint}"

    @classmethod
    def read(cls, written: Iterable[str | int]) -> Problem:
        """Give a problem that was written down."""
        file, line, column, code, message, hint, level = written
        return cls(
            Place(str(file), int(line), int(column)),
            str(code),
            str(message),
            str(hint),
            "error" if level == "error" else "warning",
        )

    def written(self) -> list[str | int]:
        """Give it as JSON can hold it."""
        place = self.place
        told = (self.code, self.message, self.hint, self.level)
        return [place.file, place.line, place.column, *told]


def has_error(problems: Iterable[Problem]) -> bool:
    """Say whether one of the problems is an error."""
    return any(problem.level == "error" for problem in problems)


def in_file_order(problems: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Sort problems by place, so that an author can mend from top to bottom.

    Shape: each once, though what a file says may be read for each of its questions.
    """
    each = dict.fromkeys(problems)
    return tuple(sorted(each, key=lambda p: (p.place, p.code, p.message)))


class BuildFailed(Exception):  # noqa: N818 - it says the event, as httpx's leaves do
    """Raised once for a whole build, with everything that stands in its way."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        """Keep the problems in file order."""
        self.problems = in_file_order(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))
