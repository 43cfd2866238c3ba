"""The reference engine: from values to the score, before it is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from testkit.described import Asked, Described, Scored, members
from testkit.reference_values import ZERO, Reply, range_of, value_of


@dataclass(frozen=True)
class Part:
    """What a member does in a score, times its weight; value where it was answered."""

    state: str
    low: Fraction
    high: Fraction
    weight: Fraction
    value: Fraction = ZERO


@dataclass(frozen=True)
class Computed:
    """A score before `multiply`, `add` and `round`.

    Shape: whole is the range of all asked where that of the score is another.
    """

    value: Fraction | None
    low: Fraction
    high: Fraction
    whole: tuple[Fraction, Fraction] | None = None
    rescaled: bool = False
    answered: int = 0
    of: int = 0


def computed(score: Scored, quiz: Described, replies: Mapping[str, Reply]) -> Computed:
    """Give a score of a quiz, and how many of how many members were answered."""
    parts = [
        _part(asked, weight, score.id, replies[asked.id])
        for asked, weight in members(quiz, score.id)
    ]
    asked = [part for part in parts if part.state != "hidden"]
    answered = [part for part in asked if part.state == "answered"]
    hidden = [part for part in parts if part.state == "hidden"]
    kept = hidden if score.hidden == "lowest" else []
    made = _computed(score, answered, asked, kept)
    return replace(made, answered=len(answered), of=len(asked))


def _part(asked: Asked, weight: Fraction, score_id: str, reply: Reply) -> Part:
    low, high = sorted(weight * end for end in range_of(asked, score_id))
    if reply.state != "answered":
        return Part(reply.state, low, high, weight)
    value = weight * value_of(asked, reply.chosen, score_id)
    return Part("answered", low, high, weight, value)


def _computed(
    score: Scored, answered: list[Part], asked: list[Part], kept: list[Part]
) -> Computed:
    if not asked and kept:
        return _tabled(score, Computed(_low(kept), _low(kept), _high(kept)))
    is_refused = score.missing == "refuse" and len(answered) < len(asked)
    if is_refused or not _is_enough(score, answered, asked):
        return _without(score, asked, kept)
    if score.method == "percent":
        return Computed(100 * _place(answered), ZERO, Fraction(100))
    if score.method == "mean":
        weight = _weight(answered)
        low, high = _low(answered) / weight, _high(answered) / weight
        return Computed(_total(answered) / weight, low, high)
    return _tabled(score, _summed(score, answered, asked, kept))


def _is_enough(score: Scored, answered: list[Part], asked: list[Part]) -> bool:
    """Say whether so many answers make a score at all."""
    if not answered or _low(answered) == _high(answered):
        return False
    wanted = score.minimum_answered
    if wanted == "all":
        return len(answered) == len(asked)
    if wanted.endswith("%"):
        return 100 * len(answered) >= Fraction(wanted.removesuffix("%")) * len(asked)
    return len(answered) >= min(int(wanted), len(asked))


def _without(score: Scored, asked: list[Part], kept: list[Part]) -> Computed:
    """Give no score, on the range of all that were asked."""
    if score.method == "percent":
        return Computed(None, ZERO, Fraction(100))
    if score.method == "mean":
        weight = _weight(asked) or Fraction(1)
        return Computed(None, _low(asked) / weight, _high(asked) / weight)
    everything = [*asked, *kept]
    return _tabled(score, Computed(None, _low(everything), _high(everything)))


def _summed(
    score: Scored, answered: list[Part], asked: list[Part], kept: list[Part]
) -> Computed:
    everything = [*asked, *kept]
    least = _low(kept)
    low, high = _low(everything), _high(everything)
    missing = [part for part in asked if part.state != "answered"]
    if score.missing == "shrink":
        counted = [*answered, *kept]
        value = _total(answered) + least
        return Computed(value, _low(counted), _high(counted), (low, high))
    if score.missing == "lowest":
        return Computed(_total(answered) + _low(missing) + least, low, high)
    if score.missing == "mean":
        mean = _total(answered) / len(answered)
        value = _total(answered) + len(missing) * mean + least
        return Computed(value, low, high, rescaled=bool(missing))
    placed = _low(asked) + _place(answered) * (_high(asked) - _low(asked))
    return Computed(placed + least, low, high, rescaled=bool(missing))


def _tabled(score: Scored, made: Computed) -> Computed:
    if not score.table:
        return made
    first, last = score.table[0], score.table[-1]
    if made.value is None or (made.value - made.low).denominator != 1:
        return Computed(None, first, last)
    entry = score.table[int(made.value - made.low)]
    return Computed(entry, first, last, rescaled=made.rescaled)


def _low(parts: Sequence[Part]) -> Fraction:
    return sum((part.low for part in parts), ZERO)


def _high(parts: Sequence[Part]) -> Fraction:
    return sum((part.high for part in parts), ZERO)


def _total(parts: Sequence[Part]) -> Fraction:
    return sum((part.value for part in parts), ZERO)


def _weight(parts: Sequence[Part]) -> Fraction:
    return sum((abs(part.weight) for part in parts), ZERO)


def _place(parts: Sequence[Part]) -> Fraction:
    return (_total(parts) - _low(parts)) / (_high(parts) - _low(parts))
