"""What CSS counts, and what it may not pretend to count."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from kwispel.compile import compile_quiz
from kwispel.model.shapes import Quiz
from kwispel.render.conditions import asked_selectors
from kwispel.render.conventions import conventions
from kwispel.render.rules import quiz_rules, result_rules
from kwispel.render.tally import Tallies, tally
from testkit.quizzes import question, quiz, score


def counted(made: Quiz) -> Tallies:
    """Give the tallies of a quiz."""
    return tally(compile_quiz(made))


def rules(made: Quiz) -> str:
    """Give the rules of a quiz."""
    sheet = compile_quiz(made)
    return quiz_rules(made, tally(sheet), asked_selectors(sheet), conventions("en"))


def late_rules(made: Quiz) -> str:
    """Give the rules that show its result where no script runs."""
    sheet = compile_quiz(made)
    return result_rules(made, tally(sheet), asked_selectors(sheet), conventions("en"))


def added_by(tallies: Tallies, asked: str, option: str) -> str:
    """Give what an option adds."""
    return tallies.increments[tallies.by_option[asked, option]]


def test_option_adds_its_points_and_the_range_of_its_question() -> None:
    """So the scale that is shown is that of the questions answered so far."""
    tallies = counted(quiz([question("q", [3, 1])], score("total", {"q": 1})))

    assert added_by(tallies, "q", "a") == "kw-t 3 kw-t-min 1 kw-t-max 3"


def test_not_applicable_adds_nothing() -> None:
    """What does not apply shrinks the scale."""
    tallies = counted(quiz([question("q", [3, 1, None])], score("total", {"q": 1})))

    assert added_by(tallies, "q", "c") == "none"


def test_factor_is_counted_beside_the_total_with_its_weight() -> None:
    """A whole weight multiplies points and range."""
    factor = score("f", {"q": 2})
    made = quiz([question("q", [3, 1])], score("total", {"q": 1}), factor)

    assert added_by(counted(made), "q", "b") == (
        "kw-t 1 kw-t-min 1 kw-t-max 3 kw-1 2 kw-1-min 2 kw-1-max 6"
    )


def test_negative_weight_counts_down() -> None:
    """CSS adds negative numbers as well."""
    made = quiz([question("q", [0, 2])], score("total", {"q": -1}))

    assert added_by(counted(made), "q", "b") == "kw-t -2 kw-t-min -2"


def test_equal_additions_share_a_name() -> None:
    """Ten questions with the same points need no rules of their own."""
    asked = [question(name, [1, 2]) for name in ("q", "r", "s")]
    made = quiz(asked, score("total", {"q": 1, "r": 1, "s": 1}))

    assert len(counted(made).increments) == 2


@pytest.mark.parametrize(
    "keys",
    [
        {"method": "mean"},
        {"method": "percent"},
        {"multiply": Fraction(5, 2)},
        {"add": Fraction(1)},
        {"members": {"q": Fraction(1, 3)}},
        {"table": (Fraction(0), Fraction(4))},
        {"is_rounded": True},
        {"members": {"q": 2**30}},
    ],
)
def test_what_is_no_plain_sum_of_whole_points_is_not_counted(
    keys: dict[str, object],
) -> None:
    """A number that might be wrong is not shown."""
    total = replace(score("total", {"q": 1}), **keys)  # type: ignore[arg-type] # keys by name

    assert counted(quiz([question("q", [1, 2])], total)).counters == {}


@pytest.mark.parametrize("missing", ["shrink", "lowest", "refuse"])
def test_sum_that_na_changes_otherwise_than_by_carrying_over_is_not_counted(
    missing: str,
) -> None:
    """The page tells how a place is carried over by hand, and of no other rule."""
    total = score("total", {"q": 1}, missing=missing)

    assert counted(quiz([question("q", [1, 2, None])], total)).counters == {}
    assert counted(quiz([question("q", [1, 2])], total)).counters


def test_sum_whose_missing_members_count_for_the_mean_is_counted() -> None:
    """Where members have one range, that carries their place over as well."""
    total = score("total", {"q": 1}, missing="mean")

    assert counted(quiz([question("q", [1, 2, None])], total)).counters


def test_only_the_scores_that_an_optional_question_feeds_are_not_counted() -> None:
    """Nobody knows whether it still will be answered."""
    asked = [question("q", [1, 2]), question("r", [1, 2], is_optional=True)]
    made = quiz(asked, score("total", {"q": 1, "r": 1}), score("f", {"q": 1}))

    assert list(counted(made).counters) == ["f"]


def test_score_of_a_question_that_is_not_always_asked_is_not_counted() -> None:
    """What it can come to hangs on other answers."""
    asked = [question("q", [1, 2]), question("r", [1, 2], when=({"q": ("a",)},))]
    made = quiz(asked, score("total", {"q": 1, "r": 1}), score("f", {"q": 1}))

    assert list(counted(made).counters) == ["f"]


def test_nothing_is_counted_where_a_hook_may_change_it() -> None:
    """A hook may change any score."""
    sheet = compile_quiz(quiz([question("q", [1, 2])], score("total", {"q": 1})))
    sheet["hook"] = True

    assert tally(sheet).counters == {}


def test_range_of_several_ticks_is_counted_once_whatever_is_ticked() -> None:
    """A tick adds its points alone; the question itself adds what it is without."""
    asked = question("q", [3, -1, 0], is_multiple=True)
    tallies = counted(quiz([asked], score("total", {"q": 2})))

    assert tallies.by_question == {"q": "kw-t-min -2 kw-t-max 6"}
    assert [added_by(tallies, "q", option) for option in "abc"] == [
        "kw-t 6",
        "kw-t -2",
        "none",
    ]


def test_reversed_ticks_count_down_from_what_nothing_ticked_is_worth() -> None:
    """Each tick takes its points away."""
    asked = question("q", [3, 1], is_multiple=True, reverse=True)
    tallies = counted(quiz([asked], score("total", {"q": 1})))

    assert tallies.by_question == {"q": "kw-t 4 kw-t-max 4"}
    assert added_by(tallies, "q", "a") == "kw-t -3"


def test_several_ticks_beside_na_are_not_counted() -> None:
    """CSS cannot take back what is ticked beside n.a."""
    asked = question("q", [3, 1, None], is_multiple=True)

    assert counted(quiz([asked], score("total", {"q": 1}))).counters == {}


def test_question_counts_itself_as_answered() -> None:
    """One rule does for all, and several ticks are one answer."""
    css = rules(quiz([question("q", [3, 1])], score("total", {"q": 1})))

    assert "[data-question]:has(:checked){counter-increment:kw-answered}" in css


def test_browser_without_has_counts_beside_a_chosen_radio() -> None:
    """Not on the radio itself, which counts points there."""
    css = rules(quiz([question("q", [3, 1])], score("total", {"q": 1})))

    assert (
        "@supports not selector(:has(*)){[type=radio][data-tally]:checked + *"
        "{counter-increment:kw-answered}}"
    ) in css


def test_points_that_a_question_brings_by_itself_do_not_undo_its_count() -> None:
    """An element's counters move by one rule alone."""
    asked = [question("q", [3, 1], is_multiple=True), question("r", [0, 1])]
    css = late_rules(quiz(asked, score("total", {"q": 1, "r": 1})))

    assert '[data-question="q"]{counter-increment:kw-t-max 4}' in css
    assert (
        '[data-question="q"]:has(:checked){counter-increment:kw-answered 1 kw-t-max 4}'
        in css
    )


