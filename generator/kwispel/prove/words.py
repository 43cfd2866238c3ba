"""Numbers and tables as a report tells them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from fractions import Fraction
from math import isqrt

from kwispel.core.ratio import Ratio
from kwispel.core.show import decimal_text

_LONGEST_COUNT = 15


def number_text(value: Fraction, decimals: int = 2) -> str:
    """Write a number with at most so many decimals, without zeros at the end."""
    text = decimal_text(Ratio(value.numerator, value.denominator), decimals)
    return text.rstrip("0").rstrip(".") if "." in text else text


def percent_text(share: Fraction) -> str:
    """Write a share as a percentage with one decimal.

    What is not nothing is never told as 0, and what is not all never as 100.
    """
    least, most = Fraction(1, 2000), Fraction(1999, 2000)
    if 0 < share < least:
        return "<0.1 %"
    if most <= share < 1:
        return ">99.9 %"
    percent = share * 100
    return f"{decimal_text(Ratio(percent.numerator, percent.denominator), 1)} %"


def count_text(number: int) -> str:
    """Write a count with its thousands apart, and a very large one as a power."""
    digits = str(number)
    if len(digits) <= _LONGEST_COUNT:
        return f"{number:,}"
    return f"{digits[0]}.{digits[1]}e{len(digits) - 1}"


def root(square: Fraction, decimals: int = 2) -> Fraction:
    """Give a square root, rounded half up to so many decimals."""
    scale = 10**decimals
    doubled = isqrt(4 * square.numerator * scale * scale // square.denominator)
    return Fraction((doubled + 1) // 2, scale)


def several(number: int, noun: str) -> str:
    """Write how many there are of something."""
    return f"1 {noun}" if number == 1 else f"{count_text(number)} {noun}s"


def columns(rows: Sequence[Sequence[str]], *, right: Collection[int] = ()) -> list[str]:
    """Put cells under each other, two spaces apart.

    Shape: right names the columns that are set flush right.
    """
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    return [
        "  ".join(
            f"{cell:>{width}}" if at in right else f"{cell:{width}}"
            for at, (cell, width) in enumerate(zip(row, widths, strict=True))
        ).rstrip()
        for row in rows
    ]
