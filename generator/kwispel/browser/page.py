"""Where the program starts: every quiz on the page gets its behaviour."""

from kwispel.browser import device
from kwispel.browser.arrived import is_whole
from kwispel.browser.data import parse_json
from kwispel.browser.dom import Quiz, quizzes
from kwispel.browser.draw import changes, visit
from kwispel.browser.hooks import HOOKS
from kwispel.browser.keys import choose_by_key
from kwispel.browser.later import MAKERS, bring
from kwispel.browser.layouts import WAYS, layout_of
from kwispel.browser.link import CODE, SIGN, code_in, code_of, key_of
from kwispel.browser.offer import lay_card, offer
from kwispel.browser.offered import lacking_changes
from kwispel.browser.parts import divide, uncover
from kwispel.browser.preparing import Preparing
from kwispel.browser.turns import Turns

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from browser import DOMEvent, DOMNode
    from kwispel.browser.more import More
    from kwispel.browser.shapes import Event, Happening, State

    Step = Callable[[], None]

PICK = '[data-kw="pick"]'
ASKING = (
    ':is([data-kw="keep"] [data-press],[data-kw="earlier"],[data-kw="card"],'
    '[data-kw="picks"],[data-kw="opened"])'
)
INTEREST = f"{ASKING},{ASKING} *"
"""Where a reader shows interest in what comes later."""


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
        layout = layout_of(quiz.root)
        self.quiz = quiz
        self.state = layout["begin"](sheet, HOOKS.get(sheet["quiz"]))
        self.layout = layout
        self.signs = quiz.signs()
        self._key = key_of(sheet["quiz"])
        self._more: More | None = None
        self._waiting: list[Callable[[More], None]] = []
        self.preparing = Preparing(quiz, lambda: self.state, self.signs)
        self._later = Turns()
        self._actions = {
            "unfold": lambda: self.happen("all"),
            "print": device.print_page,
            "whole": self._load_again,
        }

    def begin(self) -> None:
        """Go on from earlier visits, where the reader has had something kept."""
        if device.kept(self._key):
            self.ask(lambda _: None)

    def ask(self, what: "Callable[[More], None]") -> None:
        """Have something done by what comes later, as soon as it is there."""
        if self._more:
            what(self._more)
            return
        self._waiting.append(what)
        if len(self._waiting) == 1:
            address = self.quiz.form.getAttribute("data-more") or ""
            bring(address, self._take, self._lack)

    def open(self, *, is_alone: bool) -> None:
        """Open the result that the address names, if it names any."""
        if code_in(device.fragment()) is not None:
            self.ask(lambda more: more.links.open(is_alone=is_alone))

    def happen(self, kind: "Happening", to: str = "") -> None:
        """Go on to the next state, and show it."""
        before, answers = self.state, self.quiz.answers()
        event: Event = {"type": kind, "answers": answers, "to": to}
        is_final = kind == "next" and "final" in before["stage"]
        is_asked_for = kind == "submit" or is_final
        found = self.preparing.found(answers) if is_asked_for else None
        if found:
            event["found"] = found
        in_parts = is_asked_for and before["result"] is None
        after = self.layout["step"](before, event)
        self.show(after, in_parts=in_parts)
        if kind not in ("pop", "open"):
            self.layout["record"](self.quiz, before, after)
        if after["result"] is not before["result"]:
            is_own = kind in ("submit", "next", "go", "pop")
            if is_own:
                self._leave()
                device.announce(self.quiz, after)
            if in_parts:
                device.after_paint(lambda: self._follow(after, is_own=is_own))
            else:
                self._follow(after, is_own=is_own)
                self._later.finish()

    def show(self, after: "State", *, in_parts: bool = False) -> None:
        """Change the page to what another state is."""
        before = self.state
        self.state = after
        is_other = after["result"] is not before["result"]
        is_drawn = is_other and self.preparing.is_drawn(after["result"])
        if is_other:
            self.preparing.forget()
        if in_parts and not is_drawn:
            divide(self.quiz.root)
        while is_other and not in_parts and uncover(self.quiz.root):
            pass
        around = self.layout["around"](before, after, self.signs)
        self.quiz.perform(changes(before, after, self.signs, around, is_drawn=is_drawn))

    def _follow(self, after: "State", *, is_own: bool) -> None:
        """Plan what follows on another result, below what is seen of it first."""

        def note() -> None:
            more = self._more
            if more:
                more.cards.follow(after)
            if more or device.kept(self._key):
                self.ask(lambda more: more.memory.note(is_own=is_own))

        # By now the reader may have cleared it.
        if self.state["result"] is after["result"]:
            self._later.add(lambda: offer(self.quiz, after))
            self._later.add(note)
        self._later.add(self._uncover_next)

    def _uncover_next(self) -> None:
        if uncover(self.quiz.root):
            device.after_paint(self._uncover_next)

    def make(self, kind: "Happening") -> None:
        """Go on with what is the reader's own, and no link's."""
        self._leave()
        self.happen(kind)

    def change(self, event: "DOMEvent") -> None:
        """Take note of an answer, or of advice that is taken along."""
        view = self.quiz.wanted_view(event)
        if view is None:
            self.quiz.exclude(event)
        self.happen(view or "answer")
        self.preparing.begin()
        box = event.target
        if box.matches(PICK):
            is_ticked = box.checked
            self.ask(lambda more: more.cards.pick(box, is_ticked=is_ticked))

    def click(self, event: "DOMEvent") -> None:
        """Do what a link or a button of the quiz promises."""
        question = self.quiz.linked_question(event)
        if question is not None:
            event.preventDefault()
            self.quiz.perform(visit(question))
        pressed = self.quiz.pressed(event)
        if pressed in self._actions:
            self._actions[pressed]()
        elif pressed and pressed not in WAYS:
            self.ask(lambda more: more.press(pressed))

    def press(self, event: "DOMEvent") -> None:
        """Do what a key stands for; Enter is for the button, where no form knows it."""
        if not hasattr(event, "key"):
            # So Chromium tells of a field that it has filled in.
            return
        if event.key == "Enter" and event.target.matches(CODE):
            self.ask(lambda more: more.memory.compare())
        else:
            # At once: who presses Enter next has answered.
            choose_by_key(self.quiz.root, event)

    def sense(self, event: "DOMEvent") -> None:
        """Have what comes later brought in before it is asked for."""
        if not self._more and event.target.matches(INTEREST):
            self.ask(lambda _: None)

    def _load_again(self) -> None:
        """Load the page again, with the result that it shows."""
        code = code_of(self.state)
        device.load_again("" if code is None else SIGN + code)

    def _leave(self) -> None:
        """Take back what was said of a link, and the link out of the address."""
        is_linked = code_in(device.fragment()) is not None
        if is_linked:
            device.clear_fragment()
        if is_linked or self._more:
            self.ask(lambda more: more.links.leave())

    def _take(self) -> None:
        """Do all that was asked of what has come now."""
        waiting, self._waiting = self._waiting, []
        self._more = MAKERS[0](self)
        if is_whole(self.quiz.root):
            self.quiz.perform(lacking_changes(is_lacking=False))
        for what in waiting:
            what(self._more)

    def _lack(self) -> None:
        """Say that something is missing; whoever asks again makes the next attempt."""
        self._waiting = []
        self.quiz.perform(lacking_changes(is_lacking=True))


