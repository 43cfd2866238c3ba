"""Questions, their options, and what these are worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from markupsafe import Markup

from kwispel.core.score import TOTAL
from kwispel.errors import Place


@dataclass(frozen=True, slots=True)
class Option:
    """One answer that a reader may choose.

    Shape: shares are the points per factor, where the option has those; points are
    their sum then.
    Units: points as the author wrote them, before `reverse`; None for n.a.
    """

    id: str
    points: Fraction | None
    label_html: Markup
    advice_html: Markup | None
    place: Place
    shares: Mapping[str, Fraction] = field(default_factory=dict[str, Fraction])

    @property
    def is_na(self) -> bool:
        """Say whether choosing this takes the question out of every score."""
        return self.points is None


@dataclass(frozen=True, slots=True)
class Worth:
    """What a question can bring to one score, before its weight there.

    Shape: the value of an answer is base and what each chosen option adds; None for
    n.a. low and high are the least and the greatest value.
    """

    base: Fraction
    added: tuple[Fraction | None, ...]
    low: Fraction
    high: Fraction


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its options.

    Shape: weight is the weight in the total (0: not a member of it).
    lead_html is the text shown above the question, note_html the text under it,
    background_html what is told with the result. when: alternatives, of which one
    must hold in all that it says (question id to option ids, any of them); empty:
    always asked. voices: the text by perspective. reverse: see `worth`.
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
    is_multiple: bool = False
    is_optional: bool = False
    when: tuple[Mapping[str, tuple[str, ...]], ...] = ()
    voices: Mapping[str, Markup] = field(default_factory=dict[str, Markup])
    _worths: dict[str, Worth] = field(
        default_factory=dict[str, Worth], init=False, repr=False, compare=False
    )
    """What was asked for before: every stage and every page asks again."""

    @property
    def is_split(self) -> bool:
        """Say whether its options have points per factor."""
        return any(option.shares for option in self.options)

    def worth(self, score_id: str = TOTAL) -> Worth:
        """Give what the options bring to a score, after `reverse`.

        Source: docs/reference/scoring.md, "Reverse".
        """
        if score_id not in self._worths:
            self._worths[score_id] = self._worth_to(score_id)
        return self._worths[score_id]

    def _worth_to(self, score_id: str) -> Worth:
        if not self.is_split:
            return self._worth([option.points for option in self.options])
        if score_id != TOTAL:
            return self._worth(
                [
                    None if o.is_na else o.shares.get(score_id, Fraction(0))
                    for o in self.options
                ]
            )
        named = dict.fromkeys(name for o in self.options for name in o.shares)
        parts = [self.worth(name) for name in named]
        added = [
            _sum(several) for several in zip(*(p.added for p in parts), strict=True)
        ]
        return self._ranged(sum((p.base for p in parts), Fraction(0)), added)

    def value(self, option: Option) -> Fraction | None:
        """Give what choosing an option adds to the total's points of the question."""
        return self.worth().added[self.options.index(option)]

    def _worth(self, points: list[Fraction | None]) -> Worth:
        plain = self._ranged(Fraction(0), points)
        if not self.reverse:
            return plain
        both = plain.low + plain.high
        if self.is_multiple:
            return self._ranged(both, [None if p is None else -p for p in points])
        return self._ranged(
            Fraction(0), [None if p is None else both - p for p in points]
        )

    def _ranged(self, base: Fraction, added: list[Fraction | None]) -> Worth:
        counted = [points for points in added if points is not None]
        if self.is_multiple:
            low = base + sum((p for p in counted if p < 0), Fraction(0))
            high = base + sum((p for p in counted if p > 0), Fraction(0))
        else:
            low, high = base + min(counted), base + max(counted)
        return Worth(base, tuple(added), low, high)


def _sum(points: tuple[Fraction | None, ...]) -> Fraction | None:
    counted = [one for one in points if one is not None]
    return sum(counted, Fraction(0)) if len(counted) == len(points) else None
