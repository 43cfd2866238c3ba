"""Leave out of compiled Python which part of a line is running.

Brython hands each operation a number that stands for its place, for the carets in a
traceback. The places themselves are left out already, so that all numbers may be one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from kwispel.runtime.brackets import end_of_text

_THIRD = frozenset({"call_attr"})
_SECOND = frozenset({"$call_with_position"})
_LAST = frozenset(
    {"$getattr_pep657", "$getitem", "$setattr1", "getitem_slice", "rich_op"}
    | {"$setitem", "resolve_in_scopes", "unpacker"}
)
_CALL = re.compile(r"\$B\.([\w$]+)\(|([\"'`])|[()\[\]{}]|,")
_NUMBER = re.compile(r"\s*\d+\s*")
_HASH = re.compile(r", \d{9,}(?=\])")
"""Of a key in a literal dict; without it Brython computes it where it has to."""


def without_positions(javascript: str) -> str:
    """Leave out the number of each place, and the hashes of keys."""
    parts: list[str] = []
    done = 0
    for start, end in sorted(_positions(javascript)):
        parts.append(javascript[done:start])
        done = end
    return _HASH.sub("", "".join(parts) + javascript[done:])


def _positions(javascript: str) -> Iterator[tuple[int, int]]:
    """Find where the numbers of places stand, by going through all brackets."""
    open_calls: list[tuple[str, list[int]]] = []
    at = 0
    while found := _CALL.search(javascript, at):
        at = found.end()
        sign = found[0]
        if found[2]:
            at = end_of_text(javascript, at, sign)
        elif sign == ",":
            open_calls[-1][1].append(at)
        elif sign in ")]}":
            name, starts = open_calls.pop()
            yield from _number(javascript, name, [*starts, at])
        else:
            open_calls.append((found[1] or "", [at]))


def _number(javascript: str, name: str, starts: list[int]) -> Iterator[tuple[int, int]]:
    """Give the place of a call's number; starts are those of arguments, and the end."""
    last = len(starts) - 2
    place = 2 if name in _THIRD else 1 if name in _SECOND else last
    if name in _THIRD | _SECOND | _LAST and place <= last:
        start, end = starts[place], starts[place + 1] - 1
        if _NUMBER.fullmatch(javascript[start:end]):
            yield start - 1, end
