"""How often each score is reached, against trying out all patterns of answers."""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest
from hypothesis import given, settings

from kwispel.compile import compile_quiz
from kwispel.model.shapes import Quiz
from kwispel.prove import ways
from kwispel.prove.distribution import Distribution, distribution, ends, fraction
from testkit import patterns
from testkit.quiz_strategies import quizzes
from testkit.quizzes import bands, question, quiz, score


@settings(deadline=None)
@given(quizzes())
def test_the_distribution_counts_every_pattern_of_answers(made: Quiz) -> None:
    """Convolution finds what trying out all patterns finds, for each score."""
    sheet = compile_quiz(made)

    for compiled in sheet["scores"]:
        found = distribution(sheet, compiled)

        tried = list(patterns.scores(sheet, compiled["id"]))
        values = [made["value"] for made in tried]
        counted = Counter(fraction(value) for value in values if value is not None)
        in_band = Counter(made["band"] for made in tried if made["value"] is not None)
        assert found is not None
        assert {fraction(value): n for value, n in found.patterns.items()} == counted
        assert list(found.patterns) == sorted(found.patterns)
        assert found.without == values.count(None)
        assert {band: n for band, n in found.in_band.items() if n} == in_band


@settings(deadline=None)
@given(quizzes())
def test_the_ends_are_those_of_the_distribution(made: Quiz) -> None:
    """Least and greatest are found without the distribution, and are the same."""
    sheet = compile_quiz(made)

    for compiled in sheet["scores"]:
        found = distribution(sheet, compiled)

        assert found is not None
        assert ends(sheet, compiled) == found.ends


def distribution_of(made: Quiz) -> Distribution:
    """Give the distribution of a quiz's total."""
    sheet = compile_quiz(made)
    found = distribution(sheet, sheet["scores"][0])
    assert found is not None
    return found


def test_a_negative_factor_turns_the_distribution_round() -> None:
    """Scores still rise from least to most."""
    made = quiz(
        [question("x", [1, 2])], score("total", {"x": 1}, multiply=Fraction(-1))
    )

    assert distribution_of(made).ends == (-2, -1)


def test_independent_questions_that_are_no_members_leave_counts_alone() -> None:
    """They would only be a constant factor."""
    asked = [question("x", [1, 2]), question("y", [1, 2, 3])]

    found = distribution_of(quiz(asked, score("total", {"x": 1})))

    assert found.all_patterns == 2


def test_a_trigger_that_is_no_member_counts_its_answers() -> None:
    """Two of its three answers hide the member: a pattern each, without a score."""
    trigger = question("t", [0, 0, 0])
    member = question("x", [1, 2], when=({"t": ("a",)},))

    found = distribution_of(quiz([trigger, member], score("total", {"x": 1})))

    assert list(found.patterns.values()) == [1, 1]
    assert found.without == 2
    assert found.all_patterns == 4


def test_shares_of_bands_are_of_all_patterns() -> None:
    """A third of nine patterns is in the middle; no band has that name, no share."""
    asked = [question("x", [1, 2, 3, None]), question("y", [1, 2, 3])]
    made = bands(low=None, mid=4, high=5)

    found = distribution_of(quiz(asked, score("total", {"x": 1, "y": 1}, bands=made)))

    assert found.share_of("mid") == Fraction(1, 3)
    assert found.share_of("other") == 0
    assert (found.mean, found.variance, found.median) == (4, Fraction(4, 3), 4)


def test_the_median_lies_between_the_two_middle_patterns() -> None:
    """Of 1, 2, 5 and 6 it is three and a half."""
    found = distribution_of(
        quiz([question("x", [1, 2, 5, 6])], score("total", {"x": 1}))
    )

    assert found.median == Fraction(7, 2)


def test_a_score_that_never_varies_is_never_there() -> None:
    """Equal points give no range, hence no score."""
    found = distribution_of(quiz([question("x", [2, 2])], score("total", {"x": 1})))

    assert found.ends is None
    assert found.without == 2


@pytest.mark.parametrize("bound", ["MOST_SCORES", "MOST_CASES", "MOST_KEPT"])
def test_past_the_bounds_minimum_and_maximum_are_still_exact(
    bound: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where scores are too many; where cases are, nothing is known."""
    trigger = question("t", [1, 2, 4], is_multiple=True)
    member = question("x", [-5, 9, 20], when=({"t": ("a",)}, {"t": ("b",)}))
    made = quiz([trigger, member], score("total", {"x": 1, "t": 1}))
    sheet = compile_quiz(made)
    monkeypatch.setattr(ways, bound, 3)

    assert distribution(sheet, sheet["scores"][0]) is None
    known = ends(sheet, sheet["scores"][0])
    assert known == ((-4, 27) if bound == "MOST_SCORES" else None)


def test_a_long_questionnaire_is_no_effort() -> None:
    """A hundred questions of seven options have 601 scores and 7 ** 100 patterns."""
    asked = [question(f"q{i}", range(7)) for i in range(100)]

    found = distribution_of(quiz(asked, score("total", {q.id: 1 for q in asked})))

    assert len(found.patterns) == 601
    assert found.scored == 7**100
    assert found.mean == found.median == 300


def test_a_long_list_of_ticks_is_no_effort() -> None:
    """Thirty options that bring what no others bring have 2 ** 30 patterns."""
    points = [Fraction(1, 2 + i % 5) for i in range(29)]
    ticks = question("t", [0, None, *points], is_multiple=True)

    found = distribution_of(quiz([ticks], score("total", {"t": 1})))

    assert found.scored == 2**30
    assert found.mean == sum(points) / 2


def test_answers_to_a_chain_of_questions_are_forgotten_in_time() -> None:
    """Each is asked after `a` of the one before: 40 cases, and not 2 ** 40."""
    asked = [question("q0", [1, 0])]
    asked += [
        question(f"q{i}", [1, 0], when=({f"q{i - 1}": ("a",)},)) for i in range(1, 40)
    ]

    found = distribution_of(quiz(asked, score("total", {q.id: 1 for q in asked})))

    assert found.all_patterns == 41
    assert found.ends == (0, 40)


def test_a_table_is_looked_up_for_what_is_hidden_too() -> None:
    """A hidden member counts lowest, and equal entries are one score."""
    asked = [
        question("x", [0, 1, 2]),
        question("y", [1, 2], when=({"x": ("a", "c")},)),
    ]
    entries = tuple(map(Fraction, (10, 20, 20, 50)))
    total = score("total", {"x": 1, "y": 1}, hidden="lowest", table=entries)
    sheet = compile_quiz(quiz(asked, total))

    found = distribution(sheet, sheet["scores"][0])

    values = [made["value"] for made in patterns.scores(sheet, "total")]
    assert found is not None
    assert found.patterns == Counter(values)
    assert list(found.patterns.items()) == [(10, 1), (20, 3), (50, 1)]
