"""What is said of fields, for who does not see where it stands."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Protocol

    from browser import DOMNode

    class Rooted(Protocol):
        """What has its fields below one element: a quiz."""

        root: DOMNode


def describe(quiz: "Rooted", selector: str, description_id: str) -> None:
    """Tie fields to what is said of them, beside what was said already."""
    for node in quiz.root.select(selector):
        others = (node.getAttribute("aria-describedby") or "").split()
        node.setAttribute("aria-describedby", " ".join([*others, description_id]))


def undescribe(quiz: "Rooted", selector: str, description_id: str) -> None:
    """Take back that something is said of fields."""
    for node in quiz.root.select(selector):
        all_ids = (node.getAttribute("aria-describedby") or "").split()
        others = [other for other in all_ids if other != description_id]
        if others:
            node.setAttribute("aria-describedby", " ".join(others))
        else:
            node.removeAttribute("aria-describedby")


VERBS = {
    "describe": describe,
    "undescribe": undescribe,
}
