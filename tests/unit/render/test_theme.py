"""Themes are found, laid over each other, and told what they may be told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from kwispel.errors import Place
from kwispel.render.colour import contrast, readable
from kwispel.render.css import minified
from kwispel.render.print_css import merged
from kwispel.render.theme import FoundTheme, find_theme
from kwispel.render.theme_folders import theme_folders
from testkit.markup import Markup
from testkit.sample_pages import packaged_theme, render, sample_site
from testkit.styled import styled

HERE = Place("content/site.toml")
QUIZ = "page.html.jinja"


def find(
    name: str = "spiegel", extra: Path | None = None, **options: str
) -> FoundTheme:
    """Look for a theme, in a folder of one's own first."""
    return find_theme(name, options, folders=theme_folders(extra), places={"": HERE})


def write(folder: Path, **files: str) -> Path:
    """Write the files of a theme: `a__b` stands for a/b."""
    for name, text in files.items():
        path = folder / name.replace("__", "/").replace("_", ".")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder.parent


def test_unknown_theme_names_the_nearest() -> None:
    """A name that is nearly right gets the right one."""
    (problem,) = find("spigel").problems

    assert problem.code == "unknown-theme"
    assert problem.hint == 'Write "spiegel".'


def test_unknown_option_names_the_nearest() -> None:
    """As everywhere, an unknown key names its nearest known one."""
    (problem,) = find(acent="#123456").problems

    assert problem.code == "unknown-theme-option"
    assert problem.hint == 'Write "accent".'


@pytest.mark.parametrize(
    ("option", "value"), [("scheme", "dim"), ("accent", "blue"), ("accent", "#12345")]
)
def test_value_that_an_option_does_not_have_is_an_error(
    option: str, value: str
) -> None:
    """Choices are closed, and a colour is written in hexadecimals."""
    (problem,) = find(**{option: value}).problems

    assert problem.code == "theme-option"
    assert f'"{value}"' in problem.message


def test_theme_that_extends_another_takes_what_it_has_not(tmp_path: Path) -> None:
    """A theme of one component is a whole theme."""
    folder = write(
        tmp_path / "mine",
        theme_toml='extends = "spiegel"',
        components__mark__mark_css=".kw-mark { fill: red }",
    )
    theme = find("mine", folder).theme

    assert theme
    assert theme.options == packaged_theme().options
    mark = theme.classes["kw-mark"]
    assert f".{mark}{{fill:red}}" in theme.css["page.html.jinja"]
    assert f".{theme.classes['kw-mark__mirror']}{{" not in theme.css["page.html.jinja"]
    assert f'class="{mark}"'.encode() in render(sample_site(), theme)["index.html"]


def test_theme_may_extend_the_packaged_one_of_its_own_name(tmp_path: Path) -> None:
    """So a site can change one thing without a new name."""
    folder = write(
        tmp_path / "spiegel",
        theme_toml='extends = "spiegel"',
        css__own_css=".kw-page { color: teal }",
    )
    theme = find("spiegel", folder).theme

    assert theme
    assert len(theme.folders) == 2
    assert theme.css["page.html.jinja"].endswith(".kw-page{color:teal}")


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ('extends = "nobody"', "unknown-theme"),
        ('extends = "mine"', "unknown-theme"),
        ("extends =", "theme-file"),
        ("options = 3", "theme-file"),
        ("[options.size]\nchoices = []", "theme-file"),
        ('[options.ink]\ndefault = "#000"\ncontrast = "high"', "theme-file"),
        ("extends = 1", "theme-file"),
    ],
)
def test_what_is_wrong_with_a_theme_is_said_of_its_file(
    tmp_path: Path, written: str, code: str
) -> None:
    """A theme that extends nothing that is there, or itself, or cannot be read."""
    folder = write(tmp_path / "mine", theme_toml=written)
    (problem,) = find("mine", folder).problems

    assert problem.code == code
    assert problem.place.file == str(tmp_path / "mine/theme.toml")


def test_theme_that_extends_nothing_needs_every_page(tmp_path: Path) -> None:
    """What is missing is named."""
    folder = write(tmp_path / "mine", theme_toml="", page_html="")
    (problem,) = find("mine", folder).problems

    assert problem.code == "theme-file"
    assert '"index.html.jinja"' in problem.message


def test_template_that_cannot_be_read_is_named_with_its_line(tmp_path: Path) -> None:
    """As with an author's files, the place is where one must look."""
    folder = write(tmp_path / "mine", theme_toml='extends = "spiegel"')
    path = tmp_path / "mine/index.html.jinja"
    path.write_text("fine\n{% if %}\n", encoding="utf-8")
    (problem,) = find("mine", folder).problems

    assert problem.code == "theme-file"
    assert (problem.place.file, problem.place.line) == (str(path), 2)


def test_page_carries_the_style_of_what_it_shows_alone() -> None:
    """The list of quizzes has no questions, and a quiz lists no quizzes."""
    css = packaged_theme().css

    assert ".kw-question" not in css["index.html.jinja"]
    assert styled(".kw-contents__quiz") not in css["page.html.jinja"]
    assert styled(".kw-masthead__home") not in css["embed.html.jinja"]
    assert "@media print" in css["index.html.jinja"]


