"""What the build tries a hook on, and what it makes of what it finds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from kwispel.core.plain import plain
from kwispel.hook import browser, scorer
from kwispel.hook.browser import NoTools, compile_hook, hook_script, module_prefix
from kwispel.hook.cache import remember, remembered
from kwispel.hook.prepare import prepare_hooks
from kwispel.hook.samples import SAMPLES, answers_text, sample_answers
from kwispel.hook.scorer import HookFailed
from kwispel.hook.trial import differences, trial
from kwispel.model.shapes import Hook, HookModule
from kwispel.runtime.load import load_runtime
from testkit.quiz_folder import Folder
from testkit.quizzes import question, quiz, score

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet
    from kwispel.model.shapes import Quiz

ADJUST = "def adjust(result, answers):\n"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is remembered in a folder of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("KWISPEL_CACHE", str(folder))
    return folder


def hooked(tmp_path: Path, scoring: str) -> tuple[Quiz, Hook, Sheet]:
    """Give a quiz of one question from 0 to 1 with a hook."""
    folder = Folder(tmp_path / "content")
    folder.write("scoring.py", scoring)
    made = folder.quiz()
    assert made.hook
    return made, made.hook, compile_quiz(made)
