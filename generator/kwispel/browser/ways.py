"""What on the page leads from one question to another, and where the page stands."""

from kwispel.browser.layouts import WAYS
from kwispel.browser.steps import RESULT

TYPE_CHECKING = False
if TYPE_CHECKING:
    from browser import DOMEvent, DOMNode
    from kwispel.browser.shapes import Happening

SUBMIT = "button[type=submit]"


def place(root: "DOMNode") -> str:
    """Give the question that a quiz shows.

    Shape: as in `State["at"]`.
    """
    for step in root.select("[data-step][data-current]"):
        return step.getAttribute("data-step") or RESULT
    return RESULT


def has_history(root: "DOMNode") -> bool:
    """Say whether steps belong in the browser's history: those in a frame do not."""
    return root.hasAttribute("data-history")


def way(root: "DOMNode", event: "DOMEvent") -> "tuple[Happening | None, str]":
    """Give where the button or link leads that was clicked, if it leads anywhere."""
    for node in root.select("[data-go],[data-open-link]"):
        if node.contains(event.target):
            name = node.getAttribute("data-go")
            return "go", name or node.getAttribute("data-open-link") or ""
    for kind in WAYS:
        if is_on(root, f'[data-press="{kind}"]', event):
            return kind, ""
    return None, ""


def is_on(root: "DOMNode", selector: str, event: "DOMEvent") -> bool:
    """Say whether something happened to what a selector finds, or within it."""
    return True in [node.contains(event.target) for node in root.select(selector)]