@pytest.mark.parametrize(
    ("parted", "one"),
    [
        ("@layer a{b{c:d}}@layer a{e{f:g}}", "@layer a{b{c:d}e{f:g}}"),
        ("@media x{b{c:d}}@media y{b{c:d}}", "@media x{b{c:d}}@media y{b{c:d}}"),
        (
            "@layer a{@media x{b{}}}@layer a{@media x{c{}}}",
            "@layer a{@media x{b{}c{}}}",
        ),
        ("@layer a,b;@layer a{b{}}", "@layer a,b;@layer a{b{}}"),
        ("a{b:c}a{d:e}", "a{b:c}a{d:e}"),
        ("@layer a{b{}}c{}@layer d{}@layer a{e{}}", "@layer a{b{}e{}}c{}@layer d{}"),
    ],
)
def test_blocks_of_one_kind_become_one(parted: str, one: str) -> None:
    """Of a medium only neighbours: what stands between two of them may have to."""
    assert merged(parted) == one


def test_accent_is_written_in_a_shade_for_each_scheme() -> None:
    """A bright colour is darkened for paper and stays bright at night."""
    css = packaged_theme(accent="#ffcc00").css["page.html.jinja"]

    assert "--kw-accent-dark:#ffcc00;" in css
    assert "--kw-accent-light:#ffcc00;" not in css


@pytest.mark.parametrize("colour", ["#fff", "#000", "#ffcc00", "#1f3f8f", "#f0a"])
@pytest.mark.parametrize("background", ["#f3f6fc", "#16202f"])
def test_every_shade_can_be_read(colour: str, background: str) -> None:
    """Whatever a site chooses, its contrast is 4.5 to 1."""
    assert contrast(readable(colour, background), background) >= 4.5


def test_theme_may_ask_for_more_contrast(tmp_path: Path) -> None:
    """A colour then gets a shade that can be read as well as the theme promises."""
    option = (
        '[options.accent]\ndefault = "#000000"\ncontrast = 7\n'
        'readable_on = { light = "#ffffff" }\n'
    )
    folder = write(tmp_path / "mine", theme_toml=f'extends = "spiegel"\n{option}')
    theme = find("mine", folder, accent="#ff6600").theme

    assert theme
    (shade,) = re.findall("--kw-accent-light:(#[0-9a-f]+)", theme.css[QUIZ])
    assert contrast(shade, "#ffffff") >= 7


def test_every_option_with_choices_is_said_in_the_page(tmp_path: Path) -> None:
    """So a style can ask for it, without a template of its own."""
    folder = write(
        tmp_path / "mine",
        theme_toml='extends = "spiegel"\n'
        '[options.edges]\ndefault = "sharp"\nchoices = ["sharp", "round"]\n',
    )
    theme = find("mine", folder, edges="round", accent="#123456").theme
    page = render(sample_site(), theme)["sums/index.html"].decode()
    _, attributes = Markup(page).elements[0]

    assert attributes["data-edges"] == "round"
    assert attributes["data-scheme"] == "auto"
    assert "data-accent" not in attributes


def test_readable_colour_stays_as_it_is() -> None:
    """A colour is changed only when it must be."""
    assert readable("#1f3f8f", "#ffffff") == "#1f3f8f"


@pytest.mark.parametrize(
    ("written", "short"),
    [
        ("a {\n  color: red;\n}\n", "a{color:red}"),
        ("/* why */ a { } ", "a{}"),
        ("@layer x { .a :is(b, c) > d { e: f } }", "@layer x{.a :is(b,c)>d{e:f}}"),
        ("a { width: calc(1px + 2px) ; }", "a{width:calc(1px + 2px)}"),
        (
            'a::before { content: "a ; /* b */ }" }',
            'a::before{content:"a ; /* b */ }"}',
        ),
        ("a { b: url(data:x, y) }", "a{b:url(data:x, y)}"),
        ("a { b: c; /* why */\n d: e }", "a{b:c;d:e}"),
        ("a/* why */ b { c: d }", "a b{c:d}"),
        ('[a~="b"] [c="2"] { d: e }', '[a~=b] [c="2"]{d:e}'),
        ("a { b: '[c=\"d\"]' }", "a{b:'[c=\"d\"]'}"),
        ("a { b: 0.5em -0.25em 10.5px 0 }", "a{b:.5em -.25em 10.5px 0}"),
    ],
)
def test_short_style_says_the_same(written: str, short: str) -> None:
    """White space goes where it means nothing, and nowhere else."""
    assert minified(written) == short


def test_own_style_adds_to_that_of_the_themes_below(tmp_path: Path) -> None:
    """The nearest theme has the last word."""
    write(
        tmp_path / "far",
        theme_toml='extends = "spiegel"',
        css__own_css=".far { color: red }",
        components__mark__own_css=".kw-mark { fill: red }",
    )
    folder = write(
        tmp_path / "near",
        theme_toml='extends = "far"',
        css__own_css=".near { color: blue }",
        components__mark__own_css=".kw-mark { fill: blue }",
    )
    theme = find("near", folder).theme

    assert theme
    style = theme.css["page.html.jinja"]
    assert style.endswith(".far{color:red}.near{color:blue}")
    mark = f".{theme.classes['kw-mark']}"
    assert f".{theme.classes['kw-mark__mirror']}" in style
    assert style.index(mark + "{fill:red}") < style.index(mark + "{fill:blue}")
