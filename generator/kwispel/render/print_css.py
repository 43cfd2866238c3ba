"""Part a style sheet into what a screen needs and what only paper does."""

from __future__ import annotations

import re
from collections.abc import Iterator

_PRINT = "@media print"
_LAYER = "@layer "
GROUPS = ("@layer", "@media", "@supports")
_STEP = re.compile(r"""(?P<kept>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|(?P<sign>[{};])""")


def without_print(css: str) -> str:
    """Give a minified sheet without its blocks for print."""
    return _parted(css, is_print=False)


def only_print(css: str) -> str:
    """Give a minified sheet's blocks for print, in the layers in which they stand."""
    return _parted(css, is_print=True)


def _parted(css: str, *, is_print: bool) -> str:
    parts: list[str] = []
    for head, body in rules(css):
        if head == _PRINT:
            kept = body if is_print else ""
        elif body and head.startswith(GROUPS):
            kept = _parted(body, is_print=is_print)
        else:
            kept = "" if is_print else body
            if body is None and not is_print:
                parts.append(head)
        if kept:
            parts.append(f"{head}{{{kept}}}")
    return "".join(parts)


def merged(css: str) -> str:
    """Give a minified sheet with neighbouring blocks of one layer or medium as one.

    Blocks of one layer need not be neighbours: what is between them is of other layers,
    or of none, and outdoes them or does not wherever it stands.
    """
    found: list[tuple[str, str | None]] = []
    for head, body in rules(css):
        at = _place(head, found)
        before = found[at][1] if at is not None else None
        if at is None or before is None or body is None:
            found.append((head, body))
        else:
            found[at] = (head, before + body)
    return "".join(_block(head, body) for head, body in found)


def _place(head: str, found: list[tuple[str, str | None]]) -> int | None:
    """Find the block to which what another one says can be added."""
    if head.startswith(_LAYER):
        return next((at for at, each in enumerate(found) if each[0] == head), None)
    is_same = head.startswith(GROUPS) and found and found[-1][0] == head
    return len(found) - 1 if is_same else None


def _block(head: str, body: str | None) -> str:
    if body is None:
        return head
    return f"{head}{{{merged(body) if head.startswith(GROUPS) else body}}}"


def rules(css: str) -> Iterator[tuple[str, str | None]]:
    """Give the rules of a sheet or block: what stands before the braces and in them.

    A statement such as `@layer a;` has None.
    """
    depth, start, inside = 0, 0, 0
    for step in _STEP.finditer(css):
        sign = step["sign"]
        if sign == "{":
            depth += 1
            if depth == 1:
                inside = step.end()
        elif sign == "}":
            depth -= 1
            if depth == 0:
                yield css[start : inside - 1].strip(), css[inside : step.start()]
                start = step.end()
        elif sign == ";" and depth == 0:
            yield css[start : step.end()].strip(), None
            start = step.end()
