"""Read the keys that say how a score is computed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import cast

from kwispel.errors import Place, Problem
from kwispel.model.shapes import Better, Hidden, Method, MinimumAnswered, Missing
from kwispel.source import keys
from kwispel.source.numbers import exact_number, number_text
from kwispel.source.schema import Schema
from kwispel.source.shapes import Entry, Items, Scalar, Table

MOST_DECIMALS = 10

_WHOLE = 100
_HALF = MinimumAnswered(share=Fraction(1, 2))
_DEFAULTS = {"missing": "rescale", "hidden": "leave", "table": None}
"""What only a sum can have, and the word that says nothing beside another method."""


@dataclass(frozen=True, slots=True)
class Rules:
    """How a score is computed, as its keys say.

    Shape: as in Score. Source: docs/reference/format.md, "Scores".
    """

    method: Method
    multiply: Fraction
    add: Fraction
    minimum_answered: MinimumAnswered
    decimals: int
    missing: Missing
    hidden: Hidden
    table: tuple[Fraction, ...]
    is_rounded: bool
    better: Better


def usable_keys(table: Table, schema: Schema, problems: list[Problem]) -> Table:
    """Check keys, and those that only a sum can have first."""
    method = table.entries.get("method")
    name = word(method) if method else "sum"
    kept = dict(table.entries)
    for key, default in _DEFAULTS.items():
        entry = kept.get(key)
        if name not in {"mean", "percent"} or entry is None:
            continue
        if default is None or word(entry) != default:
            problems.append(_only_with_sum(entry, name))
            del kept[key]
    checked = keys.check_keys(Table(kept, table.place), schema, problems)
    problems.extend(_table_beside_shrink(checked))
    return checked


def word(entry: Entry) -> str | None:
    """Give the one word that a key has as its value, if it is one."""
    return entry.value.text if isinstance(entry.value, Scalar) else None


def _only_with_sum(entry: Entry, method: str) -> Problem:
    return Problem(
        entry.place,
        "only-with-sum",
        f'"{entry.key}" is set, and "method: {method}" leaves nothing to set',
        f'Leave out "{entry.key}"; only what was answered counts.',
    )


def _table_beside_shrink(table: Table) -> list[Problem]:
    entries = table.entries
    if "table" not in entries or "missing" not in entries:
        return []
    if word(entries["missing"]) != "shrink":
        return []
    place = max(entries["table"].place, entries["missing"].place)
    reason = '"missing: shrink" gives sums another range than the table has'
    return [table_clash(place, reason, "missing: lowest")]


def table_clash(place: Place, reason: str, instead: str) -> Problem:
    """Report a table of which the sums do not keep the range."""
    return Problem(
        place,
        "table-clash",
        reason,
        f'Write "{instead}", or leave "table" out.',
    )


def read_better(entries: Mapping[str, Entry], default: Better) -> Better:
    """Give which end of a score is the better one."""
    return cast("Better", _choice(entries.get("better"), default))


def read_rules(settings: Table, better: Better, problems: list[Problem]) -> Rules:
    """Give what the keys of a score say, and its defaults where they say nothing.

    Shape: better is the quiz's own default.
    """
    entries = settings.entries
    return Rules(
        # The schema has let through no other words.
        method=cast("Method", _choice(entries.get("method"), "sum")),
        multiply=_factor(entries.get("multiply"), problems),
        add=_number(entries.get("add"), Fraction(0), problems),
        minimum_answered=_minimum(entries.get("minimum_answered"), problems),
        decimals=_decimals(entries.get("decimals"), problems),
        missing=cast("Missing", _choice(entries.get("missing"), "rescale")),
        hidden=cast("Hidden", _choice(entries.get("hidden"), "leave")),
        table=_table(entries.get("table"), problems),
        is_rounded=_truth(entries.get("round"), problems),
        better=read_better(entries, better),
    )


def _choice(entry: Entry | None, default: str) -> str | None:
    return word(entry) if entry else default


def _number(
    entry: Entry | None, default: Fraction, problems: list[Problem]
) -> Fraction:
    number = keys.number(entry, problems) if entry else None
    return default if number is None else number


def _factor(entry: Entry | None, problems: list[Problem]) -> Fraction:
    number = _number(entry, Fraction(1), problems)
    if entry and number == 0:
        problems.append(_constant(entry.value.place, '"multiply" is 0'))
    return number


def _decimals(entry: Entry | None, problems: list[Problem]) -> int:
    if entry is None:
        return 0
    return keys.whole(entry, problems, least=0, most=MOST_DECIMALS) or 0


def _truth(entry: Entry | None, problems: list[Problem]) -> bool:
    return bool(keys.truth(entry, problems)) if entry else False


def _minimum(entry: Entry | None, problems: list[Problem]) -> MinimumAnswered:
    if entry is None:
        return _HALF
    text = word(entry) or ""
    if text == "all":
        return MinimumAnswered(share=Fraction(1))
    number = exact_number(text.removesuffix("%"))
    if number is not None and text.endswith("%") and 0 <= number <= _WHOLE:
        return MinimumAnswered(share=number / _WHOLE)
    is_count = number is not None and number.denominator == 1 and number >= 0
    if number is not None and is_count and not text.endswith("%"):
        return MinimumAnswered(count=int(number))
    hint = 'Write "all", a percentage such as "50%", or a whole number.'
    problems.append(keys.wrong_type(entry, "an amount of questions", hint))
    return _HALF


def _table(entry: Entry | None, problems: list[Problem]) -> tuple[Fraction, ...]:
    """Give the entries of a table; none where one of them cannot be used."""
    if entry is None:
        return ()
    if isinstance(entry.value, Items) and not entry.value.items:
        problems.append(_empty_table(entry.place))
    places = [node.place for node in keys.items(entry, problems)]
    read = [
        keys.number(Entry(entry.key, node, node.place), problems)
        for node in (entry.value.items if isinstance(entry.value, Items) else ())
    ]
    numbers = tuple(number for number in read if number is not None)
    if len(numbers) < len(read):
        return ()
    before = len(problems)
    for earlier, later, place in zip(numbers, numbers[1:], places[1:], strict=False):
        if later < earlier:
            problems.append(_falls(place, earlier, later))
    if len(numbers) > 1 and numbers[0] == numbers[-1] and len(problems) == before:
        problems.append(_constant(entry.place, "all entries of the table are equal"))
    return numbers


def _empty_table(place: Place) -> Problem:
    return Problem(
        place,
        "wrong-type",
        '"table" is empty, not a list of numbers',
        "Write a score for each sum, that of the least sum first.",
    )


def _falls(place: Place, earlier: Fraction, later: Fraction) -> Problem:
    return Problem(
        place,
        "table-falls",
        f"{number_text(later)} is less than {number_text(earlier)} before it",
        "Let the entries rise or stay; scores that fall take negative entries and"
        ' "multiply: -1".',
    )


def _constant(place: Place, reason: str) -> Problem:
    return Problem(
        place,
        "constant-score",
        f"{reason}, so that every score would be the same",
        "Write another number, or leave it out.",
    )
