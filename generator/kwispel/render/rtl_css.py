"""Part what a style sheet says of pages from right to left from the rest."""

from __future__ import annotations

import re
from functools import lru_cache

from kwispel.render.print_css import GROUPS, rules

RTL = (":where([dir=rtl]) ", ":root[dir=rtl]")
"""What the selectors of rules begin with that are for such pages alone.

The first weighs nothing, so that a theme can say otherwise with the component's class.
"""


_LTR = "html:not([dir=rtl]) "
_ROOT = ":root"
_TOKEN = re.compile(r"(--[\w-]+):[^;]*(?:;|$)")


@lru_cache(maxsize=64)
def for_rtl(css: str) -> str:
    """Give a minified sheet as a page from right to left needs it.

    Rules that begin with `html:not([dir="rtl"])` are for other pages. A token that such
    pages set anew is not told the other value first: the rule that does so outweighs
    `:root` in the same layer.
    """
    found = list(rules(css))
    anew = {name for head, body in found for name in _tokens(head, body)}
    return "".join(_for_rtl(head, body, anew) for head, body in found)


def _tokens(head: str, body: str | None) -> list[str]:
    return _TOKEN.findall(body) if body and head == RTL[1] else []


def _for_rtl(head: str, body: str | None, anew: set[str]) -> str:
    if body is None:
        return head
    if head.startswith(GROUPS):
        return f"{head}{{{for_rtl(body)}}}"
    if head.startswith(_LTR):
        return ""
    if head == _ROOT:
        kept = _TOKEN.sub(lambda each: "" if each[1] in anew else each[0], body)
        return f"{head}{{{kept}}}"
    return f"{head}{{{body}}}"


@lru_cache(maxsize=64)
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
