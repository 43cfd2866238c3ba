"""Check on what answers to earlier questions it depends that a question is asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from kwispel.errors import Place, Problem
from kwispel.source import keys
from kwispel.source.names import listed, nearest, quoted
from kwispel.source.shapes import Entry, Items, Node, Scalar, Table

Alternative = Mapping[str, tuple[str, ...]]
"""Question id to the options of which one must have been chosen."""

_NO_QUESTION = '"when" names no question'
_SUCH_AS = 'Write a map such as "{complaint: a}", or a list of such maps.'


@dataclass(frozen=True, slots=True)
class Askable:
    """What a condition of one question may name.

    Shape: earlier maps each earlier question to the ids of its options; none where
    these could not be read. names are the ids of all questions; is_whole where that
    list is known to be complete.
    """

    own_id: str
    earlier: Mapping[str, tuple[str, ...]]
    names: frozenset[str]
    is_whole: bool


def check_when(
    entry: Entry | None, askable: Askable, problems: list[Problem]
) -> tuple[Alternative, ...]:
    """Give the alternatives of which one must hold; none: always asked."""
    if entry is None:
        return ()
    value = entry.value
    nodes: tuple[Node, ...] = value.items if isinstance(value, Items) else (value,)
    if not nodes:
        problems.append(_nothing(value.place, _NO_QUESTION, _SUCH_AS))
    read: list[Alternative] = []
    for node in nodes:
        if isinstance(node, Table):
            read.append(_alternative(node, askable, problems))
        else:
            inside = Entry(entry.key, node, entry.place)
            problems.append(keys.wrong_type(inside, "a map", _SUCH_AS))
    return tuple(read)


def _nothing(place: Place, message: str, hint: str) -> Problem:
    return Problem(place, "wrong-type", message, hint)


def _alternative(
    table: Table, askable: Askable, problems: list[Problem]
) -> Alternative:
    named: dict[str, tuple[str, ...]] = {}
    if not table.entries:
        problems.append(_nothing(table.place, _NO_QUESTION, _SUCH_AS))
    for entry in table.entries.values():
        options = tuple(_options(entry, problems))
        if entry.key in askable.earlier:
            known = askable.earlier[entry.key]
            strange = [o for o in options if known and o.text not in known]
            problems.extend(_unknown_option(entry.key, o, known) for o in strange)
        else:
            problems.extend(_not_earlier(entry, askable))
        named[entry.key] = tuple(dict.fromkeys(option.text for option in options))
    return named


def _options(entry: Entry, problems: list[Problem]) -> Iterator[Scalar]:
    """Give the words behind a question: one option, or a list of them."""
    value = entry.value
    nodes = value.items if isinstance(value, Items) else (value,)
    hint = 'Write an option, or a list of options such as "[a, b]".'
    if all(isinstance(node, Scalar) and node.is_empty for node in nodes):
        message = f"{quoted(entry.key)} names no option"
        problems.append(_nothing(entry.place, message, hint))
        return
    for node in nodes:
        if isinstance(node, Scalar) and not node.is_empty:
            yield node
        else:
            inside = Entry(entry.key, node, entry.place)
            problems.append(keys.wrong_type(inside, "an option", hint))


def _not_earlier(entry: Entry, askable: Askable) -> Iterator[Problem]:
    name = entry.key
    if name == askable.own_id:
        message, hint = "is this question itself", "Name one of an earlier file."
    elif name in askable.names:
        message = "is asked after this question"
        hint = f"Name one of an earlier file, or put {quoted(name)} in one."
    else:
        if askable.is_whole:
            yield _unknown_question(entry, askable)
        return
    yield Problem(entry.place, "not-earlier", f"{quoted(name)} {message}", hint)


def _unknown_question(entry: Entry, askable: Askable) -> Problem:
    meant = nearest(entry.key, askable.earlier)
    first = next(iter(askable.earlier), None)
    if meant:
        hint = f'Write "{meant}".'
    elif first:
        hint = f'Name an earlier question, such as "{first}".'
    else:
        hint = 'Leave "when" out: no question comes before this one.'
    return Problem(
        entry.place,
        "unknown-question",
        f"there is no question {quoted(entry.key)}",
        hint,
    )


def _unknown_option(
    question_id: str, option: Scalar, known: tuple[str, ...]
) -> Problem:
    return Problem(
        option.place,
        "unknown-option",
        f'question "{question_id}" has no option {quoted(option.text)}',
        f"Write one of: {listed(known)}.",
    )
