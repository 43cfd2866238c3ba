"""See the outline of a text: its code, its headings, its lists at the margin.

Prose itself is Python-Markdown's affair. This is read before it, so that each part of a
question keeps its place and an indent of two spaces is as good as one of four.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from kwispel.errors import Problem
from kwispel.source.names import quoted
from kwispel.source.shapes import Line, Passage

INDENT = 2
"""Spaces from which a line belongs to the item above it."""

TAB = 4

_FENCE = re.compile(r" {0,3}(?P<fence>`{3,}(?=[^`]*$)|~{3,})")
_HEADING = re.compile(r"#(?:[ \t]+|$)")
_BULLET = re.compile(r" {0,3}(?:[-*+]|[0-9]{1,9}[.)])(?:[ \t]+|$)")
_UNDERLINE = re.compile(r" {0,3}={3,}[ \t]*")
_NEAR_HEADING = re.compile(
    r" {0,3}#(?!#)[^{]*(?P<list>\{[^{}]*\}[ \t]*$)|#[^\s#].*$",
)
_RULE = re.compile(r" {0,3}(?:-[ \t]*){3,}$| {0,3}(?:\*[ \t]*){3,}$")
# What begins a block of its own, right under a line of text.
_BLOCK = re.compile(r" {0,3}(?:[-*+][ \t]|[0-9]{1,9}[.)][ \t]|>|#{1,6}[ \t]|`{3}|~{3})")


@dataclass(frozen=True, slots=True)
class Row:
    """A line, and whether it belongs to a fenced block of code."""

    line: Line
    is_code: bool


Rows = tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of level 1 (its line, its text) and what stands under it."""

    heading: Line
    title: Line
    body: Rows


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a list: what stands behind the bullet, and the lines under it."""

    first: Line
    rest: Passage


@dataclass(frozen=True, slots=True)
class ItemList:
    """A list at the margin: its items, and which rows it takes."""

    items: tuple[Item, ...]
    start: int
    end: int


def mark_code(lines: Passage, problems: list[Problem]) -> Rows | None:
    """Tell the lines in fenced code from the others; None where one never ends."""
    rows: list[Row] = []
    opening: Line | None = None
    fence = ""
    for line in lines:
        match = _FENCE.match(line.text)
        if opening is None and match:
            opening, fence = line, match["fence"]
            rows.append(Row(line, is_code=True))
            continue
        rows.append(Row(line, is_code=opening is not None))
        if opening and _closes(line, fence):
            opening = None
    if opening:
        problems.append(_unclosed(opening))
        return None
    return tuple(rows)


def _closes(line: Line, fence: str) -> bool:
    text = line.text.strip()
    return len(text) >= len(fence) and not text.strip(fence[0])


def _unclosed(line: Line) -> Problem:
    return Problem(
        line.place,
        "unclosed-code",
        "the block of code that begins here is not closed",
        "Close it with a line of the same signs.",
    )


def lines_of(rows: Rows) -> Passage:
    """Give the lines without empty ones at either end."""
    return trimmed(tuple(row.line for row in rows))


def trimmed(lines: Passage) -> Passage:
    """Take empty lines off both ends."""
    written = [n for n, line in enumerate(lines) if not line.is_blank]
    return lines[written[0] : written[-1] + 1] if written else ()


def split_sections(rows: Rows) -> tuple[Rows, tuple[Section, ...]]:
    """Divide a text at its headings of level 1: what is before them, and each."""
    starts = [n for n, row in enumerate(rows) if is_heading(row)]
    if not starts:
        return rows, ()
    ends = [*starts[1:], len(rows)]
    sections = tuple(
        Section(rows[a].line, _title(rows[a].line), rows[a + 1 : b])
        for a, b in zip(starts, ends, strict=True)
    )
    return rows[: starts[0]], sections


def is_heading(row: Row) -> bool:
    """Say whether a row is a heading of level 1."""
    return not row.is_code and _HEADING.match(row.line.text) is not None


def underlined(rows: Rows) -> Iterator[Problem]:
    """Report headings that are a line of `=` under text, which divide nothing."""
    for above, row in pairwise(rows):
        is_text = not (above.is_code or above.line.is_blank or row.is_code)
        if is_text and _UNDERLINE.fullmatch(row.line.text):
            yield Problem(
                above.line.place,
                "setext-heading",
                f"{quoted(above.line.text.strip())} is underlined to be a heading",
                'Write "# " before it, or "## " within a text, and no "=" under it.',
            )


def missed_headings(rows: Rows) -> Iterator[Problem]:
    """Report lines that look like headings of level 1 and are text.

    Shape: an error where an attribute list closes the line, for that is never meant as
    text; else a warning.
    """
    for row in rows:
        if row.is_code or is_heading(row):
            continue
        near = _NEAR_HEADING.match(row.line.text)
        if near:
            yield Problem(
                row.line.place,
                "missed-heading",
                f"{quoted(row.line.text.strip())} is no heading, and is shown as text",
                'Write "# " at the margin, or "\\#" for the sign itself.',
                level="error" if near["list"] else "warning",
            )


def _title(line: Line) -> Line:
    match = _HEADING.match(line.text)
    title = line.after(match.end() if match else 0)
    text = title.text.rstrip()
    bare = text.rstrip("#")
    is_closed = bare.strip() == "" or bare != bare.rstrip()
    return title.until(len(bare.rstrip() if is_closed else text))


def find_lists(rows: Rows) -> Iterator[ItemList]:
    """Give the lists at the margin, in order."""
    at = 0
    while at < len(rows):
        if _is_item(rows[at]):
            found = _read_list(rows, at)
            yield found
            at = found.end
        else:
            at += 1


def _is_item(row: Row) -> bool:
    text = row.line.text
    return not row.is_code and bool(_BULLET.match(text)) and not _RULE.fullmatch(text)


def _read_list(rows: Rows, start: int) -> ItemList:
    margin = indent_of(rows[start].line)
    items: list[Item] = []
    at = start
    while at < len(rows) and _is_item(rows[at]) and _is_near(rows[at], margin):
        end = _end_of_item(rows, at + 1, margin)
        items.append(_item(tuple(row.line for row in rows[at:end])))
        at = end
    return ItemList(tuple(items), start, at)


def _end_of_item(rows: Rows, start: int, margin: int) -> int:
    """Give the row at which an item ends: the next item, or text at the margin."""
    for at in range(start, len(rows)):
        row, above = rows[at], rows[at - 1]
        if row.line.is_blank or not _is_near(row, margin):
            continue
        is_continued = not (above.line.is_blank or above.is_code or row.is_code)
        if _is_item(row) or not is_continued or _BLOCK.match(row.line.text):
            return at
    return len(rows)


def _is_near(row: Row, margin: int) -> bool:
    return indent_of(row.line) < margin + INDENT


def _item(lines: Passage) -> Item:
    bullet = _BULLET.match(lines[0].text)
    first = lines[0].after(bullet.end() if bullet else 0)
    rest = trimmed_end(lines[1:])
    indents = [indent_of(line) for line in rest if indent_of(line)]
    width = min(indents[0], TAB) if indents else 0
    return Item(first, tuple(dedented(line, width) for line in rest))


def trimmed_end(lines: Passage) -> Passage:
    """Take empty lines off the end."""
    written = [n for n, line in enumerate(lines) if not line.is_blank]
    return lines[: written[-1] + 1] if written else ()


def indent_of(line: Line) -> int:
    """Give the width of a line's indent; a tab goes to the next stop of four."""
    text = line.text
    return len(text[: len(text) - len(text.lstrip(" \t"))].expandtabs(TAB))


def dedented(line: Line, width: int) -> Line:
    """Take an indent of at most this width off a line."""
    count = taken = 0
    while taken < width and line.text[count : count + 1] in {" ", "\t"}:
        taken = taken + 1 if line.text[count] == " " else (taken // TAB + 1) * TAB
        count += 1
    return line.after(count)


def first_paragraph(lines: Passage) -> tuple[Passage, Passage]:
    """Divide lines into their first paragraph and what follows it."""
    for at, line in enumerate(lines):
        if at and (line.is_blank or _BLOCK.match(line.text)):
            return lines[:at], trimmed(lines[at:])
    return lines, ()


def begins_with_text(line: Line) -> bool:
    """Say whether a line begins a paragraph, and no block of another kind."""
    return not (_BLOCK.match(line.text) or indent_of(line) >= TAB)
