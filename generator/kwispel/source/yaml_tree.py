"""Read YAML into a small tree in which every word keeps its place.

Only the plain part of YAML is read: what refers, names types or repeats is refused,
and every word stays the text that the author wrote. What is a number or a boolean is
decided where the meaning is known, so that "no" stays a word and 0.1 stays exact.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Protocol

import yaml

from kwispel.errors import Place, Problem
from kwispel.source.characters import CONTROL
from kwispel.source.names import quoted
from kwispel.source.shapes import Entry, Items, Line, Node, Passage, Scalar, Table

MOST_NESTED = 12

# The parser in C is ten times as fast and gives the same events; some systems lack it.
_Parser = yaml.CLoader if yaml.__with_libyaml__ else yaml.Loader


class _Mark(Protocol):
    """Where the parser says that something stands; it counts from 0."""

    @property
    def line(self) -> int: ...
    @property
    def column(self) -> int: ...


def read_yaml(lines: Passage, fence: Line, problems: list[Problem]) -> Table | None:
    """Read the lines under the fence as a map; None where that cannot be done."""
    reader = _Reader(lines, fence, problems)
    try:
        return reader.document()
    except yaml.MarkedYAMLError as error:
        problems.append(reader.syntax_problem(error))
    except _RefusedError as refused:
        problems.append(refused.problem)
    return None


class _RefusedError(Exception):
    """Something that YAML allows and front matter does not."""

    def __init__(self, place: Place, code: str, message: str, hint: str) -> None:
        self.problem = Problem(place, code, message, hint)
        super().__init__(message)


class _Reader:
    """Turns the parser's events into nodes."""

    def __init__(self, lines: Passage, fence: Line, problems: list[Problem]) -> None:
        self.lines = lines
        self.fence = fence
        self._problems = problems
        self._events = self._parse()

    def _parse(self) -> Iterator[yaml.Event]:
        text = "\n".join(line.text for line in self.lines)
        yield from yaml.parse(text, Loader=_Parser)

    def _next(self) -> yaml.Event:
        event = next(self._events)
        if isinstance(event, yaml.AliasEvent):
            raise self._refused(event, "an alias", "Write out what it stands for.")
        if getattr(event, "anchor", None):
            raise self._refused(event, "an anchor", "Leave out the word behind &.")
        if getattr(event, "tag", None):
            raise self._refused(event, "a tag", "Leave out the word behind !.")
        return event

    def document(self) -> Table | None:
        self._next()  # the stream begins
        if isinstance(self._next(), yaml.StreamEndEvent):
            return Table({}, self.fence.place)
        node = self._node(self._next(), depth=0)
        self._next()  # the document ends
        after = self._next()
        if not isinstance(after, yaml.StreamEndEvent):
            raise self._refused(after, "a second document", 'Leave out the "...".')
        if isinstance(node, Table):
            return node
        if isinstance(node, Scalar) and node.is_empty:
            return Table({}, self.fence.place)
        raise _RefusedError(
            node.place,
            "bad-front-matter",
            "the front matter holds no keys",
            'Write keys with their values, such as "title: My quiz".',
        )

    def _node(self, event: yaml.Event, *, depth: int) -> Node:
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        place = self._place(event.start_mark)
        if depth == MOST_NESTED:
            raise _RefusedError(
                place,
                "too-deep",
                f"lists and maps are nested more than {MOST_NESTED} deep",
                "Take out levels.",
            )
        if isinstance(event, yaml.SequenceStartEvent):
            return Items(tuple(self._items(depth + 1)), place)
        return Table(self._entries(depth + 1), place)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := self._next(), yaml.SequenceEndEvent):
            yield self._node(event, depth=depth)

    def _entries(self, depth: int) -> dict[str, Entry]:
        entries: dict[str, Entry] = {}
        while not isinstance(event := self._next(), yaml.MappingEndEvent):
            key = self._key(event)
            entry = Entry(key.text, self._node(self._next(), depth=depth), key.place)
            if key.text in entries:
                self._problems.append(_duplicate(entry, entries[key.text]))
            else:
                entries[key.text] = entry
        return entries

    def _key(self, event: yaml.Event) -> Scalar:
        if not isinstance(event, yaml.ScalarEvent):
            raise self._refused(event, "a list or map as a key", "Write a word as key.")
        if event.value == "<<":
            raise self._refused(event, "a merge key", "Write out what it brings in.")
        return self._scalar(event)

    def _scalar(self, event: yaml.ScalarEvent) -> Scalar:
        place = self._place(event.start_mark)
        if CONTROL.search(event.value):
            raise self._refused(event, "a control character", "Leave it out.")
        is_plain = event.implicit[0]
        return Scalar(event.value, is_plain, self._passage(event, place), place)

    def _passage(self, event: yaml.ScalarEvent, place: Place) -> Passage:
        """Give the lines of a text with their places, as far as YAML keeps them."""
        texts = event.value.rstrip("\n").split("\n")
        if event.style == "|":
            first = place.line - self.fence.place.line
            rows = self.lines[first : first + len(texts)]
            return tuple(
                Line(text, row.at(max(0, len(row.text) - len(text))))
                for text, row in zip(texts, rows, strict=False)
            )
        quote = 1 if event.style in {'"', "'"} else 0
        start = Place(place.file, place.line, place.column + quote)
        return tuple(Line(text, start) for text in texts)

    def _refused(self, event: yaml.Event, what: str, hint: str) -> _RefusedError:
        place = self._place(event.start_mark)
        message = f"{what} stands here, which front matter does not have"
        return _RefusedError(place, "yaml-feature", message, hint)

    def _place(self, mark: _Mark | None) -> Place:
        if mark is None:
            return self.fence.place
        if mark.line < len(self.lines):
            return self.lines[mark.line].at(mark.column)
        last = self.lines[-1] if self.lines else self.fence
        return last.at(len(last.text))

    def syntax_problem(self, error: yaml.MarkedYAMLError) -> Problem:
        """Say what the parser stumbled over."""
        mark = error.problem_mark
        what = f"{error.context} {error.problem}"
        # What was opened and never closed is found at the end; the start says more.
        is_at_end = mark is not None and mark.line >= len(self.lines) - 1
        if is_at_end and ("quoted" in what or "flow" in what):
            mark = error.context_mark or mark
        place = self._place(mark)
        line = (
            self.lines[mark.line].text if mark and mark.line < len(self.lines) else ""
        )
        message, hint = _syntax_words(what, line, place.column - 1)
        return Problem(place, "bad-yaml", message, hint)


