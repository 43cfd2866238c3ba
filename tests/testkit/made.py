"""Quizzes and answers of every kind, made by Hypothesis.

Only what the checks accept is made: a table fits its sums, `missing: mean` has members
of one range, and a `when` names earlier questions. Scores that cannot vary are made
all the same (one option, `multiply: 0`): the checks refuse them, the engine need not.
"""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

from hypothesis import strategies as st

from testkit.described import TOTAL, Asked, Described, Points, Scored
from testkit.made_scores import MOST_WRITTEN, scored
from testkit.reference_values import Answers

FACTORS = ("f1", "f2", "f3")
LETTERS = "abcdef"
NO_OPTION = "no-such-option"

_UNITS = (1, 1, 1, 1, 2, 4, 10, 3, 7, 1000, 999_983, 2**31 - 1)
_HUGE = MOST_WRITTEN


@st.composite
def quizzes(draw: st.DrawFn) -> Described:
    """Make a quiz with questions of every kind, a total or none, and factors."""
    unit = draw(st.sampled_from(_UNITS))
    most = draw(st.sampled_from((1, 4, 4, 4, 30, _HUGE if unit == 1 else 9)))
    points = st.integers(-most, most).map(lambda whole: Fraction(whole, unit))
    if draw(st.integers(0, 3)) == 0:
        points = st.integers(0, min(most, 6)).map(Fraction)
    alike = draw(_options(points, is_split=False)) if draw(st.booleans()) else None
    size = draw(st.sampled_from((1, 2, 2, 3, 3, 4, 5, 6)))
    has_total = draw(st.integers(0, 4)) > 0
    questions: list[Asked] = []
    for number in range(size):
        asked = draw(_question(f"q{number}", points, questions, alike))
        questions.append(asked if has_total else replace(asked, weight=Fraction(0)))
    used = {name for asked in questions for name in (*asked.named, *asked.factors)}
    bare = Described(
        tuple(questions),
        tuple(
            Scored(name)
            for name in (TOTAL, *FACTORS)
            if name in used
            or (name == TOTAL and any(asked.weight for asked in questions))
        ),
    )
    return replace(
        bare, scores=tuple(draw(scored(one.id, bare)) for one in bare.scores)
    )


@st.composite
def _question(
    draw: st.DrawFn,
    name: str,
    points: st.SearchStrategy[Fraction],
    earlier: list[Asked],
    alike: dict[str, Points] | None,
) -> Asked:
    kind = draw(st.integers(0, 31))
    is_split = kind % 4 == 0 and alike is None
    is_multiple = kind // 4 % 4 == 0 and alike is None
    weight, place = draw(_weight), draw(_weight)
    names = draw(st.sampled_from(((), FACTORS[:1], FACTORS[:1], FACTORS[1:2], FACTORS)))
    return Asked(
        id=name,
        options=alike or draw(_options(points, is_split=is_split)),
        weight=weight,
        factors={} if is_split else {one: place for one in names if place},
        multiple=is_multiple,
        optional=not is_multiple and draw(st.integers(0, 4)) == 0,
        reverse=draw(st.integers(0, 2)) == 0,
        when=draw(_whens(earlier)) if earlier and draw(st.booleans()) else (),
    )


_weight = st.sampled_from(
    [Fraction(one) for one in ("1", "1", "1", "1", "-1", "2", "1/2", "-2/3", "5", "0")]
)


@st.composite
def _options(
    draw: st.DrawFn, points: st.SearchStrategy[Fraction], *, is_split: bool
) -> dict[str, Points]:
    worth: st.SearchStrategy[Points] = points
    if is_split:
        worth = st.dictionaries(st.sampled_from(FACTORS), points, min_size=1)
    worths = draw(st.lists(worth, min_size=1, max_size=4))
    if draw(st.booleans()):
        worths.insert(draw(st.integers(0, len(worths))), None)
    return dict(zip(LETTERS, worths, strict=False))


@st.composite
def _whens(
    draw: st.DrawFn, earlier: list[Asked]
) -> tuple[dict[str, tuple[str, ...]], ...]:
    alternatives = []
    for _ in range(draw(st.sampled_from((1, 1, 2)))):
        named = draw(
            st.lists(
                st.sampled_from(earlier),
                min_size=1,
                max_size=2,
                unique_by=lambda q: q.id,
            )
        )
        alternatives.append(
            {asked.id: draw(_some(tuple(asked.options))) for asked in named}
        )
    return tuple(alternatives)


def _some(options: tuple[str, ...]) -> st.SearchStrategy[tuple[str, ...]]:
    chosen = st.lists(st.sampled_from(options), min_size=1, max_size=2, unique=True)
    return chosen.map(tuple)


@st.composite
def pairs(draw: st.DrawFn, size: int) -> tuple[Described, list[Answers]]:
    """Make a quiz, and so many sets of answers to it.

    The answers come from one string of bytes, a byte a question: twenty times faster
    than a draw for each.
    """
    quiz = draw(quizzes())
    width = len(quiz.questions) + 1
    drawn = draw(st.binary(min_size=size * width, max_size=size * width))
    rows = [drawn[at : at + width] for at in range(0, len(drawn), width)]
    return quiz, [_answers(quiz, row) for row in rows]


def _answers(quiz: Described, row: bytes) -> Answers:
    """Read a row of bytes as answers; the last byte says how sloppy they are."""
    is_sloppy = row[-1] % 4 == 3
    answers = {
        asked.id: answer
        for asked, byte in zip(quiz.questions, row, strict=False)
        if (answer := _answer(asked, byte, is_sloppy=is_sloppy)) is not None
    }
    return {**answers, "nobody-asked": "a"} if row[-1] == 255 else answers


def _answer(asked: Asked, byte: int, *, is_sloppy: bool) -> str | list[str] | None:
    options = tuple(asked.options)
    if is_sloppy and byte >= 160:
        odd = (
            None,
            NO_OPTION,
            [],
            ["a", NO_OPTION],
            list(options),
            "a",
            "",
            ["a", "a"],
        )
        return odd[byte % len(odd)]
    if asked.optional and byte % 5 == 4:
        return None
    if not asked.multiple:
        return options[byte % len(options)]
    scored = [one for one in options if asked.options[one] is not None]
    if len(scored) < len(options) and byte % 6 == 5:
        return [one for one in options if asked.options[one] is None]
    ticked = [one for bit, one in enumerate(scored) if byte >> bit & 1]
    return ticked[::-1] if byte >= 128 else ticked or None
