"""Keep Markdown within the bounds in which it is set quickly.

Python-Markdown takes time that grows with the square of what some signs number, and
calls itself for what is nested. Texts of authors stay far below these bounds.
"""

from __future__ import annotations

import re

from kwispel.errors import Problem
from kwispel.source.shapes import Line, Passage

MOST_CHARACTERS = 20_000
MOST_BRACKETS = 400
MOST_LINES = 400
"""Lines without an empty one between them."""
MOST_NESTED = 8

_CONTAINERS = re.compile(r"(?:[ \t]*(?:>|[-*+][ \t]|[0-9]{1,9}[.)][ \t]))*[ \t]*")
_CONTAINER = re.compile(r">|[-*+][ \t]|[0-9]{1,9}[.)]")
_INDENT = 4


def is_small(text: str) -> bool:
    """Say that a text in which nothing is nested is within the bounds."""
    return (
        len(text) < MOST_CHARACTERS
        and text.count("\n") < MOST_LINES
        and text.count("[") + text.count("]") <= MOST_BRACKETS
    )


def excess(passage: Passage) -> Problem | None:
    """Report where a text goes beyond the bounds."""
    characters = brackets = together = 0
    for line in passage:
        characters += len(line.text) + 1
        brackets += line.text.count("[") + line.text.count("]")
        together = 0 if line.is_blank else together + 1
        if characters > MOST_CHARACTERS:
            return _problem(line, f"the text is longer than {MOST_CHARACTERS} signs")
        if brackets > MOST_BRACKETS:
            return _problem(line, f"the text has more than {MOST_BRACKETS} brackets")
        if together > MOST_LINES:
            return _problem(line, f"a paragraph has more than {MOST_LINES} lines")
        if _depth(line) > MOST_NESTED:
            return _problem(line, f"the text is nested more than {MOST_NESTED} deep")
    return None


def _depth(line: Line) -> int:
    match = _CONTAINERS.match(line.text)
    before = match[0] if match else ""
    spaces = len(before.expandtabs(_INDENT)) - len(before.expandtabs(_INDENT).lstrip())
    return len(_CONTAINER.findall(before)) + spaces // _INDENT


def _problem(line: Line, what: str) -> Problem:
    return Problem(line.place, "too-much-markdown", what, "Shorten or divide the text.")
