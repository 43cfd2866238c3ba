"""Numbers as the reader's language writes them."""

from kwispel.core.show import decimal_text, exact_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.shapes import Signs
    from kwispel.core.ratio import Ratio

NONE = "\u2013"
"""Stands where there is no number: an en dash."""


def localised(text: str | None, signs: "Signs") -> str:
    """Put a locale's signs into a number that the core has written."""
    if text is None:
        return NONE
    return text.replace(".", signs["decimal"]).replace("-", signs["minus"])


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
