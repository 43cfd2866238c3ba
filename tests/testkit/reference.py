"""A second engine, as literal as the rules: slow, plain, and written apart.

It scores a description of a quiz, never a sheet, so that it checks `compile` as well.
Source: docs/reference/scoring.md.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from math import floor
from typing import Any

from testkit.described import TOTAL, Asked, Described, Limit, Scored, members
from testkit.reference_scores import Computed, computed
from testkit.reference_values import (
    ZERO,
    Answers,
    Reply,
    range_of,
    replies_to,
    value_of,
)

Span = tuple[Fraction, Fraction]


def outcome(quiz: Described, answers: Answers) -> dict[str, Any]:
    """Give what `plain(outcome(sheet, answers))` must be, but for the result code.

    The code is no part of scoring, and has tests of its own.
    """
    replies = replies_to(quiz, answers)
    still_open = [
        asked.id
        for asked in quiz.questions
        if replies[asked.id].state == "open" and not asked.optional
    ]
    if still_open:
        return {"open": still_open, "result": None}
    scores = {one.id: _shown(one, computed(one, quiz, replies)) for one in quiz.scores}
    result = {
        "quiz": "quiz",
        "version": 1,
        "total": scores.pop(TOTAL, None),
        "factors": scores,
        "ledger": [_line(asked, replies[asked.id], quiz) for asked in quiz.questions],
    }
    return {"open": [], "result": result}


def _shown(score: Scored, made: Computed) -> dict[str, Any]:
    """Turn what was computed into the scale on which it is shown."""
    low, high = _span(score, made.low, made.high)
    whole = _span(score, *made.whole) if made.whole else (low, high)
    limits = [_moved(one, whole, (low, high)) for one in score.bands]
    value = made.value if made.value is None else _on_scale(score, made.value)
    can_place = value is not None and low != high
    return {
        "value": _text(value),
        "exact": _text(value),
        "text": None if value is None else _decimals(value, limits, score.decimals),
        "min": _text(low),
        "max": _text(high),
        "percent": _text(100 * (value - low) / (high - low) if can_place else None),
        "band": None if value is None else _band(value, limits),
        "bands": [
            _told(limit, low if position == 0 else None)
            for position, limit in enumerate(limits)
        ],
        "answered": made.answered,
        "of": made.of,
        "rescaled": made.rescaled,
    }


def _on_scale(score: Scored, number: Fraction) -> Fraction:
    """Bring a number on the scale on which the score is shown."""
    exact = number * score.multiply + score.add
    return _rounded(exact, score.decimals) if score.round else exact


def _span(score: Scored, low: Fraction, high: Fraction) -> Span:
    ends = sorted((_on_scale(score, low), _on_scale(score, high)))
    return ends[0], ends[1]


def _moved(band: Limit, whole: Span, now: Span) -> Limit:
    """Move a limit from the range of all to that of the answered."""
    if whole[0] == whole[1] or band.kind not in {"from", "above"}:
        return band
    place = (band.limit - whole[0]) / (whole[1] - whole[0])
    return replace(band, limit=now[0] + place * (now[1] - now[0]))


def _passes(value: Fraction, band: Limit) -> bool:
    if band.kind == "above":
        return value > band.limit
    return band.kind == "from" and value >= band.limit


def _band(value: Fraction, bands: list[Limit]) -> str | None:
    """Give the last band that a value reaches; the first is for all below it."""
    passed = [band.id for band in bands if _passes(value, band)]
    return (passed or [band.id for band in bands[:1]] or [None])[-1]


def _told(band: Limit, minimum: Fraction | None) -> dict[str, Any]:
    """Tell a band; the first one reaches down to the minimum."""
    if band.kind == "hook":
        return {"id": band.id}
    if minimum is not None and (band.kind == "first" or minimum <= band.limit):
        return {"id": band.id, "from": _text(minimum)}
    return {"id": band.id, band.kind: _text(band.limit)}


def _rounded(number: Fraction, digits: int) -> Fraction:
    """Round half away from zero."""
    size = Fraction(floor(abs(number) * 10**digits + Fraction(1, 2)), 10**digits)
    return -size if number < 0 else size


def _decimals(value: Fraction, bands: list[Limit], digits: int) -> str:
    """Write a score with so many digits as keep it on its side of every limit."""
    limits = [band for band in bands[1:] if band.kind != "hook"]
    shown = digits
    while any(
        _passes(_rounded(value, shown), one) != _passes(value, one) for one in limits
    ):
        if any(one.limit == value for one in limits) and not _has_decimals(value):
            return _written(value, digits)
        shown += 1
    return _written(value, shown)


def _has_decimals(number: Fraction) -> bool:
    """Say whether a number can be written with a decimal sign."""
    rest = number.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    return rest == 1


def _written(number: Fraction, digits: int) -> str:
    shown = _rounded(number, digits)
    units = str(abs(int(shown * 10**digits))).zfill(digits + 1)
    sign = "-" if shown < 0 else ""
    return sign + (f"{units[:-digits]}.{units[-digits:]}" if digits else units)


def _text(number: Fraction | None) -> str | None:
    return None if number is None else f"{number.numerator}/{number.denominator}"


def _line(asked: Asked, reply: Reply, quiz: Described) -> dict[str, Any]:
    low, high = range_of(asked)
    feeds = [
        score
        for score in quiz.scores
        if any(member is asked for member, _ in members(quiz, score.id))
    ]
    is_answered = reply.state == "answered"
    line: dict[str, Any] = {
        "question": asked.id,
        "state": reply.state,
        "answer": _answer(asked, reply),
        "value": _text(value_of(asked, reply.chosen)) if is_answered else None,
        "min": _text(low),
        "max": _text(high),
        "left": _text(_left(asked, reply, feeds, quiz) if is_answered else None),
        "feeds": [score.id for score in feeds],
    }
    if asked.named and is_answered:
        line["factors"] = {
            name: _text(value_of(asked, reply.chosen, name)) for name in asked.named
        }
    return line


def _answer(asked: Asked, reply: Reply) -> str | list[str] | None:
    if asked.multiple and reply.state == "answered":
        return list(reply.chosen)
    return reply.chosen[0] if reply.chosen else None


def _left(
    asked: Asked, reply: Reply, feeds: list[Scored], quiz: Described
) -> Fraction | None:
    """Give how much better another answer would have been for a score that it feeds.

    It is the first of which one end is the better one.
    """
    if not feeds:
        return ZERO
    score = next((one for one in feeds if one.better != "neither"), None)
    if score is None:
        return None
    weight = dict(members(quiz, score.id))[asked] * score.multiply
    weight *= -1 if score.better == "low" else 1
    low, high = range_of(asked, score.id)
    value = value_of(asked, reply.chosen, score.id)
    return high - value if weight > 0 else value - low if weight < 0 else ZERO
