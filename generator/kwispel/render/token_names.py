"""Short names for a theme's tokens, as for its classes.

A theme is written with names that say what they mean; what a page carries of its style
has short ones. The style of the page and that of its result share them.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from typing import TypeAlias

from kwispel.render.class_names import short_names

TokenNames: TypeAlias = "tuple[tuple[str, str], ...]"
"""Each token in the theme, and its short name."""

_TOKEN = re.compile(r"--_?kw-[\w-]+")
_PROPERTY = re.compile(r"--[\w-]+")
_MAY_BE_UNSET = re.compile(r"var\(\s*(--_?kw-[\w-]+)\s*,")


def token_names(styles: Iterable[str]) -> TokenNames:
    """Give each token of a theme a short name, the most frequent the shortest.

    Shape: a token that may be unset keeps its name. In an element it would be taken
    from the page around, which may well have a property with a short name.
    """
    text = "\n".join(styles)
    found = Counter(_PROPERTY.findall(text))
    kept = set(_MAY_BE_UNSET.findall(text))
    free = (name for short in short_names() if (name := f"--{short}") not in found)
    names = (name for name, _ in found.most_common() if _TOKEN.fullmatch(name))
    return tuple(zip((name for name in names if name not in kept), free, strict=False))


@lru_cache(maxsize=64)
def short_tokens(css: str, names: TokenNames) -> str:
    """Write a style with the short names of its tokens."""
    known = dict(names)
    return _TOKEN.sub(lambda found: known.get(found[0], found[0]), css)
