"""Put the declarations of a rule in the order in which a whole sheet compresses best.

What stands in many rules then stands beside the same neighbours in all of them.
"""

from __future__ import annotations

import re

from kwispel.render.print_css import GROUPS, rules

_ORDER = (
    "block",
    "--",
    "clear",
    "cursor",
    "vertical",
    "scroll",
    "font",
    "max",
    "column",
    "visibility",
    "list",
    "fill",
    "opacity",
    "color",
    "hyphenate",
    "margin",
    "text",
    "content",
    "vector",
    "flex",
    "order",
    "position",
    "min",
    "inset",
    "box",
    "break",
    "transform",
    "display",
    "background",
    "gap",
    "hyphens",
    "direction",
    "inline",
    "letter",
    "grid",
    "outline",
    "border",
    "padding",
    "align",
    "overflow",
    "stroke",
)
"""What properties begin with; found by trying. Others keep a rule from being sorted."""

_SAME = {"columns": "column", "line": "font", "row": "gap", "white": "text"}
"""What is said by a shorthand of another name stays behind or before that."""

_DECLARATION = re.compile(
    r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^)]*\)|[^;"'])+"""
)


def sorted_rules(css: str) -> str:
    """Give a minified sheet with the declarations of each rule in that order."""
    parts: list[str] = []
    for head, body in rules(css):
        if body is None:
            parts.append(head)
        elif head.startswith(GROUPS):
            parts.append(f"{head}{{{sorted_rules(body)}}}")
        else:
            parts.append(f"{head}{{{sorted_declarations(body)}}}")
    return "".join(parts)


def sorted_declarations(body: str) -> str:
    """Give the declarations of one minified rule in that order.

    Those that could outdo each other stay as they are: they begin with the same word.
    A rule with a property that is not known, which might, stays as it is, and so does
    one with rules in it.
    """
    found = _DECLARATION.findall(body)
    groups = [_group(each) for each in found]
    if not set(groups) <= set(_ORDER):
        return body
    return ";".join(sorted(found, key=lambda each: _ORDER.index(_group(each))))


def _group(declaration: str) -> str:
    name = declaration.split(":", maxsplit=1)[0]
    if name.startswith("--"):
        return "--"
    if name == "column-gap":
        return "gap"
    first = name.split("-")[0]
    return _SAME.get(first, first)
