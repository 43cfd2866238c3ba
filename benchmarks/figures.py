"""Medians with their spread, as Markdown tables and as JSON."""

from __future__ import annotations

import json
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TypeAlias

Table: TypeAlias = "list[dict[str, str]]"
"""Rows of a table: heading of the column to text of the cell."""


@dataclass(frozen=True, slots=True)
class Figure:
    """What several runs gave: the middle one, and the two ends."""

    median: float
    lowest: float
    highest: float
    runs: tuple[float, ...]

    def text(self, decimals: int = 0) -> str:
        """Write the median with its spread, e.g. `412 (398 to 455)`."""
        middle, low, high = (
            f"{number:,.{decimals}f}"
            for number in (self.median, self.lowest, self.highest)
        )
        return middle if low == high else f"{middle} ({low} to {high})"


def figure(runs: Sequence[float]) -> Figure:
    """Sum up what several runs gave."""
    return Figure(statistics.median(runs), min(runs), max(runs), tuple(runs))


def percentile_95(runs: Sequence[float]) -> float:
    """Give what nineteen of twenty runs stay within, between two runs if need be."""
    if len(runs) == 1:
        return runs[0]
    return statistics.quantiles(runs, n=20, method="inclusive")[-1]


def markdown(table: Table) -> str:
    """Write a table in Markdown; all columns but the first are numbers."""
    headings = list(table[0])
    lines = [
        headings,
        ["---", *("--:" for _ in headings[1:])],
        *([row[heading] for heading in headings] for row in table),
    ]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def machine() -> dict[str, str | int | float]:
    """Say on what was measured, and how busy it was with other things."""
    return {
        "system": _system(),
        "cores": os.cpu_count() or 0,
        "load": round(os.getloadavg()[0], 1),
        "python": platform.python_version(),
    }


def write_json(path: Path, **parts: object) -> None:
    """Write what was measured to a file."""
    text = json.dumps(parts, default=asdict, indent=2, ensure_ascii=False)
    path.write_text(f"{text}\n", encoding="utf-8")


def _system() -> str:
    try:
        return platform.freedesktop_os_release()["PRETTY_NAME"]
    except OSError:
        return platform.platform()