def test_questions_are_counted_where_not_all_are_always_asked() -> None:
    """Progress goes by what is asked: what is not shown does not count."""
    asked = [
        question("q", [1, 2]),
        question("r", [1, 2], is_multiple=True, when=({"q": ("a",)},)),
    ]
    css = rules(quiz(asked, score("total", {"q": 1, "r": 1})))

    assert "counter-reset:kw-answered kw-asked}" in css
    assert "[data-question]{counter-increment:kw-asked}" in css
    assert (
        "[data-question]:has(:checked){counter-increment:kw-answered kw-asked}" in css
    )


def test_rules_reset_every_counter_that_they_move() -> None:
    """A counter that is not reset around the whole quiz shows 0."""
    made = quiz([question("q", [1, 2])], score("total", {"q": 1}))
    css = late_rules(made)

    assert "[data-kw=quiz-root]{counter-reset:kw-answered}" in rules(made)
    assert (
        "[data-kw=quiz-root]{counter-reset:kw-answered kw-t kw-t-min kw-t-max}" in css
    )
    assert '[data-counter="kw-t-max"]::before{content:counter(kw-t-max)}' in css


def test_points_wait_for_the_style_of_the_result() -> None:
    """What shows while a reader answers says how many answers there are."""
    made = quiz([question("q", [1, 2])], score("total", {"q": 1}))

    assert "kw-t" not in rules(made)
    assert '[data-tally="1"]:checked{counter-increment:kw-t 1' in late_rules(made)


def test_rules_show_chosen_advice_only_without_scripts() -> None:
    """Where scripts run, the runtime shows it."""
    made = quiz([question("q", [1, 2])], score("total", {"q": 1}))
    css = late_rules(made)
    about_advice = [rule for rule in css.split("}") if "data-advice" in rule]

    assert len(about_advice) == 2
    assert all("html:not([data-scripts])" in rule for rule in about_advice)
