"""Part what a style sheet says of pages from right to left from the rest."""

from __future__ import annotations

from kwispel.render.print_css import GROUPS, rules

RTL = (':where([dir="rtl"]) ', ':root[dir="rtl"]')
"""What the selectors of rules begin with that are for such pages alone.

The first weighs nothing, so that a theme can say otherwise with the component's class.
"""


def without_rtl(css: str) -> str:
    """Give a minified sheet as a page from left to right needs it."""
    parts: list[str] = []
    for head, body in rules(css):
        if body is None:
            parts.append(head)
        elif head.startswith(GROUPS):
            kept = without_rtl(body)
            parts.append(f"{head}{{{kept}}}" if kept or not body else "")
        elif not head.startswith(RTL):
            parts.append(f"{head}{{{body}}}")
    return "".join(parts)
