"""Make those parts of a site anew that have changed, and put them into it."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from hashlib import sha256
from pathlib import Path
from typing import cast

from kwispel import swap
from kwispel.build import theme_of
from kwispel.errors import Problem, has_error
from kwispel.kept_theme import kept_theme
from kwispel.known import Known, content_digest, root_sign
from kwispel.model.check import site_of
from kwispel.processes import spread
from kwispel.publish.compressed import compressor
from kwispel.quiz_build import (
    Around,
    NotAlone,
    Told,
    build_in,
    build_quiz,
)
from kwispel.rebuild_site import site_part
from kwispel.record import QuizRecord, Record, write_record
from kwispel.render.outlets import Added
from kwispel.scripts import fresh_runtime, scripts_of
from kwispel.source.files import Content
from kwispel.source.folders import list_quizzes
from kwispel.source.own_texts import read_own_texts
from kwispel.source.read import read_settings
from kwispel.source.shapes import Settings
from kwispel.stamps import (
    UNKNOWN,
    files_stamp,
    folder_stamp,
    moment,
    names_in,
    newest_ns,
)
from kwispel.write import MANIFEST
from kwispel.write_staged import put_staged

__all__ = ["NotAlone", "build_parts"]

Quizzes = dict[str, QuizRecord]
_Read = tuple[list[str], str]
"""What lies in the folder of a quiz, and its stamp."""

_TOLD = ("listing", "langs", "variants", "heights")
"""What a quiz tells for the files of the site as a whole, beside names of files."""


def build_parts(known: Known, key: str, path: Path) -> tuple[Record, list[str]]:
    """Build what has changed; give the build as it is written down, and what was made.

    Raises: NotAlone where the site must be looked at as a whole; BuildFailed,
    ProcessLost, OSError and Busy where it cannot be done; the site is as it was then.
    """
    dist = known.order.dist.absolute()
    with swap.workplace(dist) as work:
        parts = _Parts(known.looked(), work)
        record, rendered, is_laid_out = parts.build()
        # What is taken away here had a second name in the site, and its time changes.
        shutil.rmtree(work / "new", ignore_errors=True)
        shutil.rmtree(work / "undo", ignore_errors=True)
        if known.order.is_kept:
            few = [*rendered, *parts.again]
            names = list(record["quizzes"]) if is_laid_out else few
            _stamp(record, names, dist, work)
            write_record(path, key, record)
    return record, rendered


def _stamp(record: Record, names: list[str], dist: Path, work: Path) -> None:
    """Write down what the files of the site look like, once a tick has passed."""
    own = [*(name for name, _ in record["files"]), MANIFEST]
    made = [name for each in names for name, _ in record["quizzes"][each]["files"]]
    now_ns = moment(work, newest_ns(dist, [*own, *made]))
    record["built"] = files_stamp(dist, own, now_ns)
    for name in names:
        quiz = record["quizzes"][name]
        quiz["built"] = files_stamp(dist, [each for each, _ in quiz["files"]], now_ns)


class _Parts:
    """One build, in its workplace."""

    def __init__(self, known: Known, work: Path) -> None:
        self._known, self._work = known, work
        self._new = work / "new"
        self._new.mkdir()
        self._began_ns = moment(work)
        self._content = Content(known.order.content, Path.cwd())
        self._problems: list[Problem] = []
        self.again: list[str] = []

    def build(self) -> tuple[Record, list[str], bool]:
        order, last = self._known.order, self._known.last
        root = root_sign(order.content)
        folders = list_quizzes(self._content, self._problems)
        settings = read_settings(self._content, self._problems)
        around = self._around(settings)
        kept = {
            name: last["quizzes"][name] for name in folders if self._known.is_same(name)
        }
        self._stamp_again(kept)
        made = self._made([name for name in folders if name not in kept], kept, around)
        quizzes = {name: made.get(name) or kept[name] for name in folders}
        fresh = {n: digest for each in made.values() for n, digest in each["files"]}
        told = _told(quizzes)
        if told == last["told"] and self._known.has_site_files():
            files, whole = last["files"], last["whole"]
        else:
            files, whole = site_part(around, settings, quizzes)
            fresh |= files
        record = Record(
            root=root,
            quizzes=quizzes,
            problems=[*(each.written() for each in self._problems), *whole],
            whole=whole,
            files=files,
            built=UNKNOWN,
            told=told,
            has_address=around.site.base_url is not None,
        )
        wanted = dict(files) | {
            name: digest for each in quizzes.values() for name, digest in each["files"]
        }
        is_laid_out = put_staged(fresh, wanted, order.dist.absolute(), self._work)
        return record, sorted(made), is_laid_out

    def _stamp_again(self, kept: Quizzes) -> None:
        """Stamp what is the same, but for its times, so that it is not read again."""
        content = self._known.order.content
        for name in kept:
            if name not in self._known.stamped:
                quiz = kept[name].copy()
                quiz["inside"], quiz["read"] = self._read(name)
                quiz["beside"] = files_stamp(content, quiz["outside"], self._began_ns)
                kept[name] = quiz
                self.again.append(name)

    def _around(self, settings: Settings) -> Around:
        """Give what every quiz is built with.

        Raises: NotAlone where something is wrong with it.
        """
        order = self._known.order
        texts = read_own_texts(self._content, self._problems)
        site = site_of(settings, (), texts)
        if order.base_url is not None:
            site = replace(site, base_url=order.base_url)
        if has_error(self._problems):
            raise NotAlone
        if order.is_kept:
            theme = kept_theme(site, order.themes, self._known.base)
        else:
            theme = theme_of(site, order.themes)
        is_packed = order.is_compressed
        return Around(
            content=self._content,
            settings=settings,
            site=site,
            theme=theme,
            scripts=scripts_of(fresh_runtime()),
            added=Added(has_files=order.has_files),
            compressor=(
                compressor(order.dist, is_kept=order.is_kept) if is_packed else None
            ),
            target=self._new,
            earlier=order.dist,
        )

    def _made(self, names: list[str], kept: Quizzes, around: Around) -> Quizzes:
        """Build quizzes, and then those that name others of which something changed."""
        before = {name: self._read(name) for name in names}
        told = self._spread(names, {}, around)
        listings = {name: quiz["listing"] for name, quiz in kept.items()}
        listings |= {name: quiz["listing"] for name, quiz in told.items()}
        changed = [name for name, quiz in told.items() if "files" not in quiz]
        for name in list(kept):
            quiz = kept[name]
            if quiz["named"] != _named(quiz["names"], listings):
                changed.append(name)
                before[name] = self._read(name)
                del kept[name]
        told |= self._spread(changed, listings, around)
        return {
            name: self._record(name, told[name], before[name], listings)
            for name in sorted(told)
        }

    def _spread(
        self, names: list[str], listings: Mapping[str, Told], around: Around
    ) -> dict[str, Told]:
        made = spread(
            build_quiz,
            [(name, listings) for name in names],
            prepare=partial(build_in, around),
            processes=self._known.processes,
        )
        return dict(zip(names, made, strict=True))

    def _read(self, name: str) -> _Read:
        """Stamp the folder of a quiz before it is read."""
        folder = self._known.order.content / name
        inside = names_in(folder)
        return inside, folder_stamp(folder, inside, self._began_ns)

    def _record(
        self, name: str, told: Told, read: _Read, listings: Mapping[str, Told]
    ) -> QuizRecord:
        if "files" not in told:
            raise NotAlone
        content, outside = self._known.order.content, told["outside"]
        found = {
            "inside": read[0],
            "read": read[1],
            "beside": files_stamp(content, outside, self._began_ns),
            "key": content_digest(content, name, outside),
            "built": UNKNOWN,
            "named": _named(told["names"], listings),
            "told": _digest(
                [told[each] for each in _TOLD], [n for n, _ in told["files"]]
            ),
        }
        return cast("QuizRecord", told | found)


def _named(names: list[str], listings: Mapping[str, Told]) -> str:
    """Name what a quiz tells of others."""
    return _digest([listings.get(name) for name in names]) if names else ""


def _told(quizzes: Quizzes) -> str:
    """Name what the files of the site as a whole are made from."""
    return _digest([(name, quizzes[name]["told"]) for name in quizzes])


def _digest(*parts: object) -> str:
    return sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()
