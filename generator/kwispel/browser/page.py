"""Where the program starts: every quiz on the page gets its behaviour."""

from kwispel.browser import device
from kwispel.browser.data import parse_json
from kwispel.browser.dom import Quiz, quizzes
from kwispel.browser.draw import changes, visit
from kwispel.browser.flow import begin, step
from kwispel.browser.hooks import HOOKS
from kwispel.browser.links import Links

TYPE_CHECKING = False
if TYPE_CHECKING:
    from browser import DOMEvent
    from kwispel.browser.shapes import Happening


def start() -> None:
    """Bring every quiz on the page to life."""
    found = quizzes()
    for quiz in found:
        _enliven(Sitting(quiz), is_alone=len(found) == 1)


class Sitting:
    """One quiz, and where its reader stands."""

    def __init__(self, quiz: Quiz) -> None:
        """Begin with nothing scored."""
        sheet = parse_json(quiz.sheet_text())
        self.quiz = quiz
        self.state = begin(sheet, HOOKS.get(sheet["quiz"]))
        self.links = Links(quiz, lambda: self.state, self.happen)
        self._signs = quiz.signs()

    def happen(self, kind: "Happening") -> None:
        """Go on to the next state, and show it."""
        before = self.state
        self.state = step(before, {"type": kind, "answers": self.quiz.answers()})
        self.quiz.perform(changes(before, self.state, self._signs))

    def make(self, kind: "Happening") -> None:
        """Go on with what is the reader's own, and no link's."""
        self.links.leave()
        self.happen(kind)

    def change(self, event: "DOMEvent") -> None:
        """Take note of an answer."""
        view = self.quiz.wanted_view(event)
        if view is None:
            self.quiz.exclude(event)
        self.happen(view or "answer")

    def click(self, event: "DOMEvent") -> None:
        """Do what a link or a button of the quiz promises."""
        if self.quiz.unfolds(event):
            self.happen("all")
        question = self.quiz.linked_question(event)
        if question is not None:
            event.preventDefault()
            self.quiz.perform(visit(question))
        if self.quiz.pressed(event) == "put-back":
            self.links.put_back()


def _enliven(sitting: Sitting, *, is_alone: bool) -> None:
    quiz, links = sitting.quiz, sitting.links
    was_pending = quiz.is_pending()
    # The boot script keeps the browser itself from submitting the form.
    quiz.listen("submit", lambda _: sitting.make("submit"))
    quiz.listen("reset", lambda _: sitting.make("reset"))
    quiz.listen("change", sitting.change)
    quiz.listen("click", sitting.click)
    device.listen_for_fragments(lambda: links.open(is_alone=is_alone))
    quiz.perform([("settle", "", "ready")])
    if was_pending:
        sitting.make("submit")
    else:
        links.open(is_alone=is_alone)
