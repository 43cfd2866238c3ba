"""Every pattern of complete answers to a small quiz, tried out one by one."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, product
from typing import TYPE_CHECKING, TypeAlias

from kwispel.core.outcome import outcome

if TYPE_CHECKING:
    from kwispel.core.shapes import (
        LedgerLine,
        Result,
        Score,
        Sheet,
        SheetQuestion,
    )

Given: TypeAlias = "str | list[str]"


def complete(question: SheetQuestion) -> list[Given]:
    """Give every answer to a question that is not n.a."""
    rows = zip(question["options"], question["points"], strict=True)
    counted = [option for option, points in rows if points is not None]
    if not question.get("multiple"):
        return list(counted)
    sizes = range(len(counted) + 1)
    ticked = chain.from_iterable(combinations(counted, size) for size in sizes)
    return [list(each) for each in ticked]


def results(sheet: Sheet) -> dict[tuple[str, ...], Result]:
    """Score every pattern: what was answered to each question, or that it is hidden.

    Patterns that differ only in answers to hidden questions are one.
    """
    names = [question["id"] for question in sheet["questions"]]
    found: dict[tuple[str, ...], Result] = {}
    for given in product(*map(complete, sheet["questions"])):
        result = outcome(sheet, dict(zip(names, given, strict=True)))["result"]
        assert result is not None
        found[tuple(map(_said, result["ledger"]))] = result
    return found


def _said(line: LedgerLine) -> str:
    return "hidden" if line["state"] == "hidden" else repr(line["answer"])


def deciding(sheet: Sheet, members: set[int]) -> list[int]:
    """Give the members, and all that hangs together with one of them by `when`."""
    links = [
        {position, condition["question"]}
        for position, question in enumerate(sheet["questions"])
        for alternative in question.get("when", [])
        for condition in alternative
    ]
    found = set(members)
    for _ in sheet["questions"]:
        found = found.union(*(link for link in links if link & found))
    return sorted(found)


def scores(sheet: Sheet, score_id: str) -> Iterator[Score]:
    """Give what a score comes to in every pattern of the questions that decide it."""
    [score] = [score for score in sheet["scores"] if score["id"] == score_id]
    kept = deciding(sheet, {member["question"] for member in score["members"]})
    by_pattern = {
        tuple(pattern[position] for position in kept): result
        for pattern, result in results(sheet).items()
    }
    for result in by_pattern.values():
        made = result["total"] if score_id == "total" else result["factors"][score_id]
        assert made is not None
        yield made
