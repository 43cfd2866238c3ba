"""Ratio against the fraction of CPython's standard library, and its own manners."""

from __future__ import annotations

import operator
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwispel.core.ratio import Ratio

wholes = st.integers(-(10**30), 10**30)
pairs = st.tuples(wholes, wholes.filter(bool))
others = st.one_of(wholes, pairs)


def both(number: Any) -> tuple[Any, Any]:  # noqa: ANN401 - a whole number or a pair
    """Give a number as kwispel's and as the standard library's."""
    if isinstance(number, int):
        return number, number
    return Ratio(*number), Fraction(*number)


@given(pairs)
def test_lowest_terms_agree_with_fraction(pair: tuple[int, int]) -> None:
    """The denominator is positive and shares nothing with the numerator."""
    ours, theirs = both(pair)

    assert (ours.n, ours.d) == (theirs.numerator, theirs.denominator)
    assert repr(ours) == f"{theirs.numerator}/{theirs.denominator}"


@pytest.mark.parametrize("name", ["add", "sub", "mul", "truediv"])
@given(pair=pairs, other=others)
def test_arithmetic_agrees_with_fraction(name: str, pair: Any, other: Any) -> None:  # noqa: ANN401
    """The four operations are exact, with Ratios and with whole numbers."""
    (a, x), (b, y) = both(pair), both(other)
    if name == "truediv" and y == 0:
        with pytest.raises(ZeroDivisionError):
            _ = a / b
        return

    ours, theirs = getattr(operator, name)(a, b), getattr(operator, name)(x, y)

    assert (ours.n, ours.d) == (theirs.numerator, theirs.denominator)


@pytest.mark.parametrize("name", ["eq", "ne", "lt", "le", "gt", "ge"])
@given(pair=pairs, other=others)
def test_comparison_agrees_with_fraction(name: str, pair: Any, other: Any) -> None:  # noqa: ANN401
    """Order and equality are exact."""
    (a, x), (b, y) = both(pair), both(other)

    assert getattr(operator, name)(a, b) == getattr(operator, name)(x, y)


@given(pairs)
def test_equal_ratios_have_one_hash(pair: tuple[int, int]) -> None:
    """A Ratio can be the key of a dict."""
    n, d = pair

    assert hash(Ratio(n, d)) == hash(Ratio(3 * n, 3 * d))


def test_a_float_is_refused() -> None:
    """A binary fraction never gets into a score unnoticed."""
    wrong: Any = 0.5

    for mixed in (operator.add, operator.mul, operator.lt):
        with pytest.raises(TypeError):
            mixed(Ratio(1, 2), wrong)
    assert Ratio(1, 2) != wrong


def test_a_denominator_of_zero_is_refused() -> None:
    """There is no such number."""
    with pytest.raises(ZeroDivisionError):
        Ratio(1, 0)
