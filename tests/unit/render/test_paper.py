"""What a form on paper says: the points of each letter, and how to add them up."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kwispel.model.shapes import Hook, Quiz
from kwispel.render.context_paper import ScoringKeyView
from kwispel.render.paper import paper_view
from kwispel.render.wording import find_strings
from testkit.quizzes import HERE, question, quiz, score
from testkit.sample_pages import rules_quiz, sum_quiz

UI = find_strings("en")


def key_of(asked: Quiz) -> ScoringKeyView:
    """Give the scoring key of a quiz."""
    key = paper_view(asked, UI).key
    assert key
    return key


def points_of(asked: Quiz) -> dict[str, dict[int, str]]:
    """Give the lists of points of a quiz, by title and by number of the question."""
    return {
        points.title: {each.number: each.lines for each in points.questions}
        for points in key_of(asked).points
    }


def test_points_stand_in_the_order_of_the_letters() -> None:
    """A dash stands for an answer that takes the question out."""
    assert points_of(sum_quiz()) == {
        "": {1: "a 1\nb 2\nc 3", 2: "a 3\nb 1\nc \N{EN DASH}"}
    }


def test_points_are_those_after_reverse() -> None:
    """Paper has no engine that could turn them round."""
    turned = question("turned", [0, 1, 3], reverse=True)

    assert points_of(quiz([turned], score("total", {"turned": 1}))) == {
        "": {1: "a 3\nb 2\nc 0"}
    }


def test_points_per_factor_have_a_list_for_each_score() -> None:
    """With its members alone, by the numbers that they have in the quiz."""
    assert points_of(rules_quiz()) == {
        "Rare": {2: "a 0\nb 1\nc \N{EN DASH}"},
        "Giving": {1: "a 2\nb 1\nc \N{EN DASH}", 3: "a 2\nb 0"},
        "Taking": {3: "a \N{MINUS SIGN}1\nb 1"},
    }


def test_letters_stand_before_their_points_from_right_to_left_too() -> None:
    """A dash would stand on the other side of its letter than a number does."""
    arabic = replace(sum_quiz(), lang="ar")

    assert points_of(arabic)[""][2] == ("a\u200f 3\nb\u200f 1\nc\u200f \N{EN DASH}")


def test_question_in_no_score_has_no_points() -> None:
    """Its letters are for the talk afterwards."""
    asked = [question("counts", [0, 1]), question("talk", [5, 6])]

    points = points_of(quiz(asked, score("total", {"counts": 1})))

    assert points[""][2] == "a \N{EN DASH}\nb \N{EN DASH}"


def test_letters_that_run_out_become_numbers() -> None:
    """A response scale from 0 to 26 has one option more than the alphabet letters."""
    asked = quiz([question("asked", list(range(27)))], score("total", {"asked": 1}))

    assert points_of(asked)[""][1].endswith("\nz 25\n27: 26")


def test_reversed_ticks_say_what_the_question_starts_with() -> None:
    """Each tick takes something away from it."""
    ticks = question("ticks", [1, 2], is_multiple=True, reverse=True)
    asked = quiz([ticks], score("total", {"ticks": 1}))

    assert points_of(asked)[""][1].startswith("3\na ")
    assert key_of(asked).notes == (UI.paper_several, UI.paper_start)


def test_plain_key_has_no_notes() -> None:
    """Where nothing drops out and one letter is chosen, adding up is all."""
    key = key_of(quiz([question("only", [0, 1])], score("total", {"only": 1})))

    assert key.notes == ()


def test_quiz_that_shows_no_score_has_no_key() -> None:
    """Paper tells no more than the page does."""
    assert paper_view(replace(sum_quiz(), shows_score=False), UI).key is None


@pytest.mark.parametrize(
    ("missing", "is_told"),
    [("rescale", True), ("shrink", False), ("lowest", False), ("refuse", False)],
)
def test_carrying_over_is_told_where_it_is_the_rule(
    missing: str, *, is_told: bool
) -> None:
    """The other rules for n.a. say all of themselves in the recipe."""
    asked = question("asked", [0, 1, None])

    notes = key_of(quiz([asked], score("total", {"asked": 1}, missing=missing))).notes

    assert (UI.paper_carry in notes) == is_told


def test_hook_is_said_to_be_out_of_reach_of_paper() -> None:
    """A key that left it out would be wrong without saying so."""
    hooked = replace(sum_quiz(), hook=Hook((), HERE))

    assert key_of(hooked).notes[-1] == UI.paper_hook
