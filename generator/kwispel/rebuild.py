"""Build a site from what has changed since the last build, over several processes.

What comes out is what `kwispel.build` makes of the whole, to the byte. What does not
hold together is left to it, to be told as ever.
Source: docs/decisions/0021-build-what-changed.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kwispel import swap
from kwispel.errors import BuildFailed, Problem, in_file_order
from kwispel.known import Known, Order, base_key, key_of
from kwispel.processes import ProcessLost
from kwispel.record import NO_RECORD, QuizRecord, Record, read_record, record_path
from kwispel.write import refuse_place


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What there is to say of a site that was built.

    Shape: editions are title, path and markup of each quiz in each language; rendered
    are the quizzes that were made anew.
    """

    warnings: tuple[Problem, ...]
    has_address: bool
    quizzes: int
    editions: tuple[tuple[str, str, str], ...]
    rendered: tuple[str, ...] = ()


def rebuild(order: Order) -> Rebuilt | None:
    """Build a site; None, and nothing has changed, where it must be built as a whole.

    Such are sites with an error or a hook, and those that a disk or a process fails.
    """
    try:
        refuse_place(order.dist, order.content)
        base = base_key(order.themes)
        key = key_of(order, base)
        path = record_path(order.dist)
        last = (read_record(path, key) if order.is_kept else None) or NO_RECORD
        known = Known(order, last, base).looked()
        if known.is_whole():
            return told(last, ())
        # Most of the program is needed only here.
        from kwispel.rebuild_parts import NotAlone, build_parts  # noqa: PLC0415
    except (BuildFailed, OSError):
        return None
    try:
        record, rendered = build_parts(known, key, path)
    except (NotAlone, BuildFailed, ProcessLost, OSError, swap.Busy):
        return None
    return told(record, rendered)


def told(record: Record, rendered: Sequence[str]) -> Rebuilt:
    """Give what there is to say of a build that was written down."""
    quizzes = record["quizzes"].values()
    problems = [*record["problems"], *(p for quiz in quizzes for p in quiz["problems"])]
    return Rebuilt(
        warnings=in_file_order(tuple(map(Problem.read, problems))),
        has_address=record["has_address"],
        quizzes=len(record["quizzes"]),
        editions=tuple(each for quiz in quizzes for each in _editions(quiz)),
        rendered=tuple(rendered),
    )


def _editions(quiz: QuizRecord) -> Iterator[tuple[str, str, str]]:
    for title, path, markup in quiz["editions"]:  # noqa: UP028 - lists, from JSON
        yield title, path, markup
