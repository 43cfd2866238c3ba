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


OPERATIONS = ["add", "sub", "mul", "truediv", "floordiv", "mod"]
DIVISIONS = {"truediv", "floordiv", "mod"}


@pytest.mark.parametrize("name", OPERATIONS)
@pytest.mark.parametrize("is_reflected", [False, True])
@given(pair=pairs, other=others)
def test_arithmetic_agrees_with_fraction(
    name: str,
    is_reflected: bool,  # noqa: FBT001 - pytest passes it by name
    pair: Any,  # noqa: ANN401 - as both gives
    other: Any,  # noqa: ANN401 - as both gives
) -> None:
    """Every operation is exact, with Ratios and with whole numbers on either side."""
    (a, x), (b, y) = both(pair), both(other)
    if is_reflected:
        a, x, b, y = b, y, a, x
    if name in DIVISIONS and y == 0:
        with pytest.raises(ZeroDivisionError):
            getattr(operator, name)(a, b)
        return

    ours, theirs = getattr(operator, name)(a, b), getattr(operator, name)(x, y)

    assert (ours.n, ours.d) == (theirs.numerator, theirs.denominator)


@pytest.mark.parametrize("name", ["neg", "pos", "abs"])
@given(pairs)
def test_signs_agree_with_fraction(name: str, pair: tuple[int, int]) -> None:
    """Turned round, left, or taken off; and only 0 is false."""
    ours, theirs = both(pair)

    found = getattr(operator, name)(ours)

    assert Fraction(repr(found)) == getattr(operator, name)(theirs)
    assert bool(ours) == bool(theirs)


def test_a_whole_ratio_is_an_index_and_no_other_is() -> None:
    """A score can look itself up in a table, where it has a row."""
    table = ["none", "one", "two"]

    assert table[Ratio(4, 2)] == "two"
    assert int(Ratio(-3)) == -3
    with pytest.raises(TypeError, match="3/2 is not whole"):
        _ = table[Ratio(3, 2)]


@given(wholes)
def test_a_whole_ratio_is_the_same_key_as_its_number(number: int) -> None:
    """What is equal has one hash."""
    assert hash(Ratio(number)) == hash(number)
    assert {number: "found"}[Ratio(number)] == "found"


def test_a_ratio_in_a_sentence_is_as_short_as_can_be() -> None:
    """The form for machines always has both parts."""
    assert (str(Ratio(6, 2)), str(Ratio(1, 2))) == ("3", "1/2")
    assert (repr(Ratio(6, 2)), f"{Ratio(6, 2)}") == ("3/1", "3")


@pytest.mark.parametrize("name", ["eq", "ne", "lt", "le", "gt", "ge"])
@given(pair=pairs, other=others)
def test_comparison_agrees_with_fraction(name: str, pair: Any, other: Any) -> None:  # noqa: ANN401 - as both gives
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
