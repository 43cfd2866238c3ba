"""In which order the result speaks of the questions."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from kwispel.browser.order import asked_order, gain_order, put_off
from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from testkit.quizzes import question, quiz, score
from testkit.sample_pages import rules_quiz

if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, LedgerLine, Sheet
    from kwispel.model.shapes import Quiz


def scored(made: Quiz, answers: Answers) -> tuple[Sheet, list[LedgerLine]]:
    """Give a quiz's sheet, and the ledger of these answers."""
    sheet = compile_quiz(made)
    result = outcome(sheet, answers)["result"]
    assert result
    return sheet, result["ledger"]


def order(made: Quiz, answers: Answers) -> list[str]:
    """Give the questions by what is left to gain."""
    return gain_order(*scored(made, answers))


def test_what_leaves_most_comes_first_and_equals_in_order_of_asking() -> None:
    """Full marks and n.a. leave nothing, and come last in their own order."""
    names = ["one", "two", "three", "four", "five"]
    asked = [question(name, [1, 2, 3, None]) for name in names]
    made = quiz(asked, score("total", dict.fromkeys(names, 1)))
    answers = {"one": "d", "two": "b", "three": "c", "four": "a", "five": "b"}

    assert order(made, answers) == ["four", "two", "five", "one", "three"]


def test_ids_that_look_like_numbers_keep_the_order_of_asking() -> None:
    """Brython's dicts put such keys first, so that no dict may decide it."""
    asked = [question(name, [0, 1]) for name in ("b", "2", "1")]
    made = quiz(asked, score("total", {"b": 1, "2": 1, "1": 1}))

    assert order(made, {"b": "a", "2": "a", "1": "a"}) == ["b", "2", "1"]


def test_weights_count_in_what_is_left() -> None:
    """One point of a question that counts three times is more than two of another."""
    asked = [question("light", [0, 1, 2]), question("heavy", [0, 1])]
    made = quiz(asked, score("total", {"light": 1, "heavy": 3}))

    assert order(made, {"light": "a", "heavy": "a"}) == ["heavy", "light"]


def test_without_a_total_parts_of_different_factors_are_compared() -> None:
    """A tenth of a long scale is less than half of a short one."""
    asked = [
        question("long", [0, 5]),
        question("longer", [0, 45]),
        question("short", [0, 1]),
        question("shorter", [0, 1]),
    ]
    factors = [
        score("big", {"long": 1, "longer": 1}),
        score("small", {"short": 1, "shorter": 1}),
    ]
    made = quiz(asked, None, *factors)
    answers = dict.fromkeys(("long", "longer", "short", "shorter"), "a")

    assert order(made, answers) == ["longer", "short", "shorter", "long"]


def test_what_the_total_does_not_count_comes_after_what_it_does() -> None:
    """It cannot raise the total, but is still worth more than nothing."""
    asked = [
        question("full", [0, 1]),
        question("beside", [0, 9], weight=Fraction(0)),
        question("counted", [0, 1]),
    ]
    total = score("total", {"full": 1, "counted": 1})
    made = quiz(asked, total, score("care", {"beside": 1}))

    answers = {"full": "b", "beside": "a", "counted": "a"}
    assert order(made, answers) == ["counted", "beside", "full"]


def test_a_score_that_is_turned_round_gains_by_fewer_points() -> None:
    """With a negative factor the least points are the best ones."""
    asked = [question(name, [0, 1, 2]) for name in ("low", "high")]
    total = score("total", {"low": 1, "high": 1}, multiply=Fraction(-1))

    assert order(quiz(asked, total), {"low": "b", "high": "c"}) == ["high", "low"]


def test_questions_that_were_not_asked_are_left_out() -> None:
    """Nothing is said of them, in either order."""
    sheet, ledger = scored(rules_quiz(), {"several": [], "split": "b"})

    assert asked_order(ledger) == ["several", "split"]
    assert gain_order(sheet, ledger) == ["several", "split"]


def test_all_are_shown_where_only_one_would_be_put_off() -> None:
    """A button that brings one question is more work than the question."""
    assert put_off(["a", "b", "c", "d"]) == []
    assert put_off(["a", "b", "c", "d", "e"]) == ["d", "e"]
