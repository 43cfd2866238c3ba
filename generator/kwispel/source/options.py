"""Read the options of a question, or the advice for those of a shared scale."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kwispel.errors import Place, Problem
from kwispel.source.attributes import split_attributes
from kwispel.source.keys import check_keys
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
from kwispel.source.shapes import (
    Line,
    Marker,
    ParsedOption,
    Passage,
    Share,
    Table,
)

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
    problems.extend(_mixed(options))
    return options


def is_advice(option: ParsedOption) -> bool:
    """Say whether this is advice for an option of a shared scale."""
    return option.marker.kind == "advice"


def _mixed(options: tuple[ParsedOption, ...]) -> Iterator[Problem]:
    """Report the first option whose marker is of another kind than the first one's."""
    said = [o for o in options if o.marker.kind != "empty"]  # as translations may
    others = [o for o in said if is_advice(o) is not is_advice(said[0])]
    worth = [o for o in options if o.marker.kind in {"points", "per-factor"}]
    unlike = [o for o in worth if o.marker.kind != worth[0].marker.kind]
    if others:
        yield Problem(
            others[0].marker.place,
            "mixed-markers",
            "points and ids of options stand as markers in one list",
            "Write points for options of this question, or (#id) for those of a scale.",
        )
    elif unlike:
        yield Problem(
            unlike[0].marker.place,
            "mixed-markers",
            "points and points per factor stand as markers in one list",
            'Name factors before each option, as in "(listening=2)", or before none.',
        )


def _read_option(item: Item, problems: list[Problem]) -> ParsedOption | None:
    read = read_marker(item.first)
    if read is None:
        problems.append(_no_marker(item.first))
        return None
    marker, behind = read
    found = tuple(_unusable(marker))
    problems.extend(found)
    if found:
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


def _unusable(marker: Marker) -> Iterator[Problem]:
    """Say why a marker means nothing."""
    if marker.kind == "odd":
        is_number = any(c.isdigit() for c in marker.text)
        hint = HOW_TO_WRITE if is_number else 'Write "(na)".'
        yield _bad_marker(marker.place, f"{quoted(marker.text)} is no marker", hint)
    elif marker.kind == "per-factor" and not marker.shares:
        yield _bad_marker(
            marker.place,
            f"{quoted(marker.text)} is no marker",
            "Write a factor, = and a number for each, with spaces between, such as "
            '"(listening=2 asking=-1)".',
        )
    named: set[str] = set()
    for share in marker.shares:
        if share.factor in named:
            yield _named_twice(share)
        named.add(share.factor)


def _bad_marker(place: Place, message: str, hint: str) -> Problem:
    return Problem(place, "bad-marker", message, hint)


def _named_twice(share: Share) -> Problem:
    return Problem(
        share.place,
        "duplicate-key",
        f"{quoted(share.factor)} stands in this marker already",
        "Leave one of the two out.",
    )


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
