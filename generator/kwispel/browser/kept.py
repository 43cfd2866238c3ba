"""What a reader chose to keep on the device: codes with dates, and nothing else.

Source: docs/reference/privacy.md, which lists what is stored.
"""

from kwispel.core.result_code import ALPHABET

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypedDict

    class Kept(TypedDict):
        """The results of one quiz, the oldest first.

        Shape: until is the last day on which they are kept, empty where nothing is;
        results are days, as in "2026-11-22", with codes.
        """

        until: str
        results: list[tuple[str, str]]


MOST = 24
"""Of more results the oldest go: two years of one a month are enough to look back."""

DIGITS = "0123456789"


def read(text: str, today: str) -> "Kept":
    """Read what was kept; what has expired, or is not ours, is nothing.

    Shape: the first line is the last day, each other line a day and a code.
    """
    lines = text.split("\n")
    if not _is_day(lines[0]) or lines[0] < today:
        return nothing()
    pairs = [line.split(" ") for line in lines[1:]]
    results = [
        (pair[0], pair[1])
        for pair in pairs
        if len(pair) == 2 and _is_day(pair[0]) and _is_made_of(pair[1], ALPHABET + "-")  # noqa: PLR2004 - a pair
    ]
    return {"until": lines[0], "results": results}


def nothing() -> "Kept":
    """Give what is kept where nothing is."""
    return {"until": "", "results": []}


def used(kept: "Kept", today: str) -> "Kept":
    """Put off the end: a year from today."""
    return {"until": year_after(today), "results": kept["results"]}


def with_result(kept: "Kept", today: str, code: str) -> "Kept":
    """Add today's result; it takes the place of one that was made today before."""
    earlier = [result for result in kept["results"] if result[0] != today]
    results = [*earlier, (today, code)]
    return {"until": year_after(today), "results": results[-MOST:]}


def written(kept: "Kept") -> str:
    """Write down what is kept, as `read` reads it."""
    lines = [day + " " + code for day, code in kept["results"]]
    return "\n".join([kept["until"], *lines])


def last_before(kept: "Kept", today: str) -> tuple[str, str] | None:
    """Give the latest result of an earlier day."""
    earlier = [result for result in kept["results"] if result[0] < today]
    return earlier[-1] if earlier else None


def year_after(day: str) -> str:
    """Give the same day of the next year; of 29 February the 28th."""
    rest = day[4:]
    return str(int(day[:4]) + 1) + ("-02-28" if rest == "-02-29" else rest)


def _is_day(text: str) -> bool:
    sizes = [len(part) for part in text.split("-")]
    return sizes == [4, 2, 2] and _is_made_of(text, "-" + DIGITS)


def _is_made_of(text: str, letters: str) -> bool:
    return text != "" and not text.strip(letters)
