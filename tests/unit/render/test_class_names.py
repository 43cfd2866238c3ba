"""Classes are short in what is built, in style and markup alike."""

from __future__ import annotations

import re
from itertools import chain
from pathlib import Path

import pytest

import kwispel
from kwispel.render.class_names import KEPT, class_names, short_markup, short_style
from kwispel.render.templates import template_environment
from testkit.sample_pages import packaged_theme, render, sample_site

THEMES = ("krant", "overheid", "spiegel")
STYLE = ".kw-card { color: red } .kw-card__day:hover > .kw-page { color: blue }"


def test_each_class_with_style_has_a_short_name_of_its_own() -> None:
    """In the order in which the style names them."""
    names = class_names([STYLE], [])

    assert list(names) == ["kw-card", "kw-card__day"]
    assert len(set(names.values())) == len(names)
    assert all(len(name) == 1 for name in names.values())


def test_names_read_like_nothing_that_is_blocked() -> None:
    """What hides advertisements goes by classes such as `ad`."""
    many = [f".kw-{number}{{}}" for number in range(500)]

    names = class_names(many, []).values()

    assert len(set(names)) == 500
    assert not any(set(name) & set("aeiou0123456789") for name in names)


def test_what_is_named_outside_a_theme_keeps_its_name() -> None:
    """A saved result and the gallery write it as it is."""
    assert "kw-page" in KEPT
    assert "kw-page" not in class_names([STYLE], [])


def test_name_that_a_template_puts_together_is_kept() -> None:
    """What it becomes is known only when it is printed."""
    style = ".kw-scale { } .kw-scale--long { }"

    names = class_names([style], ['<i class="kw-scale kw-scale--{{ size }}">'])

    assert list(names) == ["kw-scale"]


def test_style_and_markup_get_the_same_names() -> None:
    """Tokens and attributes that look alike stay as they are."""
    names = {"kw-card": "b"}

    assert short_style(".kw-card{top:var(--kw-card)}", names) == (
        ".b{top:var(--kw-card)}"
    )
    assert short_markup('<i class="kw-card x--kw-card" data-kw="card">', names) == (
        '<i class="b x--kw-card" data-kw="card">'
    )


@pytest.mark.parametrize("theme", THEMES)
def test_every_class_of_a_page_has_the_name_that_its_style_has(theme: str) -> None:
    """None that has style is left as it was written."""
    pages = render(sample_site(), packaged_theme(theme))
    names = packaged_theme(theme).classes

    html = [text.decode() for path, text in pages.items() if path.endswith(".html")]
    classes = chain.from_iterable(
        found.split() for text in html for found in re.findall(r'class="([^"]*)"', text)
    )

    assert set(classes).isdisjoint(names)


def test_what_the_package_names_itself_is_kept() -> None:
    """Markup that no template prints has classes too."""
    package = Path(kwispel.__file__).parent
    files = [package / "browser/saved.py", package / "render/slots.py"]

    named = {
        name
        for file in files
        for name in re.findall(r'(?:class="|")\.?(kw-[\w-]+)"', file.read_text("utf-8"))
    }

    assert "kw-about" in named
    assert named <= KEPT | {"kw-"}


def test_white_space_between_blocks_is_not_printed(tmp_path: Path) -> None:
    """Between words it is, and a fault is still told with its line."""
    template = "<div>\n  <p>one</p>\n  <p><b>two</b>\n<i>three</i>\nfour</p>\n</div>\n"
    (tmp_path / "page.html").write_text(template, "utf-8")

    printed = template_environment((tmp_path,)).get_template("page.html").render()

    assert printed == "<div><p>one</p><p><b>two</b>\n<i>three</i>\nfour</p></div>"


def test_white_space_around_what_is_put_in_is_kept_beside_words(tmp_path: Path) -> None:
    """What is put in may be a word; a block beside it needs no space."""
    template = "<p>{{ a }}\n<b>b</b>\n{{ a }}</p>\n{{ a }}\n<p>c</p>\n{{ a }} d\n"
    (tmp_path / "page.html").write_text(template, "utf-8")

    printed = template_environment((tmp_path,)).get_template("page.html").render(a="a")

    assert printed == "<p>a\n<b>b</b>\na</p>a<p>c</p>a d\n"
