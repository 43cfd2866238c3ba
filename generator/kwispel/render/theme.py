"""Themes: found by name, laid over the theme that they extend, their options checked.

Source: docs/reference/theme.md.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path
from typing import Any

import kwispel
from kwispel.errors import Place, Problem
from kwispel.render.colour import is_colour, readable
from kwispel.render.css import theme_css

_FILE = "theme.toml"


@dataclass(frozen=True, slots=True)
class Option:
    """What a theme lets a site decide.

    Shape: choices are the only values; a colour has none, and names the backgrounds
    on which it must be readable, by scheme.
    """

    default: str
    choices: tuple[str, ...]
    backgrounds: Mapping[str, str]

    def allows(self, value: str) -> bool:
        """Say whether a site may choose this."""
        return value in self.choices if self.choices else is_colour(value)

    def expected(self) -> str:
        """Say what a site may choose."""
        if self.choices:
            return " or ".join(f'"{choice}"' for choice in self.choices)
        return 'a colour like "#1f3f8f"'


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with a site's options.

    Shape: folders has the theme's own first, then those of what it extends; css is
    all of its style, ready to be put into a page.
    """

    name: str
    folders: tuple[Path, ...]
    options: Mapping[str, str]
    css: str


@dataclass(frozen=True, slots=True)
class FoundTheme:
    """A theme, or what is in its way; problems may be there with a theme too."""

    theme: Theme | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class _Declared:
    folder: Path
    extends: str | None
    options: Mapping[str, Option]


def theme_folders(extra: Path | None = None) -> tuple[Path, ...]:
    """Give the folders in which themes are looked for, the site's own first."""
    package = Path(kwispel.__file__).parent
    packaged = package / "themes"
    # An editable install has no copy: its themes are those of the checkout.
    own = packaged if packaged.is_dir() else package.parents[1] / "themes"
    return (extra, own) if extra else (own,)


def find_theme(
    name: str,
    chosen: Mapping[str, str],
    *,
    folders: tuple[Path, ...],
    place: Place,
) -> FoundTheme:
    """Find a theme and fit a site's options into it.

    Shape: place is where problems with the name and the options are reported.
    """
    known = tuple(_names(folders))
    if name not in known:
        return FoundTheme(None, (_unknown_theme(name, known, place),))
    chain = tuple(_chain(name, folders))
    declared = {k: v for link in reversed(chain) for k, v in link.options.items()}
    problems = tuple(_option_problems(chosen, declared, name, place))
    if problems:
        return FoundTheme(None, problems)
    values = {key: chosen.get(key, o.default) for key, o in sorted(declared.items())}
    paths = tuple(link.folder for link in chain)
    css = theme_css(paths) + _colours(values, declared)
    return FoundTheme(Theme(name, paths, values, css), ())


def _names(folders: tuple[Path, ...]) -> Iterator[str]:
    for folder in folders:
        for file in sorted(folder.glob(f"*/{_FILE}")):
            yield file.parent.name


def _chain(name: str, folders: tuple[Path, ...]) -> Iterator[_Declared]:
    """Give a theme and those it extends, ending where a name comes back.

    A theme may bear the name of a packaged one and extend it: then the search goes
    on behind its own folder.
    """
    at = next(n for n, f in enumerate(folders) if (f / name / _FILE).is_file())
    declared = _declared(folders[at] / name)
    yield declared
    if declared.extends == name:
        yield from _chain(name, folders[at + 1 :])
    elif declared.extends is not None:
        yield from _chain(declared.extends, folders)


def _declared(folder: Path) -> _Declared:
    table: dict[str, Any] = tomllib.loads((folder / _FILE).read_text(encoding="utf-8"))
    options = {name: _option(entry) for name, entry in table["options"].items()}
    return _Declared(folder, table.get("extends"), options)


def _option(entry: Mapping[str, Any]) -> Option:
    return Option(
        entry["default"],
        tuple(entry.get("choices", ())),
        entry.get("readable_on", {}),
    )


def _colours(values: Mapping[str, str], declared: Mapping[str, Option]) -> str:
    """Write the colours that a site chose, in a shade that each scheme can bear.

    A theme's own style says what a colour is where the site chose none.
    """
    tokens = "".join(
        f"--kw-{name}-{scheme}:{readable(values[name], background)};"
        for name, option in sorted(declared.items())
        if values[name] != option.default
        for scheme, background in sorted(option.backgrounds.items())
    )
    return f"@layer kw.tokens{{:root{{{tokens}}}}}" if tokens else ""


def _unknown_theme(name: str, known: tuple[str, ...], place: Place) -> Problem:
    return Problem(
        place, "unknown-theme", f'there is no theme "{name}"', _instead(name, known)
    )


def _option_problems(
    chosen: Mapping[str, str], declared: Mapping[str, Option], theme: str, place: Place
) -> Iterator[Problem]:
    for key, value in chosen.items():
        if key not in declared:
            message = f'the theme "{theme}" has no option "{key}"'
            hint = _instead(key, tuple(declared))
            yield Problem(place, "unknown-theme-option", message, hint)
        elif not declared[key].allows(value):
            message = f'"{value}" is no value of the theme option "{key}"'
            hint = f"Write {declared[key].expected()}."
            yield Problem(place, "theme-option", message, hint)


def _instead(name: str, known: tuple[str, ...]) -> str:
    near = get_close_matches(name, known, 1)
    if near:
        return f'Write "{near[0]}".'
    return f"Write one of: {', '.join(known)}."
