"""The templates of a theme, and which of its components each of them uses."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, meta

from kwispel.render.class_names import ClassNames
from kwispel.render.components import ComponentEnvironment
from kwispel.render.pressed import Pressed

PAGES = (
    "index.html.jinja",
    "page.html.jinja",
    "embed.html.jinja",
    "publish.html.jinja",
)
"""The templates that every theme has.

They are for the quizzes, a quiz, a quiz in a frame, and those who want it elsewhere.
"""

LATE = frozenset({"errors", "paper", "result"})
"""The components that only the runtime or paper brings into view: their style waits."""

_COMPONENT = re.compile(r"components/([^/]+)/")


@dataclass(frozen=True, slots=True)
class Used:
    """The components of a page, by when their style is needed.

    Shape: late are those that it reaches only through a component in LATE, and these
    themselves; a component that it reaches in another way too is in first.
    """

    first: frozenset[str]
    late: frozenset[str]


def template_environment(
    folders: tuple[Path, ...], classes: ClassNames | None = None
) -> Environment:
    """Give the templates of a theme: nothing undefined, everything escaped.

    A template that has changed since it was last asked for is read again.
    Shape: classes are the short names that they print, none where they are as written.
    """
    return _environment(folders, tuple((classes or {}).items()))


@lru_cache(maxsize=8)
def _environment(
    folders: tuple[Path, ...], classes: tuple[tuple[str, str], ...]
) -> Environment:
    templates = ComponentEnvironment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        extensions=[Pressed],
    )
    templates.classes = dict(classes)
    return templates


def used_components(templates: Environment) -> dict[str, Used]:
    """Give the components that each page imports, with those that they import.

    Raises: TemplateNotFound and TemplateSyntaxError where the theme has a fault.
    """
    imports: dict[str, set[str]] = {}
    waiting = [*reversed(PAGES)]
    while waiting:
        name = waiting.pop()
        if name not in imports:
            imports[name] = _imported(templates, name)
            waiting += sorted(imports[name])
    return {page: _used(page, imports) for page in PAGES}


def _used(page: str, imports: dict[str, set[str]]) -> Used:
    late = {name for name in imports if _components({name}) & LATE}
    first = _components(_reached(page, imports, past=late))
    return Used(first, _components(_reached(page, imports)) - first)


def _imported(templates: Environment, name: str) -> set[str]:
    loader = templates.loader
    if loader is None:
        raise AssertionError("the templates of a theme have a loader")
    source, path, _ = loader.get_source(templates, name)
    parsed = templates.parse(source, name, path)
    return {n for n in meta.find_referenced_templates(parsed) if n is not None}


def _reached(
    start: str, imports: dict[str, set[str]], *, past: AbstractSet[str] = frozenset()
) -> set[str]:
    """Follow the imports from a template, but not into those to be passed."""
    reached: set[str] = set()
    waiting = [start]
    while waiting:
        name = waiting.pop()
        if name not in reached and name not in past:
            reached.add(name)
            waiting += imports[name]
    return reached


def _components(templates: set[str]) -> frozenset[str]:
    matches = (_COMPONENT.match(name) for name in templates)
    return frozenset(match[1] for match in matches if match)
