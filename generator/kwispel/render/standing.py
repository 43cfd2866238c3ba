"""Where a reader stands: the next band in words, and the factors as one chart."""

from __future__ import annotations

from collections.abc import Iterator
from math import cos, pi, sin

from kwispel.model.shapes import Quiz, Score
from kwispel.render.context_scores import (
    AheadView,
    AxisView,
    ProfileView,
    RadarView,
    ScoreView,
)
from kwispel.render.language import Forms, Strings
from kwispel.render.plurals import OTHER, Form
from kwispel.render.recipes import dropping, members_of
from kwispel.render.tally import Tallies

LEAST_AXES, MOST_AXES = 5, 12
"""A shape of fewer corners says nothing, and of more nobody can read it."""

_RADIUS = 1000
_NUMBERS_AT = 1130
_RINGS = (25, 50, 75, 100)


def ahead_views(
    score: Score, quiz: Quiz, tallies: Tallies, ui: Strings
) -> tuple[AheadView, ...]:
    """Give the ways to say how far the next band is, as far as they can be needed."""
    later = [band for band in score.bands[1:] if not band.by_hook]
    if quiz.hook or not later:
        return ()
    is_above = any(band.is_above for band in later)
    is_about = _may_be_inexact(score, quiz, tallies)
    needed = {
        "exactly": any(not band.is_above for band in later),
        "about": is_about,
        "beyond": is_above,
        "next": is_above or is_about,
    }
    return tuple(
        AheadView(name, forms)
        for name, forms in _forms(score, ui).items()
        if needed[name]
    )


def _forms(score: Score, ui: Strings) -> dict[str, Forms]:
    """Give each way of telling, in points where the score counts those."""
    told: dict[str, Forms] = {"next": (Form(OTHER, ui.ahead_next),)}
    if score.method == "sum" and not score.table:
        return told | {
            "exactly": ui.ahead_exactly,
            "about": ui.ahead_about,
            "beyond": ui.ahead_beyond,
        }
    return told | {
        "exactly": (Form(OTHER, ui.ahead_exactly_number),),
        "about": (Form(OTHER, ui.ahead_about_number),),
        "beyond": (Form(OTHER, ui.ahead_beyond_number),),
    }


def _may_be_inexact(score: Score, quiz: Quiz, tallies: Tallies) -> bool:
    """Say whether a score can be another number than the one that is shown."""
    is_whole_sum = score.id in tallies.counters
    drops = dropping(members_of(score, quiz))
    return not (score.is_rounded or (is_whole_sum and not drops.is_possible))


def profile_view(
    factors: tuple[ScoreView, ...], *, has_radar: bool
) -> ProfileView | None:
    """Give the factors side by side; None where there are not two."""
    if len(factors) < 2:  # noqa: PLR2004 - one has nothing beside it
        return None
    return ProfileView(
        factors,
        has_bands=any(factor.bands for factor in factors),
        radar=radar_view(factors) if has_radar else None,
    )


def radar_view(factors: tuple[ScoreView, ...]) -> RadarView | None:
    """Give a chart of the factors as one shape, where that helps."""
    if not LEAST_AXES <= len(factors) <= MOST_AXES:
        return None
    if not all(factor.can_vary for factor in factors):
        return None
    ends = list(_ends(len(factors), _RADIUS))
    return RadarView(
        axes=tuple(
            AxisView(factor, f"{x / 100:g} {y / 100:g} {-y / 100:g} {x / 100:g}", *at)
            for factor, (x, y), at in zip(
                factors, ends, _ends(len(factors), _NUMBERS_AT), strict=True
            )
        ),
        ends=_points(ends),
        rings=tuple(
            _points(_ends(len(factors), _RADIUS * part // 100)) for part in _RINGS
        ),
    )


def _ends(count: int, radius: int) -> Iterator[tuple[int, int]]:
    """Give so many points on a circle, from the top and clockwise."""
    for at in range(count):
        angle = 2 * pi * at / count
        yield round(radius * sin(angle)), -round(radius * cos(angle))


def _points(ends: Iterator[tuple[int, int]] | list[tuple[int, int]]) -> str:
    return " ".join(f"{x},{y}" for x, y in ends)
