"""Remember compiled hooks that were tried, between builds.

A file for each, named after everything that it hangs on, in the user's folder for
caches. It may be emptied at any time, and what is damaged in it is as good as absent.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from pathlib import Path

from kwispel.caches import cache_folder
from kwispel.replaced_file import replaced_file


def cache_key(parts: object) -> str:
    """Give a name that no other parts have; parts are what JSON can hold."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def remembered(key: str) -> str | None:
    """Give what was kept under a name, if it is there and whole."""
    try:
        text = _path(key).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    digest, _, kept = text.partition("\n")
    return kept if digest == _digest(kept) else None


def remember(key: str, kept: str) -> None:
    """Keep a text under a name; where that cannot be, nothing is lost but time."""
    path = _path(key)
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with replaced_file(path) as file:
            file.write(f"{_digest(kept)}\n{kept}")


def _path(key: str) -> Path:
    return cache_folder() / "hooks" / key


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()
