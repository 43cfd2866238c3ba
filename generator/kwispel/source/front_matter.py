"""Divide a file into front matter and body."""

from __future__ import annotations

from dataclasses import dataclass

from kwispel.errors import Problem
from kwispel.source.shapes import Line, Passage, SourceFile, Table
from kwispel.source.yaml_tree import read_yaml

FENCE = "---"


@dataclass(frozen=True, slots=True)
class Document:
    """A file's front matter and what stands under it."""

    settings: Table
    body: Passage


def split_front_matter(file: SourceFile, problems: list[Problem]) -> Document | None:
    """Read the front matter of a file; None where it cannot be read."""
    first = next((n for n, line in enumerate(file.lines) if not line.is_blank), 0)
    if not _is_fence(file.lines[first]):
        return Document(Table({}, file.place), file.lines)
    last = _closing_fence(file.lines, first)
    if last is None:
        problems.append(
            Problem(
                file.lines[first].place,
                "unclosed-front-matter",
                'the front matter that begins here has no second "---"',
                'Close the front matter with a line "---".',
            )
        )
        return None
    settings = read_yaml(file.lines[first + 1 : last], file.lines[first], problems)
    return None if settings is None else Document(settings, file.lines[last + 1 :])


def _is_fence(line: Line) -> bool:
    return line.text.rstrip() == FENCE


def _closing_fence(lines: Passage, first: int) -> int | None:
    rest = range(first + 1, len(lines))
    return next((n for n in rest if _is_fence(lines[n])), None)
