"""Know without reading that files are what they were.

A stamp holds the names of files and folders, their sizes, numbers on the disk and
times. Two stamps are trusted to mean the same bytes for one reason: the system itself
sets the time of the last change (ctime) whenever bytes change, or names in a folder,
and no program can set it back. What changed in the very tick of the clock in which it
was looked at is never trusted, nor is anything on Windows, where that time does not
exist.
"""

from __future__ import annotations

import os
import stat
import sys
import time
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from pathlib import Path

UNKNOWN = ""
"""The stamp of what must be read; it equals no other, see `same`."""

EVER = 2**63
"""Before this time lies every other; units: nanoseconds."""

_FILES = frozenset({stat.S_IFREG})
_FOLDERS_TOO = _FILES | {stat.S_IFDIR}

_LONGEST_TICK_S = 0.05
_PROBE = "moment"


def same(one: str, other: str) -> bool:
    """Say whether two stamps are of the same bytes."""
    return one == other != UNKNOWN


def moment(folder: Path, after_ns: int = 0) -> int:
    """Give the time that a change in this folder would get now.

    It waits for a tick of the clock, so that what has changed by after_ns lies before.
    Units: nanoseconds.
    Raises: OSError.
    """
    probe = folder / _PROBE
    ends = time.monotonic() + _LONGEST_TICK_S
    while True:
        probe.write_bytes(b"")
        now_ns = probe.stat().st_ctime_ns
        if now_ns > after_ns or time.monotonic() > ends:
            return now_ns
        time.sleep(0.002)


def names_in(folder: Path) -> list[str]:
    """Give what lies in a folder, at any depth; folders end with `/`.

    Raises: OSError.
    """
    return list(_within(os.fspath(folder), ""))


def folder_stamp(folder: Path | str, inside: Iterable[str], before_ns: int) -> str:
    """Stamp all that lies in a folder; a link in it makes it unknown.

    Shape: inside is what `names_in` gave. What has come since is seen by the time of
    the folder that it came into.
    """
    return _stamp(os.fspath(folder), ("", *inside), before_ns, _FOLDERS_TOO)


def files_stamp(folder: Path | str, names: Iterable[str], before_ns: int) -> str:
    """Stamp files below a folder; one that is not there makes them unknown."""
    return _stamp(os.fspath(folder), names, before_ns, _FILES)


def _stamp(
    root: str, names: Iterable[str], before_ns: int, kinds: frozenset[int]
) -> str:
    # Many thousand files are looked at here where nothing at all has changed.
    if sys.platform == "win32":
        return UNKNOWN
    signs: list[str] = []
    look, kind_of = os.lstat, stat.S_IFMT
    try:
        for name in names:
            found = look(f"{root}/{name}")
            changed_ns, mode = found.st_ctime_ns, found.st_mode
            if changed_ns >= before_ns or kind_of(mode) not in kinds:
                return UNKNOWN
            signs.append(
                f"{name} {found.st_size} {mode} {found.st_ino} {found.st_dev} "
                f"{found.st_mtime_ns} {changed_ns}\n"
            )
    except OSError:
        return UNKNOWN
    text = "".join(signs).encode(errors="surrogateescape")
    return blake2b(text, digest_size=16).hexdigest()


def newest_ns(folder: Path, names: Iterable[str]) -> int:
    """Give when the last of these files changed, 0 for none; units: nanoseconds."""
    root = os.fspath(folder)
    return max((os.lstat(f"{root}/{name}").st_ctime_ns for name in names), default=0)


def _within(folder: str, below: str) -> Iterator[str]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir(follow_symlinks=False):
            yield f"{below}{entry.name}/"
            yield from _within(entry.path, f"{below}{entry.name}/")
        else:
            yield f"{below}{entry.name}"
