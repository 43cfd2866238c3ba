"""Build a site from what has changed since the last build, over several processes.

What comes out is what `kwispel.build` makes of the whole, to the byte. What does not
hold together is left to it, to be told as ever.
Source: docs/decisions/0021-build-what-changed.md.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwispel import swap
from kwispel.errors import BuildFailed, Problem, in_file_order
from kwispel.known import Known, Order, base_key, key_of
from kwispel.processes import ProcessLost
from kwispel.record import NO_RECORD, QuizRecord, Record, read_record, record_path
from kwispel.write import refuse_place

if TYPE_CHECKING:
    from kwispel.build import Extras


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


def bring_up_to_date(
    order: Order,
    extras: Callable[[], Extras] | None = None,
    *,
    is_whole: bool = False,
) -> Rebuilt:
    """Build what has changed, or, where that cannot be, the site as a whole.

    Shape: extras give what a site that is built as a whole has besides.
    Raises: BuildFailed; NoRuntime where the package was not built, or changed since.
    """
    rebuilt = None if is_whole else rebuild(order)
    if rebuilt is not None:
        return rebuilt
    # Most of the program is needed only here.
    from kwispel.build import NO_EXTRAS, build_site  # noqa: PLC0415
    from kwispel.render.embedding_told import editions_told  # noqa: PLC0415

    checked = build_site(
        order.content,
        order.dist,
        themes=order.themes,
        base_url=order.base_url,
        extras=extras() if extras else NO_EXTRAS,
    )
    site = checked.site
    return Rebuilt(
        checked.warnings,
        has_address=site.base_url is not None,
        quizzes=len(site.quizzes),
        editions=tuple(editions_told(site, checked.heights)),
    )


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
