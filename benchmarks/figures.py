"""Medians with their spread, as Markdown tables."""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import asdict, dataclass, is_dataclass
from typing import TypeAlias

DIGITS = 5
"""How many say enough of a time or a size."""

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


def rounded(value: object) -> object:
    """Leave out of measured numbers what nobody measures, so that files stay small."""
    if is_dataclass(value) and not isinstance(value, type):
        return rounded(asdict(value))
    if isinstance(value, float):
        return float(f"{value:.{DIGITS}g}")
    if isinstance(value, dict):
        return {key: rounded(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [rounded(item) for item in value]
    return value
