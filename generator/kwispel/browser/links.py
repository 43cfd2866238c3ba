"""What becomes of the quiz when a link to a result is opened, and of the address."""

from kwispel.browser import device
from kwispel.browser.link import code_in
from kwispel.browser.opened import (
    HEADING,
    left_changes,
    opened,
    opened_changes,
    refused_changes,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kwispel.browser.dom import Quiz
    from kwispel.browser.shapes import Change, Happen, State
    from kwispel.core.shapes import Answers


class Links:
    """The links that a reader opens on one quiz.

    What was in the form before a link was opened is set aside, never lost: a button
    brings it back.
    """

    def __init__(
        self, quiz: "Quiz", state: "Callable[[], State]", happen: "Happen"
    ) -> None:
        """Begin with nothing opened."""
        self._quiz = quiz
        self._state = state
        self._happen = happen
        self._is_opened = False
        self._displaced: Answers = {}
        self._was_scored = False

    def open(self, *, is_alone: bool) -> None:
        """Open what the address says; a link that cannot be opened is told of."""
        found = opened(self._state()["sheet"], device.fragment(), is_alone=is_alone)
        if found is None:
            return
        if found["refused"]:
            self._quiz.perform(refused_changes(found["refused"]))
            return
        self._set_aside(found["answers"])
        self._quiz.fill(found["answers"])
        self._show()
        self._quiz.perform(opened_changes(self._displaced))

    def leave(self) -> None:
        """Take back what was said of a link, once the reader makes another result.

        The address may have lost it before: to an anchor, or by the browser's back.
        """
        if code_in(device.fragment()) is not None:
            device.clear_fragment()
        self._is_opened = False
        self._displaced = {}
        self._quiz.perform(left_changes())

    def put_back(self) -> None:
        """Give the reader the answers that the link has displaced, scored as before."""
        answers, was_scored = self._displaced, self._was_scored
        self.leave()
        self._quiz.fill(answers)
        if was_scored:
            self._show()
        else:
            self._happen("return")

    def _show(self) -> None:
        """Score what is in the form, and go there once it stands.

        What moves while nobody has touched the page counts as a jolt, so nothing that
        is in view may.
        """
        self._happen("open")
        there: list[Change] = [("reveal", HEADING, "")]
        device.after_paint(lambda: self._quiz.perform(there))

    def _set_aside(self, answers: "Answers") -> None:
        """Keep the reader's own answers, also while one link follows on another."""
        own = self._quiz.answers()
        if not self._is_opened or own != self._state()["answers"]:
            state = self._state()
            self._displaced = own if own != answers else {}
            self._was_scored = state["result"] is not None and not state["stale"]
        self._is_opened = True
