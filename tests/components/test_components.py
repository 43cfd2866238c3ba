"""Every component of the packaged theme prints what its examples promise."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from jinja2 import Environment

from kwispel.render.rtl_css import RTL
from kwispel.render.templates import template_environment
from testkit.markup import Markup
from testkit.sample_pages import (
    many_quiz,
    packaged_theme,
    sample_page,
    sample_pages_of,
    silent_quiz,
    spoken_quiz,
)

COMPONENTS = Path(__file__).parents[2] / "themes/spiegel/components"
NAMES = sorted(folder.name for folder in COMPONENTS.iterdir())
STYLED = [name for name in NAMES if (COMPONENTS / name / f"{name}.css").exists()]


def examples() -> list[Any]:
    """List the examples of all components, each with the name of its component."""
    return [
        pytest.param(name, example, id=f"{name}: {example['name']}")
        for name in NAMES
        for example in tomllib.loads((COMPONENTS / name / "examples.toml").read_text())[
            "example"
        ]
    ]


def shown(name: str, example: dict[str, Any]) -> str:
    """Print an example; its arguments are expressions over sample pages."""
    templates = template_environment(packaged_theme().folders)
    macro = getattr(templates.get_template(file_of(name)).module, name)
    return str(macro(**arguments(example, templates)))


def file_of(name: str) -> str:
    """Give the template of a component."""
    return f"components/{name}/{name}.html.jinja"


def arguments(example: dict[str, Any], templates: Environment) -> dict[str, Any]:
    """Compute the arguments of an example."""
    pages = {
        "page": sample_page("sums/index.html"),
        "other": sample_page("means/index.html"),
        "rare": sample_pages_of(spoken_quiz())["spoken/index.html"],
        "rules": sample_page("rules/index.html"),
        "silent": sample_pages_of(silent_quiz())["silent/index.html"],
        "many": sample_pages_of(many_quiz())["many/index.html"],
    }
    return {
        key: templates.compile_expression(text, undefined_to_none=False)(**pages)
        for key, text in example["arguments"].items()
    }


@pytest.mark.parametrize("name", NAMES)
def test_component_has_one_macro_of_its_name(name: str) -> None:
    """A folder NAME holds one template with the macro NAME, and says what it takes."""
    source = (COMPONENTS / file_of(name).removeprefix("components/")).read_text()

    assert source.startswith(f"{{#- {name}(")
    assert source.count("{% macro ") == 1
    assert f"{{% macro {name}(" in source


@pytest.mark.parametrize(("name", "example"), examples())
def test_example_prints_sound_markup(name: str, example: dict[str, Any]) -> None:
    """Every example prints balanced markup without styles or handlers in it."""
    text = shown(name, example)

    assert text.strip()
    assert Markup(text).faults == []


@pytest.mark.parametrize("name", STYLED)
def test_component_styles_its_own_classes_alone(name: str) -> None:
    """A component's style is about `.kw-` classes, never about bare elements."""
    lines = (COMPONENTS / name / f"{name}.css").read_text().splitlines()
    selectors = [line.strip() for line in lines if line.rstrip().endswith(("{", ","))]
    known = ("@", ":has", ".kw-", "html", "[", *(f"{rtl}.kw-" for rtl in RTL))
    bare = [selector for selector in selectors if not selector.startswith(known)]

    assert bare == []
