"""Exact numbers as text."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwispel.core.ratio import Ratio, rounded
from kwispel.core.show import decimal_text, exact_text, score_text

if TYPE_CHECKING:
    from kwispel.core.shapes import ScoreBand

numerators = st.integers(-(10**12), 10**12)
denominators = st.integers(1, 10**6)


def starting(limit: int) -> list[ScoreBand]:
    """Give a band, and one above it that starts at a limit."""
    return [{"id": "low", "from": Ratio(-(10**15))}, {"id": "b", "from": Ratio(limit)}]


@given(numerators, st.integers(0, 6), st.integers(0, 8))
def test_rounding_agrees_with_decimal(n: int, power: int, decimals: int) -> None:
    """Half away from zero, as `decimal` rounds numbers that it can hold exactly."""
    with localcontext() as context:
        context.prec = 60
        exact = Decimal(n) / Decimal(10) ** power
        said = exact.quantize(Decimal(10) ** -decimals, ROUND_HALF_UP)

    text = decimal_text(Ratio(n, 10**power), decimals)

    assert text == (f"{said:f}" if said else f"{abs(said):f}")


@given(numerators, denominators, st.integers(0, 8))
def test_text_has_exactly_the_decimals_asked_for(n: int, d: int, k: int) -> None:
    """There are k digits after the point, and the error is at most half a step."""
    text = decimal_text(Ratio(n, d), k)

    assert len(text.partition(".")[2]) == k
    assert abs(Fraction(text) - Fraction(n, d)) <= Fraction(1, 2 * 10**k)


@given(numerators, denominators)
def test_exact_text_loses_nothing(n: int, d: int) -> None:
    """What is written without rounding reads back as the same number."""
    assert Fraction(exact_text(Ratio(n, d))) == Fraction(n, d)


@pytest.mark.parametrize(
    ("n", "d", "text"),
    [(5, 2, "2.5"), (-7, 3, "-7/3"), (3, 40, "0.075"), (12, 4, "3"), (0, 5, "0")],
)
def test_exact_text_prefers_decimals(n: int, d: int, text: str) -> None:
    """A fraction is written only where no decimal ends."""
    assert exact_text(Ratio(n, d)) == text


@given(numerators, denominators, st.integers(0, 3), st.integers(-100, 100))
def test_score_text_stays_on_its_side_of_a_limit(
    n: int, d: int, decimals: int, limit: int
) -> None:
    """A shown score never reads as if it lay in another band."""
    value = Ratio(n, d)

    shown = Fraction(score_text(value, decimals, starting(limit)))

    assert (Fraction(n, d) >= limit) == (shown >= limit)


def test_no_more_digits_are_shown_than_needed() -> None:
    """Without a limit in the way the text is as short as was asked."""
    assert score_text(Ratio(459, 20), 0, starting(40)) == "23"
    assert score_text(Ratio(459, 20), 0, starting(23)) == "22.95"


def test_rounding_keeps_an_exact_number() -> None:
    """Rounding gives a number to compare, not a text."""
    assert rounded(Ratio(-1, 8), 2) == Ratio(-13, 100)
