"""Read numbers exactly as they are written."""

from __future__ import annotations

import re
from fractions import Fraction
from functools import lru_cache

from kwispel.core.ratio import Ratio
from kwispel.core.show import exact_text

MOST_DIGITS = 12
"""Digits in a row: more is a slip, and would make the arithmetic slow."""

_DIGITS = rf"[0-9]{{1,{MOST_DIGITS}}}"
_NUMBER = re.compile(rf"[+-]?{_DIGITS}(?:\.{_DIGITS}|/{_DIGITS})?")

HOW_TO_WRITE = 'Write a number such as 3, -1, 2.5 or 1/3, with "-" and ".".'


@lru_cache(maxsize=1024)
def exact_number(text: str) -> Fraction | None:
    """Give the number that a text is, or None where it is none."""
    written = text.strip()
    if not _NUMBER.fullmatch(written):
        return None
    if "/" in written and not int(written.partition("/")[2]):
        return None
    return Fraction(written)


def number_text(number: Fraction) -> str:
    """Write a number without rounding: as a decimal where it ends, else as n/d."""
    return exact_text(Ratio(number.numerator, number.denominator))
