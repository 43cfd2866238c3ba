"""The key of a quiz, told apart from its texts: what gives old answers a meaning."""

from __future__ import annotations

from typing import Any, NotRequired, TypedDict

Points = str | None | dict[str, str]
"""An exact number as text; None for n.a.; by factor where points are divided."""

When = list[dict[str, list[str]]]


class KeyQuestion(TypedDict):
    """A question: its options in order, and what they bring after `reverse`.

    Shape: what is false or empty is left out, so that what kwispel may learn later
    does not change the keys of today. base is there where several may be ticked and
    the question counts backwards.
    """

    id: str
    options: dict[str, Points]
    base: NotRequired[str | dict[str, str]]
    multiple: NotRequired[bool]
    optional: NotRequired[bool]
    when: NotRequired[When]


class Key(TypedDict):
    """All that the meaning of a set of answers hangs on.

    Shape: scores hold the keys of `scoring` that differ from their defaults, members
    with their weights, and the bands with their limits. hook is a digest of the
    quiz's own code. Nothing but text, numbers, lists and maps, for JSON.
    """

    questions: list[KeyQuestion]
    scores: list[dict[str, Any]]
    hook: NotRequired[str]
