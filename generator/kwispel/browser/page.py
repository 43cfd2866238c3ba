"""Where the program starts: every quiz on the page gets its behaviour."""

from kwispel.browser import device, flow, steps
from kwispel.browser.cards import Cards
from kwispel.browser.data import parse_json
from kwispel.browser.dom import Quiz, quizzes
from kwispel.browser.draw import changes, visit
from kwispel.browser.hooks import HOOKS
from kwispel.browser.keys import choose_by_key
from kwispel.browser.links import Links
from kwispel.browser.memory import CODE, Memory
from kwispel.browser.sharing import Sharing
from kwispel.browser.walk import record, walk
from kwispel.browser.ways import place

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from browser import DOMEvent, DOMNode
    from kwispel.browser.shapes import Happening, State

    Step = Callable[[], None]


def start() -> "list[Step]":
    """Give what brings every quiz on the page to life, in steps."""
    found = quizzes()
    is_alone = len(found) == 1
    return [step for quiz in found for step in Beginning(quiz, is_alone).steps]


def mount(root: "DOMNode") -> "list[Step]":
    """Give what brings a quiz to life that has come into a page of others."""
    return Beginning(Quiz(root), is_alone=False).steps


class Sitting:
    """One quiz, and where its reader stands."""

    def __init__(self, quiz: Quiz) -> None:
        """Begin with nothing scored, in the layout that the page has."""
        sheet = parse_json(quiz.sheet_text())
        has_steps = bool(place(quiz.root))
        begin = steps.begin if has_steps else flow.begin
        self.quiz = quiz
        self.state = begin(sheet, HOOKS.get(sheet["quiz"]))
        self.submission: Happening = "next" if has_steps else "submit"
        self._step = steps.step if has_steps else flow.step
        self.cards = Cards(quiz, sheet["quiz"])
        self._signs = quiz.signs()
        self.links = Links(quiz, lambda: self.state, self.happen)
        self.sharing = Sharing(quiz, lambda: self.state)
        self.memory = Memory(quiz, lambda: self.state, self._signs)
        self._actions = {
            "put-back": self.links.put_back,
            "unfold": lambda: self.happen("all"),
            **self.sharing.actions,
            **self.memory.actions,
        }

    def happen(self, kind: "Happening", to: str = "") -> None:
        """Go on to the next state, and show it."""
        before, answers = self.state, self.quiz.answers()
        self.show(self._step(before, {"type": kind, "answers": answers, "to": to}))
        if kind not in ("pop", "open"):
            record(self.quiz, before, self.state)
        if self.state["result"] is not before["result"]:
            is_own = kind in ("submit", "next", "go", "pop")
            if is_own:
                self.links.leave()
                device.announce(self.quiz, self.state)
            self.memory.note(is_own=is_own)

    def show(self, after: "State") -> None:
        """Change the page to what another state is."""
        before = self.state
        self.state = after
        self.quiz.perform(changes(before, after, self._signs))
        if after["result"] is not before["result"]:
            self.cards.follow(after)
            self.sharing.offer()

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
        question = self.quiz.linked_question(event)
        if question is not None:
            event.preventDefault()
            self.quiz.perform(visit(question))
        pressed = self.quiz.pressed(event)
        if pressed in self._actions:
            self._actions[pressed]()

    def press(self, event: "DOMEvent") -> None:
        """Do what a key stands for; Enter is for the button, where no form knows it."""
        if not hasattr(event, "key"):
            # So Chromium tells of a field that it has filled in.
            return
        if event.key == "Enter" and event.target.matches(CODE):
            self.memory.compare()
        else:
            choose_by_key(self.quiz.root, event)


class Beginning:
    """How one quiz comes to life: in steps, between which the browser has its turn."""

    def __init__(self, quiz: Quiz, is_alone: bool) -> None:  # noqa: FBT001
        """Begin with nothing done."""
        self._quiz = quiz
        self._is_alone = is_alone
        self._asked_for: Happening | None = None
        self.steps = [self._sit, self._resume, self._settle, self._remember, self._make]

    def _sit(self) -> None:
        self._sitting = Sitting(self._quiz)

    def _resume(self) -> None:
        """Go on where the page stands, where it shows one question at a time."""
        sitting = self._sitting
        at = place(self._quiz.root)
        if at:
            walk(self._quiz, lambda: sitting.state, sitting.happen)
            answers = self._quiz.answers()
            sitting.show(steps.resume(sitting.state, at, answers))

    def _settle(self) -> None:
        """Have the quiz work from now on."""
        quiz, sitting = self._quiz, self._sitting
        self._asked_for = quiz.pending(sitting.submission)
        # The boot script keeps the browser itself from submitting the form.
        quiz.listen("submit", lambda _: sitting.make(sitting.submission))
        quiz.listen("reset", lambda _: sitting.make("reset"))
        quiz.listen("change", sitting.change)
        quiz.listen("click", sitting.click)
        quiz.listen("keydown", sitting.press)
        quiz.listen("change", sitting.cards.change)
        quiz.listen("input", sitting.cards.type)
        quiz.listen("click", sitting.cards.click)
        device.listen_for_fragments(self._open)
        phase = "scored" if sitting.state["result"] else "ready"
        quiz.perform([("settle", "", phase)])

    def _remember(self) -> None:
        self._sitting.memory.begin()

    def _make(self) -> None:
        """Give the reader what was asked for before, by submitting or by a link."""
        if self._asked_for:
            self._sitting.make(self._asked_for)
        else:
            self._open()

    def _open(self) -> None:
        self._sitting.links.open(is_alone=self._is_alone)
