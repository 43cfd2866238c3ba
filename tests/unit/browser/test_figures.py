"""Numbers as the reader's language writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kwispel.browser.figures import (
    NONE,
    counted,
    exact_figure,
    figure,
    localised,
    risen,
    whole,
)
from kwispel.core.ratio import Ratio

if TYPE_CHECKING:
    from kwispel.browser.shapes import Signs

SIGNS: Signs = {"decimal": ",", "minus": "~", "colon": ": ", "digits": ""}


@pytest.mark.parametrize(
    ("text", "expected"), [("-1.50", "~1,50"), ("21", "21"), (None, NONE)]
)
def test_signs_are_those_of_the_locale(text: str | None, expected: str) -> None:
    """The digits stay; for what is missing there is a sign of its own."""
    assert localised(text, SIGNS) == expected


def test_a_figure_is_rounded_to_its_decimals() -> None:
    """Half away from zero, as everywhere."""
    assert figure(Ratio(-5, 2), 0, SIGNS) == "~3"
    assert figure(None, 2, SIGNS) == NONE


def test_an_exact_figure_is_never_rounded() -> None:
    """What does not end as a decimal is a fraction."""
    assert exact_figure(Ratio(-5, 8), SIGNS) == "~0,625"
    assert exact_figure(Ratio(-1, 3), SIGNS) == "~1/3"
    assert exact_figure(None, SIGNS) == NONE


def test_digits_are_those_of_the_locale() -> None:
    """Where a language writes other digits, every number has them."""
    persian: Signs = {
        "decimal": "\u066b",
        "minus": "-",
        "colon": ": ",
        "digits": "۰۱۲۳۴۵۶۷۸۹",
    }

    assert localised("-10.5", persian) == "-\u06f1\u06f0\u066b\u06f5"
    assert whole(37, persian) == "\u06f3\u06f7"


def test_a_count_names_its_form_and_fills_its_slot() -> None:
    """The browser chooses the form; the number is written as the locale writes it."""
    assert counted("p", 3, SIGNS) == [
        ("count", "p", "3"),
        ("fill", "p [data-part=count]", "3"),
    ]


@pytest.mark.parametrize(
    ("minus", "told"),
    [("\u2212", "+5"), ("\u200e\u2212", "\u200e+5"), ("-", "+5")],
)
def test_a_plus_stands_where_a_minus_would(minus: str, told: str) -> None:
    """From right to left a mark keeps either before its digits."""
    signs: Signs = {"decimal": ".", "minus": minus, "colon": ": ", "digits": ""}

    assert risen(Ratio(5), signs) == told
