"""Check how many options may be chosen, and whether a question may stay open."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kwispel.errors import Place, Problem
from kwispel.model.questions import Option
from kwispel.source import keys
from kwispel.source.shapes import Entry, Scalar, Table

NONE_TICKED = "0"
"""What says in answers that nothing is ticked; no option to tick is called so."""


@dataclass(frozen=True, slots=True)
class Kind:
    """What may be done with a question."""

    is_multiple: bool
    is_optional: bool


def check_kind(settings: Table, problems: list[Problem]) -> Kind:
    """Give what may be done with a question, and report what contradicts itself."""
    number, optional = settings.entries.get("type"), settings.entries.get("optional")
    # The schema has let through no other word than single and multiple.
    is_multiple = bool(number and _text(number) == "multiple")
    is_optional = bool(optional and keys.truth(optional, problems))
    if number and optional and is_multiple and is_optional:
        problems.append(_both(number, optional, settings.place))
    return Kind(is_multiple, is_optional)


def called_none(options: Iterable[Option], question: Place) -> Iterator[Problem]:
    """Report options to tick whose id says that nothing is ticked."""
    for option in options:
        if option.id == NONE_TICKED:
            is_own = option.place.file == question.file
            yield Problem(
                option.place if is_own else question,
                "reserved-id",
                f'an option is called "{NONE_TICKED}", which says that nothing is'
                " ticked",
                "Choose another id for it.",
            )


def _text(entry: Entry) -> str | None:
    return entry.value.text if isinstance(entry.value, Scalar) else None


def _both(number: Entry, optional: Entry, question: Place) -> Problem:
    is_default = optional.place.line < question.line <= number.place.line
    undo = 'Write "optional=false" beside it'
    leave_out = 'Leave "optional" out'
    return Problem(
        max(number.place, optional.place),
        "optional-multiple",
        'the question is "optional" and has "type: multiple"',
        f"{undo if is_default else leave_out}; nothing ticked is an answer already.",
    )
