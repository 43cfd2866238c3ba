"""From a quiz to its sheet."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from itertools import repeat

from hypothesis import given
from hypothesis import strategies as st

from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from kwispel.model.questions import Question
from testkit.quizzes import bands, question, quiz, score

points = st.fractions(-20, 20, max_denominator=12)


def test_points_of_a_score_share_one_denominator() -> None:
    """Halves and thirds, weighted, become whole numbers over six."""
    questions = [question("x", ["1/2", 1]), question("y", ["1/3", None])]
    total = score("total", {"x": 1, "y": "1/2"})

    sheet = compile_quiz(quiz(questions, total))

    assert [q["unit"] for q in sheet["questions"]] == [2, 3]
    assert sheet["questions"][1]["points"] == [1, None]
    assert sheet["scores"][0]["unit"] == 6
    assert [m["points"] for m in sheet["scores"][0]["members"]] == [[3, 6], [1, None]]
    assert [m["weight"] for m in sheet["scores"][0]["members"]] == [6, 3]


def test_a_reversed_question_counts_backwards() -> None:
    """Minimum plus maximum minus points; n.a. stays n.a."""
    questions = [question("x", [1, 2, 5, None], reverse=True)]

    sheet = compile_quiz(quiz(questions, score("total", {"x": 1})))

    assert sheet["questions"][0]["points"] == [5, 4, 1, None]


def test_a_negative_weight_swaps_the_range_of_a_member() -> None:
    """What is least becomes greatest."""
    sheet = compile_quiz(quiz([question("x", [1, 3])], score("total", {"x": -2})))

    member = sheet["scores"][0]["members"][0]
    assert (member["low"], member["high"]) == (-6, -2)


def test_the_total_comes_first_and_factors_keep_their_order() -> None:
    """Order of showing is order of scores."""
    questions = [question("x", [1, 2])]
    factors = [score(name, {"x": 1}) for name in ("zeal", "art")]

    sheet = compile_quiz(quiz(questions, score("total", {"x": 1}), *factors))

    assert [s["id"] for s in sheet["scores"]] == ["total", "zeal", "art"]


def test_a_quiz_without_a_total_has_none() -> None:
    """Only the factors are scored."""
    sheet = compile_quiz(quiz([question("x", [1, 2])], None, score("f", {"x": 1})))

    found = outcome(sheet, {"x": "b"})["result"]

    assert found is not None
    assert found["total"] is None
    assert list(found["factors"]) == ["f"]


def test_a_sheet_is_plain_data() -> None:
    """It survives JSON unchanged."""
    total = score("total", {"x": "1/3"}, bands=bands(low=None, high="5/3"))
    sheet = compile_quiz(quiz([question("x", ["1/2", 7])], total))

    assert json.loads(json.dumps(sheet)) == sheet


@given(
    st.lists(st.lists(points, min_size=2, max_size=5), min_size=1, max_size=5),
    st.fractions(-3, 3, max_denominator=5).filter(bool),
    st.data(),
)
def test_a_sum_is_the_sum_of_what_the_author_wrote(
    worth: list[list[Fraction]], weight: Fraction, data: st.DataObject
) -> None:
    """Compiling to whole numbers changes no score."""
    questions = [question(f"q{i}", row) for i, row in enumerate(worth)]
    total = score("total", {q.id: weight for q in questions})
    sheet = compile_quiz(quiz(questions, total))
    picks = [data.draw(st.integers(0, len(row) - 1)) for row in worth]

    letters = {q.id: q.options[p].id for q, p in zip(questions, picks, strict=True)}
    result = outcome(sheet, letters)["result"]

    assert result is not None
    assert result["total"] is not None
    value = result["total"]["value"]
    said = sum(
        (weight * row[p] for row, p in zip(worth, picks, strict=True)), Fraction()
    )
    if all(min(row) == max(row) for row in worth):
        assert value is None
    else:
        assert value is not None
        assert Fraction(value.n, value.d) == said


SHARES = st.dictionaries(st.sampled_from(["f", "g"]), points)


@st.composite
def questions_of_any_kind(draw: st.DrawFn) -> Question:
    """Draw a question of one or several ticks, reversed or not, with or without n.a."""
    is_split = draw(st.booleans())
    rows = draw(st.lists(SHARES if is_split else points, min_size=1, max_size=4))
    shares = [row if isinstance(row, dict) else {} for row in rows]
    totals = [sum(row.values()) if isinstance(row, dict) else row for row in rows]
    na = [None] if draw(st.booleans()) else []
    made = question(
        "x",
        [*totals, *na],
        reverse=draw(st.booleans()),
        is_multiple=draw(st.booleans()),
    )
    split = zip(made.options, [*shares, *({} for _ in na)], strict=True)
    return replace(made, options=tuple(replace(o, shares=s) for o, s in split))


def written(asked: Question, score_id: str) -> list[Fraction]:
    """Give what the author wrote for each option that counts, for one score."""
    return [
        o.shares.get(score_id, Fraction(0)) if asked.is_split else o.points
        for o in asked.options
        if o.points is not None
    ]


def ends(asked: Question, worth: list[Fraction]) -> tuple[Fraction, Fraction]:
    """Give the least and the greatest that can be chosen."""
    if not asked.is_multiple:
        return min(worth), max(worth)
    none = Fraction(0)
    return sum(map(min, worth, repeat(none)), none), sum(
        map(max, worth, repeat(none)), none
    )


def valued(asked: Question, chosen: list[int], score_id: str) -> Fraction:
    """Work out a value by the words of docs/reference/scoring.md."""
    worth = written(asked, score_id)
    value = sum((worth[position] for position in chosen), Fraction(0))
    return sum(ends(asked, worth), -value) if asked.reverse else value


@given(questions_of_any_kind(), st.data())
def test_the_value_of_any_kind_of_question_is_what_its_author_wrote(
    asked: Question, data: st.DataObject
) -> None:
    """Ticks, reverse and points per factor come out of the sheet as they went in."""
    factors = ["f", "g"] if asked.is_split else ["f"]
    scores = [score(name, {"x": 1}) for name in factors]
    sheet = compile_quiz(quiz([asked], score("total", {"x": 1}), *scores))
    counted = [o.id for o in asked.options if not o.is_na]
    most = len(counted) if asked.is_multiple else 1
    least = 0 if asked.is_multiple else 1
    places = st.integers(0, len(counted) - 1)
    chosen = data.draw(st.lists(places, min_size=least, max_size=most, unique=True))
    ids = [counted[position] for position in chosen]

    result = outcome(sheet, {"x": ids if asked.is_multiple else ids[0]})["result"]

    assert result is not None
    (line,) = result["ledger"]
    parts = {name: valued(asked, chosen, name) for name in factors}
    whole = sum(parts.values(), Fraction(0)) if asked.is_split else parts["f"]
    assert line["value"] is not None
    assert repr(line["value"]) == f"{whole.numerator}/{whole.denominator}"
    told = {name: repr(part) for name, part in line.get("factors", {}).items()}
    said = {name: f"{p.numerator}/{p.denominator}" for name, p in parts.items()}
    assert told == (said if asked.is_split else {})


def test_conditions_are_compiled_to_positions() -> None:
    """Of the question in the sheet, and of the options in the question."""
    first = question("x", [0, 1, None], weight=Fraction(0))
    when = ({"x": ("c", "a")}, {"x": ("b",)})
    then = question("y", [0, 1], when=when, is_optional=True)

    sheet = compile_quiz(quiz([first, then], score("total", {"y": 1})))

    assert sheet["questions"][1] == {
        "id": "y",
        "options": ["a", "b"],
        "points": [0, 1],
        "unit": 1,
        "optional": True,
        "when": [
            [{"question": 0, "options": [2, 0]}],
            [{"question": 0, "options": [1]}],
        ],
    }
