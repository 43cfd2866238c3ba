"""Exact numbers as text: rounding happens here, once, and nowhere else.

The text has a point and a hyphen-minus; the page puts its locale's signs in.
"""

from kwispel.core.bands import is_reached, limit_of
from kwispel.core.ratio import Ratio, rounded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import ScoreBand


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
    limit than the exact one. A score that equals a limit like 1/3 may never come to
    such a digit, and is written as short as was asked. Nothing lies below the first
    band, so its limit plays no part.
    Source: docs/reference/scoring.md, "Numbers".
    """
    later = bands[1:]
    digits = decimals
    while not _same_side(value, rounded(value, digits), later):
        if _is_endless_limit(value, later):
            return decimal_text(value, decimals)
        digits += 1
    return decimal_text(value, digits)


def exact_text(value: Ratio) -> str:
    """Write a number without rounding: as a decimal where it ends, else as n/d."""
    digits = _digits(value)
    if digits is None:
        return str(value.n) + "/" + str(value.d)
    return decimal_text(value, digits)


def _digits(value: Ratio) -> int | None:
    """Give how many decimals a number has; None where they do not end."""
    rest = value.d
    digits = 0
    for prime in (2, 5):
        power = 0
        while rest % prime == 0:
            rest //= prime
            power += 1
        digits = max(digits, power)
    return digits if rest == 1 else None


def _is_endless_limit(value: Ratio, bands: "list[ScoreBand]") -> bool:
    if _digits(value) is not None:
        return False
    return value in [limit_of(band) for band in bands]


def _same_side(value: Ratio, short: Ratio, bands: "list[ScoreBand]") -> bool:
    kept = [is_reached(value, band) == is_reached(short, band) for band in bands]
    return False not in kept