def _duplicate(entry: Entry, earlier: Entry) -> Problem:
    return Problem(
        entry.place,
        "duplicate-key",
        f"{quoted(entry.key)} stands on line {earlier.place.line} already",
        "Leave one of the two out.",
    )


_QUOTE = "Put the text between quotes."

# The two parsers word what they found each in its own way; these words they share.
_SYNTAX = (
    (
        "mapping values",
        'a text without quotes holds ": "',
        _QUOTE,
    ),
    (
        "escape",
        'a text between double quotes holds a "\\" that means nothing',
        "Use single quotes.",
    ),
    ("quoted", "the quotes that open here are not closed", "Close the quotes."),
    ("flow", "the brackets here do not fit", "Close each bracket that opens."),
)


def _syntax_words(what: str, line: str, column: int) -> tuple[str, str]:
    """Say what the parser stumbled over on a line, and what to do."""
    if line.startswith("\t"):
        return "the line is indented with a tab", "Indent with spaces."
    if "start any token" in what:
        sign = line[column : column + 1]
        return f'a text without quotes begins with "{sign}"', _QUOTE
    for words, message, hint in _SYNTAX:
        if words in what:
            return message, hint
    return (
        "the front matter cannot be read from here on",
        "Look at the indents and quotes here and on the line above.",
    )
