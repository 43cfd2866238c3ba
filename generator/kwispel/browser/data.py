"""Read the data that the build has put into the page."""

from javascript import JSON

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from javascript import Json

_FIRST_UNSAFE = 9007199254740992
"""2 to the power 53: from here on JavaScript's numbers skip whole numbers."""


def parse_json(text: str) -> "Any":  # noqa: ANN401 - the door of JSON
    """Give the dicts, lists, whole numbers and texts that a text of JSON holds.

    Shape: as `json.loads` gives it, except that a number is an int wherever it is
    whole (`3.0` too); null is None. Keys of an object that look like whole numbers
    come first (in every dict of Brython), so nothing may hang on the order of keys.
    Raises: ValueError when a number would be read as another than it is, which
    older browsers do from 2 to the power 53 on.
    """
    value = JSON.parse(text)
    if not _reads_every_integer():
        _refuse_unsafe(value)
    return value


def _reads_every_integer() -> bool:
    return JSON.parse("9007199254740993") == _FIRST_UNSAFE + 1


def _refuse_unsafe(value: "Json") -> None:
    if isinstance(value, dict):
        for item in value.values():
            _refuse_unsafe(item)
    elif isinstance(value, list):
        for item in value:
            _refuse_unsafe(item)
    elif isinstance(value, int) and abs(value) >= _FIRST_UNSAFE:
        raise ValueError("this browser cannot read the numbers of this quiz")
