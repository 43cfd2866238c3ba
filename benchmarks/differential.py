"""Hold three engines against each other on as many quizzes and answers as asked for.

Run as `python benchmarks/differential.py --pairs 1000000`: the core in CPython, the
compiled core in Chromium, and the reference engine of the tests must agree exactly on
what Hypothesis makes. Exits with 1 where they do not, and tells the smallest pair.
"""

from __future__ import annotations

import argparse
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

from program import ROOT

sys.path.insert(0, str(ROOT / "tests"))

from reader import open_browser

from testkit.differential import made, smallest
from testkit.differential_page import disagreements_in_browser

QUIZZES = 50
EACH = 20
BATCH = QUIZZES * EACH
AT_ONCE = 10
"""Batches that are scored in one page, which takes a second to open."""


def main() -> int:
    """Run batches of a thousand pairs, each with the next seed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pairs", type=int, default=1_000_000)
    parser.add_argument("--seed", type=int, default=0, help="of the first batch")
    options = parser.parse_args()
    batches = -(-options.pairs // BATCH)
    started = time.monotonic()
    done = 0
    told: list[str] = []
    with open_browser() as browser, TemporaryDirectory() as folder:
        page = browser.new_page()
        for first in range(options.seed, options.seed + batches, AT_ONCE):
            last = min(first + AT_ONCE, options.seed + batches)
            batch = [
                one for seed in range(first, last) for one in made(seed, QUIZZES, EACH)
            ]
            told += disagreements_in_browser(batch, page, Path(folder))
            done += sum(len(one.answers) for one in batch)
            took = time.monotonic() - started
            print(f"{done:,} pairs, {took:,.0f} s, {len(told)} differ", flush=True)
        print(
            f"{done:,} pairs, seeds {options.seed} to {options.seed + batches - 1},"
            f" {time.monotonic() - started:,.0f} s: {len(told)} differences"
        )
    if told:
        print(smallest(told))
    return 1 if told else 0


if __name__ == "__main__":
    sys.exit(main())
