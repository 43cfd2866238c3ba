"""Keep what can be made again: in files that may be lost or damaged at any time."""

from __future__ import annotations

import contextlib
import os
import sys
import tempfile
import time
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from kwispel.replaced_file import replaced_bytes

_FOLDER = "KWISPEL_CACHE"
"""An environment variable: another folder than the user's."""

_DIGEST_LENGTH = sha256().digest_size

_KEEP_S = 30 * 24 * 60 * 60
"""What was not written for so long is forgotten."""


def cache_folder() -> Path:
    """Give the user's folder for what kwispel can make again."""
    if named := os.environ.get(_FOLDER):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", tempfile.gettempdir())) / "kwispel"
    if sys.platform == "darwin":
        return Path("~/Library/Caches/kwispel").expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "kwispel"


def kept(path: Path) -> bytes | None:
    """Give what is kept in a file, if it is there and whole."""
    try:
        text = path.read_bytes()
    except OSError:
        return None
    found, digest = text[:-_DIGEST_LENGTH], text[-_DIGEST_LENGTH:]
    return found if digest == sha256(found).digest() else None


def keep(path: Path, parts: Iterable[bytes]) -> None:
    """Keep a text in a file; where that cannot be, nothing is lost but time.

    Shape: parts are written one by one, as all of them may be much.
    """
    digest = sha256()
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with replaced_bytes(path) as file:
            for part in parts:
                digest.update(part)
                file.write(part)
            file.write(digest.digest())


def forget_old(folder: Path) -> None:
    """Take away what has not been kept anew for a long time."""
    with contextlib.suppress(OSError):
        for file in folder.iterdir():
            if time.time() - file.stat().st_mtime > _KEEP_S:
                file.unlink()
