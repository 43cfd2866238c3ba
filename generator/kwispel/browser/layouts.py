"""The layouts that a quiz may have: all questions at once, or one at a time."""

from kwispel.browser import flow
from kwispel.browser.draw import title_changes

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import TypedDict

    from browser import DOMNode
    from kwispel.browser.dom import Quiz
    from kwispel.browser.shapes import Change, Event, Happening, Signs, State
    from kwispel.core.shapes import Adjust, Sheet

    Now = Callable[[], State]
    Happen = Callable[[Happening, str], None]

    class Layout(TypedDict):
        """What a quiz does otherwise than in another layout.

        Shape: submission is what its button asks for; around lists what to change on
        the page around the questions and the result; arrive gives the state in which
        the page has come; record takes note of a step for the browser's history.
        """

        submission: Happening
        begin: Callable[[Sheet, Adjust | None], State]
        step: Callable[[State, Event], State]
        around: Callable[[State, State, Signs], list[Change]]
        arrive: Callable[[Quiz, Now, Happen], State]
        record: Callable[[Quiz, State, State], None]


WAYS: "tuple[Happening, ...]" = ("back", "forward")
"""The buttons that lead from question to question, beside the one that submits."""

LAYOUTS: "dict[str, Layout]" = {
    "page": {
        "submission": "submit",
        "begin": flow.begin,
        "step": flow.step,
        "around": lambda before, after, _: title_changes(before, after, ""),
        "arrive": lambda _, now, __: now(),
        "record": lambda _, __, ___: None,
    }
}
"""`stepped` puts the other here, where it comes with the rest."""


def layout_of(root: "DOMNode") -> "Layout":
    """Give the layout of a quiz."""
    return LAYOUTS["steps" if root.hasAttribute("data-stage") else "page"]
