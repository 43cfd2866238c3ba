"""Measure what a reader waits for, beside peers that ask the same questions.

Run as `python benchmarks/reader.py`; README.md beside it defines every figure.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from tempfile import TemporaryDirectory

import reader_tables
import results
from arrival import script_on_arrival
from brotli_server import BrotliServer
from contenders import CONTENDERS, Contender, prepare
from install import install, node
from names import FULL, OURS
from playwright.sync_api import Browser, sync_playwright
from playwright.sync_api import Error as PlaywrightError
from program import ROOT
from reader_tables import Measured
from visit import Conditions, Visits, visit

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
)

Rounds = dict[str, list[Visits]]
"""The visits to each contender, by its name."""


class NotTheSame(Exception):  # noqa: N818 - it says what is the case
    """Raised when the contenders did not come to the same score."""


def measure(
    runs: int, given: Conditions, contenders: Sequence[Contender] = CONTENDERS
) -> Measured:
    """Visit the contenders in turn.

    Raises: NotTheSame.
    """
    rounds: Rounds = {one.name: [] for one in contenders}
    with _served(contenders) as server, open_browser() as browser:
        scripts = {
            one.name: script_on_arrival(browser, server, one) for one in contenders
        }
        for number, turn in enumerate(_turns(contenders, runs)):
            for one in turn:
                found = _visit(browser, server, one, given)
                # The first round warms the browser and the disk, and is left out.
                rounds[one.name] += [found] if number else []
            results.say(f"round {number} of {runs}")
        version = f"Chromium {browser.version}"
    _check_scores(rounds, contenders)
    return {
        "machine": results.machine(browser=version),
        "conditions": asdict(given),
        "contenders": [
            {
                "name": one.name,
                "note": one.note,
                "script_on_arrival": scripts[one.name],
                "cold": [asdict(found.cold) for found in rounds[one.name]],
                "warm": [asdict(v.warm) for v in rounds[one.name] if v.warm],
            }
            for one in contenders
        ],
    }


def _visit(
    browser: Browser, server: BrotliServer, contender: Contender, given: Conditions
) -> Visits:
    """Visit a quiz, and once more where that went wrong: a run takes long."""
    try:
        return visit(browser, server, contender, given)
    except (RuntimeError, PlaywrightError) as went_wrong:
        results.say(f"{contender.name}, once more: {went_wrong}")
        return visit(browser, server, contender, given)


def _turns(contenders: Sequence[Contender], runs: int) -> Iterator[list[Contender]]:
    """List the contenders for each round, another one first each time.

    One that takes long is in the first rounds that count, and in no other.
    """
    for number in range(runs + 1):
        first = number % len(contenders)
        turn = [*contenders[first:], *contenders[:first]]
        yield [one for one in turn if one.most is None or 1 <= number <= one.most]


def _check_scores(rounds: Rounds, contenders: Sequence[Contender]) -> None:
    """Hold the scores against each other: all of one kind must be equal."""
    for counts_right in (False, True):
        scores = {
            one.name: {
                visit.score
                for found in rounds[one.name]
                for visit in (found.cold, found.warm)
                if visit
            }
            for one in contenders
            if one.counts_right == counts_right
        }
        if len({_whole(score) for each in scores.values() for score in each}) > 1:
            raise NotTheSame(f"the same answers gave other scores: {scores}")


def _whole(score: str) -> int:
    """Read a score such as "23" or "04/10"."""
    return int(score.partition("/")[0])


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
    os.environ.setdefault("PLAYWRIGHT_NODEJS_PATH", str(node()))
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    with sync_playwright() as driver:
        browser = driver.chromium.launch(
            executable_path=found.stdout.strip(),
            args=[*FLAGS, *(["--no-sandbox"] if is_root else [])],
        )
        yield browser
        browser.close()


def main() -> int:
    """Measure, print tables and write everything down."""
    parser = results.arguments(__doc__, runs=11)
    parser.add_argument(
        "--only", nargs="+", default=[""], help="contenders that begin with one of them"
    )
    options = parser.parse_args()
    chosen = [one for one in CONTENDERS if one.name.startswith(tuple(options.only))]
    install()
    measured = measure(options.runs, Conditions(), chosen)
    report = reader_tables.report(measured, ours=OURS, baseline=FULL)
    results.keep(options.out, "reader", measured, report)
    return 0


if __name__ == "__main__":
    sys.exit(main())
