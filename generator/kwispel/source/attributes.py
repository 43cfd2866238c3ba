"""Read the attribute list that may close a heading or a label."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kwispel.errors import Problem
from kwispel.source.names import nearest, quoted
from kwispel.source.schema import Schema
from kwispel.source.shapes import Entry, Items, Line, Node, Scalar, Table

# The last brace that opens and is not escaped, up to the end of the line.
_CLOSING = re.compile(r"(?<!\\)\{(?P<inside>[^{}]*)\}\s*$")
_BEGINNING = re.compile(r"\s*(?:#|(?P<key>[A-Za-z_][\w-]*)(?P<equals>=)?)")
_ATTRIBUTE = re.compile(
    r"""\s*(?:
      \#(?P<id>[^\s"'=]+)
    | (?P<key>[^\s"'=\#]+)
      (?:=(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<word>[^\s"']*)))?
    )(?=\s|$)""",
    re.VERBOSE,
)
# Keys whose text holds several values.
_MAPS = frozenset({"factor"})
_LISTS = frozenset({"intended"})


@dataclass(frozen=True, slots=True)
class Attributed:
    """A line without its closing attribute list, and what that list says."""

    line: Line
    settings: Table


def split_attributes(line: Line, schema: Schema, problems: list[Problem]) -> Attributed:
    """Take the attribute list off a line, where it has one."""
    closing = _CLOSING.search(line.text)
    if closing is None:
        return Attributed(line, Table({}, line.place))
    place = line.at(closing.start())
    if not _is_attribute_list(closing["inside"], schema):
        problem = _looks_like_attributes(line, closing, schema)
        problems.extend([problem] if problem else [])
        return Attributed(line, Table({}, place))
    inside = line.after(closing.start("inside")).until(len(closing["inside"]))
    rest = line.until(len(line.text[: closing.start()].rstrip()))
    return Attributed(rest, Table(_read(inside, problems), place))


def _is_attribute_list(inside: str, schema: Schema) -> bool:
    beginning = _BEGINNING.match(inside)
    if beginning is None:
        return False
    key = beginning["key"]
    if key is None or beginning["equals"]:
        return True
    ends = re.match(r"\s|$", inside[beginning.end() :])
    return key in schema.names and ends is not None


def _looks_like_attributes(
    line: Line, closing: re.Match[str], schema: Schema
) -> Problem | None:
    """Warn of braces that are shown as text though they may be meant otherwise."""
    inside = closing["inside"].strip()
    words = [key.name for key in schema.keys if key.kind == "boolean"]
    meant = nearest(inside, words) if inside.isidentifier() else None
    if inside.startswith((":", ".")):
        hint = 'Begin the list with "#" and an id, or with a key.'
    elif meant:
        hint = f'Write {{{meant}}}, or "\\{{" for a brace.'
    else:
        return None
    return Problem(
        line.at(closing.start()),
        "literal-braces",
        f"{quoted(closing[0].strip())} is no attribute list, and is shown as text",
        hint,
        level="warning",
    )


def _read(inside: Line, problems: list[Problem]) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    start = 0
    end = len(inside.text.rstrip())
    while start < end:
        match = _ATTRIBUTE.match(inside.text, start)
        if match is None:
            problems.append(_unreadable(inside.after(start)))
            break
        entry = _entry(inside, match, problems)
        if entry.key in entries:
            problems.append(_twice(entry))
        entries.setdefault(entry.key, entry)
        start = match.end()
    return entries


def _entry(inside: Line, match: re.Match[str], problems: list[Problem]) -> Entry:
    if match["id"] is not None:
        place = inside.at(match.start("id") - 1)
        return Entry("id", _scalar(inside, match, "id"), place)
    key, place = match["key"], inside.at(match.start("key"))
    group = next((g for g in ("double", "single", "word") if match[g] is not None), "")
    if not group:
        return Entry(key, Scalar("true", is_plain=True, lines=(), place=place), place)
    value: Node = _scalar(inside, match, group)
    written = inside.after(match.start(group)).until(len(match[group]))
    if key in _LISTS:
        words = tuple(_words(written))
        value = Items(words, written.place)
    elif key in _MAPS and "=" in written.text:
        value = Table(_pairs(written, problems), written.place)
    return Entry(key, value, place)


def _scalar(inside: Line, match: re.Match[str], group: str) -> Scalar:
    line = inside.after(match.start(group)).until(len(match[group]))
    return Scalar(line.text, is_plain=True, lines=(line,), place=line.place)


def _words(line: Line) -> list[Scalar]:
    return [
        Scalar(word[0], is_plain=True, lines=(), place=line.at(word.start()))
        for word in re.finditer(r"\S+", line.text)
    ]


def _pairs(line: Line, problems: list[Problem]) -> dict[str, Entry]:
    """Read `name=value name=value`."""
    entries: dict[str, Entry] = {}
    for word in _words(line):
        name, equals, value = word.text.partition("=")
        place = word.place
        if not (name and equals and value):
            problems.append(_unreadable(Line(word.text, place)))
            continue
        behind = Line(word.text, place).after(len(name) + 1)
        scalar = Scalar(value, is_plain=True, lines=(), place=behind.place)
        entry = Entry(name, scalar, place)
        if name in entries:
            problems.append(_twice(entry))
        entries[name] = entry
    return entries


def _unreadable(rest: Line) -> Problem:
    start = rest.after(len(rest.text) - len(rest.text.lstrip()))
    return Problem(
        start.place,
        "bad-attributes",
        f"{quoted(start.text)} cannot be read as attributes",
        'Write #id, key, key=value or key="several words", with spaces between.',
    )


def _twice(entry: Entry) -> Problem:
    return Problem(
        entry.place,
        "duplicate-key",
        f"{quoted(entry.key)} stands in this attribute list already",
        "Leave one of the two out.",
    )
