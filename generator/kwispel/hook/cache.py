"""Remember compiled hooks that were tried, between builds.

A file for each, named after everything that it hangs on, in the user's folder for
caches. It may be emptied at any time, and what is damaged in it is as good as absent.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from kwispel.caches import cache_folder, keep, kept


def cache_key(parts: object) -> str:
    """Give a name that no other parts have; parts are what JSON can hold."""
    return hashlib.sha256(json.dumps(parts, sort_keys=True).encode()).hexdigest()


def remembered(key: str) -> str | None:
    """Give what was kept under a name, if it is there and whole."""
    found = kept(_path(key))
    return None if found is None else found.decode()


def remember(key: str, text: str) -> None:
    """Keep a text under a name; where that cannot be, nothing is lost but time."""
    keep(_path(key), [text.encode()])


def _path(key: str) -> Path:
    return cache_folder() / "hooks" / key
