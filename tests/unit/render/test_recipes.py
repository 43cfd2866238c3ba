"""How a score is computed and what is said beside it, for every rule there is."""

from __future__ import annotations

import re
from dataclasses import replace
from fractions import Fraction

import pytest

from kwispel.model.questions import Question
from kwispel.model.shapes import MinimumAnswered, Quiz
from kwispel.render.context import QuizView
from kwispel.render.context_scores import ScoreView
from testkit.quizzes import bands, question, quiz, score
from testkit.sample_pages import sample_pages_of, shared

FEW = [0, 1, None]


def view(made: Quiz) -> QuizView:
    """Give a quiz as templates see it."""
    seen = sample_pages_of(made)[f"{made.id}/index.html"].quiz
    assert seen
    return seen


def total(*asked: Question, **keys: object) -> ScoreView:
    """Give the total of some questions."""
    members = {each.id: 1 for each in asked}
    seen = view(quiz(asked, score("total", members, **keys))).total
    assert seen
    return seen


def conditional(**given: object) -> list[Question]:
    """Give two questions, the second of which is not always asked."""
    return [question("q", FEW), question("r", [1, 3], when=({"q": ("a",)},), **given)]


@pytest.mark.parametrize(
    ("missing", "told"),
    [
        ("rescale", "your place between the lowest and the highest"),
        ("mean", "it counts as the average of the others."),
        ("shrink", "the scale is that of the others, and each limit keeps its place"),
        ("lowest", "it counts as the least it can bring."),
        ("refuse", "there is no score."),
    ],
)
def test_what_na_does_to_a_sum_is_told_where_it_can_happen(
    missing: str, told: str
) -> None:
    """By the rule of that score; where nothing can drop out there is nothing to say."""
    assert told in total(question("q", FEW), missing=missing).recipe
    assert (
        told in total(question("q", [0, 1], is_optional=True), missing=missing).recipe
    )
    assert (
        total(question("q", [0, 1]), missing=missing).recipe == "The points added up."
    )


@pytest.mark.parametrize("method", ["mean", "percent"])
def test_nothing_is_carried_over_in_a_mean_or_percentage(method: str) -> None:
    """There only the answered count, and no rule says otherwise."""
    recipe = total(question("q", FEW), method=method).recipe

    assert "drops out" not in recipe


@pytest.mark.parametrize(
    ("hidden", "told"),
    [
        ("leave", "A question that was not asked does not count."),
        ("lowest", "A question that was not asked counts as the least"),
    ],
)
def test_what_is_hidden_is_told_by_its_rule(hidden: str, told: str) -> None:
    """Only where something can be hidden."""
    assert told in total(*conditional(), hidden=hidden).recipe
    assert told not in total(question("q", FEW), hidden=hidden).recipe


def test_table_is_told_with_the_sum_of_each_entry() -> None:
    """From the least sum on, weights and reversed questions included."""
    asked = [question("q", [1, 2]), question("r", [0, 1])]
    members = {"q": 1, "r": -1}
    entries = tuple(map(Fraction, ("10", "12.5", "20")))
    made = score("total", members, table=entries, multiply=Fraction(2))
    seen = view(quiz(asked, made)).total

    assert seen
    assert seen.recipe == (
        "The points added up. That sum is looked up in a table, sum = score:"
        " 0 = 10; 1 = 12.5; 2 = 20. Then times 2."
    )


@pytest.mark.parametrize(
    ("decimals", "told"), [(0, "to a whole number"), (2, "to 2 decimals")]
)
def test_rounding_that_makes_the_score_is_told(decimals: int, told: str) -> None:
    """It comes after all else."""
    keys = {"decimals": decimals, "add": Fraction(1, 3), "is_rounded": True}

    assert total(question("q", [0, 1]), **keys).recipe == (
        f"The points added up. Then 1/3 is added. Then rounded {told}, which is the"
        " score."
    )


@pytest.mark.parametrize(
    ("minimum", "told"),
    [
        (MinimumAnswered(share=Fraction(3, 4)), "At least 75% of what was asked must"),
        (MinimumAnswered(count=2), "At least 2 must count, or all of them where fewer"),
    ],
)
def test_minimum_goes_by_what_was_asked(minimum: MinimumAnswered, told: str) -> None:
    """Where not all is asked, no number can be given for a share."""
    assert told in total(*conditional(), minimum_answered=minimum).members


def test_minimum_says_nothing_where_every_question_must_count() -> None:
    """The recipe has said so."""
    asked = [question("q", FEW), question("r", FEW)]
    keys = {"missing": "refuse", "minimum_answered": MinimumAnswered(count=2)}

    assert total(*asked, **keys).members == "All questions."


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({}, "too few of the questions"),
        ({"missing": "refuse"}, "every question needs an answer that counts"),
        ({"table": (Fraction(1), Fraction(2))}, "falls between two lines of the table"),
    ],
)
def test_why_there_is_no_score_goes_by_its_rule(
    keys: dict[str, object], told: str
) -> None:
    """Too little was answered, or something was not, or the table has no line."""
    assert told in total(question("q", FEW), **keys).caveats.absent_html


def test_that_nothing_was_asked_is_told_where_it_can_be() -> None:
    """A score of which something is always asked needs no words for it."""
    asked = conditional()
    factors = [score(name, {"r": 1}) for name in ("f", "g")]
    factors[1] = replace(factors[1], hidden="lowest")
    seen = view(quiz(asked, score("total", {"q": 1, "r": 1}), *factors))

    assert seen.total
    told = [each.caveats.unasked for each in (seen.total, *seen.factors)]
    assert told == [
        "",
        "There is no score to give here: none of these questions was asked.",
        "",
    ]


