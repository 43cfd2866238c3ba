"""Take out of a page the markup that only scripts use, and only after a result.

A theme wraps it in `<template data-late>`; the page keeps the empty element as its
place. The script that puts it there runs right before the runtime.
Source: docs/decisions/0011-late-markup.md.
"""

from __future__ import annotations

import json
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
    return Parted(places, f"{_PUT}({json.dumps(found, ensure_ascii=False)})")


def whole(page: str, script: str) -> str:
    """Put late markup back to its places, for who wants to see all of a page."""
    parts = iter(json.loads(script.removeprefix(_PUT)[1:-1]) if script else [])
    return re.sub("<template data-late></template>", lambda _: str(next(parts)), page)
