"""What is wrong with a theme is told with its place, and never by a traceback."""

from __future__ import annotations

from pathlib import Path

import pytest

from kwispel.errors import BuildFailed, Place, Problem
from kwispel.render.theme import FoundTheme, find_theme
from kwispel.render.theme_folders import theme_folders
from testkit.sample_pages import render, sample_site

CARD = "components/card/card.html.jinja"
STYLE = "components/card/own.css"


def find(tmp_path: Path, name: str, content: bytes) -> FoundTheme:
    """Look for a theme that extends spiegel by one file."""
    file = tmp_path / "mine" / name
    file.parent.mkdir(parents=True)
    file.write_bytes(content)
    (tmp_path / "mine/theme.toml").write_text('extends = "spiegel"', encoding="utf-8")
    return find_theme(
        "mine", {}, folders=theme_folders(tmp_path), places={"": Place("site.toml")}
    )


def the_problem(found: FoundTheme) -> Problem:
    """Give what stands in the way of a theme: one thing."""
    (problem,) = found.problems
    assert found.theme is None
    assert problem.code == "theme-file"
    return problem


@pytest.mark.parametrize(
    ("macro", "line", "said"),
    [
        ("\n{% macro card(quiz, ui) %}\n{{ quiz.nosuch }}{% endmacro %}", 3, "nosuch"),
        ("{% macro card(quiz, ui) %}{{ ui.nosuch }}{% endmacro %}", 1, "nosuch"),
    ],
)
def test_a_template_that_asks_for_what_is_missing_is_named_with_its_line(
    tmp_path: Path, macro: str, line: int, said: str
) -> None:
    """Whatever page it stands in."""
    theme = find(tmp_path, CARD, macro.encode()).theme
    assert theme

    with pytest.raises(BuildFailed) as failed:
        render(sample_site(), theme)

    (problem,) = failed.value.problems
    assert problem.code == "theme-file"
    assert problem.place == Place(str(tmp_path / "mine" / CARD), line)
    assert said in problem.message


@pytest.mark.parametrize(
    "macro",
    ["{% macro kard(quiz, ui) %}{% endmacro %}", "{% macro card(q) %}{% endmacro %}"],
)
def test_a_macro_of_another_name_or_kind_is_told_where_it_is_called(
    tmp_path: Path, macro: str
) -> None:
    """The caller is fine, so the message names what is not."""
    theme = find(tmp_path, CARD, macro.encode()).theme
    assert theme

    with pytest.raises(BuildFailed) as failed:
        render(sample_site(), theme)

    (problem,) = failed.value.problems
    assert problem.place.file.endswith("components/next/next.html.jinja")
    assert "card" in problem.message


@pytest.mark.parametrize("name", [CARD, STYLE])
def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path, name: str) -> None:
    """Of a theme's templates as of its style."""
    problem = the_problem(find(tmp_path, name, "/* \u00e9t\u00e9 */".encode("latin-1")))

    assert problem.place.file == str(tmp_path / "mine" / name)
    assert "UTF-8" in problem.message


@pytest.mark.parametrize(
    ("css", "line", "column"),
    [
        (".a {\n  color: red;\n", 1, 4),
        (".a { color: red } }", 1, 19),
        ("@media print {\n  .a { color: red }\n", 1, 14),
        (".a {}\n/* open", 2, 1),
        ('.a { content: "</style>" }', 1, 16),
        ("@import url(other.css);", 1, 1),
        (".a { background: url(https://example.org/a.png) }", 1, 18),
        (".a { background: url( '//example.org/a.png') }", 1, 18),
    ],
)
def test_style_that_would_spoil_the_page_is_named_with_its_place(
    tmp_path: Path, css: str, line: int, column: int
) -> None:
    """One bracket too few would take all style behind it along."""
    place = the_problem(find(tmp_path, STYLE, css.encode())).place

    assert place == Place(str(tmp_path / "mine" / STYLE), line, column)


@pytest.mark.parametrize(
    "css",
    [
        ".a::before { content: \"}\" } /* { */ .b { content: '\\'{' }",
        '.a { background: url("data:image/svg+xml,<svg>{</svg>") }',
        "@supports (a: b) { .a { color: red } }",
    ],
)
def test_style_that_looks_odd_is_left_alone(tmp_path: Path, css: str) -> None:
    """Brackets in texts and comments are none, and pictures may be written out."""
    assert find(tmp_path, STYLE, css.encode()).theme


def test_style_for_a_component_that_is_not_there_is_named(tmp_path: Path) -> None:
    """A slip in the name of a folder would otherwise do nothing, and say nothing."""
    problem = the_problem(find(tmp_path, "components/cards/own.css", b".a {}"))

    assert problem.place.file == str(tmp_path / "mine/components/cards/own.css")
    assert '"cards"' in problem.message
