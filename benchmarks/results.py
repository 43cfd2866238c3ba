"""Keep what a script measured: as Markdown to read, and as JSON to make pages from."""

from __future__ import annotations

import argparse
import json
import os
import platform
import re
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import figures
from program import KEPT, ROOT

LAST_RUN = KEPT / "results"

KEPT_FOR_GOOD = ROOT / "benchmarks/results"
"""What docs/performance.md is made from."""


LOAD_AT_START = round(os.getloadavg()[0], 1)
"""How busy the machine was with other things; later on it is busy with ours."""


def arguments(description: str | None, *, runs: int | None) -> argparse.ArgumentParser:
    """Give a parser of what every script takes."""
    parser = argparse.ArgumentParser(description=description)
    if runs is not None:
        told = f"of each (default: {runs})"
        parser.add_argument("--runs", type=int, default=runs, help=told)
    parser.add_argument(
        "--out",
        type=Path,
        default=LAST_RUN,
        metavar="FOLDER",
        help="where the results go (default: build/benchmarks/results)",
    )
    return parser


def keep(folder: Path, name: str, measured: dict[str, Any], report: str) -> None:
    """Print what was measured, and write it down as Markdown and as JSON."""
    print(report)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}.md").write_text(f"{report}\n", encoding="utf-8")
    (folder / f"{name}.json").write_text(as_json(measured), encoding="utf-8")


def as_json(measured: dict[str, Any]) -> str:
    """Write JSON with a line for each thing that was measured."""
    parts = (
        f"{json.dumps(name)}: {_lines(figures.rounded(value))}"
        for name, value in measured.items()
    )
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _lines(value: object) -> str:
    """Write a list with an item a line, and everything else on one."""
    if not isinstance(value, list):
        return json.dumps(value, ensure_ascii=False)
    items = (json.dumps(item, ensure_ascii=False) for item in value)
    return "[\n" + ",\n".join(items) + "\n]"


def machine(**more: str) -> dict[str, str | int | float]:
    """Say on what was measured, and how busy it was with other things."""
    return {
        "date": time.strftime("%Y-%m-%d"),
        "commit": _commit(),
        "system": _system(),
        "processor": _processor(),
        "cores": os.cpu_count() or 0,
        "load at the start": LOAD_AT_START,
        "Python": platform.python_version(),
        **more,
    }


def say(text: str) -> None:
    """Tell how far it is."""
    sys.stderr.write(f"{time.strftime('%H:%M:%S')} {text}\n")


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"],
        cwd=ROOT,
        check=False,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip() or "unknown"


def _processor() -> str:
    told = Path("/proc/cpuinfo")
    text = told.read_text(encoding="utf-8") if told.is_file() else ""
    found = re.search(r"^model name\s*: (.*)$", text, re.MULTILINE)
    return found[1] if found else platform.processor()


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()
