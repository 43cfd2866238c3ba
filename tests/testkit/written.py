"""Two builds of a small site, and what tests ask of a folder afterwards."""

from __future__ import annotations

import stat
from pathlib import Path

from kwispel import swap
from kwispel.write import MANIFEST

OLD = {"index.html": b"old", "sus/index.html": b"old sus", "assets/a.1.css": b"same"}
NEW = {"index.html": b"new", "new/index.html": b"new quiz", "assets/a.1.css": b"same"}


def without_exchange(_one: Path, _other: Path) -> bool:
    """Be a system that cannot exchange two folders."""
    return False


EXCHANGES = [swap.exchange_folders, without_exchange]


def files_in(folder: Path) -> dict[str, bytes]:
    """Read everything below a folder but the manifest."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != MANIFEST
    }


def names_in(folder: Path) -> list[str]:
    """List what lies in a folder, sorted."""
    return sorted(path.name for path in folder.iterdir())


def snapshot(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Read mode and bytes of everything in a folder."""
    return {
        str(path.relative_to(folder)): (
            stat.S_IMODE(path.stat().st_mode),
            path.read_bytes() if path.is_file() else b"",
        )
        for path in (folder, *folder.rglob("*"))
    }
