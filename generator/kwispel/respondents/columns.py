"""Find out which column answers which question, and name those of the outcome."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwispel.respondents.refused import Refused
from kwispel.source.names import nearest, quoted

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet, SheetQuestion


_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Columns:
    """What the header says.

    Shape: answers has the position of each question's column, None where it has none;
    carried those of the other columns. notes are sentences for whoever runs this.
    """

    header: list[str]
    answers: list[int | None]
    carried: list[int]
    notes: list[str]


def find_columns(sheet: Sheet, header: list[str]) -> Columns:
    """Match the names in a header with the questions.

    Raises: Refused with all that is wrong with it.
    """
    names = [name.strip() for name in header]
    while names and not names[-1]:
        names.pop()
    questions = sheet["questions"]
    ids = {question["id"] for question in questions}
    carried = [at for at, name in enumerate(names) if name not in ids]
    others = [names[at] for at in carried]
    faults = [*_twice(names, ids), *_missing(questions, names, others)]
    if faults:
        raise Refused("\n".join(faults))
    return Columns(
        header=names,
        answers=[names.index(q["id"]) if q["id"] in names else None for q in questions],
        carried=carried,
        notes=list(_notes(questions, names, others)),
    )


def _twice(names: list[str], ids: set[str]) -> Iterator[str]:
    counted = Counter(name for name in names if name in ids)
    for name, count in counted.items():
        if count > 1:
            yield f'{count} columns are named after question "{name}"'


def _missing(
    questions: list[SheetQuestion], names: list[str], others: list[str]
) -> Iterator[str]:
    """Report questions that every respondent must answer, and that no column has."""
    missing = [question for question in questions if question["id"] not in names]
    if len(missing) == len(questions):
        ids = [question["id"] for question in questions]
        yield (
            "no column is named after a question of the quiz: the first row has"
            f" {_some(names)}, and the questions are {_some(ids)}"
        )
        return
    for question in missing:
        if not question.get("optional") and not question.get("when"):
            yield _no_column(question["id"], others)


def _notes(
    questions: list[SheetQuestion], names: list[str], others: list[str]
) -> Iterator[str]:
    """Tell which questions nobody has answered, and what may have been meant."""
    for question in questions:
        if question["id"] not in names:
            yield f"{_no_column(question['id'], others)}: it counts as left open"


def _no_column(question: str, others: list[str]) -> str:
    """Say that a column is missing, and which of those of no question may be meant."""
    folded = {name.casefold(): name for name in others}
    meant = nearest(question, folded)
    almost = f" ({quoted(folded[meant])} nearly is)" if meant else ""
    return f'no column is named after question "{question}"{almost}'


def _some(names: list[str]) -> str:
    shown = ", ".join(quoted(name) for name in names[:_SHOWN]) or "no names"
    return f"{shown} and so on" if len(names) > _SHOWN else shown


def unique(names: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """Give each name once: what is taken gets _2, _3 and so on behind it."""
    used = set(taken)
    given: list[str] = []
    for name in names:
        fresh, number = name, 1
        while fresh in used:
            number += 1
            fresh = f"{name}_{number}"
        used.add(fresh)
        given.append(fresh)
    return given
