"""Ties a quiz of one question at a time to its buttons and the browser's history."""

from kwispel.browser import history
from kwispel.browser.steps import entry_name, place_of, previous
from kwispel.browser.ways import SUBMIT, has_history, is_on, way

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from browser import DOMEvent
    from kwispel.browser.dom import Quiz
    from kwispel.browser.shapes import Happening, State


def walk(
    quiz: "Quiz", now: "Callable[[], State]", happen: "Callable[[Happening, str], None]"
) -> None:
    """Have buttons, links and the browser's back and forward go from step to step."""
    quiz_id = now()["sheet"]["quiz"]

    def clicked(event: "DOMEvent") -> None:
        kind, to = way(quiz.root, event)
        if kind == "back" and _is_one_back(quiz, now()):
            history.go_back()
        elif kind:
            event.preventDefault()
            happen(kind, to)

    def returned(name: str) -> None:
        place = place_of(name, quiz_id)
        if place:
            happen("pop", place)

    _swallow_echoes(quiz)
    quiz.listen("click", clicked)
    if has_history(quiz.root):
        history.listen_for_entries(returned)


def _swallow_echoes(quiz: "Quiz") -> None:
    """Keep the second half of a double click on the button from doing anything.

    By then another question stands there.
    """
    is_pressed = False

    def clicked(event: "DOMEvent") -> None:
        nonlocal is_pressed
        if event.detail <= 1:
            is_pressed = is_on(quiz.root, SUBMIT, event)
        elif is_pressed:
            event.preventDefault()
            event.stopImmediatePropagation()

    quiz.listen("click", clicked)


def record(quiz: "Quiz", before: "State", after: "State") -> None:
    """Add a step to the browser's history."""
    if before["at"] == after["at"] or not has_history(quiz.root):
        return
    quiz_id = after["sheet"]["quiz"]
    if not history.entry().startswith(quiz_id + "/"):
        history.name_entry(entry_name(quiz_id, before["at"], ""))
    history.add_entry(entry_name(quiz_id, after["at"], before["at"]))


def _is_one_back(quiz: "Quiz", state: "State") -> bool:
    """Say whether the browser's back leads where the button does."""
    name = entry_name(
        state["sheet"]["quiz"], state["at"], previous(state, quiz.answers())
    )
    return has_history(quiz.root) and history.entry() == name
