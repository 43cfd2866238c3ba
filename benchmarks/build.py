"""Time `kwispel build` of this project's own content.

Run as `python benchmarks/build.py`; README.md beside it defines every figure.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import figures
from program import kwispel


@dataclass(frozen=True, slots=True)
class Run:
    """One start of the program, and one build right after it.

    Units: milliseconds of wall time.
    """

    start_ms: float
    build_ms: float


def measure(runs: int) -> list[Run]:
    """Start and build in turn, each build into a folder that is not there yet."""
    # The first round fills the disk's and Python's caches, and is left out.
    return [_run() for _ in range(runs + 1)][1:]


def _run() -> Run:
    with TemporaryDirectory(prefix="kwispel-bench-") as folder:
        return Run(
            start_ms=_time_ms("--version"),
            build_ms=_time_ms("build", "content", "-o", str(Path(folder, "dist"))),
        )


def _time_ms(*words: str) -> float:
    """Give how long a command takes, from its start to its end."""
    started = time.perf_counter()
    kwispel(*words)
    return 1000 * (time.perf_counter() - started)


def table(runs: Sequence[Run]) -> figures.Table:
    """Say how long a build takes, as a whole and after the program's start."""
    rows = {
        "`kwispel --version`": [run.start_ms for run in runs],
        "`kwispel build content`": [run.build_ms for run in runs],
        "the build after start-up": [run.build_ms - run.start_ms for run in runs],
    }
    return [
        {"": name, "ms": figures.figure(times).text()} for name, times in rows.items()
    ]


def main() -> int:
    """Measure, print a table and, where asked, write everything to a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="builds (default: 7)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every run")
    options = parser.parse_args()
    runs = measure(options.runs)
    print(figures.markdown(table(runs)))
    if options.json:
        figures.write_json(options.json, machine=figures.machine(), builds=runs)
    return 0


if __name__ == "__main__":
    sys.exit(main())
