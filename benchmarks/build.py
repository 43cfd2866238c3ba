"""Measure how long sites of many quizzes take to build, beside other generators.

Run as `python benchmarks/build.py`; README.md beside it defines every figure.
"""

from __future__ import annotations

import shutil
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import build_tables
import results
from costs import Cost, cost_of
from generators import COMPILED, GENERATORS, Generator, environment
from install import install
from names import OURS

FULL, ONE, NONE = "full", "one", "none"
"""The three builds: of everything, after one quiz changed, and after none did."""


@dataclass(frozen=True, slots=True)
class Step:
    """How often a corpus is built.

    Shape: peers_again says in how many rounds the peers build again after a change;
    most of them take as long again, and the middle of two is the middle.
    """

    count: int
    rounds: int
    peers_again: int


STEPS = (Step(100, 3, 2), Step(1_000, 3, 1), Step(5_000, 1, 0))

Costs = dict[str, dict[str, list[Cost]]]
"""Of one corpus: name of the generator, which build, and what each round took."""


def measure(steps: Sequence[Step], chosen: Sequence[Generator]) -> dict[str, Any]:
    """Build each corpus with each generator in turn.

    Raises: ItFailed.
    """
    with TemporaryDirectory(prefix="kwispel-bench-") as folder:
        for one in chosen:  # the first build warms the disk, and is left out
            _round(one, Path(folder, "warm"), 10, again=False)
        started = [_start_up() for _ in range(11)][1:]
        corpora = [_corpus(step, chosen, Path(folder)) for step in steps]
    return {
        "machine": results.machine(),
        "start": [asdict(cost) for cost in started],
        "corpora": corpora,
    }


def _corpus(step: Step, chosen: Sequence[Generator], folder: Path) -> dict[str, Any]:
    costs: Costs = defaultdict(lambda: defaultdict(list))
    for number in range(step.rounds):
        first = number % len(chosen)
        for one in (*chosen[first:], *chosen[:first]):
            again = one.name == OURS or number < step.peers_again
            place = folder / str(step.count)
            for build, cost in _round(one, place, step.count, again=again).items():
                costs[one.name][build].append(cost)
            results.say(
                f"{step.count} quizzes, round {number + 1} of {step.rounds}: {one.name}"
            )
    return {
        "count": step.count,
        "generators": [
            {
                "name": name,
                **{build: list(map(asdict, each)) for build, each in builds.items()},
            }
            for name, builds in costs.items()
        ],
    }


def _round(one: Generator, place: Path, count: int, *, again: bool) -> dict[str, Cost]:
    """Build from nothing and, where asked, again: after no change and after one."""
    one.write(place, count)
    env = environment(place)
    costs = {FULL: cost_of(one.words(place, again=False), place, env)}
    one.check(place, count)
    if again:
        costs[NONE] = cost_of(one.words(place, again=True), place, env)
        one.change_one(place, mark="what was not said before")
        costs[ONE] = cost_of(one.words(place, again=True), place, env)
        one.check_change(place, mark="what was not said before")
    shutil.rmtree(place)
    return costs


def _start_up() -> Cost:
    return cost_of([sys.executable, "-m", "kwispel", "--version"], env=COMPILED)


def main() -> int:
    """Measure, print tables and write everything down."""
    parser = results.arguments(__doc__, runs=None)
    parser.add_argument(
        "--only", nargs="+", default=[""], help="generators that begin with one of them"
    )
    parser.add_argument(
        "--counts", nargs="+", type=int, help="corpora of so many quizzes, one round"
    )
    options = parser.parse_args()
    chosen = [one for one in GENERATORS if one.name.startswith(tuple(options.only))]
    steps = [Step(count, 1, 1) for count in options.counts or ()] or STEPS
    install()
    measured = measure(steps, chosen)
    results.keep(options.out, "build", measured, build_tables.report(measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
