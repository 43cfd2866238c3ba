"""Put a folder in another's place in one step, and leave nothing half done.

All of it happens in a workplace: a locked folder beside the one to be replaced. What a
killed process left there is put right by the next one.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
import sys
from collections.abc import Callable, Generator, Iterable
from contextlib import contextmanager
from pathlib import Path
from typing import IO

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_CANNOT_EXCHANGE = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EXDEV}

_UNDO, _NOTE = "undo", "undo.names"
"""What single files were before, and the note that they are being replaced."""

Exchange = Callable[[Path, Path], bool]


class Busy(Exception):  # noqa: N818 - it says what is the case
    """Raised when another process is replacing the same folder."""


def workplace_of(target: Path) -> Path:
    """Give where the workplace of a folder is, while there is one."""
    return target.parent / f".{target.name}.kwispel"


@contextmanager
def workplace(target: Path) -> Generator[Path]:
    """Give an empty folder beside the target, for this process alone.

    It is gone afterwards, and so is what a killed process left in it.
    Raises: Busy.
    """
    work = workplace_of(target)
    work.mkdir(parents=True, exist_ok=True)
    with _locked(work / "lock"):
        try:
            _put_right(work, target)
            yield work
        finally:
            _put_right(work, target)
            # Windows does not delete an open file; there the empty lock stays.
            shutil.rmtree(work, ignore_errors=sys.platform == "win32")


def replace(target: Path, work: Path, *, exchange: Exchange | None = None) -> None:
    """Put `new` from the workplace in the target's place.

    Where the system cannot exchange two folders, the target is away for an instant; a
    process that is killed just then leaves it to the next one to bring it back.
    """
    new, old = work / "new", work / "old"
    if not target.exists():
        new.rename(target)
    elif not (exchange or exchange_folders)(new, target):
        target.rename(old)
        new.rename(target)


def put_in_place(
    target: Path, work: Path, names: Iterable[str], removed: Iterable[str]
) -> None:
    """Put single files from `new` in the workplace into the target, and take some out.

    Each file is there whole at any time. Where not all of them can be put there, or the
    process is killed before, what was done is undone, then or by the next process.
    Raises: OSError, and then the target is as it was.
    """
    put, taken = list(names), list(removed)
    kept = work / _UNDO
    for name in (*put, *taken):
        if os.path.lexists(target / name):
            _keep(target / name, kept / name)
    note = work / _NOTE
    draft = work / f"{_NOTE}.draft"
    draft.write_text("\0".join((*put, *taken)), "utf-8", "surrogateescape")
    draft.replace(note)
    for name in put:
        (target / name).parent.mkdir(parents=True, exist_ok=True)
        (work / "new" / name).replace(target / name)
    for name in taken:
        (target / name).unlink(missing_ok=True)
        _drop_empty((target / name).parent, target)
    note.unlink()


def _keep(path: Path, place: Path) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(path, place)
    except OSError:  # the file system has no such thing
        shutil.copy2(path, place)


def _drop_empty(folder: Path, target: Path) -> None:
    """Remove folders in which nothing is left."""
    while folder != target and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


def _undo(work: Path, target: Path) -> None:
    """Take back what was put in place by a process that did not come to its end."""
    note = work / _NOTE
    if not note.exists():
        return
    for name in note.read_text("utf-8", "surrogateescape").split("\0"):
        if (work / _UNDO / name).exists():
            (target / name).parent.mkdir(parents=True, exist_ok=True)
            (work / _UNDO / name).replace(target / name)
        elif os.path.lexists(target / name):
            (target / name).unlink()
            _drop_empty((target / name).parent, target)
    note.unlink()


def exchange_folders(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    if not hasattr(libc, "renameat2"):
        return False
    paths = (_AT_FDCWD, os.fsencode(one), _AT_FDCWD, os.fsencode(other))
    if libc.renameat2(*paths, _RENAME_EXCHANGE) == 0:
        return True
    code = ctypes.get_errno()
    if code in _CANNOT_EXCHANGE:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _put_right(work: Path, target: Path) -> None:
    """Bring back a target that was on its way, and clear the workplace."""
    new, old = work / "new", work / "old"
    if old.exists() and not target.exists():
        old.rename(target)
    _undo(work, target)
    for rest in (new, old, work / _UNDO):
        if rest.exists():
            shutil.rmtree(rest)


@contextmanager
def _locked(path: Path) -> Generator[None]:
    """Hold a lock that the system takes back when this process dies."""
    try:
        with path.open("wb") as file:
            _lock(file)
            # The one who held it may have removed the file since we opened it.
            if os.fstat(file.fileno()).st_ino != path.stat().st_ino:
                raise Busy
            yield
    except FileNotFoundError as error:
        if error.filename == str(path):
            raise Busy from error
        raise


if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError as error:
            raise Busy from error

else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise Busy from error
