"""One style sheet from the files of a theme and of those it extends."""

from __future__ import annotations

import re
from pathlib import Path

_FIRST = ("layers.css", "tokens.css", "base.css")
_LAST = ("print.css", "own.css")

_IDLE = re.compile(
    r"""
    (?P<kept>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^"')]*\))
    | (?P<comment>/\*.*?\*/)
    | (?:\s*;)?\s*(?P<end>\})\s*
    | \s*(?P<sign>[{;,])\s*
    | (?P<colon>:)\s+
    | (?P<space>\s+)
    """,
    re.DOTALL | re.VERBOSE,
)


def theme_css(folders: tuple[Path, ...], components: frozenset[str]) -> str:
    """Put the style for these components together, minified.

    Shape: folders as in Theme. css/ holds layers, tokens and base, then come the
    components by name, then css/print.css and css/own.css. Of files with the same
    name the theme's own wins; any may be missing.
    """
    names = [
        *(f"css/{name}" for name in _FIRST),
        *(f"components/{name}/{name}.css" for name in sorted(components)),
        *(f"css/{name}" for name in _LAST),
    ]
    found = (_first(folders, name) for name in names)
    text = "\n".join(path.read_text(encoding="utf-8") for path in found if path)
    return minified(text)


def component_css(folders: tuple[Path, ...], name: str) -> str:
    """Give the style of one component, minified; nothing where it has none."""
    path = _first(folders, f"components/{name}/{name}.css")
    return minified(path.read_text(encoding="utf-8")) if path else ""


def minified(css: str) -> str:
    """Take out comments and the white space that means nothing.

    No more than that, and not by a package: rcssmin 1.2 takes the space out of
    `.a :is(b)` inside a layer, which then says something else.
    """
    return _IDLE.sub(_short, css).strip()


def _short(found: re.Match[str]) -> str:
    if found["space"]:
        return " "
    return found["kept"] or found["end"] or found["sign"] or found["colon"] or ""


def _first(folders: tuple[Path, ...], name: str) -> Path | None:
    return next((f / name for f in folders if (f / name).is_file()), None)
