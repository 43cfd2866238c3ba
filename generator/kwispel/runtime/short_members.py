"""Give members of Brython short names, where nothing but its own object has them.

Only where all of a script is at hand: who comes later asks for them by their own names.
"""

from __future__ import annotations

import itertools
import re
import string
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

_WORD = re.compile(r"[\w$]+")
_MEMBER = re.compile(r"(?<![\w$.])(\$B|__BRYTHON__)\.([\w$]+)")
_SHORT = 3
"""A name of so many letters stays."""


def short_members(texts: Iterable[str]) -> dict[str, str]:
    """Give the short names of members that all of a script names in one way alone.

    The most used get the shortest; the same texts give the same names.
    """
    script = "\n".join(texts)
    words = Counter(_WORD.findall(script))
    members = Counter(found[2] for found in _MEMBER.finditer(script))
    only = [
        (count, name)
        for name, count in members.items()
        if words[name] == count and len(name) > _SHORT
    ]
    ordered = [name for _, name in sorted(only, key=lambda one: (-one[0], one[1]))]
    free = (name for name in _letters() if name not in words)
    return dict(zip(ordered, free, strict=False))


def with_short_members(text: str, names: Mapping[str, str]) -> str:
    """Name members of Brython's object in short."""
    return _MEMBER.sub(lambda found: f"{found[1]}.{_short(found[2], names)}", text)


def _short(name: str, names: Mapping[str, str]) -> str:
    return names.get(name, name)


def _letters() -> Iterator[str]:
    for length in itertools.count(1):
        for letters in itertools.product(string.ascii_lowercase, repeat=length):
            yield "".join(letters)
