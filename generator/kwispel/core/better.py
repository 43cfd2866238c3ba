"""Which end of a score is the better one.

It changes no score and no band, only what is said of them, and what there is to gain.
Source: docs/reference/scoring.md, "The better end".
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from kwispel.core.shapes import Better, SheetScore


def better_of(sheet: "SheetScore") -> "Better":
    """Give the better end of a score: high where it says nothing."""
    if "better" in sheet:
        return sheet["better"]
    return "high"


def is_judged(sheet: "SheetScore") -> bool:
    """Say whether one end of a score is better than the other."""
    return better_of(sheet) != "neither"


def is_by_better(ends: "Iterable[Better]") -> bool:
    """Say whether factors are told apart by how near they are to their better ends.

    Otherwise it is by how high they are. Where all are high that is the same, and
    where one has no better end it cannot be.
    """
    found = list(ends)
    return "low" in found and "neither" not in found
