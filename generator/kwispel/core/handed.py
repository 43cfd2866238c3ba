"""What a hook is handed: a result that it may read, and change in a few places.

A hook changes these dicts in place. Each notes what was set, so that whoever calls the
hook knows it exactly, and refuses at once what may not be set, so that the error tells
the line.
Source: docs/reference/hook.md.
"""

# Whatever a hook wrote may be in it, and Brython's dict takes no parameters.
# pyright: reportUnknownVariableType=false, reportUnknownMemberType=false
# pyright: reportUnknownArgumentType=false

from kwispel.core.ratio import Ratio
from kwispel.core.score import TOTAL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn, Self

    from kwispel.core.shapes import LedgerLine, Result, Score

MOST_LINES = 50
"""That a hook may add to the ledger."""

MOST_CHARACTERS = 500
"""Of the text of a line that a hook adds."""


MOST_DIGITS = 300
"""Of a number that a hook sets: what a person could compute has fewer."""


class HookError(Exception):
    """Raised for what a hook may not do with a result."""


class Fixed(dict):  # type: ignore[type-arg] # as above
    """A dict in which nothing can be set."""

    def __setitem__(self, key: str, value: object) -> None:
        """Refuse, unless it is what already stands there: `ledger += [line]`."""
        if key not in self or self[key] is not value:
            raise HookError(f'"{key}" cannot be set')

    def __delitem__(self, key: str) -> None:
        """Refuse."""
        _refuse_removal()

    def pop(self, *_: object) -> "NoReturn":
        """Refuse."""
        _refuse_removal()

    def popitem(self) -> "NoReturn":
        """Refuse."""
        _refuse_removal()

    def clear(self) -> None:
        """Refuse."""
        _refuse_removal()

    def setdefault(self, key: str, value: object = None) -> "Any":  # noqa: ANN401 - a dict's
        """Set what is not there; all keys that may be set are."""
        if key not in self:
            self[key] = value
        return self[key]

    def update(self, *given: "Any", **named: object) -> None:  # noqa: ANN401 - a dict's
        """Set one key after the other."""
        for more in (*given, named):
            for key, value in dict(more).items():
                self[key] = value

    def __ior__(self, other: "Any") -> "Self":  # type: ignore[misc]  # noqa: ANN401 - a dict's
        """Set one key after the other."""
        self.update(other)
        return self


class HandedScore(Fixed):
    """A score of which a hook may set value, min, max and band.

    Shape: set_keys maps the keys that were set to what they were set to.
    """

    def __init__(self, name: str, score: "Score") -> None:
        """Take over what the engine computed."""
        dict.__init__(self, score)
        bands = tuple([Fixed(band) for band in score["bands"]])
        dict.__setitem__(self, "bands", bands)
        self.name = name
        self.band_ids = [band["id"] for band in score["bands"]]
        self.set_keys: "dict[str, Any]" = {}

    def __setitem__(self, key: str, value: object) -> None:
        """Note what is set, and refuse what may not be."""
        if key == "band":
            if value is not None and value not in self.band_ids:
                raise HookError(f'"{self.name}" has no band "{value}"')
        elif key not in ("value", "min", "max"):
            raise HookError(f'"{key}" of "{self.name}" cannot be set')
        elif not (is_number(value) or (key == "value" and value is None)):
            raise HookError(f'"{key}" of "{self.name}" must be {A_NUMBER}')
        self.set_keys[key] = value
        dict.__setitem__(self, key, value)


A_NUMBER = "an exact number: a whole one, or what was computed from the result"
TOO_LARGE: int = 10**MOST_DIGITS


def is_number(value: object) -> bool:
    """Say whether a value is an exact number, of a sensible size."""
    if isinstance(value, bool) or not isinstance(value, (Ratio, int)):
        return False
    n, d = (value.n, value.d) if isinstance(value, Ratio) else (value, 1)
    return max(abs(n), d) < TOO_LARGE


def handed(result: "Result") -> "dict[str, Any]":
    """Make of a result the one that a hook is given."""
    total = result["total"]
    return Fixed(
        {
            **result,
            "total": None if total is None else HandedScore(TOTAL, total),
            "factors": Fixed(
                {
                    name: HandedScore(name, score)
                    for name, score in result["factors"].items()
                }
            ),
            "ledger": [_handed_line(line) for line in result["ledger"]],
        }
    )


def added_lines(before: "list[Fixed]", after: "list[Any]") -> "list[LedgerLine]":
    """Give the lines that a hook added to the ledger.

    Raises: HookError, also where it did anything else to the ledger.
    """
    count = len(before)
    kept = after[:count]
    changed = [i for i, line in enumerate(kept) if line is not before[i]]
    if len(kept) < count or changed:
        raise HookError("lines can only be added at the end of the ledger")
    if len(after) - count > MOST_LINES:
        raise HookError(f"more than {MOST_LINES} lines were added to the ledger")
    return [_added_line(line) for line in after[count:]]


def _handed_line(line: "LedgerLine") -> Fixed:
    answer = line["answer"]
    return Fixed(
        {
            **line,
            "answer": tuple(answer) if isinstance(answer, list) else answer,
            "feeds": tuple(line["feeds"]),
            **({"factors": Fixed(line["factors"])} if "factors" in line else {}),
        }
    )


def _added_line(line: "Any") -> "LedgerLine":  # noqa: ANN401 - whatever a hook wrote
    if not isinstance(line, dict):
        raise HookError("a line of the ledger must be a dict")
    odd = [key for key in line if key not in ("question", "answer", "value")]
    if odd or line.get("question") is not None:
        raise HookError(
            'a line added to the ledger has "question": None, "answer" and "value"'
        )
    text, value = line.get("answer"), line.get("value")
    if not isinstance(text, str) or not 0 < len(text.strip()) <= MOST_CHARACTERS:
        raise HookError(
            '"answer" of a line added to the ledger must be a text of at most '
            f"{MOST_CHARACTERS} characters"
        )
    if value is not None and not is_number(value):
        raise HookError(f'"value" of a line added to the ledger must be {A_NUMBER}')
    return {
        "question": None,
        "state": "answered",
        "answer": text,
        "value": None if value is None else exact(value),
        "min": None,
        "max": None,
        "left": None,
        "feeds": [],
    }


def exact(value: "Ratio | int") -> "Ratio":
    """Give an exact number as the engine holds it."""
    return Ratio(value) if isinstance(value, int) else value


def _refuse_removal() -> "NoReturn":
    raise HookError("nothing can be taken out of a result")
