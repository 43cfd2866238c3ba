"""Measure what a reader waits for, beside hand-written quizzes with the same questions.

Run as `python benchmarks/reader.py`; README.md beside it defines every figure.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import figures
from brotli_server import BrotliServer
from contenders import CONTENDERS, Contender, prepare
from playwright.sync_api import Browser, sync_playwright
from program import ROOT
from visit import Conditions, Visit, visit

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
)

Visits: TypeAlias = "dict[str, list[Visit]]"
"""The visits to each contender, by its name."""

TIMES: dict[str, Callable[[Visit], float | None]] = {
    "first paint": lambda one: one.first_paint_ms,
    "answerable": lambda one: one.answerable_ms,
    "first answer shows": lambda one: one.first_answer_ms,
    "runtime ready": lambda one: one.runtime_ms,
    "submit to result": lambda one: one.submit_ms,
    "blocked": lambda one: one.blocking_ms,
}
"""What is timed, all in milliseconds."""


class NotTheSame(Exception):  # noqa: N818 - it says what is the case
    """Raised when the contenders did not come to the same score."""


def measure(
    runs: int, given: Conditions, contenders: Sequence[Contender] = CONTENDERS
) -> tuple[Visits, str]:
    """Visit the contenders in turn, and give the visits and the browser's version.

    Raises: NotTheSame.
    """
    with _served(contenders) as server, open_browser() as browser:
        rounds = [
            {one.name: visit(browser, server, one, given) for one in turn}
            for turn in _turns(contenders, runs)
        ]
        version = f"Chromium {browser.version}"
    # The first round warms the browser and the disk, and is left out.
    visits = {one.name: [each[one.name] for each in rounds[1:]] for one in contenders}
    _check_scores(visits)
    return visits, version


def _turns(contenders: Sequence[Contender], runs: int) -> Iterator[list[Contender]]:
    """List the contenders for each round, another one first each time."""
    for number in range(runs + 1):
        first = number % len(contenders)
        yield [*contenders[first:], *contenders[:first]]


def _check_scores(visits: Visits) -> None:
    scores = {name: {one.score for one in found} for name, found in visits.items()}
    if len(set().union(*scores.values())) != 1:
        raise NotTheSame(f"the same answers gave other scores: {scores}")


@contextmanager
def _served(contenders: Sequence[Contender]) -> Iterator[BrotliServer]:
    with TemporaryDirectory(prefix="kwispel-bench-") as folder:
        prepare(Path(folder), contenders)
        server = BrotliServer(Path(folder))
        try:
            yield server
        finally:
            server.close()


@contextmanager
def open_browser() -> Iterator[Browser]:
    """Start the browser of the tests; root's needs its sandbox off."""
    found = subprocess.run(
        [sys.executable, "scripts/find_browser.py"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=found.stdout.strip(),
            args=[*FLAGS, *(["--no-sandbox"] if is_root else [])],
        )
        yield browser
        browser.close()


def bytes_table(visits: Visits) -> figures.Table:
    """Say what a full visit brings over the wire, by file."""
    return [
        {
            "kB with brotli": name,
            "page": _kilobytes(_page(found[0])),
            "runtime": _kilobytes(sum(found[0].sent.values()) - _page(found[0])),
            "full visit": _kilobytes(sum(found[0].sent.values())),
            "with headers": _kilobytes(found[0].received),
            "requests": str(len(found[0].sent)),
        }
        for name, found in visits.items()
    ]


def times_table(visits: Visits) -> figures.Table:
    """Say what the reader waits for."""
    return [
        {
            "ms": name,
            **{heading: _time(found, of) for heading, of in TIMES.items()},
        }
        for name, found in visits.items()
    ]


def ratio_table(visits: Visits, ours: str = CONTENDERS[0].name) -> figures.Table:
    """Say how many times as long our page takes as each other one.

    Every round gives a ratio, so that what slows the machine for a while counts for
    both; the middle ratio is told.
    """
    return [
        {
            f"{ours}, times": name,
            **{
                heading: _ratio(visits[ours], found, TIMES[heading])
                for heading in ("answerable", "first answer shows", "submit to result")
            },
        }
        for name, found in visits.items()
        if name != ours and ours in visits
    ]


def _page(one: Visit) -> int:
    """Give the bytes of the page itself: the file that was asked for first."""
    return next(iter(one.sent.values()))


def _kilobytes(count: int) -> str:
    return f"{count / 1000:.1f}" if count else "none"


def _time(found: Sequence[Visit], of: Callable[[Visit], float | None]) -> str:
    runs = [time for one in found if (time := of(one)) is not None]
    return figures.figure(runs).text() if runs else "none"


def _ratio(
    ours: Sequence[Visit], theirs: Sequence[Visit], of: Callable[[Visit], float | None]
) -> str:
    rounds = [
        our_time / their_time
        for our_visit, their_visit in zip(ours, theirs, strict=True)
        if (our_time := of(our_visit)) and (their_time := of(their_visit))
    ]
    return figures.figure(rounds).text(2)


def report(visits: Visits) -> str:
    """Put the tables of a run together."""
    tables = (bytes_table(visits), times_table(visits), ratio_table(visits))
    return "\n\n".join(figures.markdown(table) for table in tables if table)


def main() -> int:
    """Measure, print tables and, where asked, write everything to a file."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="visits each (default: 7)")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write every visit")
    parser.add_argument("--only", metavar="NAME", help="contenders that begin with it")
    options = parser.parse_args()
    given = Conditions()
    chosen = [one for one in CONTENDERS if one.name.startswith(options.only or "")]
    visits, version = measure(options.runs, given, chosen)
    print(report(visits))
    if options.json:
        figures.write_json(
            options.json,
            machine=figures.machine() | {"browser": version},
            conditions=asdict(given),
            visits=visits,
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
