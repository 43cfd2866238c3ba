"""Counting without scripts: which option moves which CSS counters.

CSS can add whole numbers: that covers a total and factors which are plain sums.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwispel.core.shapes import Member, Sheet, SheetScore

ANSWERED = "kw-answered"


@dataclass(frozen=True, slots=True)
class Tallies:
    """The counters of a quiz.

    Shape: counters maps a score's id to its counter, for the scores that CSS can
    count; by_option maps (question, option) to the name of a tally, increments a
    tally to what it adds.
    """

    counters: Mapping[str, str]
    by_option: Mapping[tuple[str, str], str]
    increments: Mapping[str, str]

    def names(self) -> list[str]:
        """Give every counter that there is."""
        return [ANSWERED, *(n for c in self.counters.values() for n in triple(c))]


def triple(counter: str) -> tuple[str, str, str]:
    """Give the counters of a score: value, least and greatest."""
    return counter, f"{counter}-min", f"{counter}-max"


def counters(counter: str) -> dict[str, str]:
    """Give the counters of a score by the names that texts have for them."""
    return dict(zip(("total", "min", "max"), triple(counter), strict=True))


def tally(sheet: Sheet) -> Tallies:
    """Find what each option adds, and give equal additions one name."""
    named = {
        score["id"]: f"kw-{'t' if score['id'] == 'total' else position}"
        for position, score in enumerate(sheet["scores"])
        if is_countable(score)
    }
    counted = [score for score in sheet["scores"] if score["id"] in named]
    names: dict[str, str] = {}
    by_option: dict[tuple[str, str], str] = {}
    for at, question in enumerate(sheet["questions"]):
        for choice, option in enumerate(question["options"]):
            added = " ".join(
                [ANSWERED, *_additions(counted, named, at=at, choice=choice)]
            )
            name = names.setdefault(added, str(len(names) + 1))
            by_option[question["id"], option] = name
    return Tallies(named, by_option, {name: added for added, name in names.items()})


def is_countable(score: SheetScore) -> bool:
    """Say whether a score is a plain sum of whole points."""
    return (
        score["method"] == "sum"
        and score["multiply"] == [1, 1]
        and score["add"] == [0, 1]
        and score["unit"] == 1
        and not score.keys() & {"missing", "hidden", "table"}
    )


def _additions(
    scores: list[SheetScore], named: Mapping[str, str], *, at: int, choice: int
) -> list[str]:
    found: list[str] = []
    for score in scores:
        for member in score["members"]:
            points = member["points"][choice] if member["question"] == at else None
            if points is not None:
                found += _increments(named[score["id"]], points, member)
    return found


def _increments(counter: str, points: int, member: Member) -> list[str]:
    amounts = (points, member["low"], member["high"])
    names = triple(counter)
    return [f"{n} {a}" for n, a in zip(names, amounts, strict=True) if a]
