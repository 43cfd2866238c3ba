"""The result before it is asked for: scored and drawn while nobody waits for it.

It is drawn where nobody sees it, in the result that is still hidden, and nothing is
told, kept or sent of it. What the reader submits is read from the form as ever, and
only where that is what was prepared for, it need not be scored and drawn again.
Source: docs/decisions/0022-the-result-before-it-is-asked-for.md.
"""

from kwispel.browser.draw_advice import advice_changes
from kwispel.browser.draw_ledger import line_changes
from kwispel.browser.draw_result import first_changes, rest_changes, score_changes
from kwispel.browser.flow import conclude, step
from kwispel.browser.parts import divide
from kwispel.browser.turns import Turns
from kwispel.core.outcome import begin, go_on, result_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kwispel.browser.dom import Quiz
    from kwispel.browser.shapes import Change, Found, Signs, State
    from kwispel.core.shapes import Answers, Outcome, Result, Scoring


class Preparing:
    """What is prepared of one quiz.

    The first time it is done whatever is still open, for practice: a browser is quick
    at what it has done before. Nothing is drawn over a result that shows.
    """

    def __init__(
        self, quiz: "Quiz", state: "Callable[[], State]", signs: "Signs"
    ) -> None:
        """Begin with nothing prepared."""
        self._quiz = quiz
        self._state = state
        self._signs = signs
        self._turns = Turns()
        self._has_practised = False
        self._answers: Answers | None = None
        self._found: Found | None = None
        self._drawn: Result | None = None
        self._then: Callable[[], None] | None = None

    def begin(self, then: "Callable[[], None] | None" = None) -> None:
        """Prepare for the answers that the form has now, or practise without them.

        Shape: then is what is done when all is prepared, or nothing can be.
        """
        self._then = then or self._then
        answers = self._quiz.answers()
        if answers == self._answers:
            return
        scoring = begin(self._state()["sheet"], answers)
        self._answers = self._found = self._drawn = None
        if not scoring["open"]:
            self._answers = answers
            self._turns.stop()
            self._turns.add(lambda: self._score(scoring))
        elif self._then:
            self._end()
        elif not self._has_practised and not self._state()["result"]:
            self._has_practised = True
            self._turns.add(lambda: self._score(scoring))

    def forget(self) -> None:
        """Prepare nothing, and go by nothing that was."""
        self._turns.stop()
        self._answers = self._found = self._drawn = self._then = None

    def found(self, answers: "Answers") -> "Found | None":
        """Give what came of these answers, where that is what was prepared for."""
        if answers != self._answers:
            return None
        # Whoever asks now does not wait for it.
        self._then = None
        self._turns.finish()
        return self._found

    def is_drawn(self, result: "Result | None") -> bool:
        """Say whether this very result has been drawn, and only has to be shown."""
        return result is not None and result is self._drawn

    def _score(self, scoring: "Scoring") -> None:
        """Score a little more, and at the end draw what the reader does not see yet."""
        if go_on(scoring):
            self._turns.add(lambda: self._score(scoring))
        elif scoring["open"]:
            outcome: Outcome = {"open": [], "result": result_of(scoring)}
            self._draw({"outcome": outcome, "unadjusted": False})
        else:
            state = self._state()
            self._found = conclude(state, scoring)
            if not state["result"]:
                self._draw(self._found)
            self._turns.add(self._end)

    def _draw(self, found: "Found") -> None:
        """Draw the state that would follow, piece by piece."""
        after = step(self._state(), {"type": "submit", "answers": {}, "found": found})
        sheet, result, signs = after["sheet"], after["result"], self._signs
        if result is None:
            return
        self._later(first_changes, sheet)
        for at in range(len(sheet["scores"])):
            self._later(score_changes, sheet, result, at, signs)
        for line in result["ledger"]:
            self._later(line_changes, line, signs)
        self._later(rest_changes, after, signs)
        self._later(advice_changes, after, after, signs)
        self._turns.add(lambda: divide(self._quiz.root))

    def _later(
        self, list_changes: "Callable[..., list[Change]]", *given: object
    ) -> None:
        self._turns.add(lambda: self._quiz.perform(list_changes(*given)))

    def _end(self) -> None:
        found, then = self._found, self._then
        self._then = None
        if found and not self._state()["result"]:
            self._drawn = found["outcome"]["result"]
        if then:
            then()
