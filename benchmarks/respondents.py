"""Time `kwispel score --csv`: 100,000 respondents to 40 items.

Run as `python benchmarks/respondents.py`; README.md beside it defines every figure.
"""

from __future__ import annotations

import csv
import random
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import figures
import results
from costs import Cost, cost_of

ROWS = 100_000
FEW_ROWS = 2_000
ITEMS = 40
FACTORS = 5
SEED = 20261122
WEIGHTS = (20, 20, 20, 20, 20, 1)
"""How often each of five answers is chosen, and n.a."""

COPY = """
import csv, sys
with open(sys.argv[1], newline="") as old, open(sys.argv[2], "w", newline="") as new:
    csv.writer(new).writerows(csv.reader(old))
"""

COPIED = "Python copies the file with its `csv` module"
WAYS = {
    "`kwispel score --csv`": (),
    "the same with `--stats`": ("--stats",),
    "the same with `--json`": ("--json",),
}
FEW = "`kwispel score --csv`, 2,000 rows"


Round = dict[str, Cost]
"""What each way took, one right after the other."""


def write_content(folder: Path) -> None:
    """Write a quiz of 40 items with five factors, and two files of respondents."""
    quiz = folder / "quiz"
    (quiz / "questions").mkdir(parents=True)
    (quiz / "advice").mkdir()
    titles = "".join(f"  f{n}: {{title: F, method: mean}}\n" for n in range(FACTORS))
    scale = "[1, A], [2, B], [3, C], [4, D], [5, E], [na, None]"
    head = f"title: A quiz\nlicence: CC0-1.0\nscales: {{agree: [{scale}]}}\n"
    (quiz / "quiz.md").write_text(f"---\n{head}factors:\n{titles}---\n")
    (quiz / "questions/q.md").write_text("\n".join(_questions()))
    (quiz / "advice/total.md").write_text("# Low\n\n# High {from=120}\n")
    for rows in (FEW_ROWS, ROWS):
        with (folder / f"{rows}.csv").open("w", newline="") as file:
            csv.writer(file).writerows(_table(rows))


def _questions() -> Iterator[str]:
    yield "---\nscale: agree\n---"
    for number in range(ITEMS):
        reverse = " reverse" if number % 3 == 0 else ""
        yield f"# Item {number} {{#i{number} factor=f{number % FACTORS}{reverse}}}\n"


def _table(rows: int) -> Iterator[list[object]]:
    # No secret: the same answers each time, so that runs can be compared.
    choose = random.Random(SEED).choices  # noqa: S311 - the same each time
    yield ["respondent", "team", *(f"i{number}" for number in range(ITEMS))]
    for number in range(rows):
        yield [number, f"team {number % 7}", *choose("abcdef", WEIGHTS, k=ITEMS)]


def measure(runs: int, folder: Path) -> list[Round]:
    """Copy and score in turn."""
    # The first round fills the disk's and Python's caches, and is left out.
    return [_round(folder) for _ in range(runs + 1)][1:]


def _round(folder: Path) -> Round:
    many, few, out = folder / f"{ROWS}.csv", folder / f"{FEW_ROWS}.csv", folder / "out"
    score = ("-m", "kwispel", "score", folder / "quiz", "-o", out, "--csv")
    costs = {COPIED: _cost("-c", COPY, many, out)}
    for name, options in WAYS.items():
        costs[name] = _cost(*score, many, *options)
    costs[FEW] = _cost(*score, few)
    return costs


def _cost(*words: str | Path) -> Cost:
    """Run a program with the Python of this one, and give what it took."""
    return cost_of([sys.executable, *words])


def report(measured: dict[str, Any]) -> str:
    """Put the table of a run together, or of one that was kept."""
    rounds = [
        {
            name: one if isinstance(one, Cost) else Cost(**one)
            for name, one in each.items()
        }
        for each in measured["respondents"]
    ]
    return figures.markdown(table(rounds))


def table(rounds: Sequence[Round]) -> figures.Table:
    """Say what each way took, and as many copies of the file that is."""
    rows: figures.Table = []
    for name in rounds[0]:
        costs = [each[name] for each in rounds]
        ratios = [each[name].cpu_s / each[COPIED].cpu_s for each in rounds]
        rows.append(
            {
                "": name,
                "s of wall time": figures.figure([c.wall_s for c in costs]).text(1),
                "s of one core": figures.figure([c.cpu_s for c in costs]).text(1),
                "times": figures.figure(ratios).text(1),
                "MB at most": figures.figure([c.memory_mb for c in costs]).text(),
            }
        )
    return rows


def main() -> int:
    """Measure, print a table and write everything down."""
    options = results.arguments(__doc__, runs=5).parse_args()
    with TemporaryDirectory(prefix="kwispel-bench-") as folder:
        write_content(Path(folder))
        rounds = measure(options.runs, Path(folder))
    measured = {"machine": results.machine(), "respondents": rounds}
    results.keep(options.out, "respondents", measured, report(measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