class Beginning:
    """How one quiz comes to life: in steps, between which the browser has its turn."""

    def __init__(self, quiz: Quiz, is_alone: bool) -> None:  # noqa: FBT001
        """Begin with nothing done."""
        self._quiz = quiz
        self._is_alone = is_alone
        self._asked_for: Happening | None = None
        self.steps = [
            self._sit,
            self._lay,
            self._resume,
            self._settle,
            self._remember,
            self._make,
        ]

    def _sit(self) -> None:
        self._sitting = Sitting(self._quiz)

    def _lay(self) -> None:
        lay_card(self._quiz)

    def _resume(self) -> None:
        """Go on where the page stands, where it shows one question at a time."""
        sitting = self._sitting
        arrive = sitting.layout["arrive"]
        sitting.show(arrive(self._quiz, lambda: sitting.state, sitting.happen))

    def _settle(self) -> None:
        """Have the quiz work from now on."""
        quiz, sitting = self._quiz, self._sitting
        submission = sitting.layout["submission"]
        self._asked_for = quiz.pending(submission)
        # The boot script keeps the browser itself from submitting the form.
        quiz.listen("submit", lambda _: sitting.make(submission))
        quiz.listen("reset", lambda _: sitting.make("reset"))
        quiz.listen("change", sitting.change)
        quiz.listen("click", sitting.click)
        quiz.listen("keydown", sitting.press)
        quiz.listen("pointerover", sitting.sense)
        quiz.listen("focusin", sitting.sense)
        device.listen_for_fragments(self._open)
        phase = "scored" if sitting.state["result"] else "ready"
        quiz.perform([("settle", "", phase)])

    def _remember(self) -> None:
        self._sitting.begin()

    def _make(self) -> None:
        """Give the reader what was asked for before, by submitting or by a link."""
        sitting, asked_for = self._sitting, self._asked_for
        if asked_for:
            sitting.preparing.begin(lambda: sitting.make(asked_for))
        else:
            self._open()
            if not sitting.state["result"]:
                sitting.preparing.begin()

    def _open(self) -> None:
        self._sitting.open(is_alone=self._is_alone)
