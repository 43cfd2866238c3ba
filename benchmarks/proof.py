"""Time the proof of a long questionnaire: 60 questions of 7 options and 8 factors.

Run as `python benchmarks/proof.py`; README.md beside it defines every figure.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import figures
import results
from program import kwispel

QUESTIONS = 60
OPTIONS = 7
FACTORS = 8

KEYS = ("whole points", "points with two decimals")
"""The two keys: few scores, and tens of thousands."""


@dataclass(frozen=True, slots=True)
class Run:
    """One start of the program, and the report on each quiz right after it.

    Units: milliseconds of wall time.
    """

    start_ms: float
    report_ms: dict[str, float]


def write_quizzes(content: Path) -> None:
    """Write one quiz for each key, with bands for the total and every factor."""
    for name in KEYS:
        folder = content / _folder(name)
        (folder / "questions").mkdir(parents=True)
        (folder / "advice").mkdir()
        factors = [f"f{number}" for number in range(FACTORS)]
        titles = "".join(f"  {factor}: {{title: {factor}}}\n" for factor in factors)
        head = f"---\ntitle: A quiz\nlicence: CC0-1.0\nfactors:\n{titles}---\n"
        (folder / "quiz.md").write_text(head, "utf-8")
        (folder / "questions/q.md").write_text("\n".join(_questions(name)), "utf-8")
        for score in ("total", *factors):
            limit = 100 if score == "total" else 10
            bands = f"# Low\n\nText.\n\n# High {{from={limit}}}\n\nText.\n"
            (folder / f"advice/{score}.md").write_text(bands, "utf-8")


def _folder(name: str) -> str:
    return name.replace(" ", "-")


def _questions(name: str) -> Iterator[str]:
    for number in range(QUESTIONS):
        yield f"# Question {number} {{factor=f{number % FACTORS}}}\n"
        for option in range(OPTIONS):
            bend = number * option * option / 100 if "decimals" in name else 0
            yield f"- ({option + bend:g}) Option {option}"
        yield ""


def measure(runs: int, content: Path) -> list[Run]:
    """Start the program and report in turn."""
    # The first round fills the disk's and Python's caches, and is left out.
    return [_run(content) for _ in range(runs + 1)][1:]


def _run(content: Path) -> Run:
    start = _time_ms("--version")
    return Run(
        start,
        {
            name: _time_ms("check", "--report", str(content / _folder(name)))
            for name in KEYS
        },
    )


def _time_ms(*words: str) -> float:
    """Give how long a command takes, from its start to its end."""
    started = time.perf_counter()
    kwispel(*words)
    return 1000 * (time.perf_counter() - started)


def report(measured: dict[str, Any]) -> str:
    """Put the table of a run together, or of one that was kept."""
    kept = measured["reports"]
    runs = [run if isinstance(run, Run) else Run(**run) for run in kept]
    return figures.markdown(table(runs))


def table(runs: Sequence[Run]) -> figures.Table:
    """Say how long a report takes, and as many starts of the program that is."""
    rows = [
        {
            "": "`kwispel --version`",
            "ms": figures.figure([run.start_ms for run in runs]).text(),
            "times": "1",
        }
    ]
    for name in KEYS:
        times = [run.report_ms[name] for run in runs]
        ratios = [run.report_ms[name] / run.start_ms for run in runs]
        rows.append(
            {
                "": f"`kwispel check --report`, {name}",
                "ms": figures.figure(times).text(),
                "times": figures.figure(ratios).text(1),
            }
        )
    return rows


def main() -> int:
    """Measure, print a table and write everything down."""
    options = results.arguments(__doc__, runs=5).parse_args()
    with TemporaryDirectory(prefix="kwispel-bench-") as folder:
        content = Path(folder, "content")
        write_quizzes(content)
        runs = measure(options.runs, content)
    measured = {"machine": results.machine(), "reports": runs}
    results.keep(options.out, "proof", measured, report(measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
