"""What a page says otherwise where a high score is not the better one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from kwispel.core.better import is_by_better
from kwispel.model.shapes import Quiz, Score
from kwispel.render.language import Strings


@dataclass(frozen=True, slots=True)
class Readings:
    """Which end of a scale is the better one, told where it has to be.

    Shape: of_all where it holds for all scores and no total tells it; of_each by score
    elsewhere. Both are empty where a high score is the better one everywhere.
    """

    of_all: str
    of_each: dict[str, str]


def readings(quiz: Quiz, ui: Strings) -> Readings:
    """Tell which end of each scale is the better one: once, where all are alike."""
    told = {"high": ui.better_high, "low": ui.better_low, "neither": ui.better_neither}
    ends = {score.better for score in quiz.scores}
    if ends == {"high"} or not quiz.shows_score:
        return Readings("", {})
    if len(ends) > 1:
        return Readings("", {score.id: told[score.better] for score in quiz.scores})
    if quiz.total:
        return Readings("", {quiz.total.id: told[quiz.total.better]})
    return Readings("".join(told[end] for end in ends), {})


def has_better_end(quiz: Quiz) -> bool:
    """Say whether the reader of any score has something to gain."""
    return any(score.better != "neither" for score in quiz.scores)


def are_read_alike(factors: tuple[Score, ...]) -> bool:
    """Say whether the same end of all factors is the better one."""
    return len({factor.better for factor in factors}) <= 1


def best_score(score: Score, of_high: str, ui: Strings) -> str:
    """Tell that there is no better score; nothing where no end is better."""
    return {"high": of_high, "low": ui.full_low, "neither": ""}[score.better]


def in_terms_of_better(quiz: Quiz, ui: Strings) -> Strings:
    """Put the texts that hold where a low score may be the better one into place.

    Nobody has a complaint to gain, and the highest factor need not be the strongest.
    """
    if any(score.better == "low" for score in quiz.scores):
        ui = replace(
            ui,
            advice_ranked=ui.advice_ranked_better,
            left=ui.left_better,
            nothing_left=ui.nothing_left_better,
            ledger_left=ui.ledger_left_better,
        )
    if not is_by_better(factor.better for factor in quiz.factors):
        return ui
    return replace(
        ui,
        standing_highest_one=ui.standing_best_one,
        standing_highest_tie=ui.standing_best_tie,
        standing_lowest_one=ui.standing_worst_one,
        standing_lowest_tie=ui.standing_worst_tie,
        standing_equal=ui.standing_even,
    )


def downwards(ui: Strings) -> Strings:
    """Put the texts into place that tell of the next band where it lies below."""
    return replace(
        ui,
        ahead_exactly=ui.below_exactly,
        ahead_about=ui.below_about,
        ahead_beyond=ui.below_beyond,
        ahead_exactly_number=ui.below_exactly_number,
        ahead_about_number=ui.below_about_number,
        ahead_beyond_number=ui.below_beyond_number,
        ahead_next=ui.below_next,
    )
