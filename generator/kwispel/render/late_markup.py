"""Take out of a page the markup that only scripts use, and only after a result.

A theme wraps it in `<template data-late>`; the page keeps the empty element as its
place. The script that puts it there runs right before the runtime.
Source: docs/decisions/0011-late-markup.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

LATE_URL = "kwispel:late"
"""Stands in a printed page for the address of its late markup."""

_LATE = re.compile(r"<template data-late>\s*(.*?)\s*</template>", re.DOTALL)
_ATTRIBUTE = re.compile(rf'\s+data-late="{LATE_URL}"')
_PUT = (
    '(parts=>document.querySelectorAll("template[data-late]").forEach((place,at)=>'
    "{place.innerHTML=parts[at];place.replaceWith(place.content)}))"
)
_SPECIAL = re.compile(r"[\\`]|\$(?={)")
_ESCAPED = re.compile(r"\\([\\`$])")
_TEXT = re.compile(r"`((?:[^`\\]|\\.)*)`", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parted:
    """A page without its late markup, and the script that brings that; "" for none."""

    page: str
    script: str


def parted(page: str) -> Parted:
    """Part a printed page."""
    found = _LATE.findall(page)
    if not found:
        return Parted(_ATTRIBUTE.sub("", page), "")
    places = _LATE.sub("<template data-late></template>", page)
    return Parted(places, f"{_PUT}([{','.join(map(_text, found))}])")


def whole(page: str, script: str) -> str:
    """Put late markup back to its places, for who wants to see all of a page."""
    texts = _TEXT.findall(script.removeprefix(_PUT))
    parts = iter([_ESCAPED.sub(r"\1", text) for text in texts])
    return re.sub("<template data-late></template>", lambda _: str(next(parts)), page)


def _text(markup: str) -> str:
    """Write markup as JavaScript that says quotes and line ends as they are."""
    return "`" + _SPECIAL.sub(r"\\\g<0>", markup) + "`"
