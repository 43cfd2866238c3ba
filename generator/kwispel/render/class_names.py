"""Short names for a theme's classes: pages repeat them more than anything else.

A theme is written with names that say what they mean, and built with short ones, in
its style and in its templates alike. They are for looks alone (docs/reference/page.md).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import TypeAlias

ClassNames: TypeAlias = "Mapping[str, str]"
"""The short names of classes by the names in the theme."""

KEPT = frozenset(
    {
        "kw-about",
        "kw-count",
        "kw-keep__note",
        "kw-opening",
        "kw-page",
        "kw-question",
        "kw-quiz",
    }
)
"""What is named outside a theme's templates too, or in a reader's saved result."""

_LETTERS = "bcdfghjklmnpqrstvwxz"
"""No vowels: a name that reads like `ad` is hidden by what blocks advertisements."""

_IN_STYLE = re.compile(r"\.(kw-[\w-]+)")
_IN_TEMPLATE = re.compile(r"(?<![\w.-])kw-[\w-]+")
_MADE_UP = re.compile(r"(?<![\w.-])(kw-[\w-]+)\{\{")


def class_names(styles: Iterable[str], templates: Iterable[str]) -> ClassNames:
    """Give each class that a theme has style for a short name, in order of the style.

    Shape: a class keeps its name where a template puts that together from parts.
    """
    begun = tuple(name for text in templates for name in _MADE_UP.findall(text))
    found = dict.fromkeys(name for css in styles for name in _IN_STYLE.findall(css))
    names = [name for name in found if not (name in KEPT or name.startswith(begun))]
    return dict(zip(names, short_names(), strict=False))


def short_style(css: str, names: ClassNames) -> str:
    """Write a theme's style with the short names of its classes."""
    return _IN_STYLE.sub(lambda found: f".{names.get(found[1], found[1])}", css)


def short_markup(text: str, names: ClassNames) -> str:
    """Write what stands in a template with the short names of its classes."""
    return _IN_TEMPLATE.sub(lambda found: names.get(found[0], found[0]), text)


def short_names() -> Iterator[str]:
    """Give names of one letter, then of two, and so on."""
    shorter = [""]
    while True:
        shorter = [before + letter for before in shorter for letter in _LETTERS]
        yield from shorter
