"""Make docs/performance.md from what was measured last and kept for good.

Run as `python benchmarks/performance.py`; --check only says whether it is up to date.
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path
from typing import Any

import build_tables
import proof
import reader_tables
import respondents
import results
import serving_tables
from figures import Table, markdown
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from names import FULL, OURS
from program import ROOT

HERE = Path(__file__).parent
PAGE = ROOT / "docs/performance.md"
TEMPLATE = "performance.md.jinja"

BUSY = ", so that bytes and ratios say something, and times little"

FIRST_AND_LAST = ("date", "commit", "load at the start")
NAMED_BY_THEMSELVES = ("system", "browser")
"""What results.machine tells, and how it is told here."""


def page(folder: Path = results.KEPT_FOR_GOOD) -> str:
    """Give the page that belongs to the results in a folder."""
    templates = Environment(  # noqa: S701 - it is Markdown
        loader=FileSystemLoader(HERE),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    templates.filters["markdown"] = _markdown
    measured = {path.stem: _read(path) for path in sorted(folder.glob("*.json"))}
    return templates.get_template(TEMPLATE).render(
        measured=measured,
        machine={name: _machine(each) for name, each in measured.items()},
        tables=reader_tables,
        build=build_tables,
        serving=serving_tables,
        proof_report=proof.report,
        respondents_report=respondents.report,
        ours=OURS,
        baseline=FULL,
    )


def _read(path: Path) -> dict[str, Any]:
    measured: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return measured


def _machine(measured: dict[str, Any]) -> str:
    """Say in one sentence where and with what it was measured."""
    told = dict(measured["machine"])
    day, commit, load = (told.pop(name) for name in FIRST_AND_LAST)
    is_busy = load > told["cores"] / 2
    place = f"{told.pop('cores')} cores of {told.pop('processor')}"
    versions = ", ".join(
        value if name in NAMED_BY_THEMSELVES else f"{name} {value}"
        for name, value in told.items()
    )
    return (
        f"Measured on {day} at commit {commit}, on {place} with {versions}; the"
        f" machine's load at the start was {load}{BUSY if is_busy else ''}."
    )


def _markdown(table: Table) -> str:
    return markdown(table) if table else ""


def main() -> int:
    """Write the page, or with --check hold it against the one that is there."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="write nothing")
    parser.add_argument("--page", type=Path, default=PAGE, help="another one")
    options = parser.parse_args()
    made = page()
    if not options.check:
        options.page.write_text(made, encoding="utf-8")
        return 0
    if options.page.read_text(encoding="utf-8") == made:
        return 0
    sys.stderr.write(f"{options.page} is not made from benchmarks/results\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
