"""Means, deviations and alpha: against other formulas, and against a book."""

from __future__ import annotations

import statistics
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwispel.core.ratio import Ratio
from kwispel.prove.words import root
from kwispel.respondents.spread import (
    MOST_COUNTED,
    Consistency,
    Moments,
    alpha,
)
from testkit.quizzes import question, quiz, score
from testkit.respondents import scored, two_questions

numbers = st.fractions(-50, 50, max_denominator=30)
answers = st.integers(2, 5).flatmap(
    lambda k: st.lists(
        st.lists(st.integers(-9, 9), min_size=k, max_size=k), min_size=2, max_size=8
    )
)


@given(st.lists(numbers, min_size=2))
def test_mean_and_variance_are_exact(values: list[Fraction]) -> None:
    """Those of Python's own library, which computes with fractions too."""
    moments = Moments()
    for value in values:
        moments.add(Ratio(value.numerator, value.denominator))

    assert moments.mean() == statistics.mean(values)
    assert moments.variance() == statistics.variance(values)


def test_many_different_values_are_added_up_along_the_way() -> None:
    """So that they need not all be kept."""
    moments = Moments()
    for number in range(MOST_COUNTED + 3):
        moments.add(Ratio(number, 7))

    assert moments.n == MOST_COUNTED + 3
    assert moments.mean() == Fraction(MOST_COUNTED + 2, 14)


def test_what_cannot_be_said_is_none() -> None:
    """A mean of nobody, a deviation of one."""
    moments = Moments()
    assert (moments.mean(), moments.variance()) == (None, None)

    moments.add(Ratio(3))
    assert (moments.mean(), moments.variance()) == (3, None)


@given(answers)
def test_alpha_is_that_of_the_covariances(rows: list[list[int]]) -> None:
    """The other way to write it: by the mean covariance and the mean variance."""
    found = Consistency(len(rows[0]))
    for row in rows:
        found.add(row)

    columns = [[Fraction(x) for x in column] for column in zip(*rows, strict=True)]
    k = len(columns)
    pairs = [(i, j) for i in range(k) for j in range(k) if i != j]
    shared = sum(covariance(columns[i], columns[j]) for i, j in pairs) / len(pairs)
    own = sum(covariance(column, column) for column in columns) / k
    divisor = own + (k - 1) * shared
    assert found.alpha() == (k * shared / divisor if divisor else None)


def covariance(a: list[Fraction], b: list[Fraction]) -> Fraction:
    """Give the sample covariance, by its definition."""
    of_a, of_b = sum(a) / len(a), sum(b) / len(b)
    products = [(x - of_a) * (y - of_b) for x, y in zip(a, b, strict=True)]
    return sum(products, Fraction(0)) / (len(a) - 1)


def test_alpha_is_that_of_a_published_scale() -> None:
    """Five items of ten people: .633, by their deviations and correlations.

    Source: Denis (2016), Applied Univariate, Bivariate, and Multivariate Statistics.
    """
    deviations = [2.71006, 5.05085, 4.74810, 2.71621, 3.80058]
    correlations = {
        (0, 1): 0.679,
        (0, 2): 0.351,
        (0, 3): 0.827,
        (0, 4): 0.022,
        (1, 2): 0.612,
        (1, 3): 0.743,
        (1, 4): -0.463,
        (2, 3): 0.462,
        (2, 4): -0.129,
        (3, 4): -0.011,
    }
    own = [Fraction(each) ** 2 for each in deviations]
    shared = sum(
        Fraction(r) * Fraction(deviations[i]) * Fraction(deviations[j])
        for (i, j), r in correlations.items()
    )

    found = alpha(own, sum(own, Fraction(0)) + 2 * shared)

    assert found is not None
    assert f"{float(found):.3f}" == "0.633"


@pytest.mark.parametrize(
    "rows", [[[1, 2]], [], [[1, 1], [2, 0]], [[3], [4]], [[1, 2], [1, 2]]]
)
def test_alpha_is_not_always_defined(rows: list[list[int]]) -> None:
    """Not for one member, one respondent, or sums that are all the same."""
    found = Consistency(len(rows[0]) if rows else 2)
    for row in rows:
        found.add(row)

    assert found.alpha() is None


@given(st.fractions(0, 10_000, max_denominator=50), st.integers(0, 4))
def test_a_root_is_the_nearest_one(square: Fraction, decimals: int) -> None:
    """Its neighbours lie farther off."""
    half = Fraction(1, 2 * 10**decimals)

    found = root(square, decimals)

    assert max(found - half, Fraction(0)) ** 2 <= square < (found + half) ** 2


def test_statistics_are_told_beside_the_table(tmp_path: Path) -> None:
    """Scores of all who have one; alpha of those who answered every member."""
    table = tmp_path / "answers.csv"
    table.write_text("q1,q2\na,a\nb,b\nc,b\nb,d\nd,d\nx,a\n")

    made = scored(two_questions(), table, stats=True)

    # Totals 0, 2, 3, 2: (1 of 2 is 2 of 4); sums of the complete 0, 2, 3.
    assert made.told[-1].splitlines() == [
        "score   n  mean    sd  alpha  items  complete",
        "total   4  1.75  1.26  0.857      2         3",
        "warmth  3  0.67  0.58      -      1         3",
    ]
    assert len(made.lines) == 6


def test_statistics_come_out_alone_where_the_table_goes_to_a_file(
    tmp_path: Path,
) -> None:
    """As an object where objects were asked for; what cannot be said is null."""
    table, output = tmp_path / "answers.csv", tmp_path / "scores.jsonl"
    table.write_text("q1,q2\nc,b\nd,d\n")

    made = scored(two_questions(), table, output=output, stats=True, as_json=True)

    (found,) = made.objects
    assert found["statistics"]["total"] == {
        "n": 1,
        "mean": 3.0,
        "sd": None,
        "alpha": None,
        "items": 2,
        "complete": 1,
    }
    assert len(output.read_text().splitlines()) == 2


def test_alpha_counts_what_reverse_and_weights_leave(tmp_path: Path) -> None:
    """Two items that say the opposite agree once one of them is reversed."""
    table = tmp_path / "answers.csv"
    table.write_text("q1,q2\na,c\nb,b\nc,a\n")
    asked = [question(name, [0, 1, 2]) for name in ("q1", "q2")]
    weighed = quiz(asked, score("total", {"q1": 1, "q2": -1}))
    turned = [asked[0], replace(asked[1], reverse=True)]
    reversed_ = quiz(turned, score("total", {"q1": 1, "q2": 1}))

    for made in (weighed, reversed_):
        told = scored(made, table, stats=True).told[-1]
        assert told.splitlines()[1].split()[4] == "1.000"
