"""The total and the factors as templates see them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from markupsafe import Markup

from kwispel.core.ratio import rounded
from kwispel.core.score import TOTAL, range_of
from kwispel.core.tally import ask, empty
from kwispel.model.shapes import Band, Quiz, Score
from kwispel.render.better import readings
from kwispel.render.caveats import Hold, caveats, how_limits_hold
from kwispel.render.context_scores import (
    BandView,
    LimitView,
    RecipeView,
    ScaleView,
    ScoreView,
    UnscoredView,
)
from kwispel.render.language import Strings
from kwispel.render.numbers import Numbers, as_fraction, as_ratio, numbers_for
from kwispel.render.prose import Setting
from kwispel.render.recipes import members_text, recipe
from kwispel.render.slots import with_counters
from kwispel.render.standing import ahead_views
from kwispel.render.tally import Tallies, counters

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet

LABEL_GAP = 9
"""How near two labels may stand on a scale from 0 to 100."""

_MOVED = Markup('<span data-band-limit="{}">{}</span>')
"""A limit that the runtime tells anew with each result."""

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
    """Give the total, where there is one, and the factors; none that is not shown."""
    if not quiz.shows_score:
        return ()
    told = readings(quiz, ui).of_each
    viewer = _Viewer(quiz, _spans(sheet), tallies, ui, setting, told)
    first = 0 if quiz.total else 1
    return tuple(viewer.view(score, at) for at, score in enumerate(quiz.scores, first))


def unscored_views(quiz: Quiz, setting: Setting) -> tuple[UnscoredView, ...]:
    """Give the factors that have something to say where there is no score."""
    found = (
        (factor.title or factor.id, setting.put_any(factor.explanation_html, under=4))
        for factor in quiz.factors
    )
    return tuple(UnscoredView(title, told) for title, told in found if told)


def _spans(sheet: Sheet) -> dict[str, _Span]:
    """Let the engine itself say from where to where each score goes.

    Units: as if all that can be asked had been.
    """
    spans: dict[str, _Span] = {}
    for score in sheet["scores"]:
        added = empty()
        for member in score["members"]:
            ask(added, member)
        least, most = range_of(score, added)
        if score.get("round"):
            decimals = score["decimals"]
            least, most = rounded(least, decimals), rounded(most, decimals)
        spans[score["id"]] = _Span(as_fraction(least), as_fraction(most))
    return spans


@dataclass(frozen=True, slots=True)
class _Viewer:
    """All that a view of a score is made from, but the score."""

    quiz: Quiz
    spans: dict[str, _Span]
    tallies: Tallies
    ui: Strings
    setting: Setting
    readings: dict[str, str]

    def view(self, score: Score, at: int) -> ScoreView:
        ui, span, write = self.ui, self.spans[score.id], numbers_for(self.ui)
        hold = how_limits_hold(score, self.quiz)
        counter = self.tallies.counters.get(score.id, "")
        least, most = (_end(end, score, write) for end in (span.least, span.most))
        return ScoreView(
            id=score.id,
            title=score.title or ui.total,
            number=write.whole(at) if at else "",
            explanation_html=self.setting.put_any(
                score.explanation_html, under=self._heading_level(score)
            ),
            bands=tuple(self._band(band, score, hold) for band in score.bands),
            scale=_scale(score, span, hold, write),
            range=ui.paper_scale.format(min=least, max=most),
            min=least,
            max=most,
            length=_end(span.most - span.least, score, write),
            tally=counter,
            tally_html=with_counters(ui.plain_factor, counters(counter)),
            recipe=recipe(score, self.quiz, ui),
            members=members_text(score, self.quiz, ui),
            caveats=caveats(score, self.quiz, hold, ui),
            reading=self.readings.get(score.id, ""),
            ahead=ahead_views(score, self.quiz, self.tallies, ui),
            can_vary=span.least != span.most,
            is_told=bool(score.explanation_html or score.bands),
        )

    def _band(self, band: Band, score: Score, hold: Hold) -> BandView:
        return BandView(
            id=band.id,
            title_html=self.setting.put(band.title_html),
            text_html=self.setting.put(
                band.text_html, under=self._heading_level(score)
            ),
            limit_html=self._limit(band, score, hold),
        )

    def _limit(self, band: Band, score: Score, hold: Hold) -> Markup:
        """Tell where a band begins, in words."""
        ui, write = self.ui, numbers_for(self.ui)
        if band.by_hook:
            return Markup()
        if band.limit is None and hold.ends_move:
            return Markup.escape(ui.from_lowest)
        limit = self.spans[score.id].least if band.limit is None else band.limit
        number = Markup.escape(write.exact(limit))
        if hold.limits_move:
            number = _MOVED.format(band.id, number)
        if score.method != "sum" or score.table or hold.limits_move:
            form = ui.above_number if band.is_above else ui.from_number
        else:
            form = (ui.above_points if band.is_above else ui.from_points).of(limit)
        return Markup.escape(form).format(limit=number)

    @staticmethod
    def _heading_level(score: Score) -> int:
        """Give the level under which a band's text stands: the total's is higher."""
        return 3 if score.id == TOTAL else 4


def _end(number: Fraction, score: Score, write: Numbers) -> str:
    return write.shown(as_ratio(number), score.decimals)


def _scale(score: Score, span: _Span, hold: Hold, write: Numbers) -> ScaleView:
    length = max(len(_end(end, score, write)) for end in (span.least, span.most))
    size = "short" if length <= _SHORT else "middle" if length <= _MIDDLE else "long"
    room = _ROOM[size]
    return ScaleView(
        view_box=f"{-room} -22 {100 + 2 * room} 49",
        size=size,
        limits=tuple(_limits(score, span, hold, write)),
    )


def _limits(score: Score, span: _Span, hold: Hold, write: Numbers) -> list[LimitView]:
    """Place the bands, with a label where it touches none before it, nor the ends.

    Where the ends move and the limits do not, nobody knows what will touch.
    """
    found: list[LimitView] = []
    free_from = Fraction(LABEL_GAP)
    for band in score.bands:
        if band.limit is None or span.least == span.most:
            continue
        place = span.place(band.limit)
        fits = free_from <= place <= 100 - LABEL_GAP and not hold.ends_move
        if fits:
            free_from = place + LABEL_GAP
        label = write.exact(band.limit) if fits else ""
        found.append(
            LimitView(band.id, f"{float(place):.2f}", label, is_moved=hold.limits_move)
        )
    return found


def recipes(scores: tuple[ScoreView, ...]) -> tuple[RecipeView, ...]:
    """Bring scores that are computed alike together."""
    texts = dict.fromkeys(score.recipe for score in scores)
    return tuple(
        RecipeView(text, tuple(score for score in scores if score.recipe == text))
        for text in texts
    )
