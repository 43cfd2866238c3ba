"""Mend the tree that Markdown makes, before it becomes HTML."""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree.ElementTree import Element

from kwispel.source.raw_html import found_signs

FIRST_HEADING = 4
"""Where headings in prose begin: the page, its parts and questions are above."""

LAST_HEADING = 6


def shift_headings(root: Element) -> None:
    """Bring the levels that are used to those below the page's own headings."""
    tags = {f"h{level}" for level in range(1, LAST_HEADING + 1)}
    headings = [element for element in root.iter() if element.tag in tags]
    levels = sorted({heading.tag for heading in headings})
    for heading in headings:
        level = FIRST_HEADING + levels.index(heading.tag)
        heading.tag = f"h{min(level, LAST_HEADING)}"


def keep_alignment(root: Element) -> None:
    """Move the alignment of columns to where style sheets may see it."""
    for cell in root.iter():
        align = cell.attrib.pop("align", None)
        if align:
            cell.set("data-align", align)


def signs_outside_code(root: Element) -> Iterator[int]:
    """Give the signs that stand for HTML: all but those in code."""
    for element in root.iter():
        if element.tag != "code" and element.text:
            yield from found_signs(element.text)
        if element.tail:
            yield from found_signs(element.tail)
