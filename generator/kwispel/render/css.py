"""One style sheet from the files of a theme and of those it extends."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from pathlib import Path

from kwispel.render.declarations import sorted_rules
from kwispel.render.print_css import merged, only_print, without_print

_FIRST = ("css/layers.css", "css/tokens.css", "css/base.css")
_PRINT = "css/print.css"
_ADDED = "own.css"
_OWN = f"css/{_ADDED}"

_IDLE = re.compile(
    r"""
    (?P<kept>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|url\([^"')]*\))
    | (?P<comment>/\*.*?\*/)
    | (?P<attribute>\[[\w-]+[~|^$*]?=)"(?P<name>[A-Za-z][\w-]*)"(?=\])
    | (?:\s*;)?\s*(?P<end>\})\s*
    | \s*(?P<sign>[{;,>])(?:\s|/\*.*?\*/)*
    | (?P<colon>:)\s+
    | (?<![\w.#])(?P<zero>0)(?=\.\d)
    | (?P<space>\s+)
    """,
    re.DOTALL | re.VERBOSE,
)

_REFINED = re.compile(
    r"(?P<rule>[^{};]+)\{(?P<before>[^{}]*\bfont:[^{};]*var\([^{};]*);"
    r"(?P<refined>font-[^{};]+)(?P<after>[^{}]*)\}"
)


def page_css(
    folders: tuple[Path, ...], components: frozenset[str], *, is_whole: bool
) -> str:
    """Put the style that stands in a page together, minified.

    Shape: folders as in Theme. Layers, tokens and base come first, then the components
    by name, then what paper needs where the page has no other sheet for it, and the
    theme's own word. Of files with the same name the nearest theme's wins, but what is
    called own.css adds to what a theme extends; any may be missing.
    """
    if is_whole:
        return merged(_joined(folders, [*_FIRST, *_files(components), _PRINT, _OWN]))
    whole = _joined(folders, [*_FIRST, *_files(components), _OWN])
    return merged(without_print(whole))


def late_css(
    folders: tuple[Path, ...], first: frozenset[str], late: frozenset[str]
) -> str:
    """Put the style together that a page needs later: for its result, and on paper.

    Shape: first are the components whose other style stands in the page.
    """
    return _apart(
        merged(
            without_print(_joined(folders, _files(late)))
            + only_print(_joined(folders, [*_FIRST, *_files(first), *_files(late)]))
            + _joined(folders, [_PRINT])
            + only_print(_joined(folders, [_OWN]))
        )
    )


def _apart(css: str) -> str:
    """Put what refines a font that has a variable in it into a rule of its own.

    A page can read the late sheet only as the browser tells it again, for a saved
    result; of `font: 1rem var(--x); font-variant: y` browsers tell nothing.
    """
    return _REFINED.sub(r"\g<rule>{\g<before>\g<after>}\g<rule>{\g<refined>}", css)


def component_css(folders: tuple[Path, ...], name: str) -> str:
    """Give the style of one component on a screen; nothing where it has none."""
    return without_print(_joined(folders, _files({name})))


def _files(components: AbstractSet[str]) -> list[str]:
    return [
        f"components/{name}/{file}"
        for name in sorted(components)
        for file in (f"{name}.css", _ADDED)
    ]


def _joined(folders: tuple[Path, ...], names: list[str]) -> str:
    found = (path for name in names for path in _found(folders, name))
    text = "\n".join(path.read_text(encoding="utf-8") for path in found)
    return minified(text)


def minified(css: str) -> str:
    """Take out comments, and white space and zeros that mean nothing.

    No more than that, and not by a package: rcssmin 1.2 takes the space out of
    `.a :is(b)` inside a layer, which then says something else.
    """
    return sorted_rules(_IDLE.sub(_short, css).strip())


def _short(found: re.Match[str]) -> str:
    if found["space"]:
        return " "
    if found["attribute"]:
        return f"{found['attribute']}{found['name']}"
    return found["kept"] or found["end"] or found["sign"] or found["colon"] or ""


def _found(folders: tuple[Path, ...], name: str) -> list[Path]:
    """Find the nearest theme's file, or what all themes add, the farthest first."""
    paths = [folder / name for folder in folders if (folder / name).is_file()]
    return paths[::-1] if name.endswith(f"/{_ADDED}") else paths[:1]
