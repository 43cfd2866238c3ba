"""The pages that are measured side by side, and how to find their parts.

A later peer is one more Contender: a folder that can be served, and its selectors.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from install import npm_version, python_version
from make_handwritten import read_quiz, write_handwritten
from names import BARE, FULL, OURS
from peer_pages import (
    PYTHON_WAYS,
    QUIZ,
    write_mkdocs_quiz,
    write_quizdown,
    write_surveyjs,
)
from program import ROOT, kwispel


@dataclass(frozen=True, slots=True)
class Parts:
    """CSS selectors of what a visit touches.

    Shape: radio finds the radios of the first question, which can be answered as soon
    as one is there; result matches once there is a result, and not before; ready
    matches once a runtime works that the page does without until then. Where questions
    come one at a time, following leads to the next one. root holds the others in its
    shadow; ready, following and root are None where there are none.
    """

    radio: str
    question: str
    submit: str
    result: str
    score: str
    ready: str | None = None
    following: str | None = None
    root: str | None = None


@dataclass(frozen=True, slots=True)
class Contender:
    """One page to measure.

    Shape: path is that of its page on the server; write puts its files below the
    folder that is served. most is how many rounds it is in at most, for one that takes
    long; again says whether it is visited a second time, with a warm cache;
    counts_right that its score counts right answers, as points it does not know; note
    tells how its measure differs from the others'.
    """

    name: str
    path: str
    parts: Parts
    write: Callable[[Path], None]
    most: int | None = None
    again: bool = False
    counts_right: bool = False
    note: str = ""


HANDWRITTEN = Parts(
    radio="#quiz fieldset:first-of-type input",
    question="#quiz fieldset",
    submit="#quiz button",
    result="#result:not([hidden])",
    score="#score",
)

BUILT = Parts(
    radio="form[data-kw=quiz] fieldset[data-question] input[type=radio]",
    question="form[data-kw=quiz] fieldset[data-question]",
    submit="form[data-kw=quiz] button[type=submit]",
    result="[data-kw=result]:not([hidden])",
    score="[data-score=total] [data-part=value]",
    ready="form[data-kw=quiz][data-state=ready]",
)

MKDOCS_QUIZ = Parts(
    radio=".quiz:has(.quiz-reset-button) input",
    question=".quiz",
    submit=".quiz:nth-last-child(1 of .quiz) input",
    result=".quiz-results-complete:not(.hidden)",
    score=".quiz-results-correct",
)

QUIZDOWN = Parts(
    root=".quizdown",
    radio="input[type=radio]",
    question=".quizdown-content",
    following="button[title=Next]",
    submit="button[title=Evaluate]",
    result="h1",
    score="h1",
)

SURVEYJS = Parts(
    radio=".sd-question input[type=radio]",
    question=".sd-question",
    submit=".sd-navigation__complete-btn",
    result=".sd-completedpage #score",
    score="#score",
)


def _build(folder: Path) -> None:
    kwispel("build", "content", "-o", str(folder / "kwispel"))


def _write_by_hand(folder: Path) -> None:
    write_handwritten(read_quiz(ROOT / "content", QUIZ), folder / "handwritten")


def _python(name: str, folder: str, most: int | None = None) -> Contender:
    """Give a page that is written by Python in the browser."""
    note = "the program makes the form, so the reader waits for Python at once"
    return Contender(
        name, f"/{folder}/", HANDWRITTEN, PYTHON_WAYS[folder], most=most, note=note
    )


CONTENDERS = (
    Contender(OURS, f"/kwispel/{QUIZ}/", BUILT, _build, again=True),
    Contender(FULL, "/handwritten/full/", HANDWRITTEN, _write_by_hand, again=True),
    Contender(BARE, "/handwritten/bare/", HANDWRITTEN, _write_by_hand),
    Contender(
        f"mkdocs-quiz (Material) {python_version('mkdocs', 'mkdocs-quiz')}",
        "/mkdocs/",
        MKDOCS_QUIZ,
        write_mkdocs_quiz,
        counts_right=True,
        note="judges each answer at once, as right or wrong, and keeps it: the answer"
        " to the last question is taken for the submit",
    ),
    Contender(
        f"quizdown {npm_version('quizdown')}",
        "/quizdown/",
        QUIZDOWN,
        write_quizdown,
        most=7,
        counts_right=True,
        note="shows one question at a time and counts right answers; of what it shows"
        " after the submit, 800 ms are a pause that it makes",
    ),
    _python(
        "MicroPython (WebAssembly)"
        f" {npm_version('@micropython/micropython-webassembly-pyscript')}",
        "micropython",
    ),
    _python(f"Brython {version('brython')}, core only", "brython"),
    Contender(
        f"SurveyJS {npm_version('survey-core')}",
        "/surveyjs/",
        SURVEYJS,
        write_surveyjs,
        most=7,
    ),
    _python(f"Brython {version('brython')} with its library", "brython-library", 4),
    _python(f"Pyodide {npm_version('pyodide')}", "pyodide", 2),
)


def prepare(folder: Path, contenders: Sequence[Contender]) -> None:
    """Write the contenders' files below a folder."""
    for write in dict.fromkeys(contender.write for contender in contenders):
        write(folder)
