"""Proof that the bands of a score and the scores that can be reached fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwispel.core.bands import band_of, bands_of
from kwispel.core.ratio import Ratio
from kwispel.core.show import exact_text
from kwispel.errors import Problem
from kwispel.prove.distribution import distribution, full_range

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kwispel.core.shapes import SheetScore
    from kwispel.model.shapes import Band, Score


def band_problems(score: Score, sheet: SheetScore) -> tuple[Problem, ...]:
    """Say which bands lie outside the score's range or are never reached."""
    if not score.bands:
        return ()
    least, most = full_range(sheet)
    if least == most:
        return (_cannot_vary(score),)
    outside = tuple(_outside(score, least, most))
    return outside or tuple(_unreached(score, sheet, (least, most)))


def _outside(score: Score, least: Ratio, most: Ratio) -> Iterator[Problem]:
    for band in score.bands:
        if band.limit is None:
            continue
        limit = Ratio(band.limit.numerator, band.limit.denominator)
        if limit < least:
            yield Problem(
                band.place,
                "band-below-minimum",
                f'"{band.id}" starts at {exact_text(limit)}, below the least possible '
                f"score of {exact_text(least)}",
                f"Write from={exact_text(least)} or more; the first band may leave "
                "its limit out.",
            )
        elif limit > most:
            yield _never(band, f"the greatest possible score is {exact_text(most)}")
        elif band is score.bands[0] and limit > least:
            yield Problem(
                band.place,
                "first-band-too-high",
                f'"{band.id}" is the first band and starts at {exact_text(limit)}, but '
                f"scores from {exact_text(least)} can be reached",
                "Leave the limit of the first band out, or add a band before it.",
            )


def _unreached(
    score: Score, sheet: SheetScore, ends: tuple[Ratio, Ratio]
) -> Iterator[Problem]:
    reachable = distribution(sheet)
    if reachable is None:
        yield Problem(
            score.place,
            "not-proved",
            "this score has too many values to prove that every band can be reached",
            "Use coarser points, or go by minimum, maximum and limits alone.",
            "warning",
        )
        return
    bands = bands_of(sheet, ends, ends)
    reached = {band_of(value, bands) for value in reachable.patterns}
    for band in score.bands:
        if band.id not in reached:
            yield _never(band, "no answers come to a score in it")


def _never(band: Band, reason: str) -> Problem:
    return Problem(
        band.place,
        "unreached-band",
        f'"{band.id}" is never reached: {reason}',
        "Lower or raise the limits so that some answers reach it, or remove it.",
    )


def _cannot_vary(score: Score) -> Problem:
    return Problem(
        score.place,
        "unreached-band",
        "all answers give the same points, so there is never a score to put in a band",
        "Give the options different points, or remove the bands.",
    )
