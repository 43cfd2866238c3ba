"""The pages that are measured side by side, and how to find their parts.

A later peer is one more Contender: a folder that can be served, and its selectors.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from make_handwritten import read_quiz, write_handwritten
from program import ROOT, kwispel

QUIZ = "klantgerichtheid"


@dataclass(frozen=True, slots=True)
class Parts:
    """CSS selectors of what a visit touches.

    Shape: radio finds the radios of the first question, score the element that holds
    nothing but the total; ready matches once a runtime works, None where there is none.
    """

    radio: str
    question: str
    submit: str
    result: str
    score: str
    ready: str | None = None


@dataclass(frozen=True, slots=True)
class Contender:
    """One page to measure.

    Shape: path is that of its page on the server; write puts its files below the
    folder that is served.
    """

    name: str
    path: str
    parts: Parts
    write: Callable[[Path], None]


HANDWRITTEN = Parts(
    radio="#quiz fieldset:first-of-type input",
    question="#quiz fieldset",
    submit="#quiz button",
    result="#result",
    score="#score",
)

BUILT = Parts(
    radio="form[data-kw=quiz] fieldset[data-question] input[type=radio]",
    question="form[data-kw=quiz] fieldset[data-question]",
    submit="form[data-kw=quiz] button[type=submit]",
    result="[data-kw=result]",
    score="[data-score=total] [data-part=value]",
    ready="form[data-kw=quiz][data-state=ready]",
)


def _build(folder: Path) -> None:
    kwispel("build", "content", "-o", str(folder / "kwispel"))


def _write_by_hand(folder: Path) -> None:
    write_handwritten(read_quiz(ROOT / "content", QUIZ), folder / "handwritten")


CONTENDERS = (
    Contender("kwispel", f"/kwispel/{QUIZ}/", BUILT, _build),
    Contender("hand-written, full", "/handwritten/full/", HANDWRITTEN, _write_by_hand),
    Contender("hand-written, bare", "/handwritten/bare/", HANDWRITTEN, _write_by_hand),
)


def prepare(folder: Path, contenders: Sequence[Contender]) -> None:
    """Write the contenders' files below a folder."""
    for write in dict.fromkeys(contender.write for contender in contenders):
        write(folder)
