"""Counting without scripts: which option moves which CSS counters.

CSS can add whole numbers: that covers a total and factors which are plain sums. A
number that could be wrong for some answers is not counted at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwispel.core.shapes import Member, Sheet, SheetQuestion, SheetScore

ANSWERED = "kw-answered"
ASKED = "kw-asked"

_GREATEST = 2**31 - 1
"""The greatest number that CSS counts to."""


@dataclass(frozen=True, slots=True)
class Tallies:
    """The counters of a quiz.

    Shape: counters maps a score's id to its counter, for the scores that CSS can
    count; by_option maps (question, option) to the name of a tally, increments a
    tally to what it adds to scores. by_question is what a question adds to them
    whatever is ticked, where several may be; counts_asked says that not every
    question is always asked.
    """

    counters: Mapping[str, str]
    by_option: Mapping[tuple[str, str], str]
    increments: Mapping[str, str]
    by_question: Mapping[str, str]
    counts_asked: bool

    def of_questions(self) -> list[str]:
        """Give the counters that move while a reader answers."""
        return [ANSWERED, *([ASKED] if self.counts_asked else [])]

    def of_scores(self) -> list[str]:
        """Give the counters that the result shows where no script runs."""
        return [name for each in self.counters.values() for name in triple(each)]


def triple(counter: str) -> tuple[str, str, str]:
    """Give the counters of a score: value, least and greatest."""
    return counter, f"{counter}-min", f"{counter}-max"


def counters(counter: str) -> dict[str, str]:
    """Give the counters of a score by the names that texts have for them."""
    return dict(zip(("total", "min", "max"), triple(counter), strict=True))


def tally(sheet: Sheet, *, shows_score: bool = True) -> Tallies:
    """Find what each option adds, and give equal additions one name.

    Shape: where no score is shown, answers alone are counted.
    """
    named = {
        score["id"]: f"kw-{'t' if score['id'] == 'total' else position}"
        for position, score in enumerate(sheet["scores"])
        if shows_score and is_countable(score, sheet)
    }
    counted = [score for score in sheet["scores"] if score["id"] in named]
    names: dict[str, str] = {}
    by_option: dict[tuple[str, str], str] = {}
    by_question: dict[str, str] = {}
    for at, question in enumerate(sheet["questions"]):
        members = _members(counted, named, at)
        several = question.get("multiple", False)
        if several:
            by_question[question["id"]] = " ".join(_whatever_is_ticked(members))
        for choice, option in enumerate(question["options"]):
            added = _ticked(members, choice) if several else _chosen(members, choice)
            name = names.setdefault(" ".join(added) or "none", str(len(names) + 1))
            by_option[question["id"], option] = name
    return Tallies(
        named,
        by_option,
        {name: added for added, name in names.items()},
        by_question,
        counts_asked=any("when" in question for question in sheet["questions"]),
    )


def is_countable(score: SheetScore, sheet: Sheet) -> bool:
    """Say whether a score is a plain sum of whole points, whatever is answered."""
    members = score["members"]
    asked = [sheet["questions"][member["question"]] for member in members]
    has_na = any(None in member["points"] for member in members)
    return (
        _is_plain_sum(score)
        and not sheet.get("hook")
        and all(_is_plain(question) for question in asked)
        # The page tells how a place is carried over by hand, and of no other rule.
        and not (has_na and score.get("missing", "rescale") not in {"rescale", "mean"})
        and sum(_size(member) for member in members) <= _GREATEST
    )


def _is_plain_sum(score: SheetScore) -> bool:
    return (
        score["method"] == "sum"
        and score["multiply"] == [1, 1]
        and score["add"] == [0, 1]
        and score["unit"] == 1
        and not score.get("table")
        and not score.get("round")
    )


def _is_plain(question: SheetQuestion) -> bool:
    """Say whether CSS can tell what a question brings.

    It cannot tell a question that was left open from one that still will be, nor take
    back what is ticked beside n.a.
    """
    takes_back = question.get("multiple") and None in question["points"]
    return not (question.get("when") or question.get("optional") or takes_back)


def _size(member: Member) -> int:
    return max(abs(member["low"]), abs(member["high"]), abs(member.get("base", 0)))


def _members(
    scores: list[SheetScore], named: Mapping[str, str], at: int
) -> list[tuple[str, Member]]:
    """Give a question's part in each score that is counted, with the counter."""
    return [
        (named[score["id"]], member)
        for score in scores
        for member in score["members"]
        if member["question"] == at
    ]


def _chosen(members: list[tuple[str, Member]], choice: int) -> list[str]:
    """Give what an answer adds where one option may be chosen: its range too."""
    found: list[str] = []
    for counter, member in members:
        points = member["points"][choice]
        if points is not None:
            amounts = (points, member["low"], member["high"])
            found += _moved(zip(triple(counter), amounts, strict=True))
    return found


def _ticked(members: list[tuple[str, Member]], choice: int) -> list[str]:
    """Give what one of several ticks adds: its points alone."""
    return _moved(
        (counter, member["points"][choice] or 0) for counter, member in members
    )


def _whatever_is_ticked(members: list[tuple[str, Member]]) -> list[str]:
    """Give what a question with several ticks adds by itself, once."""
    found: list[str] = []
    for counter, member in members:
        amounts = (member.get("base", 0), member["low"], member["high"])
        found += _moved(zip(triple(counter), amounts, strict=True))
    return found


def _moved(amounts: Iterable[tuple[str, int]]) -> list[str]:
    return [f"{name} {amount}" for name, amount in amounts if amount]
