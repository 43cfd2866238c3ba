"""The meaning of a quiz: every reference resolved, every number exact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path, PurePosixPath
from typing import Literal

from markupsafe import Markup

from kwispel.errors import Place
from kwispel.source.shapes import Publisher

TOTAL = "total"

Method = Literal["sum", "mean", "percent"]


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a reader may choose.

    Units: points as the author wrote them, before `reverse`; None for n.a.
    """

    id: str
    points: Fraction | None
    label_html: Markup
    advice_html: Markup | None
    place: Place

    @property
    def is_na(self) -> bool:
        """Say whether choosing this takes the question out of every score."""
        return self.points is None


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its options.

    Shape: weight is the weight in the total (0: not a member of it).
    lead_html is the text shown above the question, note_html the text under it,
    background_html what is told with the result. reverse: see `value`.
    """

    id: str
    text_html: Markup
    text: str
    lead_html: Markup | None
    note_html: Markup | None
    options: tuple[Option, ...]
    background_html: Markup | None
    reverse: bool
    weight: Fraction
    place: Place

    def value(self, option: Option) -> Fraction | None:
        """Give what an option is worth: its points, after `reverse`."""
        if option.points is None or not self.reverse:
            return option.points
        points = [o.points for o in self.options if o.points is not None]
        return min(points) + max(points) - option.points


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a score, told in words.

    Units: limit in units of the score as it is shown; None: from the minimum.
    """

    id: str
    title_html: Markup
    title: str
    text_html: Markup
    limit: Fraction | None
    place: Place


@dataclass(frozen=True, slots=True)
class MinimumAnswered:
    """How many of the asked members must be answered: both must hold."""

    count: int = 0
    share: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Score:
    """The total, or one factor: how it is computed and what is said about it.

    Shape: members maps question id to weight (never 0), in order of asking.
    title is None for the total.
    """

    id: str
    title: str | None
    method: Method
    multiply: Fraction
    add: Fraction
    minimum_answered: MinimumAnswered
    decimals: int
    members: Mapping[str, Fraction]
    explanation_html: Markup | None
    bands: tuple[Band, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ExpectedScore:
    """What a worked example says of a factor or the total; None: says nothing."""

    value: Fraction | None
    band: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Example:
    """A worked example: answers, and what they must come to.

    Shape: answers as `kwispel score` takes them, one string; expected maps a score's
    id ("total" or a factor's) to what is said of it.
    """

    answers: str
    expected: Mapping[str, ExpectedScore]
    place: Place


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that prose refers to.

    Shape: name is its path below the content folder; prose refers to it as
    `asset:NAME`, which render replaces with the address of the copy in the site.
    """

    name: PurePosixPath
    path: Path


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz that holds together."""

    id: str
    version: int
    lang: str
    title: str
    description: str | None
    authors: tuple[str, ...]
    source: str | None
    licence: str | None
    scope_html: Markup | None
    intro_html: Markup | None
    address: Literal["formal", "informal"]
    questions: tuple[Question, ...]
    total: Score | None
    factors: tuple[Score, ...]
    examples: tuple[Example, ...]
    assets: tuple[Asset, ...]
    intended: frozenset[str]
    place: Place

    @property
    def scores(self) -> tuple[Score, ...]:
        """Give the total, where there is one, and then the factors."""
        return (self.total, *self.factors) if self.total else self.factors


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of the whole site, and its quizzes in order of showing.

    Shape: theme_places tells where the theme is named (by "") and each of its options.
    """

    title: str
    base_url: str | None
    lang: str
    theme: str
    theme_options: Mapping[str, str]
    theme_places: Mapping[str, Place]
    publisher: Publisher | None
    embed_origins: tuple[str, ...]
    redirects: Mapping[str, str]
    quizzes: tuple[Quiz, ...]
    place: Place
