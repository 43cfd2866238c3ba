"""What is said beside a score that not every question counts in, or that is none."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from kwispel.core.score import TOTAL
from kwispel.model.shapes import Quiz, Score
from kwispel.render.better import best_score
from kwispel.render.context_scores import CaveatsView
from kwispel.render.language import Strings
from kwispel.render.recipes import Dropping, dropping, members_of


@dataclass(frozen=True, slots=True)
class Hold:
    """How the limits of a score's bands stand to its range.

    Shape: limits_move where they go along with the range that is left; ends_move where
    the range depends on the answers and the limits do not follow.
    """

    limits_move: bool
    ends_move: bool


def how_limits_hold(score: Score, quiz: Quiz) -> Hold:
    """Say whether the range of a score depends on the answers, and its limits too."""
    drops = dropping(members_of(score, quiz))
    if score.method == "mean":
        can_vary = drops.is_possible or drops.has_condition
        ends_move = can_vary and not _is_even(score, quiz)
    else:
        is_sum = score.method == "sum"
        ends_move = is_sum and drops.has_condition and score.hidden == "leave"
    return Hold(score.missing == "shrink" and drops.is_possible, ends_move)


def _is_even(score: Score, quiz: Quiz) -> bool:
    """Say whether all members have one range: then a mean has it whoever answers."""
    ranges = {
        (min(ends), max(ends))
        for question in members_of(score, quiz)
        for worth in [question.worth(score.id)]
        for sign in [1 if score.members[question.id] > 0 else -1]
        for ends in [(worth.low * sign, worth.high * sign)]
    }
    return len(ranges) == 1


def caveats(score: Score, quiz: Quiz, hold: Hold, ui: Strings) -> CaveatsView:
    """Give what may have to be said beside a score."""
    drops = dropping(members_of(score, quiz))
    words = {"dropped": _dropped(drops, ui)}
    by_mean = score.missing == "mean"
    rescaled = ui.rescaled_mean if by_mean else ui.rescaled
    is_top = score.id == TOTAL and not hold.ends_move
    return CaveatsView(
        full=best_score(score, ui.full_total if is_top else ui.full, ui),
        absent_html=_absent(score, drops, ui),
        unasked=_unasked(score, quiz, ui),
        partial_html=_partial(score, words, ui),
        rescaled=rescaled.format(**words),
        rescaled_short=ui.rescaled_mean_short if by_mean else ui.rescaled_short,
    )


def _dropped(drops: Dropping, ui: Strings) -> str:
    """Name the questions that do not count."""
    if drops.has_optional:
        return ui.dropped_either if drops.has_na else ui.dropped_open
    return ui.dropped_na


def _absent(score: Score, drops: Dropping, ui: Strings) -> Markup:
    """Tell why there is no score."""
    if score.missing == "refuse":
        return ui.absent_refuse
    return ui.absent_table if score.table and drops.is_possible else ui.absent


def _unasked(score: Score, quiz: Quiz, ui: Strings) -> str:
    """Tell that nothing of a score was asked, where that can be."""
    always_asked = [each for each in members_of(score, quiz) if not each.when]
    return "" if always_asked or score.hidden == "lowest" else ui.unasked


def _partial(score: Score, words: dict[str, str], ui: Strings) -> Markup:
    """Tell that a score is not from all questions, and what became of the others."""
    rules = {"lowest": ui.partial_lowest, "shrink": ui.partial_shrink}
    told = rules.get(score.missing)
    if told is None:
        return ui.partial
    return Markup(" ").join([ui.partial, Markup.escape(told.format(**words))])
