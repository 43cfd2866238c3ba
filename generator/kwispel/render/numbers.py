"""Numbers as a reader of a language writes them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kwispel.core.ratio import Ratio
from kwispel.core.show import decimal_text, exact_text
from kwispel.render.language import Strings


@dataclass(frozen=True, slots=True)
class Numbers:
    """Write numbers with a language's signs."""

    decimal: str
    minus: str

    def exact(self, number: Fraction | Ratio) -> str:
        """Write a number without rounding: as a decimal where it ends, else as n/d."""
        return self._signs(exact_text(as_ratio(number)))

    def shown(self, number: Ratio, decimals: int) -> str:
        """Write a number with exactly so many decimals."""
        return self._signs(decimal_text(number, decimals))

    def _signs(self, text: str) -> str:
        return text.replace(".", self.decimal).replace("-", self.minus)


def numbers_for(ui: Strings) -> Numbers:
    """Give the way in which a language writes numbers."""
    return Numbers(ui.decimal, ui.minus)


def as_ratio(number: Fraction | Ratio) -> Ratio:
    """Bring a number of the build side to the core's."""
    if isinstance(number, Ratio):
        return number
    return Ratio(number.numerator, number.denominator)


def as_fraction(number: Ratio) -> Fraction:
    """Bring a number of the core to the build side's."""
    return Fraction(number.n, number.d)


def listed(items: list[str], last_joint: str) -> str:
    """Join as one says it: "1, 4 and 7"."""
    if len(items) < 2:  # noqa: PLR2004 - one thing needs no joint
        return "".join(items)
    return f"{', '.join(items[:-1])} {last_joint} {items[-1]}"
