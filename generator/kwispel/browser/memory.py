"""Earlier results: those that the reader keeps on the device, and codes of others."""

from kwispel.browser import device, device_use, reading, writing
from kwispel.browser.draw_ledger import said
from kwispel.browser.figures import localised, whole
from kwispel.browser.flow import step
from kwispel.browser.keep import HISTORY, KEPT, NO_ROOM, UNKEPT, kept_changes
from kwispel.browser.kept import (
    last_before,
    nothing,
    read,
    used,
    with_result,
    written,
)
from kwispel.browser.link import CODE, code_of, key_of
from kwispel.browser.opened import code_in_text
from kwispel.browser.since import (
    SINCE,
    answer_changes,
    differing,
    filled,
    refused_changes,
    score_changes,
    since_changes,
)
from kwispel.core.replay import replay

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kwispel.browser.dom import Quiz
    from kwispel.browser.kept import Kept
    from kwispel.browser.shapes import Signs, State
    from kwispel.browser.since import Differing
    from kwispel.core.shapes import Answers, Result


class Memory:
    """What a reader has come from: results of before, beside the one of now."""

    def __init__(
        self, quiz: "Quiz", state: "Callable[[], State]", signs: "Signs"
    ) -> None:
        """Begin with nothing to come from."""
        self._quiz = quiz
        self._state = state
        self._signs = signs
        self._key = key_of(state()["sheet"]["quiz"])
        self._given: Result | None = None
        self._kept = nothing()
        self.actions = {
            "keep": self.keep,
            "forget": self.forget,
            "history": self.look_back,
            "compare": self.compare,
        }

    def begin(self) -> None:
        """Read what is kept: what is used is kept on, what has expired is deleted."""
        self._read()
        if self._kept["until"]:
            self._write(used(self._kept, device.day_after(0)))
        else:
            device_use.forget(self._key)

    def note(self, *, is_own: bool) -> None:
        """Take note of another result; the reader's own is kept and compared."""
        if not is_own:
            self._given = None
            self._quiz.perform(since_changes(None))
            return
        self._read()
        code = code_of(self._state())
        if self._kept["until"] and code is not None:
            self._write(with_result(self._kept, device.day_after(0), code))
        self._compare()

    def keep(self) -> None:
        """Begin to keep results: the reader has asked for it."""
        code = code_of(self._state())
        if code is None:
            return
        self._read()
        if self._write(with_result(self._kept, device.day_after(0), code)):
            self.look_back()
            self._quiz.perform([("focus", KEPT, "")])
        else:
            self._quiz.perform([("show", NO_ROOM, ""), ("focus", NO_ROOM, "")])

    def forget(self) -> None:
        """Delete all that is kept of this quiz, and what the page shows of it."""
        device_use.forget(self._key)
        self.look_back()
        self._compare()
        self._quiz.perform([("focus", UNKEPT, "")])

    def look_back(self) -> None:
        """List what is kept, the latest first, each scored by the sheet of today."""
        self._read()
        lines = [self._line(day, code) for day, code in reversed(self._kept["results"])]
        self._quiz.perform([("list", HISTORY, "\n".join(lines))])

    def compare(self) -> None:
        """Compare with the result whose code or link the reader gives."""
        text = writing.read(self._quiz, CODE, "value")
        found = replay(self._state()["sheet"], code_in_text(text))
        self._quiz.perform(refused_changes(found["refused"]))
        if not found["refused"]:
            self._given = self._scored(found["answers"])
            self._compare()
            self._quiz.perform([("focus", SINCE, ""), ("reveal", SINCE, "")])

    def _compare(self) -> None:
        """Show what has changed since the result that was given, or the last kept."""
        now = self._state()["result"]
        day, then = self._earlier()
        self._quiz.perform(since_changes(day if then else None))
        if then is not None and now is not None:
            words = {name: self._word(name) for name in ("higher", "lower", "equal")}
            lines = [self._differing(one) for one in differing(then, now)]
            self._quiz.perform(
                [
                    *score_changes(then, now, self._signs, words),
                    *answer_changes(lines),
                ]
            )

    def _earlier(self) -> "tuple[str, Result | None]":
        """Give the day in words, where it is known, and the result of then."""
        if self._given is not None:
            return "", self._given
        last = last_before(self._kept, device.day_after(0))
        if last is None:
            return "", None
        return device_use.day_in_words(last[0]), self._result_of(last[1])

    def _line(self, day: str, code: str) -> str:
        """Tell of one kept result."""
        result = self._result_of(code)
        told = {"date": device_use.day_in_words(day), "score": ""}
        if result is None:
            return filled(self._word("kept-other"), told)
        total = result["total"]
        if total is None or not self._quiz.root.select("[data-since]"):
            return told["date"]
        told["score"] = localised(total["text"], self._signs)
        return filled(self._word("kept-score"), told)

    def _differing(self, one: "Differing") -> str:
        """Tell of one question, in three lines."""
        number = {"n": whole(one["number"], self._signs)}
        was = {"answer": reading.words(self._quiz.root, said(one["then"]))}
        now = {"answer": reading.words(self._quiz.root, said(one["now"]))}
        return "\t".join(
            [
                filled(self._word("question"), number),
                filled(self._word("was"), was),
                filled(self._word("is"), now),
            ]
        )

    def _result_of(self, code: str) -> "Result | None":
        found = replay(self._state()["sheet"], code)
        return None if found["refused"] else self._scored(found["answers"])

    def _scored(self, answers: "Answers") -> "Result | None":
        return step(self._state(), {"type": "open", "answers": answers})["result"]

    def _word(self, name: str) -> str:
        return reading.word(self._quiz.root, name)

    def _read(self) -> None:
        """Read what is kept now: it may have changed in another window."""
        self._take(read(device.kept(self._key), device.day_after(0)))

    def _write(self, kept: "Kept") -> bool:
        """Keep it on the device, and say whether there was room."""
        is_kept = device_use.keep(self._key, written(kept))
        if is_kept:
            self._take(kept)
        return is_kept

    def _take(self, kept: "Kept") -> None:
        """Go by what is kept, and tell whether something is."""
        self._kept = kept
        self._quiz.perform(kept_changes(kept))
