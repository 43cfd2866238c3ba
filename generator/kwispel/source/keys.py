"""Hold the keys of a map against the schema, and read their values."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from kwispel.errors import Place, Problem
from kwispel.source.names import listed, nearest, quoted
from kwispel.source.numbers import HOW_TO_WRITE, exact_number
from kwispel.source.schema import Key, Schema
from kwispel.source.shapes import Entry, Items, Node, Scalar, Table


def check_keys(table: Table, schema: Schema, problems: list[Problem]) -> Table:
    """Give the map without the keys that cannot be used, which are reported."""
    kept = {
        name: entry
        for name, entry in table.entries.items()
        if _is_usable(entry, schema, problems)
    }
    return Table(kept, table.place)


def _is_usable(entry: Entry, schema: Schema, problems: list[Problem]) -> bool:
    key = schema.key(entry.key)
    if key is None:
        problems.append(_unknown_key(entry, schema))
        return False
    return not key.choices or _is_choice(entry, key, problems)


def _is_choice(entry: Entry, key: Key, problems: list[Problem]) -> bool:
    value = entry.value
    if isinstance(value, Scalar) and value.text in key.choices:
        return True
    written = quoted(value.text) if isinstance(value, Scalar) else kind_of(value)
    meant = nearest(value.text, key.choices) if isinstance(value, Scalar) else None
    problems.append(
        Problem(
            value.place,
            "unknown-value",
            f'"{key.name}" is {written}, which it cannot be',
            f'Write "{meant}".' if meant else f"Write one of: {listed(key.choices)}.",
        )
    )
    return False


def _unknown_key(entry: Entry, schema: Schema) -> Problem:
    meant = nearest(entry.key, schema.names)
    if meant:
        hint = f'Write "{meant}", or leave it out.'
    elif schema.names:
        hint = f"Leave it out; the keys here are {listed(schema.names)}."
    else:
        hint = "Leave it out."
    return Problem(
        entry.place,
        "unknown-key",
        f"{quoted(entry.key)} is no key of {schema.subject}",
        hint,
    )


def kind_of(node: Node) -> str:
    """Name what was written, for a message."""
    if isinstance(node, Table):
        return "a map"
    if isinstance(node, Items):
        return "a list"
    return "empty" if node.is_empty else quoted(node.text)


def wrong_type(entry: Entry, wanted: str, hint: str) -> Problem:
    """Report a value of another kind than its key takes."""
    is_written = isinstance(entry.value, Scalar) and entry.value.is_empty
    place = entry.place if is_written else entry.value.place
    return Problem(
        place,
        "wrong-type",
        f"{quoted(entry.key)} is {kind_of(entry.value)}, not {wanted}",
        hint,
    )


def missing_key(place: Place, name: str, subject: str, hint: str) -> Problem:
    """Report a key that a map cannot do without; place is the map's."""
    return Problem(place, "missing-key", f'{subject} has no "{name}"', hint)


def is_word(entry: Entry | None, word: str) -> bool:
    """Say whether a key that takes a few words has this one."""
    value = entry.value if entry else None
    return isinstance(value, Scalar) and value.text == word


def text(entry: Entry, problems: list[Problem]) -> str | None:
    """Give a text on one line: any word, as the author wrote it."""
    value = entry.value
    if isinstance(value, Scalar) and not value.is_empty and value.text.strip():
        return " ".join(value.text.split())
    problems.append(wrong_type(entry, "text", "Write a text, or leave the key out."))
    return None


def texts(entry: Entry, problems: list[Problem]) -> tuple[str, ...]:
    """Give a list of texts; a text alone is a list of one."""
    if isinstance(entry.value, Items):
        read = [
            text(Entry(entry.key, item, item.place), problems)
            for item in entry.value.items
        ]
        return tuple(one for one in read if one is not None)
    one = text(entry, problems)
    return () if one is None else (one,)


def number(entry: Entry, problems: list[Problem]) -> Fraction | None:
    """Give an exact number."""
    value = entry.value
    if isinstance(value, Scalar):
        found = exact_number(value.text)
        if found is not None:
            return found
    problems.append(wrong_type(entry, "a number", HOW_TO_WRITE))
    return None


def whole(
    entry: Entry, problems: list[Problem], *, least: int, most: int | None = None
) -> int | None:
    """Give a whole number within bounds."""
    value = entry.value
    found = exact_number(value.text) if isinstance(value, Scalar) else None
    if found is not None and _is_whole_within(found, least, most):
        return int(found)
    bounds = f"from {least}" if most is None else f"from {least} to {most}"
    problems.append(
        wrong_type(entry, "a whole number " + bounds, f"Write a whole number {bounds}.")
    )
    return None


def _is_whole_within(value: Fraction, least: int, most: int | None) -> bool:
    is_within = value >= least and (most is None or value <= most)
    return value.denominator == 1 and is_within


def truth(entry: Entry, problems: list[Problem]) -> bool | None:
    """Give what a boolean says."""
    value = entry.value
    if isinstance(value, Scalar) and value.is_plain and value.text in {"true", "false"}:
        return value.text == "true"
    problems.append(
        wrong_type(entry, "true or false", 'Write "true" or "false", without quotes.')
    )
    return None


def table(entry: Entry, problems: list[Problem]) -> Table | None:
    """Give a map."""
    if isinstance(entry.value, Table):
        return entry.value
    problems.append(wrong_type(entry, "a map", "Write keys with values under it."))
    return None


def items(entry: Entry, problems: list[Problem]) -> Iterator[Node]:
    """Give the members of a list."""
    if isinstance(entry.value, Items):
        yield from entry.value.items
    else:
        problems.append(
            wrong_type(entry, "a list", 'Write members behind "- " on the next lines.')
        )
