"""The fields in which a reader writes: what they hold, and how they are filled."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from browser import DOMNode
    from kwispel.browser.fields import Rooted

ALL = 1_000_000
"""More than any field holds."""


def read(quiz: "Rooted", selector: str, name: str) -> str:
    """Give an attribute of the first such element, or else a property."""
    for node in quiz.root.select(selector)[:1]:
        return node.getAttribute(name) or str(getattr(node, name)).strip()
    return ""


def enter(quiz: "Rooted", selector: str, text: str) -> None:
    """Write a text into fields, and into whatever shows text."""
    for node in quiz.root.select(selector):
        node.value = text
        match(node, text)


def match(node: "DOMNode", text: str) -> None:
    """Bring what is drawn for a field up to what it holds.

    A saved copy of the page has the text of an area, and not its value.
    """
    node.replaceChildren(text)
    if node.parent:
        node.parent.setAttribute("data-text", text)


def tick(quiz: "Rooted", selector: str, ticked: str) -> None:
    """Tick boxes, or untick them where ticked is empty."""
    for node in quiz.root.select(selector):
        node.checked = ticked != ""


def bring(quiz: "Rooted", selector: str, target: str) -> None:
    """Put an element at the end of another one."""
    for place in quiz.root.select(target):
        place.append(*quiz.root.select(selector))


def choose(quiz: "Rooted", selector: str, _: str) -> None:
    """Select all that a field holds."""
    for node in quiz.root.select(selector):
        node.focus()
        # Brython 3.15 has a setSelectionRange of its own, which fails.
        node.selectionEnd = ALL
        node.selectionStart = 0


VERBS = {"enter": enter, "tick": tick, "bring": bring, "choose": choose}
