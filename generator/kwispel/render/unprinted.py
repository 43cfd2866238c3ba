"""Leave out of a style what it says of components that a page does not print."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from kwispel.render.print_css import GROUPS, rules

_CLASS = re.compile(r"\.([A-Za-z][\w-]*)")
_INNERMOST = re.compile(r"\([^()]*\)")
_STEP = re.compile(r"[(),]")
_PART = re.compile(r"__|--")


@lru_cache(maxsize=64)
def without_components(
    css: str, absent: frozenset[str], classes: tuple[tuple[str, str], ...]
) -> str:
    """Give a minified style without the rules that need a class of theirs.

    Shape: classes are all of the theme, with their short names. A rule for one class
    or another stays as long as one of them may be there.
    """
    gone = frozenset(short for name, short in classes if _component(name) in absent)
    return _without(css, gone)


def _component(class_name: str) -> str:
    return _PART.split(class_name.removeprefix("kw-"), maxsplit=1)[0]


def _without(css: str, gone: frozenset[str]) -> str:
    return "".join(_rule(head, body, gone) for head, body in rules(css))


def _rule(head: str, body: str | None, gone: frozenset[str]) -> str:
    if body is None:
        return head
    if head.startswith(GROUPS):
        kept = _without(body, gone)
        return f"{head}{{{kept}}}" if kept else ""
    if head.startswith("@"):
        return f"{head}{{{body}}}"
    kept = ",".join(s for s in _selectors(head) if gone.isdisjoint(_needed(s)))
    return f"{kept}{{{body}}}" if kept else ""


def _selectors(head: str) -> Iterator[str]:
    """Give the selectors of a rule; commas in parentheses part none."""
    depth = start = 0
    for step in _STEP.finditer(head):
        depth += {"(": 1, ")": -1}.get(step[0], 0)
        if step[0] == "," and depth == 0:
            yield head[start : step.start()]
            start = step.end()
    yield head[start:]


def _needed(selector: str) -> list[str]:
    """Give the classes without which a selector matches nothing."""
    while (outside := _INNERMOST.sub("", selector)) != selector:
        selector = outside
    return _CLASS.findall(selector)
