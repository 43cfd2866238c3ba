"""What CSS counts, and what it may not pretend to count."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from kwispel.compile import compile_quiz
from kwispel.model.shapes import Quiz
from kwispel.render.rules import quiz_rules
from kwispel.render.tally import Tallies, tally
from testkit.quizzes import question, quiz, score


def counted(made: Quiz) -> Tallies:
    """Give the tallies of a quiz."""
    return tally(compile_quiz(made))


def added_by(tallies: Tallies, asked: str, option: str) -> str:
    """Give what an option adds."""
    return tallies.increments[tallies.by_option[asked, option]]


def test_option_adds_its_points_and_the_range_of_its_question() -> None:
    """So the scale that is shown is that of the questions answered so far."""
    tallies = counted(quiz([question("q", [3, 1])], score("total", {"q": 1})))

    assert added_by(tallies, "q", "a") == "kw-answered kw-t 3 kw-t-min 1 kw-t-max 3"


def test_not_applicable_adds_nothing_but_an_answer() -> None:
    """What does not apply shrinks the scale."""
    tallies = counted(quiz([question("q", [3, 1, None])], score("total", {"q": 1})))

    assert added_by(tallies, "q", "c") == "kw-answered"


def test_factor_is_counted_beside_the_total_with_its_weight() -> None:
    """A whole weight multiplies points and range."""
    factor = score("f", {"q": 2})
    made = quiz([question("q", [3, 1])], score("total", {"q": 1}), factor)

    assert added_by(counted(made), "q", "b") == (
        "kw-answered kw-t 1 kw-t-min 1 kw-t-max 3 kw-1 2 kw-1-min 2 kw-1-max 6"
    )


def test_negative_weight_counts_down() -> None:
    """CSS adds negative numbers as well."""
    made = quiz([question("q", [0, 2])], score("total", {"q": -1}))

    assert added_by(counted(made), "q", "b") == "kw-answered kw-t -2 kw-t-min -2"


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
        {"missing": "lowest"},
        {"hidden": "lowest"},
        {"table": (Fraction(0), Fraction(4))},
    ],
)
def test_what_is_no_plain_sum_of_whole_points_is_not_counted(
    keys: dict[str, object],
) -> None:
    """A number that might be wrong is not shown."""
    total = replace(score("total", {"q": 1}), **keys)  # type: ignore[arg-type]

    assert counted(quiz([question("q", [1, 2])], total)).counters == {}


def test_rules_reset_every_counter_that_they_move() -> None:
    """A counter that is not reset around the whole quiz shows 0."""
    made = quiz([question("q", [1, 2])], score("total", {"q": 1}))
    css = quiz_rules(made, counted(made))

    assert (
        "[data-kw=quiz-root]{counter-reset:kw-answered kw-t kw-t-min kw-t-max}" in css
    )
    assert '[data-counter="kw-t-max"]::before{content:counter(kw-t-max)}' in css


def test_rules_show_chosen_advice_only_without_scripts() -> None:
    """Where scripts run, the runtime shows it."""
    made = quiz([question("q", [1, 2])], score("total", {"q": 1}))
    rules = quiz_rules(made, counted(made)).split("}")
    about_advice = [rule for rule in rules if "data-advice" in rule]

    assert len(about_advice) == 2
    assert all(rule.startswith("html:not([data-scripts])") for rule in about_advice)
