"""The total and the factors as templates see them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from math import ceil
from typing import TYPE_CHECKING

from kwispel.core.outcome import TOTAL, outcome
from kwispel.model.shapes import Band, Quiz, Score
from kwispel.render.context import BandView, LimitView, RecipeView, ScaleView, ScoreView
from kwispel.render.language import Strings, with_counters
from kwispel.render.numbers import Numbers, as_fraction, as_ratio, listed, numbers_for
from kwispel.render.prose import Setting
from kwispel.render.tally import Tallies, counters

if TYPE_CHECKING:
    from kwispel.core import shapes as core
    from kwispel.core.shapes import Sheet

LABEL_GAP = 9
"""How near two labels may stand on a scale from 0 to 100."""

_SHORT, _MIDDLE = 2, 3
_ROOM = {"short": 14, "middle": 16, "long": 18}


@dataclass(frozen=True, slots=True)
class _Span:
    least: Fraction
    most: Fraction

    def place(self, number: Fraction) -> Fraction:
        """Give where a number stands, from 0 to 100."""
        return 100 * (number - self.least) / (self.most - self.least)


def score_views(
    quiz: Quiz, sheet: Sheet, tallies: Tallies, ui: Strings, setting: Setting
) -> tuple[ScoreView, ...]:
    """Give the total, where there is one, and then the factors."""
    viewer = _Viewer(quiz, _spans(sheet), tallies, ui, setting)
    return tuple(viewer.view(score) for score in quiz.scores)


def _spans(sheet: Sheet) -> dict[str, _Span]:
    """Let the engine itself say from where to where each score goes."""
    answers = {
        question["id"]: next(
            option
            for option, points in zip(
                question["options"], question["points"], strict=True
            )
            if points is not None
        )
        for question in sheet["questions"]
    }
    result = outcome(sheet, answers)["result"]
    if result is None:
        raise AssertionError("an answer to every question always has a result")
    made: dict[str, core.Score] = dict(result["factors"])
    if result["total"] is not None:
        made["total"] = result["total"]
    return {
        name: _Span(as_fraction(score["min"]), as_fraction(score["max"]))
        for name, score in made.items()
    }


@dataclass(frozen=True, slots=True)
class _Viewer:
    """All that a view of a score is made from, but the score."""

    quiz: Quiz
    spans: dict[str, _Span]
    tallies: Tallies
    ui: Strings
    setting: Setting

    def view(self, score: Score) -> ScoreView:
        ui, span, write = self.ui, self.spans[score.id], numbers_for(self.ui)
        counter = self.tallies.counters.get(score.id, "")
        return ScoreView(
            id=score.id,
            title=score.title or ui.total,
            explanation_html=self.setting.put_any(
                score.explanation_html, under=self._heading_level(score)
            ),
            bands=tuple(self._band(band, score, span) for band in score.bands),
            scale=_scale(score, span, write),
            min=_end(span.least, score, write),
            max=_end(span.most, score, write),
            length=_end(span.most - span.least, score, write),
            tally=counter,
            tally_html=with_counters(ui.plain_factor, counters(counter)),
            recipe=recipe(score, ui, write),
            members=_members(score, self.quiz, ui, write),
        )

    def _band(self, band: Band, score: Score, span: _Span) -> BandView:
        return BandView(
            id=band.id,
            title_html=self.setting.put(band.title_html),
            text_html=self.setting.put(
                band.text_html, under=self._heading_level(score)
            ),
            limit="" if band.by_hook else _limit(band, score, span, self.ui),
        )

    @staticmethod
    def _heading_level(score: Score) -> int:
        """Give the level under which a band's text stands: the total's is higher."""
        return 3 if score.id == TOTAL else 4


def _limit(band: Band, score: Score, span: _Span, ui: Strings) -> str:
    """Tell where a band begins; points are what a sum is made of."""
    limit = span.least if band.limit is None else band.limit
    if score.method != "sum" or score.table:
        form = ui.above_number if band.is_above else ui.from_number
    elif limit == 1:
        form = ui.above_point if band.is_above else ui.from_point
    else:
        form = ui.above_points if band.is_above else ui.from_points
    return form.format(limit=numbers_for(ui).exact(limit))


def _end(number: Fraction, score: Score, write: Numbers) -> str:
    return write.shown(as_ratio(number), score.decimals)


def _scale(score: Score, span: _Span, write: Numbers) -> ScaleView:
    length = max(len(_end(end, score, write)) for end in (span.least, span.most))
    size = "short" if length <= _SHORT else "middle" if length <= _MIDDLE else "long"
    room = _ROOM[size]
    return ScaleView(
        view_box=f"{-room} -22 {100 + 2 * room} 49",
        size=size,
        limits=tuple(_limits(score, span, write)),
    )


def _limits(score: Score, span: _Span, write: Numbers) -> list[LimitView]:
    """Place the bands, with a label where it touches none before it, nor the ends."""
    found: list[LimitView] = []
    free_from = Fraction(LABEL_GAP)
    for band in score.bands:
        if band.limit is None or span.least == span.most:
            continue
        place = span.place(band.limit)
        fits = free_from <= place <= 100 - LABEL_GAP
        if fits:
            free_from = place + LABEL_GAP
        label = write.exact(band.limit) if fits else ""
        found.append(LimitView(band.id, f"{float(place):.2f}", label))
    return found


def recipes(scores: tuple[ScoreView, ...]) -> tuple[RecipeView, ...]:
    """Bring scores that are computed alike together."""
    texts = dict.fromkeys(score.recipe for score in scores)
    return tuple(
        RecipeView(text, tuple(score for score in scores if score.recipe == text))
        for text in texts
    )


def recipe(score: Score, ui: Strings, write: Numbers) -> str:
    """Tell how a score is computed, so that one can do it with pencil and paper."""
    how = {
        "sum": ui.recipe_sum,
        "mean": ui.recipe_mean,
        "percent": ui.recipe_percent,
    }
    steps = [how[score.method]]
    steps += _special_steps(score, ui)
    if score.table:
        entries = "; ".join(write.exact(entry) for entry in score.table)
        steps.append(ui.recipe_table.format(entries=entries))
    if score.multiply != 1:
        steps.append(ui.recipe_multiply.format(number=write.exact(score.multiply)))
    if score.add:
        form = ui.recipe_add if score.add > 0 else ui.recipe_subtract
        steps.append(form.format(number=write.exact(abs(score.add))))
    if score.is_rounded:
        steps.append(ui.recipe_round)
    return " ".join(steps)


def _special_steps(score: Score, ui: Strings) -> list[str]:
    """Tell what drops out of a sum, where that is not carried over."""
    missing = {
        "shrink": ui.recipe_shrink,
        "lowest": ui.recipe_lowest,
        "refuse": ui.recipe_refuse,
    }
    steps = [missing[score.missing]] if score.missing in missing else []
    return [*steps, ui.recipe_hidden] if score.hidden == "lowest" else steps


def least_answered(score: Score, quiz: Quiz) -> int:
    """Give how many answers that count a score takes; 1 where none can be n.a."""
    can_be_na = any(
        option.is_na
        for question in quiz.questions
        if question.id in score.members
        for option in question.options
    )
    minimum = score.minimum_answered
    share = ceil(minimum.share * len(score.members))
    return max(minimum.count, share, 1) if can_be_na else 1


def _members(score: Score, quiz: Quiz, ui: Strings, write: Numbers) -> str:
    """Tell from which questions a score is made, and how many it takes."""
    least = least_answered(score, quiz)
    asked = _asked(score, quiz, ui, write)
    return asked if least == 1 else f"{asked} {ui.members_least.format(n=least)}"


def _asked(score: Score, quiz: Quiz, ui: Strings, write: Numbers) -> str:
    """List the questions of a score, with their weights."""
    weights = score.members
    numbers = {question.id: at for at, question in enumerate(quiz.questions, 1)}
    if len(weights) == len(numbers) and set(weights.values()) == {1}:
        return ui.members_all
    items = [
        str(numbers[question])
        if weight == 1
        else ui.member_weight.format(n=numbers[question], weight=write.exact(weight))
        for question, weight in weights.items()
    ]
    form = ui.members_one if len(items) == 1 else ui.members_other
    return form.format(list=listed(items, ui.last_joint))
