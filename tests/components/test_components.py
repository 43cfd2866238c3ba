"""Every component of the packaged themes prints what its examples promise."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from kwispel.gallery.examples import Example, components
from kwispel.gallery.samples import sample_pages
from kwispel.render.rtl_css import RTL
from testkit.markup import Markup
from testkit.sample_pages import SCRIPTS, THEMES, packaged_theme

ROOT = Path(__file__).parents[2] / "themes"
BASE = ROOT / "spiegel/components"
TEMPLATES = sorted(ROOT.glob("*/components/*/*.html.jinja"))
SHEETS = sorted(ROOT.glob("*/components/*/*.css"))
OVERRIDES = sorted(
    path
    for path in ROOT.glob("*/components/*/*")
    if path.parents[2].name != "spiegel" and path.name != "own.css"
)


@cache
def examples(theme: str) -> dict[str, Example]:
    """Print every example of a theme, by component and title."""
    dressed = packaged_theme(theme)
    found = components(dressed, sample_pages(dressed, SCRIPTS))
    return {
        f"{component.name}: {example.title}": example
        for component in found
        for example in component.examples
    }


def named(paths: list[Path]) -> list[Any]:
    """Give paths as cases, each under its own name."""
    return [pytest.param(path, id=str(path.relative_to(ROOT))) for path in paths]


@pytest.mark.parametrize("path", named(TEMPLATES))
def test_component_has_one_macro_of_its_name(path: Path) -> None:
    """A folder NAME holds one template with the macro NAME, and says what it takes."""
    name, source = path.parent.name, path.read_text()

    assert path.name == f"{name}.html.jinja"
    assert source.startswith(f"{{#- {name}(")
    assert source.count("{% macro ") == 1
    assert f"{{% macro {name}(" in source


@pytest.mark.parametrize("name", sorted(path.name for path in BASE.iterdir()))
def test_component_has_examples(name: str) -> None:
    """What nobody can look at in the gallery is not reviewed."""
    assert any(key.startswith(f"{name}: ") for key in examples("spiegel"))


@pytest.mark.parametrize(
    ("theme", "key"), [(theme, key) for theme in THEMES for key in examples(theme)]
)
def test_example_prints_sound_markup(theme: str, key: str) -> None:
    """Every example prints balanced markup without styles or handlers in it."""
    example = examples(theme)[key]

    assert Markup(example.markup).faults == []
    assert example.markup or theme != "spiegel"


@pytest.mark.parametrize("path", named(OVERRIDES))
def test_theme_overrides_what_is_there(path: Path) -> None:
    """A file that takes the place of none, or of another, is a mistake."""
    assert (BASE / path.parent.name / path.name).is_file()


@pytest.mark.parametrize("path", named(SHEETS))
def test_component_styles_its_own_classes_alone(path: Path) -> None:
    """A component's style is about `.kw-` classes, never about bare elements."""
    text = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    lines = [line.strip().replace('"', "") for line in text.splitlines()]
    selectors = [line for line in lines if line.endswith(("{", ","))]
    known = ("@", ":has", ".kw-", "html", "[", *(f"{rtl}.kw-" for rtl in RTL))
    bare = [selector for selector in selectors if not selector.startswith(known)]

    assert bare == []
