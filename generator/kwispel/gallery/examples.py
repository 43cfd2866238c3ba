"""The components of a theme, and what they print for each of their examples."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from kwispel.render.late_markup import in_place
from kwispel.render.templates import template_environment

if TYPE_CHECKING:
    from jinja2 import Environment

    from kwispel.render.context import Page
    from kwispel.render.theme import Theme

_FOLDER = "components"
_HEAD = re.compile(r"\{#-(.*?)-#\}", re.DOTALL)
_FILES = ("{}.html.jinja", "{}.css", "{}.print.css", "own.css")


@dataclass(frozen=True, slots=True)
class Stage:
    """What an example needs around it to be seen as a reader sees it.

    Shape: within are attributes of an element around it, and on_page of the page's own
    element; has_scripts is untrue for what
    only pages without scripts show; is_outer stands beside the main part of a page;
    is_whole shows all at once that a reader never sees together; is_seen is untrue for
    what has no looks.
    """

    within: str = ""
    on_page: str = ""
    has_scripts: bool = True
    is_outer: bool = False
    is_whole: bool = False
    is_seen: bool = True


@dataclass(frozen=True, slots=True)
class Example:
    """A component as it is called in a template, and what it prints."""

    title: str
    call: str
    markup: str
    stage: Stage


@dataclass(frozen=True, slots=True)
class Component:
    """A component of a theme.

    Shape: takes is the comment at the head of its template; files are those that it is
    made of, each with the name of the theme that has it.
    """

    name: str
    takes: str
    files: tuple[tuple[str, str], ...]
    examples: tuple[Example, ...]


def component_names(theme: Theme) -> tuple[str, ...]:
    """List the components of a theme and of those that it extends."""
    return tuple(
        sorted(
            {
                path.name
                for folder in theme.folders
                for path in (folder / _FOLDER).glob("*")
                if path.is_dir()
            }
        )
    )


def components(theme: Theme, pages: Mapping[str, Page]) -> Iterator[Component]:
    """Give every component of a theme, with its examples printed.

    Shape: pages are those of the samples, which examples take their arguments from.
    """
    templates = template_environment(theme.folders, theme.classes)
    for name in component_names(theme):
        path = f"{_FOLDER}/{name}/{name}.html.jinja"
        source, _, _ = _loaded(templates, path)
        head = _HEAD.match(source)
        yield Component(
            name,
            _unindented(head[1]) if head else "",
            tuple(_files(theme, name)),
            tuple(_examples(theme, name, templates, pages)),
        )


def _loaded(templates: Environment, path: str) -> tuple[str, Any, Any]:
    loader = templates.loader
    if loader is None:
        raise AssertionError("the templates of a theme have a loader")
    return loader.get_source(templates, path)


def _unindented(comment: str) -> str:
    return "\n".join(line.strip() for line in comment.strip().splitlines())


def _files(theme: Theme, name: str) -> Iterator[tuple[str, str]]:
    """Give the files of a component that hold in this theme, the nearest's first."""
    for pattern in _FILES:
        file = pattern.format(name)
        found = [f for f in theme.folders if (f / _FOLDER / name / file).is_file()]
        for folder in found if file == "own.css" else found[:1]:
            yield folder.name, file


def _examples(
    theme: Theme, name: str, templates: Environment, pages: Mapping[str, Page]
) -> Iterator[Example]:
    path = f"{_FOLDER}/{name}/{name}.html.jinja"
    macro = getattr(templates.get_template(path).module, name)
    file = next(
        each
        for folder in theme.folders
        if (each := folder / _FOLDER / name / "examples.toml").is_file()
    )
    for example in tomllib.loads(file.read_text(encoding="utf-8"))["example"]:
        given: dict[str, str] = example["arguments"]
        computed = {
            key: templates.compile_expression(text, undefined_to_none=False)(**pages)
            for key, text in given.items()
        }
        call = ", ".join(f"{key}={text}" for key, text in given.items())
        yield Example(
            example["name"],
            f"{name}({call})",
            in_place(str(macro(**computed))).strip(),
            Stage(**example.get("stage", {})),
        )
