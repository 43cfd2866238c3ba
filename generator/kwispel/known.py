"""What is to be built, and how far the last build of it still holds."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kwispel import swap
from kwispel.processes import most_processes
from kwispel.record import Record, site_key
from kwispel.render.theme_folders import theme_folders
from kwispel.stamps import EVER, UNKNOWN, files_stamp, folder_stamp, same
from kwispel.write import MANIFEST
from kwispel.write_staged import holds

_SITE_FILE, _STRINGS = "site.toml", "_strings"


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built, and where.

    Shape: processes are the most to be used, 0 for as many as there is room for;
    is_kept where the build is to be remembered, and what is remembered used; has_files
    and is_compressed as in `kwispel.build.Extras`.
    """

    content: Path
    dist: Path
    themes: Path | None = None
    base_url: str | None = None
    processes: int = 0
    is_kept: bool = True
    has_files: bool = False
    is_compressed: bool = False


@dataclass(frozen=True, slots=True)
class Known:
    """An order, and what is known from the last build.

    Shape: base is that of `base_key`; stamped are the quizzes of which `is_stamped` was
    so when the list of files in the site had the stamp in listed.
    """

    order: Order
    last: Record
    base: str = ""
    stamped: frozenset[str] = frozenset()
    listed: str = UNKNOWN

    @property
    def processes(self) -> int:
        """Give how many processes may be used."""
        return self.order.processes or most_processes()

    def looked(self) -> Known:
        """Look at all files, where that was not done or another build came since."""
        listed = files_stamp(self.order.dist, [MANIFEST], EVER)
        if same(listed, self.listed):
            return self
        stamped = frozenset(filter(self.is_stamped, self.last["quizzes"]))
        return replace(self, stamped=stamped, listed=listed)

    def is_whole(self) -> bool:
        """Say whether the site is just what it would be made."""
        order, last = self.order, self.last
        is_begun = swap.workplace_of(order.dist).exists()
        if is_begun or not last["files"] or root_sign(order.content) != last["root"]:
            return False
        return self.has_site_files() and len(self.stamped) == len(last["quizzes"])

    def has_site_files(self) -> bool:
        """Say whether the files of the site as a whole are as they were built."""
        names = [name for name, _ in self.last["files"]]
        stamp = files_stamp(self.order.dist, [*names, MANIFEST], EVER)
        return same(stamp, self.last["built"])

    def is_same(self, name: str) -> bool:
        """Say whether a quiz and its files are as the last build left them."""
        return name in self.stamped or self._is_read_alike(name)

    def is_stamped(self, name: str) -> bool:
        """Say whether that is so for all that the system tells, without reading."""
        quiz = self.last["quizzes"].get(name)
        if quiz is None:
            return False
        # Texts rather than paths: there may be thousands, and nothing else to do.
        content, dist = os.fspath(self.order.content), os.fspath(self.order.dist)
        outside, names = quiz["outside"], [each for each, _ in quiz["files"]]
        inside = folder_stamp(f"{content}/{name}", quiz["inside"], EVER)
        return (
            same(inside, quiz["read"])
            and (
                not outside or same(files_stamp(content, outside, EVER), quiz["beside"])
            )
            and same(files_stamp(dist, names, EVER), quiz["built"])
        )

    def _is_read_alike(self, name: str) -> bool:
        quiz = self.last["quizzes"].get(name)
        if quiz is None:
            return False
        found = content_digest(self.order.content, name, quiz["outside"])
        dist = self.order.dist
        return found == quiz["key"] and all(
            holds(dist / each, digest) for each, digest in quiz["files"]
        )


def root_sign(content: Path) -> list[str]:
    """Give what stands in the content folder itself, by name and kind."""
    with os.scandir(content) as found:
        kinds = {True: "/", False: ""}
        return sorted(each.name + kinds[each.is_dir()] for each in found)


def content_digest(content: Path, name: str, outside: Sequence[str]) -> str:
    """Name the bytes that a quiz is made from.

    Raises: OSError.
    """
    files = [content / each for each in outside]
    return site_key(outside, [content / name], files, has_program=False)


def base_key(themes: Path | None) -> str:
    """Name kwispel, its libraries and all themes that a site may have."""
    folders = theme_folders(themes)
    return site_key(map(str, folders), folders, [])


def key_of(order: Order, base: str) -> str:
    """Name all that every page hangs on, beside the quizzes."""
    content, address = order.content, order.base_url or ""
    added = f"{order.has_files} {order.is_compressed}"
    parts = [base, str(content), str(order.dist), str(Path.cwd()), address, added]
    site_file = content / _SITE_FILE
    files = [site_file] if site_file.exists() else []
    return site_key(parts, [content / _STRINGS], files, has_program=False)
