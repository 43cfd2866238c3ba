"""Give what compiled modules name at length short names, alike in all functions.

A minifier gives the shortest name in each function to what is used most there, so that
the same words come out differently from one function to the next. Alike, they are
compressed better. Texts are left alone.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from kwispel.runtime.brackets import closing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNO"
_OWN_LETTERS = "PQRSTUVWXYZ"
"""For the variables of functions; those that have more go on with numbers."""
_WORD = re.compile(
    r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'
    |(?:(?<=\{)|(?<=,\ ))[\w$]+(?=:)
    |(?:(?<![\w$.])|(?<=\.\.\.))(?P<name>[A-Za-z_$][\w$]*)""",
    re.VERBOSE,
)
"""A text, a key (that is what an argument is called), or a name, also one spread."""
_OWN = re.compile(r"runModule\('[^']*', \((?P<own>[\w$]+), ")
_FUNCTION = re.compile(r"(?<![\w$])\$(?:define|function)\(")
_MADE = re.compile(r"locals_[\w$]+|[\w$]*50\d{4}")
"""Names that Brython's compiler has made for variables."""
_FIXED = {"locals": "_", "frame": "$f"}


def shared_names(modules: Iterable[str], names: Iterable[str]) -> dict[str, str]:
    """Give a letter to each name that modules use of those around them.

    Shape: in the order of how often they are used; no letter that they use themselves.
    """
    known = frozenset(names)
    used = Counter(name for module in modules for name in _names(module))
    letters = (a + n for n in ("", *"0123456789") for a in _LETTERS)
    free = (letter for letter in letters if letter not in used)
    most = (name for name, _ in used.most_common() if name in known)
    return dict(zip(most, free, strict=False))


def with_short_names(javascript: str, shared: Mapping[str, str]) -> str:
    """Name a module `$` in itself, a function's variables `_`, others by number."""
    found = _OWN.match(javascript)
    if found is None:
        return _renamed(javascript, shared)
    functions, rest = _parts(javascript)
    outside = {*_in_several(functions), *_made("\n".join(rest))}
    known = {**shared, **_FIXED, found["own"]: "$"}
    known |= _numbered(sorted(outside - known.keys()), "$$")
    short = [*(_with_own_names(function, known) for function in functions), ""]
    parts = zip((_renamed(part, known) for part in rest), short, strict=True)
    return "".join(before + function for before, function in parts)


def _parts(javascript: str) -> tuple[list[str], list[str]]:
    """Give a module's functions, and what stands before, between and after them."""
    functions: list[str] = []
    rest: list[str] = []
    done = 0
    while found := _FUNCTION.search(javascript, done):
        end = closing(javascript, found.end())
        rest.append(javascript[done : found.start()])
        functions.append(javascript[found.start() : end])
        done = end
    return functions, [*rest, javascript[done:]]


def _in_several(functions: Iterable[str]) -> set[str]:
    """Give the made names that more than one function uses."""
    used = Counter(name for some in functions for name in set(_made(some)))
    return {name for name, count in used.items() if count > 1}


def _made(javascript: str) -> Iterator[str]:
    return (name for name in _names(javascript) if _MADE.fullmatch(name))


def _with_own_names(function: str, known: Mapping[str, str]) -> str:
    own = dict.fromkeys(name for name in _made(function) if name not in known)
    short = (*_OWN_LETTERS, *_numbered(own, "$").values())
    return _renamed(function, {**known, **dict(zip(own, short, strict=False))})


def _numbered(names: Iterable[str], before: str) -> dict[str, str]:
    return {name: f"{before}{number}" for number, name in enumerate(names)}


def _names(javascript: str) -> Iterator[str]:
    return (found["name"] for found in _WORD.finditer(javascript) if found["name"])


def _renamed(javascript: str, names: Mapping[str, str]) -> str:
    def word(found: re.Match[str]) -> str:
        return names.get(found["name"], found[0]) if found["name"] else found[0]

    return _WORD.sub(word, javascript)
