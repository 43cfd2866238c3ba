"""Hypothesis strategies for small quizzes of every kind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from kwispel.core.ratio import Ratio
from kwispel.model.questions import Question
from kwispel.model.shapes import Quiz, Score
from testkit.quizzes import bands, question, quiz, score

numbers = st.sampled_from([-2, -1, 0, 1, 1, 2, 3, Fraction(1, 2), Fraction(-1, 3)])
rows = st.lists(numbers, min_size=1, max_size=3)
weights = st.sampled_from([-1, 1, 1, 1, 2, Fraction(1, 2)])
factors = st.sampled_from([-1, 1, Fraction(5, 2)])


@st.composite
def whens(
    draw: st.DrawFn, earlier: list[Question]
) -> tuple[Mapping[str, tuple[str, ...]], ...]:
    """Make a `when` about earlier questions, mostly of one alternative."""
    made = []
    for _ in range(draw(st.sampled_from([1, 1, 2]))):
        named = draw(
            st.lists(
                st.sampled_from(earlier),
                min_size=1,
                max_size=2,
                unique_by=lambda each: each.id,
            )
        )
        made.append(
            {
                one.id: tuple(
                    draw(
                        st.lists(
                            st.sampled_from([option.id for option in one.options]),
                            min_size=1,
                            max_size=2,
                            unique=True,
                        )
                    )
                )
                for one in named
            }
        )
    return tuple(made)


@st.composite
def questions(draw: st.DrawFn) -> list[Question]:
    """Make up to four questions: single or multiple, with and without `when`."""
    made: list[Question] = []
    for position in range(draw(st.integers(1, 4))):
        row = [*draw(rows), *draw(st.sampled_from([[], [], [None]]))]
        one = question(
            f"q{position}",
            row,
            is_multiple=draw(st.sampled_from([False, False, True])),
            reverse=draw(st.booleans()),
        )
        if not one.is_multiple and draw(st.integers(0, 3)) == 0:
            one = replace(one, is_optional=True)
        if draw(st.integers(0, 4)) == 0:
            one = _split(one)
        if made and draw(st.booleans()):
            one = replace(one, when=draw(whens(made)))
        made.append(one)
    return made


def _split(one: Question) -> Question:
    """Give the points of every option to the factor, and as many again in the other."""
    options = tuple(
        option
        if option.points is None
        else replace(
            option,
            points=2 * option.points,
            shares={"f": option.points, "g": option.points},
        )
        for option in one.options
    )
    return replace(one, options=options)


@st.composite
def scores(draw: st.DrawFn, score_id: str, members: Mapping[str, Fraction]) -> Score:
    """Make a score by any rule that goes with these members."""
    method = draw(st.sampled_from(["sum", "sum", "mean", "percent"]))
    hidden = draw(st.sampled_from(["leave", "lowest"])) if method == "sum" else "leave"
    return score(
        score_id,
        members,
        method=method,
        hidden=hidden,
        missing=draw(st.sampled_from(["rescale", "shrink"])),
        multiply=Fraction(draw(factors)),
        add=Fraction(draw(numbers)),
        is_rounded=draw(st.booleans()),
        decimals=draw(st.sampled_from([0, 1])),
        bands=bands(low=None, mid=0, high=2),
        better=draw(st.sampled_from(["high", "low", "neither"])),
    )


@st.composite
def quizzes(draw: st.DrawFn) -> Quiz:
    """Make a quiz with a total and a factor, of which some questions are members."""
    asked = draw(questions())
    names = [one.id for one in asked]
    some = draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    others = draw(st.lists(st.sampled_from(names), min_size=1, unique=True))
    total = draw(scores("total", {name: Fraction(draw(weights)) for name in some}))
    factor = draw(scores("f", {name: Fraction(draw(weights)) for name in others}))
    return quiz(asked, total, factor)


def fraction(value: Ratio) -> Fraction:
    """Give a number of the engine as one of Python's library."""
    return Fraction(value.n, value.d)
