"""Where the program starts: every quiz on the page gets its behaviour."""

from kwispel.browser.data import parse_json
from kwispel.browser.dom import Quiz, quizzes
from kwispel.browser.draw import changes, visit
from kwispel.browser.flow import begin, step
from kwispel.browser.hooks import HOOKS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from browser import DOMEvent
    from kwispel.browser.shapes import Happening


def start() -> None:
    """Bring every quiz on the page to life."""
    for quiz in quizzes():
        _enliven(quiz)


def _enliven(quiz: Quiz) -> None:
    sheet = parse_json(quiz.sheet_text())
    state = begin(sheet, HOOKS.get(sheet["quiz"]))
    signs = quiz.signs()
    was_pending = quiz.is_pending()

    def happen(kind: "Happening") -> None:
        nonlocal state
        before = state
        state = step(state, {"type": kind, "answers": quiz.answers()})
        quiz.perform(changes(before, state, signs))

    def changed(event: "DOMEvent") -> None:
        view = quiz.wanted_view(event)
        if view is None:
            quiz.exclude(event)
        happen(view or "answer")

    def clicked(event: "DOMEvent") -> None:
        if quiz.unfolds(event):
            happen("all")
        question = quiz.linked_question(event)
        if question is not None:
            event.preventDefault()
            quiz.perform(visit(question))

    # The boot script keeps the browser itself from submitting the form.
    quiz.listen("submit", lambda _: happen("submit"))
    quiz.listen("change", changed)
    quiz.listen("reset", lambda _: happen("reset"))
    quiz.listen("click", clicked)
    quiz.perform([("settle", "", "ready")])
    if was_pending:
        happen("submit")
