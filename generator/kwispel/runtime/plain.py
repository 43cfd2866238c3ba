"""Plain quizzes: what most are, and what a runtime for those alone may count on.

One description serves both sides: by it the site's build chooses which quizzes get the
runtime of plain ones, and the package's build leaves out of it what none of them needs.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet

Value = str | int | None

ABSENT = frozenset(
    {
        "hook",  # of a sheet
        *("base", "multiple", "optional", "splits", "when"),  # of a question
        *("better", "hidden", "missing", "round", "table"),  # of a score
        "above",  # of a band
    }
)
"""Keys that no part of a plain quiz's sheet has."""

PRESENT = frozenset({"from"})
"""Keys that each of its bands has."""

NEVER = {"method": frozenset({"percent"})}
"""What keys of it are never set to."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of plain data by its keys, whoever has them.

    Shape: absent are keys that nothing has, present those that all have who are asked
    for them; fixed have one value; never are values that a key does not have; calls are
    functions that always give one value.
    """

    absent: frozenset[str] = frozenset()
    present: frozenset[str] = frozenset()
    fixed: Mapping[str, Value] = field(default_factory=dict[str, Value])
    never: Mapping[str, frozenset[str]] = field(
        default_factory=dict[str, frozenset[str]]
    )
    calls: Mapping[str, Value] = field(default_factory=dict[str, Value])


DERIVED = Facts(
    # Only options with points per factor have a line say what each factor got.
    absent=ABSENT | {"factors"},
    present=PRESENT,
    # Without a hook there is nothing to adjust by, and nothing that fails to; with all
    # questions on one page nobody is at one of them.
    fixed={"adjust": None, "unadjusted": False, "at": "", "stage": ""},
    # Without a `when` all questions are asked.
    never={**NEVER, "state": frozenset({"hidden"}), "focus": frozenset({"step"})},
    # Where all factors are better the higher they are, none is turned round.
    calls={"is_by_better": False},
)
"""What follows for all that the program reads in a visit of a plain quiz."""


def not_plain_pattern() -> str:
    """Give a pattern that is found in the JSON of sheets that are not plain.

    Only keys have a colon behind them: no id of an author's can be taken for one.
    """
    keys = "|".join(sorted(ABSENT))
    values = [f'{key}":"({"|".join(sorted(NEVER[key]))})' for key in sorted(NEVER)]
    return f'"(({keys})":|{"|".join(values)}")'


def is_plain(sheet: Sheet) -> bool:
    """Say whether a quiz on one page needs no more than the runtime of plain ones has.

    Shape: what the sheet says of its layout, which is nothing, plays no part.
    """
    bands = [band for score in sheet["scores"] for band in score["bands"]]
    members = [member for score in sheet["scores"] for member in score["members"]]
    parts = [sheet, *sheet["questions"], *sheet["scores"], *members, *bands]
    return (
        not any(ABSENT & part.keys() for part in parts)
        and all(band.keys() >= PRESENT for band in bands)
        and not any(score["method"] in NEVER["method"] for score in sheet["scores"])
    )
