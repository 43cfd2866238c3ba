"""Themes: found by name, laid over the theme that they extend, their options checked.

Source: docs/reference/theme.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from jinja2 import TemplateNotFound, TemplateSyntaxError

from kwispel.errors import Place, Problem
from kwispel.render.assets import hashed_name
from kwispel.render.class_names import ClassNames, class_names, short_style
from kwispel.render.colour import readable
from kwispel.render.css import component_css, late_css, page_css
from kwispel.render.direction import Direction
from kwispel.render.frame_height import letter_size
from kwispel.render.rtl_css import for_rtl, without_rtl
from kwispel.render.templates import PAGES, Used, template_environment, used_components
from kwispel.render.theme_check import text_problems, unused_problems
from kwispel.render.theme_file import THEME_FILE, Option, ThemeFile, read_theme_file
from kwispel.render.theme_share import SHARE, ShareStyle, share_style
from kwispel.render.token_names import TokenNames, short_tokens, token_names
from kwispel.render.unprinted import without_components

OPTIONAL = frozenset({"hints", "languages", "perspectives", "step", "tick"})
"""Components whose style is left out of pages that do not print them."""

OPTIONAL_LATE = OPTIONAL | {"key", "stepper", "unscored"}
"""The same of the style that comes later."""


@dataclass(frozen=True, slots=True)
class Theme:
    """A theme with a site's options.

    Shape: folders has the theme's own first, then those of what it extends; css maps
    a page's template to the style in it, and extras an optional component to its own.
    choices are those of the options that the style can ask for, as `html[data-NAME]`.
    late is what the templates in late_pages link to besides: the style of the result
    and of paper. classes are the short names in all of these by those in its files,
    and tokens those that pages get. share is None where the theme draws no share image.
    """

    name: str
    description: str
    folders: tuple[Path, ...]
    options: Mapping[str, str]
    css: Mapping[str, str]
    extras: Mapping[str, str]
    choices: Mapping[str, str]
    late: str
    late_pages: frozenset[str]
    classes: ClassNames
    tokens: TokenNames
    share: ShareStyle | None

    @property
    def letter_size(self) -> float:
        """Give how large its letters are, where 1 is what readers have set."""
        return letter_size(self.css[PAGES[0]])

    def late_name(self, css: str) -> str:
        """Give the path in the site of the style that comes late to a quiz."""
        return hashed_name(f"{self.name}.css", css.encode())

    def style(
        self,
        template: str,
        shown: frozenset[str] = frozenset(),
        *,
        direction: Direction = "ltr",
    ) -> str:
        """Give the style of a page, ready to be put into it.

        Shape: shown are the optional components that the page prints.
        """
        added = (css for name, css in self.extras.items() if name in shown)
        return self._written(self.css[template] + "".join(added), direction)

    def late_style(
        self, shown: frozenset[str] = frozenset(), *, direction: Direction = "ltr"
    ) -> str:
        """Give the style that pages with these optional components link to."""
        absent = OPTIONAL_LATE - shown
        return self._written(
            without_components(self.late, absent, tuple(self.classes.items())),
            direction,
        )

    def _written(self, css: str, direction: Direction) -> str:
        parted = for_rtl(css) if direction == "rtl" else without_rtl(css)
        return short_tokens(parted, self.tokens)


@dataclass(frozen=True, slots=True)
class FoundTheme:
    """A theme, or what is in its way."""

    theme: Theme | None
    problems: tuple[Problem, ...]


def theme_names(folders: tuple[Path, ...]) -> tuple[str, ...]:
    """List the themes in these folders by name."""
    found = {file.parent.name for f in folders for file in f.glob(f"*/{THEME_FILE}")}
    return tuple(sorted(found))


def find_theme(
    name: str,
    chosen: Mapping[str, str],
    *,
    folders: tuple[Path, ...],
    places: Mapping[str, Place],
) -> FoundTheme:
    """Find a theme and fit a site's options into it.

    Shape: places tells where the name (by "") and each option was chosen.
    """
    chain = _chain(name, folders, places[""])
    if isinstance(chain, Problem):
        return FoundTheme(None, (chain,))
    declared = {k: v for link in reversed(chain) for k, v in link.options.items()}
    problems = tuple(_option_problems(chosen, declared, name, places))
    if problems:
        return FoundTheme(None, problems)
    values = {key: chosen.get(key, o.default) for key, o in sorted(declared.items())}
    paths = tuple(link.folder for link in chain)
    used = _used(paths)
    if isinstance(used, tuple):
        return FoundTheme(None, used)
    share = share_style(chain, values)
    if isinstance(share, Problem):
        return FoundTheme(None, (share,))
    parted = [each for each in used.values() if each.late]
    first = frozenset[str]().union(*(each.first for each in parted))
    late = frozenset[str]().union(*(each.late for each in parted))
    classes = _classes(paths)
    theme = Theme(
        name=name,
        description=chain[0].description,
        folders=paths,
        options=values,
        css=_short(_styles(paths, used, _colours(values, declared)), classes),
        extras=_short({each: component_css(paths, each) for each in OPTIONAL}, classes),
        choices={name: values[name] for name in values if declared[name].choices},
        late=short_style(late_css(paths, first | OPTIONAL, late - OPTIONAL), classes),
        late_pages=frozenset(page for page, each in used.items() if each.late),
        classes=classes,
        tokens=token_names(_texts(paths, "*.css")),
        share=share,
    )
    return FoundTheme(theme, ())


def _classes(folders: tuple[Path, ...]) -> ClassNames:
    """Give short names to the classes that a theme has, or takes from another."""
    return class_names(_texts(folders, "*.css"), _texts(folders, "*.jinja"))


def _texts(folders: tuple[Path, ...], kind: str) -> Iterator[str]:
    paths = (path for folder in folders for path in sorted(folder.rglob(kind)))
    return (path.read_text(encoding="utf-8") for path in paths)


def _short(styles: Mapping[str, str], classes: ClassNames) -> dict[str, str]:
    return {name: short_style(css, classes) for name, css in sorted(styles.items())}


def _styles(
    folders: tuple[Path, ...], used: Mapping[str, Used], colours: str
) -> dict[str, str]:
    """Give each page the style that it needs at once."""
    return {
        page: page_css(folders, each.first - OPTIONAL, is_whole=not each.late) + colours
        for page, each in used.items()
    }


def _used(folders: tuple[Path, ...]) -> dict[str, Used] | tuple[Problem, ...]:
    """Give the components of each page, where all files of a theme can be read."""
    if unread := tuple(text_problems(folders)):
        return unread
    try:
        templates = template_environment(folders)
        used = used_components(templates)
        if any((folder / SHARE).is_file() for folder in folders):
            templates.get_template(SHARE)
    except (TemplateNotFound, TemplateSyntaxError) as error:
        return (_template_fault(error, folders),)
    shown = frozenset[str]().union(*(each.first | each.late for each in used.values()))
    return tuple(unused_problems(folders, shown)) or used


def _template_fault(
    error: TemplateNotFound | TemplateSyntaxError, folders: tuple[Path, ...]
) -> Problem:
    if isinstance(error, TemplateNotFound):
        return Problem(
            Place(str(folders[0] / THEME_FILE)),
            "theme-file",
            f'this theme has no "{error.name}"',
            'Add it, or write extends = "spiegel" to take it from there.',
        )
    return Problem(
        Place(error.filename or str(folders[0]), error.lineno),
        "theme-file",
        f"this template cannot be read: {error.message}",
        "Write it as Jinja's documentation shows.",
    )


def _chain(
    name: str, folders: tuple[Path, ...], place: Place
) -> tuple[ThemeFile, ...] | Problem:
    """Give a theme and those that it extends, nearest first.

    A theme may bear the name of a packaged one and extend it: no folder is taken
    twice, so the search goes on behind its own.
    """
    chain: list[ThemeFile] = []
    wanted: str | None = name
    while wanted is not None:
        taken = [link.folder for link in chain]
        found = next((f for f in _named(wanted, folders) if f not in taken), None)
        if found is None:
            return _unknown_theme(wanted, folders, taken, place)
        link = read_theme_file(found)
        if isinstance(link, Problem):
            return link
        chain.append(link)
        place, wanted = Place(str(found / THEME_FILE)), link.extends
    return tuple(chain)


def _named(name: str, folders: tuple[Path, ...]) -> Iterator[Path]:
    return (
        file.parent
        for folder in folders
        for file in sorted(folder.glob(f"*/{THEME_FILE}"))
        if file.parent.name == name
    )


def _colours(values: Mapping[str, str], declared: Mapping[str, Option]) -> str:
    """Write the colours that a site chose, in a shade that each scheme can bear.

    A theme's own style says what a colour is where the site chose none.
    """
    tokens = "".join(
        f"--kw-{name}-{scheme}:{readable(values[name], background, option.contrast)};"
        for name, option in sorted(declared.items())
        if values[name] != option.default
        for scheme, background in sorted(option.backgrounds.items())
    )
    return f"@layer kw.tokens{{:root{{{tokens}}}}}" if tokens else ""


def _unknown_theme(
    name: str, folders: tuple[Path, ...], taken: list[Path], place: Place
) -> Problem:
    known = sorted(
        file.parent.name
        for folder in folders
        for file in folder.glob(f"*/{THEME_FILE}")
        if file.parent not in taken
    )
    message = f'there is no theme "{name}"'
    return Problem(place, "unknown-theme", message, _instead(name, known))


def _option_problems(
    chosen: Mapping[str, str],
    declared: Mapping[str, Option],
    theme: str,
    places: Mapping[str, Place],
) -> Iterator[Problem]:
    for key, value in chosen.items():
        place = places.get(key, places[""])
        if key not in declared:
            message = f'the theme "{theme}" has no option "{key}"'
            hint = _instead(key, list(declared))
            yield Problem(place, "unknown-theme-option", message, hint)
        elif not declared[key].allows(value):
            message = f'"{value}" is no value of the theme option "{key}"'
            hint = f"Write {declared[key].expected()}."
            yield Problem(place, "theme-option", message, hint)


def _instead(name: str, known: list[str]) -> str:
    near = get_close_matches(name, known, 1)
    if near:
        return f'Write "{near[0]}".'
    return f"Write one of: {', '.join(dict.fromkeys(known))}."
