"""Read TOML into the same small tree as front matter, every key with its place.

Python's reader of TOML gives values without places, so the lines are searched for the
keys that it found.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from typing import cast

from kwispel.errors import Place, Problem
from kwispel.source.shapes import Entry, Items, Line, Node, Scalar, SourceFile, Table

_OWN_WORDS = {"Invalid value": "this is no value of TOML's"}

MOST_NESTED = 4
"""Maps within maps that are looked into; no key goes deeper."""

_AT = re.compile(r"\(at line (?P<line>\d+), column (?P<column>\d+)\)")
_KEY = re.compile(r"""\s*(?P<name>(?:[\w-]+|"[^"]*"|'[^']*')(?:\.[\w"'-]+)*)\s*=\s*""")
_INLINE_KEY = re.compile(r"""[{,]\s*(?P<name>[\w-]+|"[^"]*"|'[^']*')\s*=\s*""")
_NAME = re.compile(r"""\"[^\"]*\"|'[^']*'|[^.\s\[\]]+""")

Path = tuple[str, ...]


def read_toml(file: SourceFile, problems: list[Problem]) -> Table | None:
    """Read a file as TOML; None where that cannot be done."""
    text = "\n".join(line.text for line in file.lines)
    try:
        data = tomllib.loads(text)
    except ValueError as error:  # a number too long for Python is no TOMLDecodeError
        problems.append(_syntax_problem(file, str(error)))
        return None
    except RecursionError:
        problems.append(_too_deep(file))
        return None
    places = _find_places(file)
    return Table(_entries(data, (), places, file.place), file.place)


def _too_deep(file: SourceFile) -> Problem:
    return Problem(
        file.place,
        "too-deep",
        "lists are nested too deep to be read",
        "Take out levels.",
    )


def _syntax_problem(file: SourceFile, message: str) -> Problem:
    match = _AT.search(message)
    what = message[: match.start()].strip() if match else message
    what = _OWN_WORDS.get(what, what)
    last = file.lines[-1]
    place = last.at(len(last.text))
    if match:
        place = Place(file.shown, int(match["line"]), int(match["column"]))
    return Problem(
        place,
        "bad-toml",
        f"this cannot be read as TOML: {what[:1].lower()}{what[1:]}",
        "Write texts between quotes, and each key once.",
    )


def _find_places(file: SourceFile) -> dict[Path, tuple[Place, Place]]:
    """Give the places of keys and of their values, as far as lines show them."""
    places: dict[Path, tuple[Place, Place]] = {}
    table: Path = ()
    for line in file.lines:
        key = _KEY.match(line.text)
        if key:
            path = (*table, *_parts(key["name"]))
            _note(places, path, line, key)
            for inline in _INLINE_KEY.finditer(line.text, key.end()):
                _note(places, (*path, *_parts(inline["name"])), line, inline)
        elif line.text.lstrip().startswith("["):
            table = _parts(line.text.partition("#")[0])
            name = _NAME.search(line.text)
            place = line.at(name.start() if name else 0)
            places.setdefault(table, (place, place))
    return places


def _note(
    places: dict[Path, tuple[Place, Place]],
    path: Path,
    line: Line,
    match: re.Match[str],
) -> None:
    both = line.at(match.start("name")), line.at(match.end())
    places.setdefault(path, both)
    # A key with dots is also the place of the maps that it makes.
    for length in range(1, len(path)):
        places.setdefault(path[:length], both)


def _parts(name: str) -> Path:
    return tuple(part.strip("\"'") for part in _NAME.findall(name))


def _entries(
    data: Mapping[str, object],
    path: Path,
    places: Mapping[Path, tuple[Place, Place]],
    around: Place,
) -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for key, value in data.items() if len(path) < MOST_NESTED else ():
        here = (*path, key)
        key_place, value_place = places.get(here, (around, around))
        if isinstance(value, dict):
            inside = cast("Mapping[str, object]", value)
            node: Node = Table(_entries(inside, here, places, key_place), key_place)
        else:
            node = _node(value, value_place)
        entries[key] = Entry(key, node, key_place)
    return entries


def _node(value: object, place: Place) -> Node:
    if isinstance(value, list):
        items = cast("list[object]", value)
        return Items(tuple(_node(item, place) for item in items), place)
    if isinstance(value, dict):
        return Table({}, place)
    is_text = isinstance(value, str)
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return Scalar(text, not is_text, (Line(text, place),), place)
