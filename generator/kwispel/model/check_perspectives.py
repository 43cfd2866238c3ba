"""Check perspectives, and the voices in which questions are asked for them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import PurePosixPath

from markupsafe import Markup

from kwispel.errors import Problem
from kwispel.model.shapes import Perspective
from kwispel.source import keys
from kwispel.source.names import check_id, nearest, quoted
from kwispel.source.prose import Typesetter
from kwispel.source.schema import PERSPECTIVE
from kwispel.source.shapes import Entry, Scalar, Table


def check_perspectives(
    entry: Entry | None, setter: Typesetter, folder: PurePosixPath
) -> tuple[Perspective, ...]:
    """Give the perspectives that quiz.md declares, in order."""
    table = keys.table(entry, setter.problems) if entry else None
    entries = table.entries.values() if table else ()
    return tuple(_perspective(inside, setter, folder) for inside in entries)


def check_voices(
    entry: Entry | None,
    known: Collection[str],
    setter: Typesetter,
    folder: PurePosixPath,
) -> dict[str, Markup]:
    """Give the texts of a question by perspective."""
    table = keys.table(entry, setter.problems) if entry else None
    voices: dict[str, Markup] = {}
    for inside in table.entries.values() if table else ():
        if inside.key not in known:
            setter.problems.append(_unknown_perspective(inside, known))
        if keys.text(inside, setter.problems) and isinstance(inside.value, Scalar):
            voices[inside.key] = setter.inline(inside.value.lines, folder).html
    return voices


def _perspective(
    entry: Entry, setter: Typesetter, folder: PurePosixPath
) -> Perspective:
    problems = setter.problems
    check_id(entry.key, entry.place, problems)
    table = keys.table(entry, problems)
    known = keys.check_keys(table or Table({}, entry.place), PERSPECTIVE, problems)
    title, intro = known.entries.get("title"), known.entries.get("intro")
    if table and title is None:
        subject = f"perspective {quoted(entry.key)}"
        hint = f'Write "title: …" under "{entry.key}".'
        problems.append(keys.missing_key(entry.place, "title", subject, hint))
    return Perspective(
        id=entry.key,
        title=(setter.plain(title, problems) if title else None) or "",
        intro_html=setter.prose(intro, folder),
        place=entry.place,
    )


def _unknown_perspective(entry: Entry, known: Collection[str]) -> Problem:
    meant = nearest(entry.key, known)
    declare = f"declare {quoted(entry.key)} under perspectives in quiz.md"
    return Problem(
        entry.place,
        "unknown-perspective",
        f"{quoted(entry.key)} is not declared in quiz.md",
        f'Write "{meant}", or {declare}.' if meant else f"Rename it, or {declare}.",
    )
