"""What templates see of scores, see `context`."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from kwispel.render.language import Forms


@dataclass(frozen=True, slots=True)
class BandView:
    """A band.

    Shape: limit_html is told in words, so that it never reads as a score; empty where
    only a hook sets the band.
    """

    id: str
    title_html: Markup
    text_html: Markup
    limit_html: Markup


@dataclass(frozen=True, slots=True)
class LimitView:
    """Where a band begins on the scale.

    Shape: label is empty where it would touch another; is_moved where the runtime
    tells it anew with each result.
    Units: place from 0 to 100, with at most two decimals.
    """

    band: str
    place: str
    label: str
    is_moved: bool


@dataclass(frozen=True, slots=True)
class ScaleView:
    """How a scale is drawn: 0 to 100 in x, with room for the number at both ends.

    Shape: size is "short", "middle" or "long", for how many characters the score
    can have.
    """

    view_box: str
    size: str
    limits: tuple[LimitView, ...]


@dataclass(frozen=True, slots=True)
class CaveatsView:
    """What may have to be said beside a score.

    Shape: full, that there is no better one, empty where no end is better; absent_html
    and unasked, why there is none (unasked is empty where something is always asked);
    partial_html and rescaled, what became of the questions that do not count.
    """

    full: str
    absent_html: Markup
    unasked: str
    partial_html: Markup
    rescaled: str
    rescaled_short: str


@dataclass(frozen=True, slots=True)
class AheadView:
    """How far the next band is, in one of the ways in which that can be said."""

    name: str
    forms: Forms


@dataclass(frozen=True, slots=True)
class ScoreView:
    """The total or a factor.

    Shape: number is that of a factor among the factors, as text; the total has none.
    range tells min and max in words; tally is the name of its counters, empty where CSS
    cannot count it; recipe says how it is computed, members from which questions, and
    how many must count. reading tells which end is the better one, empty where it need
    not be told here. ahead is empty where there is no next band to tell of; can_vary
    says that its ends differ, is_told that it has an explanation or bands.
    """

    id: str
    title: str
    number: str
    explanation_html: Markup | None
    bands: tuple[BandView, ...]
    scale: ScaleView
    range: str
    min: str
    max: str
    length: str
    tally: str
    tally_html: Markup
    recipe: str
    members: str
    caveats: CaveatsView
    reading: str
    ahead: tuple[AheadView, ...]
    can_vary: bool
    is_told: bool


@dataclass(frozen=True, slots=True)
class AxisView:
    """A factor in a radar, as the number that it has in the table.

    Units: angle in degrees, clockwise from the x-axis; upright takes it back.
    """

    factor: ScoreView
    angle: str
    upright: str


@dataclass(frozen=True, slots=True)
class RadarView:
    """The factors as one shape.

    Shape: ends are those of the axes, as points of a polygon.
    Units: an axis is 1000 units long.
    """

    axes: tuple[AxisView, ...]
    ends: str


@dataclass(frozen=True, slots=True)
class ProfileView:
    """The factors side by side, where there are at least two.

    Shape: is_told where any of them has an explanation or bands; has_one_range where
    all go from the same score to the same. radar is None where
    it would not help, or the theme has none.
    """

    factors: tuple[ScoreView, ...]
    has_bands: bool
    is_told: bool
    has_one_range: bool
    radar: RadarView | None


@dataclass(frozen=True, slots=True)
class UnscoredView:
    """A factor of a quiz that shows no score: what it is about."""

    title: str
    explanation_html: Markup


@dataclass(frozen=True, slots=True)
class RecipeView:
    """How scores are computed, and which they are."""

    text: str
    scores: tuple[ScoreView, ...]
