"""What a quiz's key does, told to its author in a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from textwrap import wrap
from typing import TYPE_CHECKING

from kwispel.prove.distribution import Distribution, Ends, fraction
from kwispel.prove.measures import Measures, measures
from kwispel.prove.plot import ASCII, BLOCKS, Marks, plot
from kwispel.prove.words import (
    columns,
    count_text,
    number_text,
    percent_text,
    root,
    several,
)

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet
    from kwispel.model.shapes import Band, Quiz

INDENT = "  "
NARROWEST = 20
"""Columns of a plot in the narrowest of terminals."""

BAR = 20
"""Columns of the bar of a band that everybody is in."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What a report is written on: how wide it is, and which characters it takes.

    Units: width in columns.
    """

    width: int = 80
    encoding: str = "utf-8"

    @property
    def marks(self) -> Marks:
        """Give the characters to draw with: blocks, or ASCII where those cannot be."""
        drawn = f"{BLOCKS.levels}{BLOCKS.line}{BLOCKS.tick}"
        return BLOCKS if self.fitting(drawn) == drawn else ASCII

    def fitting(self, text: str) -> str:
        """Replace what the encoding cannot write by a question mark."""
        return text.encode(self.encoding, "replace").decode(self.encoding)


def report_text(quiz: Quiz, sheet: Sheet, paper: Paper) -> str:
    """Tell of every score how it is spread, its bands, and who gets what."""
    lines = list(_about(quiz))
    for measured in measures(quiz, sheet):
        lines += ["", *_score(measured, paper)]
    return paper.fitting("\n".join(line.rstrip() for line in lines))


def _about(quiz: Quiz) -> Iterator[str]:
    hideable = sum(1 for question in quiz.questions if question.when)
    some = f", {hideable} of them with a when" if hideable else ""
    yield quiz.title
    asked = several(len(quiz.questions), "question")
    yield f"{quiz.id}, version {quiz.version}: {asked}{some}"
    if quiz.hook:
        yield "scoring.py adjusts the result; all that follows is before that."


def _score(measured: Measures, paper: Paper) -> Iterator[str]:
    name = measured.score.title or "Total"
    members = several(len(measured.parts), "question")
    yield f"{name} ({members})"
    yield (paper.marks.line * (len(name) + len(members) + 3))
    yield from _spread(measured.found, measured.reach)
    if measured.found and measured.reach:
        yield ""
        for line in _plot(measured, measured.found, paper):
            yield INDENT + line
    for part in (_bands, _readers, _parts):
        lines = list(part(measured, paper))
        if lines:
            yield ""
            yield from lines


def _spread(found: Distribution | None, reach: Ends | None) -> Iterator[str]:
    if found is None:
        known = "minimum and maximum are exact." if reach else "nothing is known."
        yield f"Not proved, there are too many possibilities: {known}"
    else:
        patterns = several(found.all_patterns, "pattern")
        yield f"Proved over {patterns} of complete answers."
    if reach:
        least, most = (number_text(fraction(end)) for end in reach)
        yield f"Scores from {least} to {most}."
    if found and found.without:
        share = percent_text(Fraction(found.without, found.all_patterns))
        yield f"{share} of the patterns get no score."


def _plot(measured: Measures, found: Distribution, paper: Paper) -> list[str]:
    limits = {fraction(end): "" for end in measured.reach or ()}
    limits |= {
        band.limit: "" for band in measured.score.bands if band.limit is not None
    }
    return plot(
        {fraction(value): number for value, number in found.patterns.items()},
        {limit: number_text(limit) for limit in sorted(limits)},
        width=max(paper.width - 2 * len(INDENT), NARROWEST),
        marks=paper.marks,
    )


def _bands(measured: Measures, paper: Paper) -> list[str]:
    """Give every band with its limit and, where they are known, its shares."""
    bands, found = measured.score.bands, measured.found
    if not bands:
        return []
    heading = ["band", "starts", *(["share", "", "patterns"] if found else [])]
    rows = [heading]
    for band in bands:
        row = [band.id, _start(band, measured.reach)]
        if found:
            row += _share(found, band, paper)
        rows.append(row)
    return [INDENT + line for line in columns(rows, right={2, 4})]


def _share(found: Distribution, band: Band, paper: Paper) -> list[str]:
    if band.by_hook:
        return ["", "", ""]
    share = found.share_of(band.id)
    patterns = count_text(found.in_band[band.id])
    return [percent_text(share), _bar(share, paper), patterns]


def _start(band: Band, reach: Ends | None) -> str:
    if band.by_hook:
        return "by the hook"
    if band.limit is not None:
        start = "above" if band.is_above else "from"
        return f"{start} {number_text(band.limit)}"
    return f"from {number_text(fraction(reach[0]))}" if reach else "at the minimum"


def _bar(share: Fraction, paper: Paper) -> str:
    """Draw a share as a bar; what is there at all is seen."""
    full = paper.marks.levels[-1]
    length = int(share * BAR + Fraction(1, 2))
    return full * max(length, int(share > 0))


def _readers(measured: Measures, _: Paper) -> list[str]:
    """Give what readers get who do not read the questions."""
    rows = [["who does not read", "score", "band"]]
    found = measured.found
    if found and found.patterns:
        spread = number_text(root(found.variance))
        rows += [
            ["clicks at random: the mean", number_text(found.mean), ""],
            ["  standard deviation", spread, ""],
            ["  median", number_text(found.median), ""],
        ]
    rows += [
        [reader, made["text"] or "none", made["band"] or ""]
        for reader, made in measured.readers.items()
    ]
    return [INDENT + line for line in columns(rows, right={1})]


def _parts(measured: Measures, paper: Paper) -> Iterator[str]:
    """Give how much of the range each question decides, equal ones together."""
    rows = [
        (percent_text(part), [name for name, _ in group])
        for part, group in groupby(measured.parts.items(), key=lambda each: each[1])
    ]
    if not rows:
        return
    yield f"{INDENT}what a question decides, of the range"
    width = max(len(part) for part, _ in rows)
    for part, names in rows:
        yield from _wrapped(f"{INDENT}{part:>{width}}  ", names, paper.width)


def _wrapped(start: str, names: Sequence[str], width: int) -> list[str]:
    return wrap(
        ", ".join(names),
        width=width,
        initial_indent=start,
        subsequent_indent=" " * len(start),
        break_on_hyphens=False,
    )
