"""Complete answers to a quiz, told apart by what a score depends on.

Source: docs/reference/scoring.md, "What `check` proves".
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from kwispel.core.tally import answer, ask, empty, hide
from kwispel.prove.choices import Choice, choices, parts
from kwispel.prove.links import NOTHING, Held, groups, is_asked, still_needed
from kwispel.prove.ways import Keep, Ways, add_ways, check_cases, convolved, product

if TYPE_CHECKING:
    from kwispel.core.shapes import Member, Sheet, SheetScore, Tally

Numbers: TypeAlias = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Case:
    """Answers of which the same members were asked, as far as the score can tell.

    Shape: added is their tally but for the points, which are in ways.
    """

    added: Tally
    ways: Ways


Cases: TypeAlias = dict[tuple[Held, Numbers], Case]
"""By the conditions that hold, and what the score depends on beside the points."""


def cases(sheet: Sheet, score: SheetScore, keep: Keep) -> list[Case]:
    """Give all complete answers to the questions that decide a score.

    Those are its members, and what hangs together with them by `when`. What a later
    question reads is enumerated, and forgotten once nothing reads it any more; all
    else is convolved.
    Raises: TooMany.
    """
    members = {member["question"]: member for member in score["members"]}
    matter = [group for group in groups(sheet) if not members.keys().isdisjoint(group)]
    linked = [position for group in matter if len(group) > 1 for position in group]
    alone = [group[0] for group in matter if len(group) == 1]
    found = _linked_cases(sheet, score, linked, keep)
    added = [members[position] for position in alone]
    ways = [
        part
        for position in alone
        for part in parts(sheet["questions"][position], members[position])
    ]
    made: list[Case] = []
    kept = 0
    for case in found:
        whole = product(case.ways, ways, keep)
        kept += len(whole)
        check_cases(len(made), kept)
        made.append(Case(_all_answered(case.added, added), whole))
    return made


def _linked_cases(
    sheet: Sheet, score: SheetScore, order: Sequence[int], keep: Keep
) -> Iterable[Case]:
    """Give the cases of questions that hang together, one group after the other."""
    members = {member["question"]: member for member in score["members"]}
    needed = still_needed(sheet, order)
    found: Cases = {(NOTHING, ()): Case(empty(), {0: 1})}
    for position in order:
        question, member = sheet["questions"][position], members.get(position)
        read = frozenset(key for key in needed[position] if key[0] == position)
        offered = choices(question, member, read, keep)
        grown: Cases = {}
        kept = 0
        for (held, _), case in found.items():
            left = held & needed[position]
            if is_asked(question, held):
                made = [
                    (left | choice.holds, _answered(case, member, choice))
                    for choice in offered
                ]
            else:
                made = [(left, _hidden(case, member))]
            kept += sum(_put(grown, score, held, each) for held, each in made)
            check_cases(len(grown), kept)
        found = {key: Case(case.added, keep(case.ways)) for key, case in grown.items()}
    return found.values()


def _put(grown: Cases, score: SheetScore, held: Held, case: Case) -> int:
    """Add a case to what is the same to the score and to every later `when`.

    Shape: the number of scores that there are more now.
    """
    found = grown.setdefault((held, _depends_on(score, case.added)), case)
    if found is case:
        return len(case.ways)
    before = len(found.ways)
    add_ways(found.ways, case.ways)
    return len(found.ways) - before


def _answered(case: Case, member: Member | None, choice: Choice) -> Case:
    added = _all_answered(case.added, [member] if member else [])
    return Case(added, convolved(case.ways, choice.ways))


def _all_answered(before: Tally, members: Iterable[Member]) -> Tally:
    """Count members as answered, but for their points."""
    added = before.copy()
    for member in members:
        ask(added, member)
        answer(added, member, 0)
    return added


def _hidden(case: Case, member: Member | None) -> Case:
    added = case.added.copy()
    if member:
        hide(added, member)
    return Case(added, dict(case.ways))


def _depends_on(score: SheetScore, added: Tally) -> Numbers:
    """Give what decides the value of complete answers beside their points.

    Whether there is a score at all, and the numbers that its method divides by or
    adds. Nothing else, so that cases stay few: a sum is the same sum whoever was not
    asked. That this is enough is held against the engine, pattern by pattern.
    """
    numbers = [int(added["asked"] > 0), int(added["low"] < added["high"])]
    if score["method"] == "mean":
        numbers.append(added["weight"])
    if score["method"] == "percent":
        numbers += [added["low"], added["high"]]
    if score.get("hidden") == "lowest":
        numbers.append(added["hidden_low"])
    return tuple(numbers)
