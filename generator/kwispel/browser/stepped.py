"""The layout of one question at a time, which only pages of such quizzes have.

Nothing else imports this; see `layouts`.
"""

from kwispel.browser import steps
from kwispel.browser.draw_steps import step_changes
from kwispel.browser.layouts import LAYOUTS
from kwispel.browser.walk import record, walk
from kwispel.browser.ways import place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.dom import Quiz
    from kwispel.browser.layouts import Happen, Now
    from kwispel.browser.shapes import State


def _arrive(quiz: "Quiz", now: "Now", happen: "Happen") -> "State":
    """Go on where the page stands."""
    walk(quiz, now, happen)
    return steps.resume(now(), place(quiz.root), quiz.answers())


LAYOUTS["steps"] = {
    "submission": "next",
    "begin": steps.begin,
    "step": steps.step,
    "around": step_changes,
    "arrive": _arrive,
    "record": record,
}
