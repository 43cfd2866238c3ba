"""Where kwispel keeps what it can make again."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

_FOLDER = "KWISPEL_CACHE"
"""An environment variable: another folder than the user's."""


def cache_folder() -> Path:
    """Give the user's folder for what kwispel can make again."""
    if named := os.environ.get(_FOLDER):
        return Path(named)
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", tempfile.gettempdir())) / "kwispel"
    if sys.platform == "darwin":
        return Path("~/Library/Caches/kwispel").expanduser()
    return Path(os.environ.get("XDG_CACHE_HOME") or "~/.cache").expanduser() / "kwispel"
