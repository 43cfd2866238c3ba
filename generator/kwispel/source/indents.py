"""Widen the indents of lists to the four spaces that Python-Markdown wants.

Most tools that tidy Markdown indent by two, and Python-Markdown would then take a list
within a list for more of the same list.
"""

from __future__ import annotations

import re

from kwispel.errors import Place
from kwispel.source.outline import INDENT, TAB, dedented, indent_of
from kwispel.source.shapes import Line, Passage

_BULLET = re.compile(r"[ \t]*(?:[-*+]|[0-9]{1,9}[.)])[ \t]")
_FENCE = re.compile(r"(?:`{3}|~{3})")
# From here on an indent under an item is a block of code, as in Markdown itself.
_CODE = TAB + INDENT


def widen(passage: Passage) -> Passage:
    """Give the lines with each level of a list indented by four spaces."""
    widened: list[Line] = []
    items: list[int] = []
    is_fenced = False
    for line in passage:
        is_fence = _FENCE.match(line.text) is not None
        if is_fence or is_fenced:
            is_fenced = is_fenced is not is_fence
            widened.append(line)
            continue
        after_blank = not widened or widened[-1].is_blank
        widened.append(_widened(line, items, after_blank=after_blank))
    return tuple(widened)


def _widened(line: Line, items: list[int], *, after_blank: bool) -> Line:
    """Place a line under the open items, whose indents are kept in items."""
    indent = indent_of(line)
    is_item = _BULLET.match(line.text) is not None
    if line.is_blank or not (is_item or after_blank):
        return line
    while items and indent < items[-1] + INDENT:
        items.pop()
    if is_item and (items or indent < TAB):
        items.append(indent)
        return _indented(line, TAB * (len(items) - 1))
    if not items:
        return line
    beyond = indent - items[-1]
    code = max(TAB, beyond - TAB) if beyond >= _CODE else 0
    return _indented(line, TAB * len(items) + code)


def _indented(line: Line, width: int) -> Line:
    bare = dedented(line, indent_of(line))
    place = bare.place
    # The added spaces stand nowhere in the file; what follows them keeps its place.
    return Line(
        " " * width + bare.text, Place(place.file, place.line, place.column - width)
    )
