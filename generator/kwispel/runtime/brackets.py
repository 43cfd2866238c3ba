"""Find in JavaScript where a bracket is closed and where a text ends."""

from __future__ import annotations

import re

_SIGN = re.compile(r"[\"'`()\[\]{}]")


def end_of_text(javascript: str, at: int, quote: str) -> int:
    """Give where a text ends whose first sign is at `at`, past its escaped signs."""
    while javascript[at] != quote:
        at += 2 if javascript[at] == "\\" else 1
    return at + 1


def closing(javascript: str, at: int) -> int:
    """Give the place of the bracket that closes the one before `at`."""
    depth = 1
    while depth:
        found = _SIGN.search(javascript, at)
        if found is None:
            raise ValueError("a bracket is never closed")
        at = found.end()
        if found[0] in "\"'`":
            at = end_of_text(javascript, at, found[0])
        else:
            depth += 1 if found[0] in "([{" else -1
    return at - 1
