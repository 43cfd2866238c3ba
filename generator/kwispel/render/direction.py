"""The direction in which a language is written."""

from __future__ import annotations

from functools import cache
from typing import Literal

Direction = Literal["ltr", "rtl"]

_RIGHT_TO_LEFT = frozenset(
    {"Adlm", "Arab", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"}
)
"""Scripts, by their codes in ISO 15924."""

_SCRIPT = 4
"""So long is the code of a script, and no other part that can stand where it does."""


@cache
def direction(lang: str) -> Direction:
    """Give the direction of a language tag: by its script, named or likely."""
    return "rtl" if _script(lang) in _RIGHT_TO_LEFT else "ltr"


def _script(lang: str) -> str:
    # Its tables take a while to load, and not every command needs them.
    from babel.core import get_global  # noqa: PLC0415

    parts = lang.split("-")
    for part in parts[1:]:
        if len(part) == _SCRIPT and part.isalpha():
            return part.title()
    language = parts[0].lower()
    regions = (part.upper() for part in parts[1:] if len(part) in {2, 3})
    likely = get_global("likely_subtags")
    for tag in (*(f"{language}_{region}" for region in regions), language):
        if tag in likely:
            return str(likely[tag]).split("_")[1]
    return ""


def other_direction(lang: str, around: Direction) -> Direction | Literal[""]:
    """Give the direction of a foreign part, or nothing where it is that around it."""
    own = direction(lang)
    return own if own != around else ""
