"""A result that appears in parts: what is seen first is there first.

To lay out all of a long result at once keeps a slow phone busy for longer than it
takes to read the first line of it.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from browser import DOMNode

RESULT = '[data-kw="result"]'
LATER = "data-later"
"""Keeps something from being shown. The number of a part comes after the others; empty
stands for what shows only when the reader asks for it."""
WAITING = f'{RESULT} [{LATER}]:not([{LATER}=""])'
MOST_ELEMENTS = 80
"""In one part: a phone lays them out in some 20 ms."""


def divide(root: "DOMNode") -> None:
    """Divide a result that is not shown into parts, of which the first will be."""
    weight = 0
    for result in root.select(RESULT):
        for node in _pieces(result):
            part = weight // MOST_ELEMENTS
            weight += _elements(node)
            if part and not node.hasAttribute(LATER):
                node.setAttribute(LATER, str(part))


def uncover(root: "DOMNode") -> bool:
    """Let one part more show; say whether there was one."""
    for first in root.select(WAITING)[:1]:
        part = first.getAttribute(LATER)
        for node in root.select(f'{RESULT} [{LATER}="{part}"]'):
            node.removeAttribute(LATER)
        return True
    return False


def _pieces(node: "DOMNode") -> "list[DOMNode]":
    """Give what is below a node in pieces of no more than a part, where that can be."""
    found: list[DOMNode] = []
    for child in node.select(":scope > *"):
        if _elements(child) > MOST_ELEMENTS:
            found += _pieces(child)
        else:
            found.append(child)
    return found


def _elements(node: "DOMNode") -> int:
    return 1 + len(node.select("*"))