@pytest.mark.parametrize(
    ("keys", "told"),
    [
        ({"missing": "lowest"}, "do not apply count as the least they can"),
        ({"missing": "shrink"}, "do not apply are left out: the scale and the limits"),
    ],
)
def test_what_became_of_the_others_is_told_beside_a_score_of_some(
    keys: dict[str, object], told: str
) -> None:
    """With how many of how many were answered."""
    assert told in total(question("q", FEW), **keys).caveats.partial_html


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (question("q", FEW), "Questions that do not apply are left out."),
        (
            question("q", [0, 1], is_optional=True),
            "Questions that were left open are left out.",
        ),
        (
            question("q", FEW, is_optional=True),
            "Questions that were left open or do not apply are left out.",
        ),
    ],
)
def test_what_is_left_out_is_called_by_its_name(asked: Question, told: str) -> None:
    """n.a., left open, or either."""
    assert total(asked).caveats.rescaled.startswith(told)


def test_mean_that_stands_in_is_called_so() -> None:
    """Not a place that is carried over, though it comes to the same."""
    caveats = total(question("q", FEW), missing="mean").caveats

    assert "count as the average of the others" in caveats.rescaled
    assert caveats.rescaled_short == "Filled in with the average."


def test_highest_total_of_what_was_asked_is_not_called_the_most_there_is() -> None:
    """Other answers might have led to more questions."""
    assert "All there was" not in total(*conditional()).caveats.full
    assert "All there was" in total(*conditional(), hidden="lowest").caveats.full


def test_limits_that_move_have_a_slot_each() -> None:
    """The table of bands and the scale tell what the runtime found."""
    asked = [question("q", FEW), question("r", [0, 9])]
    seen = total(*asked, missing="shrink", bands=bands(low=None, high=5))

    assert [band.limit_html for band in seen.bands] == [
        'from <span data-band-limit="low">0</span>',
        'from <span data-band-limit="high">5</span>',
    ]
    assert [(limit.label, limit.is_moved) for limit in seen.scale.limits] == [
        ("5", True)
    ]


def test_first_band_of_a_scale_whose_ends_move_begins_in_words() -> None:
    """No number is right for all; and a label on the scale might touch an end."""
    asked = conditional()
    seen = total(*asked, bands=bands(low=None, high=2))

    assert [band.limit_html for band in seen.bands] == [
        "from the lowest score",
        "from 2 points",
    ]
    assert [limit.label for limit in seen.scale.limits] == [""]


def test_ends_of_a_mean_move_only_over_unequal_ranges() -> None:
    """Members of one range have it whoever answers; signs count."""
    even = [question("q", FEW), question("r", [1, 0])]
    uneven = [question("q", FEW), question("r", [0, 2])]
    first = [
        total(*asked, method="mean", bands=bands(low=None)).bands[0].limit_html
        for asked in (even, uneven)
    ]

    assert first == ["from 0", "from the lowest score"]


def test_key_tells_points_by_factor_and_what_nothing_ticked_is_worth() -> None:
    """Who computes by hand needs both."""
    split = replace(
        shared("split", {"f": 2, "g": -1}, {"g": 1}), is_multiple=True, reverse=True
    )
    ticks = question("ticks", [3, 1], is_multiple=True, reverse=True)
    made = quiz(
        [split, ticks],
        None,
        score("f", {"split": 1, "ticks": 1}),
        score("g", {"split": 1}),
    )
    first, second = view(made).questions

    assert first.ticks_none == "Nothing ticked: F 2"
    assert [option.points for option in first.options] == [
        "F \u22122, G 1",
        "F 0, G \u22121",
    ]
    assert second.ticks_none == "Nothing ticked: 4 points"
    assert [o.points for o in second.options] == ["\u22123 points", "\u22121 point"]


def test_numbers_of_questions_promise_no_count_where_not_all_are_asked() -> None:
    """A number is a name there: ledger, conditions and recipes refer to it."""
    asked = conditional()
    seen = view(quiz(asked, score("total", {"q": 1, "r": 1})))

    assert [each.position for each in seen.questions] == ["Question 1", "Question 2"]
    assert seen.extent.startswith("up to 2 questions")


def test_condition_is_told_in_words() -> None:
    """Options by their labels, questions by their numbers."""
    asked = [
        question("q", [1, 2, 3]),
        question("r", [1, 2]),
        question("s", [1, 2], when=({"q": ("a", "c"), "r": ("b",)}, {"r": ("a",)})),
    ]
    seen = view(quiz(asked, score("total", {"q": 1, "r": 1, "s": 1})))

    told = str(seen.questions[2].condition_html)
    assert re.sub("[\u201c\u201d]", "", told) == (
        "Only if you answered Option 1 or Option 3 to question 1"
        " and Option 2 to question 2; or Option 1 to question 2."
    )
    assert seen.questions[0].condition_html is None


def test_hints_say_how_a_question_may_be_answered() -> None:
    """In words, for every reader."""
    asked = [
        question("q", [1, 2], is_multiple=True),
        question("r", [1, 2], is_optional=True),
        question("s", [1, 2]),
    ]
    seen = view(quiz(asked, score("total", {"q": 1, "r": 1, "s": 1})))

    assert [each.hints for each in seen.questions] == [
        ("You may choose more than one answer.",),
        ("You may leave this one open.",),
        (),
    ]
    assert seen.words["open"] == "left open"
    assert seen.words["none"] == "nothing ticked"
