"""Read the options of a question, or the advice for those of a shared scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kwispel.errors import Place, Problem
from kwispel.source.attributes import split_attributes
from kwispel.source.keys import check_keys, not_yet
from kwispel.source.markers import read_marker
from kwispel.source.names import quoted
from kwispel.source.numbers import HOW_TO_WRITE
from kwispel.source.outline import (
    Item,
    ItemList,
    Rows,
    find_lists,
    first_paragraph,
    lines_of,
    trimmed,
)
from kwispel.source.schema import OPTION
from kwispel.source.shapes import Line, Marker, ParsedOption, Passage, Table

_OF_OPTIONS = frozenset({"points", "na", "per-factor"})


@dataclass(frozen=True, slots=True)
class Choices:
    """The options of a question, at which row they start, and what stands under them.

    Shape: where there is no list of options, start is behind the last row. is_whole
    where nothing is wrong with them.
    """

    options: tuple[ParsedOption, ...]
    start: int
    background: Passage
    is_whole: bool


def find_choices(rows: Rows, settings: Table, problems: list[Problem]) -> Choices:
    """Find the first list at the margin in which an item begins with a marker."""
    lists = tuple(find_lists(rows))
    for n, found in enumerate(lists):
        if any(read_marker(item.first) for item in found.items):
            before = len(problems)
            options = _read_options(found, problems)
            is_whole = len(problems) == before
            problems.extend(_second_lists(lists[n + 1 :]))
            background = lines_of(rows[found.end :])
            return Choices(options, found.start, background, is_whole)
    is_missed = bool(lists) and "scale" not in settings.entries
    if is_missed:
        problems.append(_no_points(lists[-1].items[0].first.place))
    return Choices((), len(rows), (), not is_missed)


def _second_lists(later: Iterable[ItemList]) -> Iterator[Problem]:
    """Report lists in the background that look like options of another question."""
    for found in later:
        markers = [read_marker(item.first) for item in found.items]
        if all(read and read[0].kind in _OF_OPTIONS for read in markers):
            yield Problem(
                found.items[0].first.place,
                "second-list",
                "this list has points too, and the question has its options already",
                'Begin each question with a heading "# "; for text, write "\\(".',
            )


def _no_points(place: Place) -> Problem:
    return Problem(
        place,
        "no-points",
        "no option of this list has points",
        'Write points before each option, such as "- (1) Yes".',
    )


def _read_options(found: ItemList, problems: list[Problem]) -> tuple[ParsedOption, ...]:
    read = [_read_option(item, problems) for item in found.items]
    options = tuple(option for option in read if option)
    others = [o for o in options if is_advice(o) is not is_advice(options[0])]
    if others:
        problems.append(_mixed(others[0].marker.place))
    return options


def is_advice(option: ParsedOption) -> bool:
    """Say whether this is advice for an option of a shared scale."""
    return option.marker.kind == "advice"


def _mixed(place: Place) -> Problem:
    return Problem(
        place,
        "mixed-markers",
        "points and ids of options stand as markers in one list",
        "Write points for options of this question, or (#id) for those of a scale.",
    )


def _read_option(item: Item, problems: list[Problem]) -> ParsedOption | None:
    read = read_marker(item.first)
    if read is None:
        problems.append(_no_marker(item.first))
        return None
    marker, behind = read
    problem = _unusable(marker)
    if problem:
        problems.append(problem)
        return None
    if marker.kind == "advice":
        nothing = Table({}, marker.place)
        return ParsedOption(marker, (), nothing, trimmed((behind, *item.rest)))
    label, advice = first_paragraph((behind, *item.rest))
    last = split_attributes(label[-1], OPTION, problems)
    settings = check_keys(last.settings, OPTION, problems)
    label = trimmed((*label[:-1], last.line))
    if not label:
        problems.append(_no_label(marker.place))
    return ParsedOption(marker, label, settings, advice)


def _unusable(marker: Marker) -> Problem | None:
    if marker.kind == "per-factor":
        return not_yet(
            marker.place,
            "points per factor",
            'Write one number of points, and "factor" in the front matter.',
        )
    if marker.kind == "odd":
        is_number = any(c.isdigit() for c in marker.text)
        return Problem(
            marker.place,
            "bad-marker",
            f"{quoted(marker.text)} is no marker",
            HOW_TO_WRITE if is_number else 'Write "(na)".',
        )
    return None


def _no_marker(line: Line) -> Problem:
    return Problem(
        line.place,
        "no-marker",
        f"{quoted(line.text)} has no marker, and other items of this list have one",
        'Write points before it, such as "(1)", or put text between two lists.',
    )


def _no_label(place: Place) -> Problem:
    return Problem(
        place, "no-text", "the option has no text", "Write it behind the marker."
    )
