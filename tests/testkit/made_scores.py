"""Every way to compute a score, made by Hypothesis for the members that it has."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from testkit.described import Described, Limit, Scored, members
from testkit.reference_scores import computed
from testkit.reference_values import Reply, choices, range_of, value_of

LONGEST_TABLE = 40
MOST_WRITTEN = 10**12 - 1

_MULTIPLY = [
    Fraction(one) for one in ("1", "1", "1", "2.5", "-1", "1/3", "-5/7", "100", "0")
]
_ADD = [Fraction(one) for one in ("0", "0", "0", "1", "-0.5", "2/3", "1000000007")]
_STEPS = [Fraction(one) for one in ("0", "1", "2", "0.5", "1/3")]
_PLACES = sorted(
    Fraction(part, whole) for whole in (1, 2, 3, 5, 10) for part in range(1, whole)
)


@st.composite
def scored(draw: st.DrawFn, score_id: str, quiz: Described) -> Scored:
    """Make the keys of one score of a quiz."""
    size = len(members(quiz, score_id))
    counts = [str(count) for count in range(size + 1)]
    plain = Scored(
        score_id,
        multiply=draw(st.sampled_from(_MULTIPLY)),
        add=draw(st.sampled_from(_ADD)),
        minimum_answered=draw(
            st.sampled_from(["50%", "50%", "0%", "1", "all", "33.3%", "100%", *counts])
        ),
        decimals=draw(st.sampled_from((0, 0, 0, 1, 1, 2, 10))),
        round=draw(st.integers(0, 3)) == 0,
        better=draw(st.sampled_from(("high", "high", "low", "neither"))),
    )
    method = draw(st.sampled_from(("sum", "sum", "sum", "sum", "mean", "percent")))
    made = replace(plain, method=method) if method != "sum" else draw(_sum(plain, quiz))
    return replace(made, bands=draw(_bands(made, quiz)))


@st.composite
def _sum(draw: st.DrawFn, plain: Scored, quiz: Described) -> Scored:
    """Choose what only a sum can have."""
    missing = ["rescale", "rescale", "lowest", "refuse"]
    parts = members(quiz, plain.id)
    ends = [
        tuple(sorted(weight * end for end in range_of(asked, plain.id)))
        for asked, weight in parts
    ]
    if len(set(ends)) == 1:
        missing += ["mean"] * 3
    hidden = draw(st.sampled_from(("leave", "lowest", "lowest")))
    summed = replace(plain, hidden=hidden)
    places = int(sum((high - low for low, high in ends), Fraction(0))) + 1
    is_stable = hidden == "lowest" or not any(asked.when for asked, _ in parts)
    fits = is_stable and places <= LONGEST_TABLE and _is_on_grid(plain.id, quiz)
    if fits and draw(st.booleans()):
        steps = draw(st.lists(st.sampled_from(_STEPS), min_size=1, max_size=4))
        summed = replace(summed, table=_table(steps, places))
    else:
        missing += ["shrink"] * 2
    return replace(summed, missing=draw(st.sampled_from(missing)))


def _is_on_grid(score_id: str, quiz: Described) -> bool:
    """Say whether all sums lie whole numbers above the least."""
    return all(
        (weight * (value_of(asked, chosen, score_id) - low)).denominator == 1
        for asked, weight in members(quiz, score_id)
        for low, _ in (range_of(asked, score_id),)
        for chosen in choices(asked)
    )


def _table(steps: list[Fraction], places: int) -> tuple[Fraction, ...]:
    entries = [Fraction(-3)]
    while len(entries) < places:
        entries.append(entries[-1] + steps[len(entries) % len(steps)])
    return tuple(entries)


@st.composite
def _bands(draw: st.DrawFn, score: Scored, quiz: Described) -> tuple[Limit, ...]:
    """Put limits in the range of a score, also at its ends and two on one place."""
    count = draw(st.sampled_from((0, 1, 2, 3, 4)))
    if count == 0:
        return ()
    low, high = _shown_range(score, quiz)
    first = draw(st.sampled_from(("first", "first", "from", "above")))
    below = 1 if first == "above" else draw(st.integers(0, 1))
    bands = [Limit("b0", first if _fits(low) else "first", low - below)]
    places = draw(st.lists(st.sampled_from(_PLACES), max_size=count, unique=True))
    nice = draw(st.booleans())
    for place in sorted(places):
        limit = low + place * (high - low)
        limit = Fraction(round(limit)) if nice else limit
        kind = draw(st.sampled_from(("from", "above", "both")))
        if limit <= max(low, bands[-1].limit) or not _fits(limit):
            continue
        kinds = ("from", "above") if kind == "both" else (kind,)
        bands += [
            Limit(f"b{len(bands) + n}", one, limit) for n, one in enumerate(kinds)
        ]
    if draw(st.integers(0, 3)) == 0:
        bands.insert(draw(st.integers(1, len(bands))), Limit("hooked", "hook"))
    return tuple(bands)


def _fits(limit: Fraction) -> bool:
    """Say whether a limit, and the number below it, can be written in a file."""
    return abs(limit.numerator) + limit.denominator <= MOST_WRITTEN


def _shown_range(score: Scored, quiz: Described) -> tuple[Fraction, Fraction]:
    """Give the range of a score of which everything is asked and nothing answered."""
    nothing = {asked.id: Reply("na") for asked in quiz.questions}
    made = computed(score, quiz, nothing)
    ends = sorted(end * score.multiply + score.add for end in (made.low, made.high))
    return ends[0], ends[1]
