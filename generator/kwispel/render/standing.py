"""Where a reader stands: the next band in words, and the factors as one chart."""

from __future__ import annotations

from math import cos, radians, sin

from kwispel.core.score import RESCALING
from kwispel.model.shapes import Quiz, Score
from kwispel.render.better import downwards
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


def ahead_views(
    score: Score, quiz: Quiz, tallies: Tallies, ui: Strings
) -> tuple[AheadView, ...]:
    """Give the ways to say how far the next band is, as far as they can be needed."""
    later = [band for band in score.bands[1:] if not band.by_hook]
    if quiz.hook or not later or score.better == "neither":
        return ()
    # On the way down a limit that belongs to its band is the one to get past.
    past = [band.is_above == (score.better == "high") for band in later]
    is_about = _may_be_inexact(score, quiz, tallies)
    is_beyond = any(past) and not _goes_by_steps(score, quiz)
    needed = {
        "exactly": not all(past) or _may_go_by_steps(score),
        "about": is_about,
        "beyond": is_beyond,
        "next": is_beyond or is_about,
    }
    forms = _forms(score, ui)
    return tuple(AheadView(name, forms[name]) for name in needed if needed[name])


def _may_go_by_steps(score: Score) -> bool:
    """Say whether a score can be one that counts in steps, see `ahead`."""
    return score.method == "sum" and not score.table and not score.is_rounded


def _goes_by_steps(score: Score, quiz: Quiz) -> bool:
    """Say whether it always is: whatever was answered, nothing is carried over."""
    is_carried = score.missing in RESCALING
    drops = dropping(members_of(score, quiz))
    return _may_go_by_steps(score) and not (is_carried and drops.is_possible)


def _forms(score: Score, ui: Strings) -> dict[str, Forms]:
    """Give each way of telling, in points where the score counts those."""
    ui = downwards(ui) if score.better == "low" else ui
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
        is_told=any(factor.is_told for factor in factors),
        has_one_range=len({(factor.min, factor.max) for factor in factors}) == 1,
        radar=radar_view(factors) if has_radar else None,
    )


def radar_view(factors: tuple[ScoreView, ...]) -> RadarView | None:
    """Give a chart of the factors as one shape, where that helps."""
    if not LEAST_AXES <= len(factors) <= MOST_AXES:
        return None
    if not all(factor.can_vary for factor in factors):
        return None
    turns = [360 * at / len(factors) - 90 for at in range(len(factors))]
    return RadarView(
        axes=tuple(
            AxisView(factor, angle=f"{turn:.4g}", upright=f"{-turn:.4g}")
            for factor, turn in zip(factors, turns, strict=True)
        ),
        ends=" ".join(_end(turn) for turn in turns),
    )


def _end(turn: float) -> str:
    """Give the end of an axis that is turned so far, clockwise from the x-axis."""
    angle = radians(turn)
    return f"{round(_RADIUS * cos(angle))},{round(_RADIUS * sin(angle))}"
