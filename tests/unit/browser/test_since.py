"""An earlier result beside the one of now: in numbers, with signs, and in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as some

from kwispel.browser.since import (
    DATED,
    REFUSED,
    SINCE,
    UNDATED,
    answer_changes,
    differing,
    filled,
    refused_changes,
    score_changes,
    since_changes,
)
from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from testkit.quizzes import question, quiz, score

if TYPE_CHECKING:
    from kwispel.browser.shapes import Change, Signs
    from kwispel.core.shapes import Answers, Result

SIGNS: Signs = {"decimal": ",", "minus": "\u2212", "colon": ": ", "digits": ""}
WORDS = {"higher": "higher", "lower": "lower", "equal": "the same"}
ALL_A = {"q1": "a", "q2": "a", "q3": "a"}


def result_of(answers: Answers, **given: str) -> Result:
    """Score three questions from 1 to 3 with n.a., in a total and a factor of two."""
    members = {"q1": 1, "q2": 1, "q3": 1}
    questions = [question(name, ["0.5", 2, 3, None]) for name in members]
    total = score("total", members, decimals=1, **given)
    factor = score("care", {"q1": 1, "q2": 1}, **given)
    result = outcome(compile_quiz(quiz(questions, total, factor)), answers)["result"]
    assert result
    return result


def shown(made: list[Change], name: str) -> list[str]:
    """Give what the row of a score says: then, now, and the difference."""
    place = f'[data-since="{name}"] [data-part='
    texts = {selector: text for _, selector, text in made}
    return [texts[f"{place}{part}]"] for part in ("then", "now", "difference")]


def compared(then: Answers, now: Answers, **given: str) -> list[Change]:
    """Compare two sets of answers."""
    return score_changes(
        result_of(then, **given), result_of(now, **given), SIGNS, WORDS
    )


def test_every_score_stands_beside_the_earlier_one() -> None:
    """With the difference, its sign and a word, in the signs of the locale."""
    made = compared(ALL_A, {**ALL_A, "q3": "b"})

    assert shown(made, "total") == ["1,5", "3,0", "+1,5 higher"]
    assert shown(made, "care") == ["1", "1", "the same"]


def test_less_is_told_with_the_minus_of_the_locale() -> None:
    """And with its word."""
    made = compared({**ALL_A, "q1": "c"}, ALL_A)

    assert shown(made, "total")[2] == "\u22122,5 lower"


def test_the_difference_is_that_of_the_numbers_that_are_shown() -> None:
    """The factor is 2.5 and shown as 3, then 4: nobody has to wonder about 1.5."""
    made = compared({**ALL_A, "q1": "b"}, {"q1": "b", "q2": "b", "q3": "a"})

    assert shown(made, "care") == ["3", "4", "+1 higher"]


def test_a_score_that_there_was_not_has_no_difference() -> None:
    """Then or now."""
    made = compared({"q1": "d", "q2": "d", "q3": "a"}, ALL_A)

    assert shown(made, "care") == ["\u2013", "1", "\u2013"]


def test_scales_of_another_length_are_not_compared() -> None:
    """Where n.a. shortens the scale, the same number says something else."""
    made = compared({**ALL_A, "q3": "d"}, ALL_A, missing="shrink")

    assert shown(made, "total") == ["1,0", "1,5", "\u2013"]


def test_questions_that_were_answered_in_another_way_are_named() -> None:
    """By number, with both lines; n.a. is another way too."""
    found = differing(result_of(ALL_A), result_of({"q1": "a", "q2": "c", "q3": "d"}))

    assert [one["number"] for one in found] == [2, 3]
    assert [one["then"]["answer"] for one in found] == ["a", "a"]
    assert [one["now"]["answer"] for one in found] == ["c", "d"]


def test_the_same_answers_differ_in_nothing() -> None:
    """There is no list."""
    assert differing(result_of(ALL_A), result_of(ALL_A)) == []
    assert ("hide", '[data-kw="since-answers"]', "") in answer_changes([])
    assert ("show", '[data-kw="since-answers"]', "") in answer_changes(["one"])


def test_the_day_of_then_is_told_where_it_is_known() -> None:
    """A code that was pasted has none."""
    assert ("fill", DATED, "1 March") in since_changes("1 March")
    assert ("hide", UNDATED, "") in since_changes("1 March")
    assert ("hide", DATED, "") in since_changes("")
    assert since_changes(None) == [("hide", SINCE, "")]


def test_a_code_that_cannot_be_compared_is_told() -> None:
    """On the page and to screen readers; one that can takes that back."""
    word = '[data-word="other-version"]'

    assert ("copy", REFUSED, word) in refused_changes("other-version")
    assert ("copy", '[data-kw="status"]', word) in refused_changes("other-version")
    assert refused_changes("") == [("hide", REFUSED, "")]


@pytest.mark.parametrize(
    ("template", "told"),
    [
        ("{a} and {b}", "1 and {a}"),
        ("no names", "no names"),
        ("{b}{a}", "{a}1"),
        ("", ""),
    ],
)
def test_texts_fill_a_template_once(template: str, told: str) -> None:
    """What is filled in is not looked at again."""
    assert filled(template, {"a": "1", "b": "{a}"}) == told


@given(some.text(), some.text())
def test_any_text_may_be_filled_in(before: str, inside: str) -> None:
    """Braces in it stay what they are."""
    clean = before.replace("{", "").replace("}", "")

    assert filled(clean + "{x}", {"x": inside}) == clean + inside
