"""Check the response scales that questions share."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction
from pathlib import PurePosixPath

from kwispel.errors import Place, Problem
from kwispel.model.questions import Option
from kwispel.source import keys
from kwispel.source.names import check_id, letter, quoted
from kwispel.source.numbers import HOW_TO_WRITE, exact_number
from kwispel.source.prose import Typesetter
from kwispel.source.shapes import Entry, Items, Node, Scalar

Scales = Mapping[str, tuple[Option, ...]]
"""Options by the id of their scale; none where something is wrong with the scale."""

_NA = "na"
_HOW = "Write [points, label], or [points, label, id]; na as points for n.a."
_LENGTHS = (2, 3)


def check_scales(
    entry: Entry | None,
    setter: Typesetter,
    folder: PurePosixPath,
    problems: list[Problem],
) -> Scales:
    """Give the scales that quiz.md declares."""
    table = keys.table(entry, problems) if entry else None
    if table is None:
        return {}
    return {
        name: _scale(scale, setter, folder, problems)
        for name, scale in table.entries.items()
        if check_id(name, scale.place, problems)
    }


def _scale(
    entry: Entry, setter: Typesetter, folder: PurePosixPath, problems: list[Problem]
) -> tuple[Option, ...]:
    before = len(problems)
    read = [
        _option(node, position, setter, folder, problems)
        for position, node in enumerate(keys.items(entry, problems))
    ]
    options = tuple(option for option in read if option)
    if len(problems) == before:
        check_list(options, entry.place, problems)
    return options if len(problems) == before else ()


def _option(
    node: Node,
    position: int,
    setter: Typesetter,
    folder: PurePosixPath,
    problems: list[Problem],
) -> Option | None:
    parts = node.items if isinstance(node, Items) else ()
    words = [part for part in parts if isinstance(part, Scalar) and not part.is_empty]
    if len(words) != len(parts) or len(words) not in _LENGTHS:
        problems.append(_bad_option(node.place))
        return None
    points, label, *rest = words
    option_id = rest[0].text if rest else letter(position)
    if rest:
        check_id(option_id, rest[0].place, problems)
    if not label.text.strip():
        problems.append(_no_label(label.place))
    return Option(
        id=option_id,
        points=_points(points, problems),
        label_html=setter.inline(label.lines, folder).html,
        advice_html=None,
        place=node.place,
    )


def _points(word: Scalar, problems: list[Problem]) -> Fraction | None:
    if word.text == _NA:
        return None
    points = exact_number(word.text)
    if points is None:
        problems.append(
            Problem(
                word.place,
                "bad-marker",
                f"{quoted(word.text)} is no number of points",
                f"{HOW_TO_WRITE} Or write na.",
            )
        )
    return points


def _bad_option(place: Place) -> Problem:
    return Problem(place, "bad-scale", "this is no option of a scale", _HOW)


def _no_label(place: Place) -> Problem:
    return Problem(place, "no-text", "the option has no text", "Write its label here.")


def check_list(
    options: tuple[Option, ...], place: Place, problems: list[Problem]
) -> None:
    """Report options with one id, and a list of which nothing has points."""
    seen: dict[str, Option] = {}
    for option in options:
        if option.id in seen:
            problems.append(_same_id(option, seen[option.id]))
        seen.setdefault(option.id, option)
    if all(option.is_na for option in options):
        problems.append(
            Problem(
                place,
                "no-points",
                "no option here has points",
                "Write points for at least one option.",
            )
        )


def _same_id(option: Option, earlier: Option) -> Problem:
    return Problem(
        option.place,
        "duplicate-id",
        f'the option on line {earlier.place.line} has the id "{option.id}" too',
        "Give one of the two another id.",
    )
