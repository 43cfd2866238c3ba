"""What the fuzzing does: visits made at random, the same ones for the same seed.

An action names no part of a page, only a number that chooses among those that are
there. So a plan can be made without a page, and any part of it can be played.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from program import ROOT

sys.path.insert(0, str(ROOT / "tests"))

from testkit.fragments import HOSTILE, damaged_codes

NUMBERS = 1_000_000
"""The numbers by which an action chooses are below this one."""

WEIGHTS = {
    "choose": 24,
    "all": 8,
    "submit": 14,
    "reset": 3,
    "press": 16,
    "link": 5,
    "unfold": 4,
    "write": 4,
    "focus": 5,
    "key": 10,
    "back": 4,
    "forward": 2,
    "valid": 5,
    "damaged": 5,
    "hostile": 4,
    "reload": 1,
    "pause": 10,
}
"""How often each kind of action is done, of their sum."""

KEYS = (
    *("1", "2", "3", "9", "a", "b", "i", "Tab", "Shift+Tab", "Enter", "Space"),
    *("ArrowDown", "ArrowUp", "ArrowLeft", "ArrowRight", "Escape", "Home", "End"),
    *("Backspace", "Alt+1", "Control+a", "Shift+1", "Delete"),
)
PAUSES_MS = ("0", "20", "100", "400", "1500")
WRITTEN = ("", "Go for a walk", "<b>", "x" * 500, "\u202eabc", "a\nb", "0")


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz that is visited: its page's path, and codes that its page can open."""

    path: str
    codes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that a reader does; what number and text mean hangs on the kind."""

    kind: str
    number: int
    text: str = ""


@dataclass(frozen=True, slots=True)
class Plan:
    """One visit: the path, with a fragment or none, the reader's device, and more."""

    path: str
    width: int
    is_still: bool
    shares: str
    actions: tuple[Action, ...]


def plan(seed: int, number: int, quizzes: Sequence[Quiz]) -> Plan:
    """Make the visit with this number, the same for the same seed."""
    chance = Random(f"{seed}/{number}")  # noqa: S311 - no secret
    quiz = chance.choice(quizzes)
    arrival = chance.choice(("", "", "", "valid", "damaged", "hostile"))
    code = _text(arrival, quiz, chance).encode(errors="replace").decode()
    fragment = f"#r={code}" if arrival else ""
    return Plan(
        path=quiz.path + fragment,
        width=chance.choice((320, 400, 800, 1280)),
        is_still=chance.choice((False, True)),
        shares=chance.choice(("", "done", "AbortError", "NotAllowedError")),
        actions=tuple(_action(quiz, chance) for _ in range(chance.randint(4, 40))),
    )


def _action(quiz: Quiz, chance: Random) -> Action:
    (kind,) = chance.choices(list(WEIGHTS), list(WEIGHTS.values()))
    number = chance.randrange(NUMBERS)
    return Action(kind, number, _text(kind, quiz, chance))


def _text(kind: str, quiz: Quiz, chance: Random) -> str:
    """Give what goes with an action of this kind."""
    seed = chance.randrange(NUMBERS)
    choices: dict[str, Callable[[], Sequence[str]]] = {
        "key": lambda: KEYS,
        "write": lambda: WRITTEN,
        "pause": lambda: PAUSES_MS,
        "valid": lambda: quiz.codes,
        "damaged": lambda: damaged_codes(chance.choice(quiz.codes), 1, seed),
        "hostile": lambda: HOSTILE,
    }
    return chance.choice(choices[kind]()) if kind in choices else ""


def shortened(
    given: Plan, fails: Callable[[Plan], bool], until: Callable[[], bool]
) -> Plan:
    """Leave out actions for as long as what is left still fails.

    Shape: first halves, then quarters, and so on down to single actions; no more is
    tried once until says so.
    """
    size = len(given.actions)
    while size := size // 2 if size > 1 else 0:
        at = len(given.actions)
        while (at := at - size) > -size and not until():
            kept = given.actions[: max(at, 0)] + given.actions[at + size :]
            shorter = replace(given, actions=kept)
            if fails(shorter):
                given = shorter
    return given


def described(given: Plan) -> str:
    """Tell a plan, an action a line."""
    device = f"{given.width} px wide"
    device += ", less motion" if given.is_still else ""
    device += f", sharing: {given.shares}" if given.shares else ""
    done = "".join(
        f"\n  {one.kind} {one.number} {one.text[:120]!a}" for one in given.actions
    )
    return f"{given.path[:200]!a} ({device}){done}"


def paths_of(site: Path) -> list[Path]:
    """List a built site's pages that hold a quiz which a runtime brings to life."""
    pages = sorted([*site.rglob("index.html"), *site.rglob("embed.html")])
    return [page for page in pages if "data-runtime=" in page.read_text("utf-8")]
