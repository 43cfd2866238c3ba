"""The meaning of a quiz: every reference resolved, every number exact."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from pathlib import Path, PurePosixPath
from typing import Final, Literal

from markupsafe import Markup

from kwispel.errors import Place
from kwispel.model.follow_up import FollowUp
from kwispel.model.key.shapes import Key
from kwispel.model.questions import Question
from kwispel.source.shapes import Publisher, SourceFile

Method = Literal["sum", "mean", "percent"]
Missing = Literal["rescale", "mean", "shrink", "lowest", "refuse"]
Hidden = Literal["leave", "lowest"]
Layout = Literal["page", "steps"]
Better = Literal["high", "low", "neither"]


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a score, told in words.

    Shape: is_above where the limit itself does not belong to it; by_hook where it has
    no limit, because only a hook sets it.
    Units: limit in units of the score as it is shown; None: from the minimum, or
    by_hook.
    """

    id: str
    title_html: Markup
    title: str
    text_html: Markup
    limit: Fraction | None
    place: Place
    is_above: bool = False
    by_hook: bool = False


@dataclass(frozen=True, slots=True)
class MinimumAnswered:
    """How many of the asked members must be answered: both must hold."""

    count: int = 0
    share: Fraction = Fraction(0)


@dataclass(frozen=True, slots=True)
class Score:
    """The total, or one factor: how it is computed and what is said about it.

    Shape: members maps question id to weight (never 0), in order of asking.
    title is None for the total. table: what takes the place of the sums from the
    least to the greatest; empty where there is none. is_rounded: the rounded score is
    the score. better: which end of it is the better one.
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
    missing: Missing = "rescale"
    hidden: Hidden = "leave"
    table: tuple[Fraction, ...] = ()
    is_rounded: bool = False
    better: Better = "high"


NO_SCORE: Final = "none"
"""What a worked example says where there must be no score."""

ExpectedValue = Fraction | Literal["none"]


@dataclass(frozen=True, slots=True)
class ExpectedScore:
    """What a worked example says of a factor or the total; None: says nothing."""

    value: ExpectedValue | None
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
class Perspective:
    """A voice in which the questions can be answered: one's own, a customer's."""

    id: str
    title: str
    intro_html: Markup | None
    place: Place


@dataclass(frozen=True, slots=True)
class HookModule:
    """A Python file of a quiz: its hook, or a module that the hook imports."""

    name: str
    file: str
    source: str


@dataclass(frozen=True, slots=True)
class Hook:
    """What adjusts the results of a quiz: its `scoring.py`, and what that imports.

    Shape: modules in an order in which each comes after those that it imports.
    """

    modules: tuple[HookModule, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Length:
    """How long a quiz is; has_fewer where not every question is always asked."""

    questions: int
    minutes: int
    has_fewer: bool


@dataclass(frozen=True, slots=True)
class Quiz:
    """A quiz that holds together.

    Shape: translations are the same quiz in other languages, in order of language:
    other texts, the same ids and numbers. locked are the keys of its versions, as
    `kwispel lock` wrote them down. lang_place is where its language is named. updated
    is the day of its last change, where its author tells.
    """

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
    layout: Layout = "page"
    perspectives: tuple[Perspective, ...] = ()
    hook: Hook | None = None
    translations: tuple[Quiz, ...] = ()
    is_translation: bool = False
    shows_score: bool = True
    shares_score: bool = False
    locked: Mapping[int, Key] = field(default_factory=dict[int, Key])
    follow_up: FollowUp = field(default_factory=FollowUp)
    lang_place: Place | None = field(default=None, compare=False)
    updated: date | None = None
    length: Length | None = None
    """There where its questions are not: see `kwispel.model.listing`."""

    @property
    def path(self) -> str:
        """Give the folder of its pages in the site, such as `sus` or `pt-br/sus`."""
        return f"{self.lang.lower()}/{self.id}" if self.is_translation else self.id

    @property
    def is_stepped(self) -> bool:
        """Say whether it shows one question at a time: of one, that is all of them."""
        return self.layout == "steps" and len(self.questions) > 1

    @property
    def scores(self) -> tuple[Score, ...]:
        """Give the total, where there is one, and then the factors."""
        return (self.total, *self.factors) if self.total else self.factors


@dataclass(frozen=True, slots=True)
class Site:
    """The settings of the whole site, and its quizzes in order of showing.

    Shape: theme_places tells where the theme is named (by "") and each of its options;
    lang_place where the language is. redirects are old paths, each with the path of the
    page that it leads to, "" for the one that lists the quizzes. own_texts are
    catalogues of the interface.
    links_to_ways says whether a quiz leads to the ways to embed it; base_url ends in no
    slash.
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
    own_texts: tuple[SourceFile, ...] = ()
    lang_place: Place | None = field(default=None, compare=False)
    links_to_ways: bool = True

    @property
    def may_be_framed(self) -> bool:
        """Say whether any other site may frame the quizzes."""
        return bool(self.embed_origins)
