"""Proof that the bands of a score and the scores that can be reached fit together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwispel.core.bands import is_reached
from kwispel.core.ratio import Ratio
from kwispel.core.show import exact_text
from kwispel.errors import Problem
from kwispel.prove.distribution import Distribution, Ends, distribution, ends

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kwispel.core.shapes import Sheet
    from kwispel.model.shapes import Band, Score


def band_problems(score: Score, sheet: Sheet) -> tuple[Problem, ...]:
    """Say which bands lie outside the reachable scores or are never reached.

    Where a hook adjusts the result, this is about the score before it: a band that
    is not reached is a warning then, and limits may lie where the hook brings scores.
    """
    if all(band.by_hook for band in score.bands):
        return ()
    [compiled] = [each for each in sheet["scores"] if each["id"] == score.id]
    found = distribution(sheet, compiled)
    reach = found.ends if found else ends(sheet, compiled)
    is_hooked = sheet.get("hook", False)
    problems: list[Problem] = []
    if reach:
        problems += _outside(score, reach, is_hooked=is_hooked)
    if found is None:
        problems.append(_not_proved(score, reach))
    elif reach is None:
        problems.append(_cannot_vary(score, is_hooked=is_hooked))
    elif not problems:
        problems += _unreached(score, found, is_hooked=is_hooked)
    return tuple(problems)


def is_band_reached(band: Band, value: Ratio) -> bool:
    """Say whether a score reaches the limit of a band, or passes it."""
    if band.limit is None:
        return not band.by_hook
    limit = Ratio(band.limit.numerator, band.limit.denominator)
    end = "above" if band.is_above else "from"
    return is_reached(value, {"id": band.id, end: limit})  # type: ignore[misc] # one of two keys


def _outside(score: Score, reach: Ends, *, is_hooked: bool) -> Iterator[Problem]:
    least, most = reach
    for band in score.bands:
        if band.limit is None:
            continue
        if not is_band_reached(band, most):
            reason = f"the greatest possible score is {exact_text(most)}"
            yield _never(band, reason, is_hooked=is_hooked)
        elif is_hooked:
            continue
        elif Ratio(band.limit.numerator, band.limit.denominator) < least:
            yield _below(band, least)
        elif band is score.bands[0] and not is_band_reached(band, least):
            yield _too_high(band, least)


def _unreached(
    score: Score, found: Distribution, *, is_hooked: bool
) -> Iterator[Problem]:
    for band in score.bands:
        if not band.by_hook and not found.in_band[band.id]:
            reason = "no answers come to a score in it"
            yield _never(band, reason, is_hooked=is_hooked)


def _limit_text(band: Band) -> str:
    limit = band.limit or 0
    return exact_text(Ratio(limit.numerator, limit.denominator))


def _below(band: Band, least: Ratio) -> Problem:
    start = "from" if not band.is_above else "above"
    return Problem(
        band.place,
        "band-below-minimum",
        f'"{band.id}" starts at {_limit_text(band)}, below the least possible '
        f"score of {exact_text(least)}",
        f"Write {start}={exact_text(least)} or more; the first band may leave its "
        "limit out.",
    )


def _too_high(band: Band, least: Ratio) -> Problem:
    start = "above" if band.is_above else "at"
    return Problem(
        band.place,
        "first-band-too-high",
        f'"{band.id}" is the first band and starts {start} {_limit_text(band)}, but '
        f"scores from {exact_text(least)} can be reached",
        "Leave the limit of the first band out, or add a band before it.",
    )


def _never(band: Band, reason: str, *, is_hooked: bool) -> Problem:
    before = " before the hook" if is_hooked else ""
    hint = "Lower or raise the limits so that some answers reach it, or remove it."
    meant = 'Look whether the hook sets it, and write "intended: unreached-band" then.'
    return Problem(
        band.place,
        "unreached-band",
        f'"{band.id}" is never reached{before}: {reason}',
        meant if is_hooked else hint,
        "warning" if is_hooked else "error",
    )


def _cannot_vary(score: Score, *, is_hooked: bool) -> Problem:
    return Problem(
        score.place,
        "unreached-band",
        "all answers give the same points, so there is never a score to put in a band",
        "Give the options different points, or remove the bands.",
        "warning" if is_hooked else "error",
    )


def _not_proved(score: Score, reach: Ends | None) -> Problem:
    if reach:
        message = "this score has too many values to prove that every band can be "
        message += "reached; minimum and maximum are right"
        hint = "Use coarser points, or go by minimum, maximum and limits alone."
    else:
        message = "this score depends on too many answers to prove anything of it"
        hint = 'Let each "when" name fewer questions, or try out the limits yourself.'
    return Problem(score.place, "not-proved", message, hint, "warning")
