"""What a theme says of its share images: where their texts stand, in which fonts.

Source: docs/reference/theme.md, "The share image".
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

from kwispel.errors import Place, Problem
from kwispel.render.theme_file import THEME_FILE, ThemeFile

SHARE = "share.svg.jinja"
"""The template of the share image; a theme without one has none."""

SHARE_WIDTH_PX, SHARE_HEIGHT_PX = 1200, 630

TextName = Literal["title", "note", "site"]
Side = Literal["top", "bottom"]

NAMES: tuple[TextName, ...] = get_args(TextName)

_FONTS = "fonts"
_OPTION = "font"
"""The theme option that may choose among lists of fonts."""


@dataclass(frozen=True, slots=True)
class ShareText:
    """Where a text of the share image stands, and how large it may be.

    Shape: fonts in the order in which they are asked for a glyph; box is x, y, width
    and height; side is the one that the text keeps to where the box is higher.
    Units: whole pixels; leading in hundredths of the size.
    """

    fonts: tuple[Path, ...]
    box: tuple[int, int, int, int]
    largest_px: int
    smallest_px: int
    leading: int
    side: Side


ShareStyle = Mapping[TextName, ShareText]
"""The texts of a theme's share image."""


def share_style(
    chain: tuple[ThemeFile, ...], values: Mapping[str, str]
) -> ShareStyle | Problem | None:
    """Give the texts of the share image of a theme; None where it draws no image.

    Shape: chain is the theme and those that it extends, nearest first; values are its
    options.
    """
    folders = tuple(link.folder for link in chain)
    if not any((folder / SHARE).is_file() for folder in folders):
        return None
    try:
        return {name: _text(name, chain, values) for name in NAMES}
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        return Problem(
            Place(str(_nearest(chain).folder / THEME_FILE)),
            "theme-file",
            f"the share image of this theme cannot be drawn: {_said(error)}",
            "Write [share] as docs/reference/theme.md shows.",
        )


def _said(error: Exception) -> str:
    if isinstance(error, KeyError):
        return f"[share] has no {error}"
    return str(error)


def _nearest(chain: tuple[ThemeFile, ...]) -> ThemeFile:
    return next((link for link in chain if link.share), chain[0])


def _text(
    name: TextName, chain: tuple[ThemeFile, ...], values: Mapping[str, str]
) -> ShareText:
    entries: dict[str, Any] = {}
    for link in reversed(chain):
        entries |= link.share.get(name, {})
    x, y, width, height = (int(number) for number in entries["box"])
    largest, smallest = (int(number) for number in entries["sizes"])
    side: Side = "bottom" if entries.get("side") == "bottom" else "top"
    if not 0 < smallest <= largest:
        raise ValueError(f"sizes of {name!r} are the largest, then the smallest")
    return ShareText(
        fonts=tuple(_font_files(entries[_FONTS], chain, values)),
        box=(x, y, width, height),
        largest_px=largest,
        smallest_px=smallest,
        leading=int(entries.get("leading", 120)),
        side=side,
    )


def _font_files(
    written: list[str] | dict[str, list[str]],
    chain: tuple[ThemeFile, ...],
    values: Mapping[str, str],
) -> Iterator[Path]:
    """Find fonts, the nearest theme's first; the option `font` may choose the list."""
    names = written[values[_OPTION]] if isinstance(written, dict) else written
    for name in names:
        paths = (link.folder / _FONTS / name for link in chain)
        found = next((path for path in paths if path.is_file()), None)
        if found is None:
            raise ValueError(f'there is no "fonts/{name}"')
        yield found
