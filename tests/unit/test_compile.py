"""From a quiz to its sheet."""

from __future__ import annotations

import json
from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
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
