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

_BEGIN, _END = "<template data-late>", "</template>"
_ADDRESS = re.compile(r'data-late="[^"]*"')
_PUT = (
    '(parts=>document.querySelectorAll("template[data-late]").forEach((place,at)=>'
    "{place.innerHTML=parts[at];place.replaceWith(place.content)}))"
)
_ESCAPED = re.compile(r"\\([\\`$])")
_TEXT = re.compile(r"`((?:[^`\\]|\\.)*)`", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Parted:
    """A page without its late markup, and the script that brings that; "" for none."""

    page: str
    script: str


def parted(page: str) -> Parted:
    """Part a printed page."""
    around, found = apart(page)
    if not found:
        return Parted(without_address(page), "")
    places = f"{_BEGIN}{_END}".join(around)
    return Parted(places, f"{_PUT}([{','.join(map(_text, found))}])")


def apart(page: str) -> tuple[list[str], list[str]]:
    """Give what is around the late markup of a printed page, and that by itself.

    Shape: of what is around there is one part more.
    """
    first, *rest = page.split(_BEGIN)
    around = [first]
    found: list[str] = []
    for each in rest:
        markup, end, behind = each.partition(_END)
        if end:
            found.append(markup.strip())
            around.append(behind)
        else:
            around[-1] += _BEGIN + each
    return around, found


def without_address(page: str) -> str:
    """Give a page that does not say where its late markup is."""
    parts: list[str] = []
    at = 0
    # To begin with the white space would be to try each of a whole page's.
    for found in _ADDRESS.finditer(page):
        before = page[at : found.start()]
        if before[-1:].isspace():
            parts.append(before.rstrip())
            at = found.end()
    return "".join([*parts, page[at:]])


def in_place(html: str) -> str:
    """Show late markup where it goes, for who looks at a part of a page."""
    around, found = apart(html)
    return "".join([a + b for a, b in zip(around, [*found, ""], strict=True)])


def whole(page: str, script: str) -> str:
    """Put late markup back to its places, for who wants to see all of a page."""
    texts = _TEXT.findall(script.removeprefix(_PUT))
    parts = iter([_ESCAPED.sub(r"\1", text) for text in texts])
    return re.sub("<template data-late></template>", lambda _: str(next(parts)), page)


def _text(markup: str) -> str:
    """Write markup as JavaScript that says quotes and line ends as they are."""
    escaped = markup.replace("\\", "\\\\").replace("`", "\\`").replace("${", "\\${")
    return f"`{escaped}`"
