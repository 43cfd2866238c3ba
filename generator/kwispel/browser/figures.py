"""Numbers as the reader's language writes them."""

from kwispel.core.show import decimal_text, exact_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.shapes import Change, Signs
    from kwispel.core.ratio import Ratio

DIGITS = "0123456789"
MINUS = "\u2212"

NONE = "\u2013"
"""Stands where there is no number: an en dash."""


def localised(text: str | None, signs: "Signs") -> str:
    """Put a locale's signs into a number that the core has written."""
    if text is None:
        return NONE
    told = text.replace(".", signs["decimal"]).replace("-", signs["minus"])
    if not signs["digits"]:
        return told
    return "".join([signs["digits"][int(c)] if c in DIGITS else c for c in told])


def whole(number: int, signs: "Signs") -> str:
    """Write a whole number."""
    return localised(str(number), signs)


def counted(place: str, number: int, signs: "Signs") -> "list[Change]":
    """Tell how many: in the form of a text that goes with the number.

    Shape: place is the selector of an element that holds forms, with slots for the
    number that are called "count".
    """
    return [
        ("count", place, str(number)),
        ("fill", place + " [data-part=count]", whole(number, signs)),
    ]


def figure(value: "Ratio | None", decimals: int, signs: "Signs") -> str:
    """Write a number with so many decimals."""
    if value is None:
        return NONE
    return localised(decimal_text(value, decimals), signs)


def exact_figure(value: "Ratio | None", signs: "Signs") -> str:
    """Write a number without rounding, as a fraction where it has to be."""
    if value is None:
        return NONE
    return localised(exact_text(value), signs)


def risen(value: "Ratio", signs: "Signs") -> str:
    """Write a number above 0 with its plus, which stands where a minus would."""
    plus = signs["minus"].replace(MINUS, "+") if MINUS in signs["minus"] else "+"
    return plus + exact_figure(value, signs)
