"""A distribution as a plot of text: bars over a scale with its limits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

HEIGHT = 6
LOW_HEIGHT = 3
FEW_BARS = 12
"""Rows of the highest bar, lower where there are few bars."""

WIDEST_BAR = 4
"""Columns of one score, the gap beside it included."""


@dataclass(frozen=True, slots=True)
class Marks:
    """The characters of a plot.

    Shape: levels rise from nothing to a full cell.
    """

    levels: str
    line: str
    tick: str


BLOCKS = Marks(" ▁▂▃▄▅▆▇█", "─", "┴")
ASCII = Marks(" .:#", "-", "+")


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where scores stand: so many steps from the least, so many steps in a column.

    Units: width is the columns of a bar, one of them a gap where there is room.
    """

    least: Fraction
    step: Fraction
    bars: int
    steps_per_bar: int
    width: int

    def bar_of(self, value: Fraction) -> int:
        return int((value - self.least) / self.step) // self.steps_per_bar

    def column_of(self, limit: Fraction) -> int:
        """Give the column of the first score that lies at a limit or above it."""
        steps = -((self.least - limit) // self.step)
        return max(0, int(steps) // self.steps_per_bar) * self.width


def plot(
    patterns: Mapping[Fraction, int],
    limits: Mapping[Fraction, str],
    *,
    width: int,
    marks: Marks = BLOCKS,
) -> list[str]:
    """Draw how often each score is reached, and where its bands begin.

    Shape: patterns by score, rising; limits to the text that is put below them, the
    least score among them. A bar stands for the same number of possible scores
    everywhere.
    """
    grid = _grid(list(patterns), width)
    counts = [0] * grid.bars
    for value, number in patterns.items():
        counts[grid.bar_of(value)] += number
    columns = grid.bars * grid.width
    starts = {
        column: text
        for limit, text in limits.items()
        if (column := grid.column_of(limit)) < columns
    }
    axis = "".join(
        marks.tick if column in starts else marks.line for column in range(columns)
    )
    rows = [*_bars(counts, grid.width, marks.levels), axis, _labels(starts)]
    return [row.rstrip() for row in rows]


def _grid(values: Sequence[Fraction], width: int) -> _Grid:
    """Find the finest scale on which every score has a place, and let it fit."""
    least = values[0]
    unit = lcm(*((value - least).denominator for value in values))
    whole = [int((value - least) * unit) for value in values]
    step = gcd(*whole) or 1
    steps = whole[-1] // step + 1
    steps_per_bar = -(-steps // width)
    bars = -(-steps // steps_per_bar)
    room = min(width // bars, WIDEST_BAR)
    return _Grid(least, Fraction(step, unit), bars, steps_per_bar, room)


def _bars(counts: Sequence[int], width: int, levels: str) -> list[str]:
    """Draw the bars, the top row first; what is reached at all is seen."""
    full = len(levels) - 1
    most = max(counts)
    rows = LOW_HEIGHT if len(counts) <= FEW_BARS else HEIGHT
    heights = [
        max(int(number > 0), (2 * number * rows * full + most) // (2 * most))
        for number in counts
    ]
    gap = " " if width > 1 else ""
    return [
        "".join(
            levels[min(max(height - row * full, 0), full)] * (width - len(gap)) + gap
            for height in heights
        )
        for row in reversed(range(rows))
    ]


def _labels(starts: Mapping[int, str]) -> str:
    """Write limits under their ticks; one for which there is no room is left out."""
    line = ""
    for column, text in sorted(starts.items()):
        if column == 0 or column > len(line):
            line = f"{line:{column}}{text}"
    return line
