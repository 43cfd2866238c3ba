"""Exact numbers as text: rounding happens here, once, and nowhere else.

The text has a point and a hyphen-minus; the page puts its locale's signs in.
"""

from kwispel.core.bands import is_reached
from kwispel.core.ratio import Ratio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import ScoreBand

MOST_EXTRA_DIGITS = 12


def rounded(value: Ratio, decimals: int) -> Ratio:
    """Round half away from zero to so many decimals."""
    scale = 10**decimals
    size = (2 * abs(value.n) * scale + value.d) // (2 * value.d)
    return Ratio(-size if value.n < 0 else size, scale)


def decimal_text(value: Ratio, decimals: int) -> str:
    """Write a number with exactly so many decimals; what rounds to 0 has no sign."""
    scale = 10**decimals
    short = rounded(value, decimals)
    size = abs(short.n) * (scale // short.d)
    sign = "-" if short.n < 0 else ""
    if decimals == 0:
        return sign + str(size)
    fraction = str(size % scale)
    return sign + str(size // scale) + "." + "0" * (decimals - len(fraction)) + fraction


def score_text(value: Ratio, decimals: int, bands: "list[ScoreBand]") -> str:
    """Write a score so that its text never contradicts its band.

    One more digit is shown as long as the rounded number lies on another side of a
    limit than the exact one. A score that equals a limit like 1/3 can have no such
    digit; after twelve more it is written as short as was asked.
    Source: docs/reference/scoring.md, "Numbers".
    """
    for digits in range(decimals, decimals + MOST_EXTRA_DIGITS + 1):
        if _same_side(value, rounded(value, digits), bands):
            return decimal_text(value, digits)
    return decimal_text(value, decimals)


def exact_text(value: Ratio) -> str:
    """Write a number without rounding: as a decimal where it ends, else as n/d."""
    rest = value.d
    digits = 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        digits = max(digits, power)
    if rest != 1:
        return str(value.n) + "/" + str(value.d)
    return decimal_text(value, digits)


def _same_side(value: Ratio, short: Ratio, bands: "list[ScoreBand]") -> bool:
    return all(is_reached(value, band) == is_reached(short, band) for band in bands)
