"""No letter may always win in a quiz that tries to balance."""

from __future__ import annotations

import pytest

from kwispel.compile import compile_quiz
from kwispel.model.questions import Question
from kwispel.model.shapes import Quiz
from kwispel.prove.quiz import prove
from kwispel.prove.readers import (
    letters,
    middle,
    result_of,
    same_letter,
    upper_middle,
)
from testkit.proofs import codes
from testkit.quizzes import Number, bands, question, quiz, score


def balanced(
    *rows: list[Number | None], intended: tuple[str, ...] = (), high: Number = 0
) -> Quiz:
    """Make a quiz of these rows of points with a bottom and a top band."""
    worth = [[points for points in row if points is not None] for row in rows]
    low = sum(min(row) for row in worth) + 1
    made = bands(low=None, mid=low, high=high or sum(max(row) for row in worth))
    asked = [question(f"q{i}", row) for i, row in enumerate(rows)]
    return quiz(
        asked, score("total", {q.id: 1 for q in asked}, bands=made), intended=intended
    )


def test_a_letter_that_always_wins_is_told() -> None:
    """The first option is the best everywhere, though orders differ."""
    made = balanced([3, 1, 2], [3, 2, 1])

    [problem] = prove(made, compile_quiz(made))

    assert problem.code == "same-letter"
    assert problem.level == "warning"
    assert "option 1 lands in the top band" in problem.message


def test_a_quiz_that_does_not_try_to_balance_is_left_alone() -> None:
    """Where all questions rise, the last letter is meant to be the top."""
    assert codes(balanced([1, 2, 3], [1, 2, 3])) == []
    assert codes(balanced([3, 1, 2], [3, 2, 1], intended=("same-letter",))) == []
    assert codes(balanced([1, 2, 3], [3, 1, 2])) == []


def test_a_quiz_without_any_score_cannot_be_out_of_balance() -> None:
    """Where nothing counts there is no total to land at an end of."""
    made = quiz([question("q0", [0, 1]), question("q1", [1, 0])], None)

    assert [p.code for p in prove(made, compile_quiz(made)) if p.level == "error"] == []


def test_an_na_in_another_place_is_no_other_order() -> None:
    """Points that only rise have one order, with n.a. among them or not."""
    assert codes(balanced([1, 2, 3], [None, 1, 3], [1, 3])) == []


def test_a_negative_weight_is_another_order() -> None:
    """Both rise, and one of them is taken away: nobody comes far by one letter."""
    asked = [question("x", [1, 2, 3]), question("y", [4, 5, 6])]
    taken = score("total", {"x": 1, "y": -1}, bands=bands(low=None, mid=-2, high=-1))
    added = score("total", {"x": 1, "y": 1}, bands=bands(low=None, mid=6, high=9))

    assert codes(quiz(asked, taken)) == ["same-letter"]
    assert codes(quiz(asked, added)) == []


def test_the_orders_of_multiple_choices_are_no_attempt_to_balance() -> None:
    """Ticks have no order that anybody follows."""
    asked = [
        question("x", [1, 2, 3]),
        question("y", [3, 0, 0], is_multiple=True),
    ]
    total = score("total", {"x": 1, "y": 1}, bands=bands(low=None, high=4))

    assert codes(quiz(asked, total)) == []


@pytest.mark.parametrize(
    ("position", "answers"),
    [
        (0, ["a", "b", "a", ["a"]]),
        (1, ["b", "b", "a", ["b"]]),
        (2, ["c", "c", "a", ["b"]]),
        (3, ["c", "c", "a", ["b"]]),
    ],
)
def test_the_same_letter_is_the_nearest_that_has_points(
    position: int, answers: list[str | list[str]]
) -> None:
    """Missing or n.a.: the last before it, or the first; one tick where many may be."""
    made = quiz(various(), score("total", {"x": 1}))

    result = result_of(compile_quiz(made), same_letter(position))

    assert [line["answer"] for line in result["ledger"]] == answers


def test_there_are_as_many_letters_as_a_single_choice_has() -> None:
    """Up to the last one with points; without single choices the others count."""
    made = quiz(various(), score("total", {"x": 1}))
    ticked = quiz(various()[3:], score("total", {"t": 1}))

    assert letters(compile_quiz(made)) == 3
    assert letters(compile_quiz(ticked)) == 2


def test_an_even_handed_reader_takes_the_middle_of_the_points() -> None:
    """Of two middles the lower or the higher; every other tick."""
    asked = [
        question("x", [3, 1, 2, None]),
        question("y", [4, 1, 3, 2]),
        question("t", [1, 2, 3], is_multiple=True),
    ]
    sheet = compile_quiz(quiz(asked, score("total", {"x": 1})))

    def answers(chosen: object) -> list[object]:
        ledger = result_of(sheet, chosen)["ledger"]  # type: ignore[arg-type] # a reader
        return [line["answer"] for line in ledger]

    assert answers(middle) == ["c", "d", ["b"]]
    assert answers(upper_middle) == ["c", "c", ["a", "c"]]


def various() -> list[Question]:
    """Make questions with n.a. last, first, with one option, and with ticks."""
    return [
        question("x", [1, 2, 3, None]),
        question("y", [None, 1, 2]),
        question("z", [1]),
        question("t", [1, 2], is_multiple=True),
    ]
