"""Make the hooks of a site ready for its readers: tried, compiled, tried again."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kwispel.errors import Problem
from kwispel.hook.browser import compile_hook, missing_tools, outcomes_in_browser
from kwispel.hook.cache import cache_key, remember, remembered
from kwispel.hook.samples import answers_text
from kwispel.hook.trial import Trial, differences, trial, trial_answers
from kwispel.model.shapes import Hook, Quiz
from kwispel.runtime.compile_python import CannotCompile
from kwispel.runtime.load import Runtime

if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, Sheet

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Prepared:
    """The hooks of a site, in order of its quizzes.

    Shape: functions are JavaScript for `hook_script`; a hook with a problem has none.
    """

    functions: tuple[str, ...]
    problems: tuple[Problem, ...]


def trial_problems(quiz: Quiz, sheet: Sheet) -> tuple[Problem, ...]:
    """Try a quiz's hook in CPython alone, which needs neither Node nor Brython."""
    return trial(quiz, quiz.hook, sheet).problems if quiz.hook else ()


def prepare_hooks(
    quizzes: Iterable[Quiz], sheets: Mapping[str, Sheet], runtime: Runtime
) -> Prepared:
    """Compile every hook, and try it in both Pythons.

    Source: docs/reference/hook.md.
    """
    functions: list[str] = []
    problems: list[Problem] = []
    for quiz in quizzes:
        if quiz.hook:
            made = _prepared(quiz, quiz.hook, sheets[quiz.id], runtime)
            if isinstance(made, str):
                functions.append(made)
            else:
                problems.append(made)
    return Prepared(tuple(functions), tuple(problems))


def _prepared(quiz: Quiz, hook: Hook, sheet: Sheet, runtime: Runtime) -> str | Problem:
    key = _key(quiz, hook, sheet, runtime)
    kept = remembered(key)
    if kept is not None:
        return kept
    tried = trial(quiz, hook, sheet)
    if tried.problems:
        return tried.problems[0]
    missing = missing_tools(runtime.brython)
    if missing is not None:
        return _no_tools(hook, missing)
    try:
        function = compile_hook(quiz.id, hook)
        found = _in_browser(function, sheet, tried, runtime)
    except CannotCompile as cannot:
        return _cannot(hook, str(cannot))
    for given, here, there in zip(tried.answers, tried.outcomes, found, strict=True):
        if here != there:
            return _differs(hook, sheet, given, differences(here, there))
    remember(key, function)
    return function


def _in_browser(
    function: str, sheet: Sheet, tried: Trial, runtime: Runtime
) -> list[object]:
    """Score in the runtime for hooks, and in what takes over where that lacks a part.

    Raises: CannotCompile.
    """
    try:
        parts = runtime.hooked.decode(), function
        found = outcomes_in_browser(parts, sheet, tried.answers)
    except CannotCompile:
        found = []
    if found != list(tried.outcomes):
        parts = runtime.complete.decode(), function
        found = outcomes_in_browser(parts, sheet, tried.answers)
    return found


def _key(quiz: Quiz, hook: Hook, sheet: Sheet, runtime: Runtime) -> str:
    """Name all that a hook's compiled form, and its trial, hang on."""
    return cache_key(
        [
            [[module.name, module.source] for module in hook.modules],
            sheet,
            trial_answers(quiz, sheet),
            runtime.brython,
            runtime.sources,
            hashlib.sha256(runtime.hooked).hexdigest(),
            [path.read_text("utf-8") for path in sorted(_HERE.glob("*.py"))],
        ]
    )


def _no_tools(hook: Hook, missing: str) -> Problem:
    return Problem(
        hook.place,
        "hook-tools",
        f"a hook is compiled for the reader's browser, and {missing}",
        'Run in the folder of kwispel: pip install ".[hooks]".',
    )


def _cannot(hook: Hook, what: str) -> Problem:
    return Problem(
        hook.place,
        "hook-differs",
        f"the reader's browser cannot run the hook: {what}",
        "Say the same in a plainer way.",
    )


def _differs(hook: Hook, sheet: Sheet, answers: Answers, what: str) -> Problem:
    return Problem(
        hook.place,
        "hook-differs",
        f'for the answers "{answers_text(sheet, answers)}" CPython and the browser '
        f"disagree: {what}",
        "See docs/reference/hook.md for where the two Pythons differ.",
    )
