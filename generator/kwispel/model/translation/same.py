"""Hold what a translation says beside its texts against the original."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from fractions import Fraction

from kwispel.errors import Place, Problem
from kwispel.source.names import counted, nearest, quoted
from kwispel.source.numbers import exact_number
from kwispel.source.shapes import Entry, Items, Marker, Node, Scalar, Table


def check_same(
    table: Table,
    original: Mapping[str, Entry],
    problems: list[Problem],
    *,
    texts: Collection[str] = (),
) -> None:
    """Report the keys that are no texts and not what they are in the original."""
    for entry in table.entries.values():
        same = original.get(entry.key)
        is_held = entry.key not in texts
        if is_held and not (same and is_same(entry.value, same.value)):
            place = entry.value.place if same else entry.place
            problems.append(differs(place, f"{quoted(entry.key)} is"))


def check_same_marker(
    marker: Marker, original: Marker, problems: list[Problem]
) -> None:
    """Report a marker that is neither empty nor what it is in the original."""
    is_same = marker.kind == original.kind and (
        _points(marker) == _points(original)
        if marker.shares
        else _is_same_text(marker.text, original.text)
    )
    if marker.kind != "empty" and not is_same:
        problems.append(
            Problem(
                marker.place,
                "translation-differs",
                f'the marker "({marker.text})" is not as it is in the original',
                f'Write "({original.text})", or "( )".',
            )
        )


def check_same_count(
    counts: tuple[int, int], noun: str, place: Place, problems: list[Problem]
) -> bool:
    """Say whether a translation has as many as the original, or report it.

    Shape: counts are the translation's and the original's.
    """
    own, originals = counts
    if own == originals:
        return True
    problems.append(
        Problem(
            place,
            "translation-differs",
            f"{counted(own, noun)} here, and {originals} in the original",
            "Translate each in its place; texts are matched by position.",
        )
    )
    return False


def differs(place: Place, subject: str) -> Problem:
    """Report something that a translation says otherwise than the original."""
    return Problem(
        place,
        "translation-differs",
        f"{subject} not what it is in the original",
        "Leave it out; a translation holds texts alone.",
    )


def unknown_name(entry: Entry, known: Collection[str], where: str) -> Problem:
    """Report a name that the original does not declare."""
    meant = nearest(entry.key, known)
    hint = f'Write "{meant}".' if meant else "Leave it out, or declare it there."
    return Problem(
        entry.place,
        "translation-differs",
        f'{quoted(entry.key)} is not under "{where}" in the original',
        hint,
    )


def is_same(one: Node, other: Node) -> bool:
    """Say whether two values say the same, wherever they stand."""
    if isinstance(one, Scalar) and isinstance(other, Scalar):
        return _is_same_text(one.text, other.text)
    if isinstance(one, Items) and isinstance(other, Items):
        return len(one.items) == len(other.items) and all(
            is_same(a, b) for a, b in zip(one.items, other.items, strict=True)
        )
    if isinstance(one, Table) and isinstance(other, Table):
        return one.entries.keys() == other.entries.keys() and all(
            is_same(entry.value, other.entries[key].value)
            for key, entry in one.entries.items()
        )
    return False


def _points(marker: Marker) -> dict[str, Fraction]:
    return {share.factor: share.points for share in marker.shares}


def _is_same_text(one: str, other: str) -> bool:
    if one.split() == other.split():
        return True
    number = exact_number(one)
    return isinstance(number, Fraction) and number == exact_number(other)
