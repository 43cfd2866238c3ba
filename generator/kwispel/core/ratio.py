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

    def __floordiv__(self, other: "Ratio | int") -> "Ratio":
        """Divide, and round down to a whole number."""
        b = _ratio(other)
        return Ratio((self.n * b.d) // (self.d * b.n))

    def __mod__(self, other: "Ratio | int") -> "Ratio":
        """Give what is left over by `//`, with the sign of the divisor."""
        b = _ratio(other)
        return Ratio(self.n * b.d % (self.d * b.n), self.d * b.d)

    def __radd__(self, other: int) -> "Ratio":
        """Add to a whole number."""
        return _ratio(other) + self

    def __rsub__(self, other: int) -> "Ratio":
        """Subtract from a whole number."""
        return _ratio(other) - self

    def __rmul__(self, other: int) -> "Ratio":
        """Multiply a whole number."""
        return _ratio(other) * self

    def __rtruediv__(self, other: int) -> "Ratio":
        """Divide a whole number."""
        return _ratio(other) / self

    def __rfloordiv__(self, other: int) -> "Ratio":
        """Divide a whole number, and round down."""
        return _ratio(other) // self

    def __rmod__(self, other: int) -> "Ratio":
        """Give what is left over of a whole number."""
        return _ratio(other) % self

    def __neg__(self) -> "Ratio":
        """Turn the sign round."""
        return Ratio(-self.n, self.d)

    def __pos__(self) -> "Ratio":
        """Leave it as it is."""
        return self

    def __abs__(self) -> "Ratio":
        """Take the sign off."""
        return Ratio(abs(self.n), self.d)

    def __bool__(self) -> bool:
        """Say whether it is not 0."""
        return self.n != 0

    def __index__(self) -> int:
        """Give a whole Ratio as what indexes a list; another one raises TypeError."""
        if self.d != 1:
            raise TypeError(repr(self) + " is not whole")
        return self.n

    def __eq__(self, other: object) -> bool:
        """Compare exactly with a Ratio or a whole number."""
        if not isinstance(other, (Ratio, int)):
            return NotImplemented
        b = _ratio(other)
        return self.n == b.n and self.d == b.d

    def __hash__(self) -> int:
        """Agree with equality, with that of whole numbers too."""
        return hash(self.n) if self.d == 1 else hash((self.n, self.d))

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

    def __str__(self) -> str:
        """Give `n/d`, or `n` for a whole number: the form for sentences."""
        return str(self.n) if self.d == 1 else repr(self)

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
