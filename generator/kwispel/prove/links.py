"""Which questions hang together by `when`, and what has to be remembered of whom."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from kwispel.core.shapes import Condition, Sheet, SheetQuestion

Key: TypeAlias = tuple[int, tuple[int, ...]]
"""A condition of a `when`: the question, and its options of which one must do."""

Held: TypeAlias = frozenset[Key]
"""The conditions that hold after some answers."""

NOTHING: Held = frozenset()


def key(condition: Condition) -> Key:
    """Give a condition as what can be a member of a set."""
    return condition["question"], tuple(condition["options"])


def conditions(question: SheetQuestion) -> Iterator[Key]:
    """Give the conditions that a question's `when` names."""
    for alternative in question.get("when", ()):
        for condition in alternative:
            yield key(condition)


def is_asked(question: SheetQuestion, held: Held) -> bool:
    """Say whether a question is asked where these conditions hold."""
    when = question.get("when")
    return not when or any(held.issuperset(map(key, each)) for each in when)


def groups(sheet: Sheet) -> list[tuple[int, ...]]:
    """Give the questions that hang together, directly or through others.

    Shape: positions in order of asking; what hangs together with nothing is a group
    of its own.
    """
    found: list[set[int]] = []
    for position, question in enumerate(sheet["questions"]):
        named = {name for name, _ in conditions(question)}
        linked = [group for group in found if named & group]
        found = [group for group in found if group not in linked]
        found.append({position}.union(*linked))
    return sorted(tuple(sorted(group)) for group in found)


def still_needed(sheet: Sheet, order: Iterable[int]) -> dict[int, Held]:
    """Give, by question, the conditions that a later one in this order reads."""
    needed: dict[int, Held] = {}
    read: Held = NOTHING
    for position in reversed(list(order)):
        needed[position] = read
        read |= frozenset(conditions(sheet["questions"][position]))
    return needed
