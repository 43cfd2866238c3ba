"""Know without reading that files are what they were.

A stamp of files holds their names, sizes, numbers on the disk and times. Two stamps are
trusted to mean the same bytes for one reason: the system itself sets the time of the
last change (ctime) whenever bytes change, and no program can set it back. A file that
changed in the very tick of the clock in which it was looked at is never trusted, nor is
any file on Windows, where that time does not exist.
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


def folder_stamp(folder: Path, before_ns: int) -> str:
    """Stamp all that lies in a folder; a link in it makes it unknown.

    Raises: OSError.
    """
    digest = blake2b(digest_size=16)
    for name, status in _within(os.fspath(folder), ""):
        if not _is_trusted(status, before_ns):
            return UNKNOWN
        digest.update(_signs(name, status))
    return digest.hexdigest()


def files_stamp(folder: Path, names: Iterable[str], before_ns: int) -> str:
    """Stamp files below a folder; one that is not there makes them unknown."""
    digest = blake2b(digest_size=16)
    root = os.fspath(folder)
    try:
        for name in names:
            status = os.lstat(f"{root}/{name}")
            if not stat.S_ISREG(status.st_mode) or not _is_trusted(status, before_ns):
                return UNKNOWN
            digest.update(_signs(name, status))
    except OSError:
        return UNKNOWN
    return digest.hexdigest()


def newest_ns(folder: Path, names: Iterable[str]) -> int:
    """Give when the last of these files changed, 0 for none; units: nanoseconds."""
    root = os.fspath(folder)
    return max((os.lstat(f"{root}/{name}").st_ctime_ns for name in names), default=0)


def _within(folder: str, below: str) -> Iterator[tuple[str, os.stat_result]]:
    """Give files and folders by their names, in order."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        name = f"{below}{entry.name}"
        yield name, entry.stat(follow_symlinks=False)
        if entry.is_dir(follow_symlinks=False):
            yield from _within(entry.path, f"{name}/")


def _is_trusted(status: os.stat_result, before_ns: int) -> bool:
    if sys.platform == "win32" or stat.S_ISLNK(status.st_mode):
        return False
    # A folder tells by the names in it, which are looked at.
    return stat.S_ISDIR(status.st_mode) or status.st_ctime_ns < before_ns


def _signs(name: str, status: os.stat_result) -> bytes:
    if stat.S_ISDIR(status.st_mode):
        return f"{name}/\n".encode(errors="surrogateescape")
    return (
        f"{name} {status.st_size} {status.st_mode} {status.st_ino} {status.st_dev} "
        f"{status.st_mtime_ns} {status.st_ctime_ns}\n"
    ).encode(errors="surrogateescape")
