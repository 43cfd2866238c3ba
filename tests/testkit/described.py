"""Quizzes in the fewest words that say how they are scored, as an author would.

A failing case prints as such a description: short, and complete for scoring.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Literal

from markupsafe import Markup

from kwispel.model.questions import Option, Question
from kwispel.model.shapes import Band, MinimumAnswered, Quiz, Score
from testkit.quizzes import HERE, quiz

TOTAL = "total"

Points = Fraction | Mapping[str, Fraction] | None
"""What an option is worth: a number, n.a., or points per factor."""

ONE = Fraction(1)


@dataclass(frozen=True, eq=False)
class Asked:
    """A question: what its options are worth, by id, and when it is asked."""

    id: str
    options: Mapping[str, Points]
    weight: Fraction = ONE
    factors: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])
    multiple: bool = False
    optional: bool = False
    reverse: bool = False
    when: tuple[Mapping[str, tuple[str, ...]], ...] = ()

    @property
    def named(self) -> tuple[str, ...]:
        """Give the factors that its options have points for."""
        shares = [one for one in self.options.values() if isinstance(one, Mapping)]
        return tuple(dict.fromkeys(name for share in shares for name in share))


@dataclass(frozen=True, eq=False)
class Limit:
    """A band: from a limit, above one, from the minimum, or set by a hook alone."""

    id: str
    kind: Literal["from", "above", "first", "hook"]
    limit: Fraction = Fraction(0)


@dataclass(frozen=True, eq=False)
class Scored:
    """How the total or a factor is computed, in the words of its keys."""

    id: str
    method: Literal["sum", "mean", "percent"] = "sum"
    multiply: Fraction = ONE
    add: Fraction = Fraction(0)
    table: tuple[Fraction, ...] = ()
    missing: Literal["rescale", "mean", "shrink", "lowest", "refuse"] = "rescale"
    hidden: Literal["leave", "lowest"] = "leave"
    minimum_answered: str = "50%"
    decimals: int = 0
    round: bool = False
    better: Literal["high", "low", "neither"] = "high"
    bands: tuple[Limit, ...] = ()


@dataclass(frozen=True, eq=False)
class Described:
    """A quiz: its questions, and the scores that have members, the total first."""

    questions: tuple[Asked, ...]
    scores: tuple[Scored, ...]


def members(described: Described, score_id: str) -> list[tuple[Asked, Fraction]]:
    """Give the questions that count in a score, with their weights."""
    weighed = [
        (
            asked,
            asked.weight
            if score_id == TOTAL
            else ONE
            if score_id in asked.named
            else asked.factors.get(score_id, Fraction(0)),
        )
        for asked in described.questions
    ]
    return [(asked, weight) for asked, weight in weighed if weight]


def quiz_of(described: Described) -> Quiz:
    """Give the quiz that reading and checking would make of it."""
    scores = {one.id: _score(one, described) for one in described.scores}
    total = scores.pop(TOTAL, None)
    return quiz(
        [_question(one) for one in described.questions], total, *scores.values()
    )


def _question(asked: Asked) -> Question:
    return Question(
        id=asked.id,
        text_html=Markup(),
        text="",
        lead_html=None,
        note_html=None,
        options=tuple(_option(name, one) for name, one in asked.options.items()),
        background_html=None,
        reverse=asked.reverse,
        weight=asked.weight,
        place=HERE,
        is_multiple=asked.multiple,
        is_optional=asked.optional,
        when=asked.when,
    )


def _option(option_id: str, points: Points) -> Option:
    shares = points if isinstance(points, Mapping) else {}
    worth = sum(points.values(), Fraction(0)) if isinstance(points, Mapping) else points
    return Option(option_id, worth, Markup(), None, HERE, shares)


def _score(scored: Scored, described: Described) -> Score:
    return Score(
        id=scored.id,
        title=None if scored.id == TOTAL else scored.id,
        method=scored.method,
        multiply=scored.multiply,
        add=scored.add,
        minimum_answered=_minimum(scored.minimum_answered),
        decimals=scored.decimals,
        members={asked.id: weight for asked, weight in members(described, scored.id)},
        explanation_html=None,
        bands=tuple(_band(one) for one in scored.bands),
        place=HERE,
        missing=scored.missing,
        hidden=scored.hidden,
        table=scored.table,
        is_rounded=scored.round,
        better=scored.better,
    )


def _minimum(text: str) -> MinimumAnswered:
    if text == "all":
        return MinimumAnswered(share=ONE)
    if text.endswith("%"):
        return MinimumAnswered(share=Fraction(text.removesuffix("%")) / 100)
    return MinimumAnswered(count=int(text))


def _band(limit: Limit) -> Band:
    return Band(
        id=limit.id,
        title_html=Markup(),
        title=limit.id,
        text_html=Markup(),
        limit=limit.limit if limit.kind in {"from", "above"} else None,
        place=HERE,
        is_above=limit.kind == "above",
        by_hook=limit.kind == "hook",
    )
