"""The templates of a theme, and which of its components each of them uses."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, meta

PAGES = ("index.html.jinja", "page.html.jinja", "embed.html.jinja")
"""The templates that every theme has: the quizzes, a quiz, a quiz in a frame."""

_COMPONENT = re.compile(r"components/([^/]+)/")


def template_environment(folders: tuple[Path, ...]) -> Environment:
    """Give the templates of a theme: nothing undefined, everything escaped."""
    return Environment(
        loader=FileSystemLoader(folders),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )


def used_components(templates: Environment, name: str) -> frozenset[str]:
    """Give the components that a template imports, and those that they import.

    Raises: TemplateNotFound and TemplateSyntaxError where the theme has a fault.
    """
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        each = waiting.pop()
        seen.add(each)
        loader = templates.loader
        if loader is None:
            raise AssertionError("the templates of a theme have a loader")
        source, path, _ = loader.get_source(templates, each)
        parsed = templates.parse(source, each, path)
        found = {n for n in meta.find_referenced_templates(parsed) if n is not None}
        waiting += sorted(found - seen)
    matches = (_COMPONENT.match(each) for each in seen)
    return frozenset(match[1] for match in matches if match)
