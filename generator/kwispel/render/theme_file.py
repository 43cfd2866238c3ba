"""What a theme says of itself: theme.toml, and the themes that it extends."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kwispel.errors import Place, Problem
from kwispel.render.colour import READABLE, is_colour

THEME_FILE = "theme.toml"


@dataclass(frozen=True, slots=True)
class Option:
    """What a theme lets a site decide.

    Shape: choices are the only values; a colour has none, and names the backgrounds
    on which it must be readable, by scheme, and with what contrast.
    """

    default: str
    choices: tuple[str, ...]
    backgrounds: Mapping[str, str]
    contrast: float

    def allows(self, value: str) -> bool:
        """Say whether a site may choose this."""
        return value in self.choices if self.choices else is_colour(value)

    def expected(self) -> str:
        """Say what a site may choose."""
        if self.choices:
            return " or ".join(f'"{choice}"' for choice in self.choices)
        return 'a colour like "#1f3f8f"'


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """A theme as it is declared.

    Shape: share is what it says of the share image, by the names of its texts.
    """

    folder: Path
    description: str
    extends: str | None
    options: Mapping[str, Option]
    share: Mapping[str, Any]


def read_theme_file(folder: Path) -> ThemeFile | Problem:
    """Read a theme's theme.toml, or say what is wrong with it."""
    path = folder / THEME_FILE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        extends = table.get("extends")
        if extends is None or isinstance(extends, str):
            return _declared(folder, extends, table)
        said = f'"extends" is {extends!r}, not the name of a theme'
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        said = str(error)
    except (AttributeError, KeyError, TypeError, ValueError) as error:
        said = f"{error!r} in the table of options"
    return Problem(
        Place(str(path)),
        "theme-file",
        f"the file of this theme cannot be read: {said}",
        "Write it as docs/reference/theme.md shows.",
    )


def _declared(folder: Path, extends: str | None, table: Mapping[str, Any]) -> ThemeFile:
    options = {name: _option(entry) for name, entry in table.get("options", {}).items()}
    description = str(table.get("description", ""))
    return ThemeFile(folder, description, extends, options, table.get("share", {}))


def _option(entry: Mapping[str, Any]) -> Option:
    return Option(
        str(entry["default"]),
        tuple(entry.get("choices", ())),
        dict(entry.get("readable_on", {})),
        float(entry.get("contrast", READABLE)),
    )
