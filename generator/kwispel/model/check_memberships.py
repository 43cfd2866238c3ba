"""Check to which factors a question belongs, and with what weight."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kwispel.errors import Place, Problem
from kwispel.source import keys
from kwispel.source.names import nearest, quoted
from kwispel.source.shapes import Entry, ParsedQuestion, Scalar, Table

_ONE = Fraction(1)

Named = Iterator[tuple[str, Fraction, Place]]
"""Factors, the weight in each, and where it is named."""


def check_memberships(
    parsed: ParsedQuestion, known: tuple[str, ...], problems: list[Problem]
) -> dict[str, Fraction]:
    """Give the weights by factor, without those that are 0.

    Shape: where options have points per factor, every factor that one of them names.
    """
    entry = parsed.settings.entries.get("factor")
    split = [option.marker for option in parsed.options if option.marker.shares]
    if split:
        if entry:
            is_default = entry.place.line < parsed.settings.place.line
            problems.append(_beside_points(split[0].place, is_default=is_default))
        named: Named = (
            (s.factor, _ONE, s.place) for marker in split for s in marker.shares
        )
    else:
        named = _named_factors(entry, problems) if entry else iter(())
    weights: dict[str, Fraction] = {}
    for name, weight, place in named:
        if name not in known:
            problems.append(unknown_factor(place, name, known))
        elif weight:
            weights[name] = weight
    return weights


def _named_factors(entry: Entry, problems: list[Problem]) -> Named:
    value = entry.value
    if isinstance(value, Table):
        for inside in value.entries.values():
            weight = keys.number(inside, problems)
            yield inside.key, _ONE if weight is None else weight, inside.place
    elif isinstance(value, Scalar) and not value.is_empty:
        yield value.text.strip(), _ONE, value.place
    else:
        hint = 'Write one id, or a map such as "{listening: 1, owning: 0.5}".'
        problems.append(keys.wrong_type(entry, "an id or a map", hint))


def unknown_factor(place: Place, name: str, known: Iterable[str]) -> Problem:
    """Report a factor that quiz.md does not declare."""
    meant = nearest(name, known)
    declare = f"declare {quoted(name)} under factors in quiz.md"
    return Problem(
        place,
        "unknown-factor",
        f"{quoted(name)} is not declared in quiz.md",
        f'Write "{meant}", or {declare}.' if meant else f"Rename it, or {declare}.",
    )


def _beside_points(place: Place, *, is_default: bool) -> Problem:
    leave_out = 'Leave "factor" out'
    move = " of the front matter, and write {factor=…} behind the headings that need it"
    return Problem(
        place,
        "factor-beside-points",
        'the options have points per factor, and the question has a "factor" as well',
        f"{leave_out}{move}." if is_default else f"{leave_out}; the options name them.",
    )
