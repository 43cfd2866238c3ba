"""The reference engine: what was answered, and what an answer is worth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from itertools import chain, combinations

from testkit.described import TOTAL, Asked, Described

Answers = Mapping[str, str | list[str]]
Chosen = tuple[str, ...]

ZERO = Fraction(0)


@dataclass(frozen=True)
class Reply:
    """What a reader said to a question: answered, na, open or hidden."""

    state: str
    chosen: Chosen = ()


def replies_to(quiz: Described, answers: Answers) -> dict[str, Reply]:
    """Give the reply to each question, in order of asking."""
    replies: dict[str, Reply] = {}
    for asked in quiz.questions:
        replies[asked.id] = _reply(asked, answers.get(asked.id), replies)
    return replies


def _reply(
    asked: Asked, answer: str | list[str] | None, earlier: Mapping[str, Reply]
) -> Reply:
    if asked.when and not any(_holds(one, earlier) for one in asked.when):
        return Reply("hidden")
    chosen = _chosen(asked, answer)
    if chosen is None:
        return Reply("open")
    has_na = any(asked.options[option] is None for option in chosen)
    return Reply("na" if has_na else "answered", chosen)


def _chosen(asked: Asked, answer: str | list[str] | None) -> Chosen | None:
    """Give what was chosen, None where it is no answer to this question."""
    if answer is None:
        return () if asked.multiple else None
    if isinstance(answer, str) == asked.multiple:
        return None
    ticked = {answer} if isinstance(answer, str) else set(answer)
    has_na = any(asked.options.get(option, ZERO) is None for option in ticked)
    if not ticked <= set(asked.options) or (has_na and len(ticked) > 1):
        return None
    return tuple(option for option in asked.options if option in ticked)


def _holds(
    conditions: Mapping[str, tuple[str, ...]], earlier: Mapping[str, Reply]
) -> bool:
    return all(
        any(option in earlier[name].chosen for option in options)
        for name, options in conditions.items()
    )


@lru_cache(10_000)
def choices(asked: Asked) -> tuple[Chosen, ...]:
    """List everything that answers a question."""
    scored = [option for option, points in asked.options.items() if points is not None]
    sizes = range(len(scored) + 1) if asked.multiple else (1,)
    return tuple(chain.from_iterable(combinations(scored, size) for size in sizes))


@lru_cache(100_000)
def _plain(asked: Asked, chosen: Chosen, score_id: str) -> Fraction:
    """Add up the points of what was chosen, as they are written."""
    worths = [asked.options[option] for option in chosen]
    return sum(
        (
            worth.get(score_id, ZERO) if isinstance(worth, Mapping) else worth or ZERO
            for worth in worths
        ),
        ZERO,
    )


@lru_cache(100_000)
def value_of(asked: Asked, chosen: Chosen, score_id: str = TOTAL) -> Fraction:
    """Give the value of an answer, after `reverse`, before weights."""
    if asked.named and score_id == TOTAL:
        return sum((value_of(asked, chosen, name) for name in asked.named), ZERO)
    points = _plain(asked, chosen, score_id)
    if not asked.reverse:
        return points
    possible = [_plain(asked, one, score_id) for one in choices(asked)]
    return min(possible) + max(possible) - points


@lru_cache(10_000)
def range_of(asked: Asked, score_id: str = TOTAL) -> tuple[Fraction, Fraction]:
    """Give the least and the greatest value that a question allows."""
    possible = [value_of(asked, one, score_id) for one in choices(asked)]
    return min(possible), max(possible)
