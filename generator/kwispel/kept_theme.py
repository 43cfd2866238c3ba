"""Keep a theme as it was made: its style, and its templates as Python runs them.

To make them takes longer than a quiz, and they follow from kwispel, its libraries and
the files of the themes. What is kept is run: as with Python's own `__pycache__`, who
can write there can do what the user can. So what others could have written is not
read, and what is not whole is as good as absent.
"""

from __future__ import annotations

import json
import os
import pickle
import stat
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from kwispel.build import theme_of
from kwispel.caches import cache_folder, forget_old, keep, kept
from kwispel.render.template_code import compile_templates, use_code
from kwispel.render.theme import Theme

if TYPE_CHECKING:
    from kwispel.model.shapes import Site

_FOLDER = "themes"
_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH

_Kept = tuple[Theme, Mapping[str, bytes]]


def kept_theme(site: Site, themes: Path | None, base: str) -> Theme:
    """Give the theme that a site names, as it was made before where that is known.

    Shape: base names the program and all themes, as `kwispel.known.base_key` does.
    Raises: BuildFailed.
    """
    path = theme_path(site, base)
    if found := _read(path):
        theme, code = found
        use_code(theme.folders, theme.classes, code)
        return theme
    theme = theme_of(site, themes)
    made = compile_templates(theme.folders, theme.classes)
    keep(path, [pickle.dumps((theme, made.code))])
    forget_old(path.parent)
    return theme


def theme_path(site: Site, base: str) -> Path:
    """Give the file in which the theme of a site is kept."""
    options = sorted(site.theme_options.items())
    parts = json.dumps([base, site.theme, options])
    return cache_folder() / _FOLDER / sha256(parts.encode()).hexdigest()[:32]


def _read(path: Path) -> _Kept | None:
    if not _is_own(path) or (text := kept(path)) is None:
        return None
    found: _Kept = pickle.loads(text)  # noqa: S301 - our own file, see above
    return found


def _is_own(path: Path) -> bool:
    """Say whether nobody but the user can have written a file."""
    if sys.platform == "win32":
        return True
    try:
        status = path.stat()
    except OSError:
        return False
    return status.st_uid == os.getuid() and not status.st_mode & _OTHERS_WRITE
