"""What the template of a share image may see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RunView:
    """A stretch of a line in one font."""

    text: str
    family: str


@dataclass(frozen=True, slots=True)
class LineView:
    """A line of text; y is that of its base line."""

    y: int
    runs: tuple[RunView, ...]


@dataclass(frozen=True, slots=True)
class TextView:
    """A text that stands in its box.

    Shape: no lines where there is nothing to say; anchor is start or end, as in SVG;
    bottom_y is where the box ends or, for a text at its top, where the text does.
    Units: whole pixels.
    """

    x: int
    anchor: str
    size: int
    lines: tuple[LineView, ...]
    bottom_y: int


@dataclass(frozen=True, slots=True)
class ShareView:
    """A share image, ready to be drawn.

    Shape: direction is ltr or rtl, and texts already stand at their side; colours are
    those of the theme's tokens by name, without `--kw-`.
    Units: whole pixels.
    """

    width: int
    height: int
    lang: str
    direction: str
    title: TextView
    note: TextView
    site: TextView
    colours: Mapping[str, str]
    options: Mapping[str, str]
