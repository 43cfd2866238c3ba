"""Score the answers to a quiz, by its hook where it has one.

A hook runs in a process of its own, so that one that never ends, or takes all memory,
harms nobody.
"""

from __future__ import annotations

import json
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

from kwispel.core.outcome import outcome
from kwispel.core.ratio import Ratio
from kwispel.hook.worker import RATIO
from kwispel.model.hook.words import BUILTINS
from kwispel.model.shapes import Hook, Quiz
from kwispel.runtime.strip_python import strip

if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, Outcome, Sheet

LONGEST_S = 10
"""Seconds that one set of answers may take; the first one starts the process, too."""

Score = Callable[["Answers"], "Outcome"]
"""Scores one set of answers. Raises: HookFailed."""

_WORKER = Path(__file__).with_name("worker.py")
_PACKAGES = Path(__file__).parents[2]


class HookFailed(Exception):  # noqa: N818 - it says the event
    """Raised when a hook gave no result.

    Shape: kind is the name of what was raised ("HookError" for what a hook may not do
    with a result), "TimeoutError", or "EOFError" where its process ended; file and line
    are where, line 0 where that is not known; answers are those that did it.
    """

    def __init__(
        self, kind: str, text: str, place: tuple[str, int], answers: Answers
    ) -> None:
        """Keep the parts."""
        self.kind = kind
        self.text = text
        self.file, self.line = place
        self.answers = answers
        super().__init__(f"{self.file}:{self.line}: {self.what}")

    @property
    def what(self) -> str:
        """Say what happened, without where."""
        if self.kind in {"HookError", "TimeoutError", "EOFError"}:
            return self.text
        return f"{self.kind}: {self.text}" if self.text else self.kind


@contextmanager
def scorer(quiz: Quiz, sheet: Sheet, *, longest_s: int = LONGEST_S) -> Generator[Score]:
    """Give what scores a quiz's answers; nothing is started where it has no hook.

    Source: docs/reference/hook.md.
    """
    if quiz.hook is None:
        yield lambda answers: outcome(sheet, answers)
        return
    running = _Running(quiz.hook, sheet, longest_s)
    try:
        yield running.score
    finally:
        running.end()


class _Running:
    """A process that runs a hook, started when it is first needed."""

    def __init__(self, hook: Hook, sheet: Sheet, longest_s: int) -> None:
        self._hook = hook
        self._longest_s = longest_s
        self._sheet = sheet
        self._process: subprocess.Popen[str] | None = None

    def score(self, answers: Answers) -> Outcome:
        """Score in the other process."""
        process = self._process or self._started()
        is_late = threading.Event()

        def stop() -> None:
            is_late.set()
            process.kill()

        timer = threading.Timer(self._longest_s, stop)
        timer.start()
        try:
            said = _ask(process, json.dumps(answers))
        finally:
            timer.cancel()
        is_whole = said.endswith("\n")
        if is_late.is_set() or not is_whole:
            self.end()
        if not is_whole:
            raise self._ended(answers, is_late=is_late.is_set())
        data: dict[str, Any] = json.loads(said, object_hook=_decoded)
        if "error" in data:
            error = data["error"]
            place = error["file"], error["line"]
            raise HookFailed(error["kind"], error["text"], place, answers)
        return cast("Outcome", data["outcome"])

    def _started(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(  # noqa: S603 - our own program
            [sys.executable, "-I", "-S", "-W", "ignore", _WORKER, _PACKAGES],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            encoding="utf-8",
        )
        self._process = process
        _write(process, json.dumps(_order(self._hook, self._sheet)))
        return process

    def _ended(self, answers: Answers, *, is_late: bool) -> HookFailed:
        place = self._hook.modules[-1].file, 0
        if is_late:
            text = f"it was not done after {self._longest_s} seconds"
            return HookFailed("TimeoutError", text, place, answers)
        text = "its process ended without a result"
        return HookFailed("EOFError", text, place, answers)

    def end(self) -> None:
        """End the process, and forget it."""
        process, self._process = self._process, None
        if process is not None:
            process.kill()
            process.communicate()


def _order(hook: Hook, sheet: Sheet) -> dict[str, object]:
    """Say what the worker is to run."""
    modules = [
        {
            "name": module.name,
            "file": module.file,
            "source": strip(module.source, module.file),
        }
        for module in hook.modules
    ]
    return {"sheet": sheet, "builtins": sorted(BUILTINS), "modules": modules}


def _ask(process: subprocess.Popen[str], question: str) -> str:
    _write(process, question)
    return process.stdout.readline() if process.stdout else ""


def _write(process: subprocess.Popen[str], line: str) -> None:
    if process.stdin is None:  # it was asked for
        raise AssertionError
    try:
        process.stdin.write(f"{line}\n")
        process.stdin.flush()
    except BrokenPipeError:
        return  # it has ended; reading tells


def _decoded(data: dict[str, Any]) -> object:
    return Ratio(*data[RATIO]) if RATIO in data else data
