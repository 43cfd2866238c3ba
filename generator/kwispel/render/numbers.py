"""Numbers as a reader of a language writes them."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction

from kwispel.core.ratio import Ratio
from kwispel.core.show import decimal_text, exact_text
from kwispel.render.conventions import Conventions
from kwispel.render.language import Strings


@dataclass(frozen=True, slots=True)
class Numbers:
    """Write numbers with a language's signs and digits."""

    conventions: Conventions

    def whole(self, number: int) -> str:
        """Write a whole number."""
        return self._localised(str(number))

    def exact(self, number: Fraction | Ratio) -> str:
        """Write a number without rounding: as a decimal where it ends, else as n/d."""
        return self._localised(exact_text(as_ratio(number)))

    def shown(self, number: Ratio, decimals: int) -> str:
        """Write a number with exactly so many decimals."""
        return self._localised(decimal_text(number, decimals))

    def percent(self, number: Fraction) -> str:
        """Write a number of hundredths with its sign."""
        return self.conventions.percent.format(self.exact(number))

    def _localised(self, text: str) -> str:
        signs = self.conventions
        if signs.has_own_digits:
            for digit, written in enumerate(signs.digits):
                text = text.replace(str(digit), written)
        return text.replace(".", signs.decimal).replace("-", signs.minus)


def numbers_for(ui: Strings) -> Numbers:
    """Give the way in which a language writes numbers."""
    return Numbers(ui.conventions)


def as_ratio(number: Fraction | Ratio) -> Ratio:
    """Bring a number of the build side to the core's."""
    if isinstance(number, Ratio):
        return number
    return Ratio(number.numerator, number.denominator)


def as_fraction(number: Ratio) -> Fraction:
    """Bring a number of the core to the build side's."""
    return Fraction(number.n, number.d)
