"""Exact numbers: the one kind of number that decides anything in the core."""


def common_divisor(a: int, b: int) -> int:
    """Give the greatest whole number that divides both."""
    while b:
        a, b = b, a % b
    return abs(a)


class Ratio:
    """A fraction in lowest terms, with a positive denominator.

    CPython has `fractions.Fraction`, but the reader's browser has no standard
    library, and both must compute with the same code. Mixes with whole numbers;
    anything else, a float above all, raises TypeError.
    """

    __slots__ = ("d", "n")

    n: int
    d: int

    def __init__(self, n: int, d: int = 1) -> None:
        """Bring n/d into lowest terms; d must not be 0."""
        if d == 0:
            raise ZeroDivisionError("a Ratio needs a denominator")
        if d != 1:
            shared = common_divisor(n, d)
            if d < 0:
                shared = -shared
            n, d = n // shared, d // shared
        self.n = n
        self.d = d

    def __add__(self, other: "Ratio | int") -> "Ratio":
        """Add exactly."""
        b = _ratio(other)
        return Ratio(self.n * b.d + b.n * self.d, self.d * b.d)

    def __sub__(self, other: "Ratio | int") -> "Ratio":
        """Subtract exactly."""
        b = _ratio(other)
        return Ratio(self.n * b.d - b.n * self.d, self.d * b.d)

    def __mul__(self, other: "Ratio | int") -> "Ratio":
        """Multiply exactly."""
        b = _ratio(other)
        return Ratio(self.n * b.n, self.d * b.d)

    def __truediv__(self, other: "Ratio | int") -> "Ratio":
        """Divide exactly."""
        b = _ratio(other)
        return Ratio(self.n * b.d, self.d * b.n)

    def __eq__(self, other: object) -> bool:
        """Compare exactly with a Ratio or a whole number."""
        if not isinstance(other, (Ratio, int)):
            return NotImplemented
        b = _ratio(other)
        return self.n == b.n and self.d == b.d

    def __hash__(self) -> int:
        """Agree with equality among Ratios."""
        return hash((self.n, self.d))

    def __lt__(self, other: "Ratio | int") -> bool:
        """Say whether this is less."""
        b = _ratio(other)
        return self.n * b.d < b.n * self.d

    def __le__(self, other: "Ratio | int") -> bool:
        """Say whether this is less or equal."""
        b = _ratio(other)
        return self.n * b.d <= b.n * self.d

    def __gt__(self, other: "Ratio | int") -> bool:
        """Say whether this is more.

        Computed, not said through `<=`: Brython 3.15 asks the other operand's
        reflected comparison first, so that the two would call each other for ever.
        """
        b = _ratio(other)
        return self.n * b.d > b.n * self.d

    def __ge__(self, other: "Ratio | int") -> bool:
        """Say whether this is more or equal; computed, as above."""
        b = _ratio(other)
        return self.n * b.d >= b.n * self.d

    def __repr__(self) -> str:
        """Give `n/d`, also for whole numbers: the form that vectors compare."""
        return str(self.n) + "/" + str(self.d)


def rounded(value: Ratio, decimals: int) -> Ratio:
    """Round half away from zero to so many decimals."""
    scale = 10**decimals
    size = (2 * abs(value.n) * scale + value.d) // (2 * value.d)
    return Ratio(-size if value.n < 0 else size, scale)


def _ratio(number: object) -> Ratio:
    if isinstance(number, Ratio):
        return number
    if not isinstance(number, int):
        raise TypeError("a Ratio mixes with whole numbers only")
    return Ratio(number)
