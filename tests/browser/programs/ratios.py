# ruff: noqa: BLE001, FURB171, PLW0108, SIM300
# The many ways to say a thing are the point here.
"""What a hook may do with exact numbers: both Pythons must agree."""

from kwispel.core.ratio import Ratio

NUMBERS = [Ratio(7, 2), Ratio(-7, 2), Ratio(4), Ratio(0), Ratio(-3), 3, -2, 0, 10**20]


def lines() -> list[str]:
    """Give what every operation says, a line for each pair."""
    said = []
    for a in NUMBERS:
        for b in NUMBERS:
            if isinstance(a, Ratio) or isinstance(b, Ratio):
                said += [f"{a!r} {b!r} {_tried(name, a, b)}" for name in OPERATIONS]
    said += [f"{a!r} {_tried(name, a, a)}" for a in NUMBERS for name in ALONE]
    return said + [_tried(name, Ratio(3), Ratio(1, 2)) for name in WITH_FLOATS]


def _tried(name: str, a: object, b: object) -> str:
    try:
        return name + " " + repr(EVERY[name](a, b))
    except Exception as error:
        return name + " " + type(error).__name__


OPERATIONS = {
    "+": lambda a, b: a + b,
    "-": lambda a, b: a - b,
    "*": lambda a, b: a * b,
    "/": lambda a, b: a / b,
    "//": lambda a, b: a // b,
    "%": lambda a, b: a % b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "min": lambda a, b: min(a, b),
    "max": lambda a, b: max(a, b),
    "sum": lambda a, b: sum([a, b]),
    "sorted": lambda a, b: sorted([a, b, 1]),
    "in": lambda a, b: a in [b],
    "between": lambda a, b: a <= b < 5,
}
LETTERS = ["a", "b", "c", "d", "e"]
ALONE = {
    "neg": lambda a, _: -a,
    "pos": lambda a, _: +a,
    "abs": lambda a, _: abs(a),
    "bool": lambda a, _: bool(a),
    "not": lambda a, _: not a,
    "or": lambda a, _: a or "nothing",
    "index": lambda a, _: LETTERS[a],
    "tuple": lambda a, _: ("x", "y", "z", "zz", "zzz")[a],
    "text": lambda a, _: "abcde"[a],
    "slice": lambda a, _: LETTERS[a:],
    "int": lambda a, _: int(a),
    "str": lambda a, _: str(a),
    "f": lambda a, _: f"<{a}>",
    "range": lambda a, _: list(range(a))[:3] if a < 10 else "long",
    "dict": lambda a, _: {4: "four"}.get(int(a)),
    "own": lambda a, _: {a: 1}[a],
}
WITH_FLOATS = {
    "float +": lambda a, _: a + 0.5,
    "+ float": lambda a, _: 0.5 + a,
    "float *": lambda a, _: a * 1.0,
    "* float": lambda a, _: 1.0 * a,
    "float <": lambda a, _: a < 0.5,
    "< float": lambda a, _: 0.5 < a,
    "==": lambda a, _: a == 3.0,
    "text": lambda a, _: a + "1",
    "as float": lambda a, _: float(a),
}
EVERY = {**OPERATIONS, **ALONE, **WITH_FLOATS}
