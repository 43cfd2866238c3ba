"""What a page carries of a theme's style is short, and nothing that it cannot use."""

from __future__ import annotations

import re

import pytest

from kwispel.render.theme import OPTIONAL_LATE
from kwispel.render.token_names import short_tokens, token_names
from kwispel.render.unprinted import without_components
from testkit.sample_pages import THEMES, packaged_theme, render, sample_site

NAMES = (("kw-key", "b"), ("kw-key__part", "c"), ("kw-keys", "d"), ("kw-page", "f"))


def test_tokens_are_named_by_how_often_they_are_used() -> None:
    """The shortest names for the most frequent, and none that a theme has itself."""
    styles = [":root{--kw-ink:#000;--b:1;color:var(--kw-ink)}", "a{--_kw-edge:0}"]

    assert token_names(styles) == (("--kw-ink", "--c"), ("--_kw-edge", "--d"))


def test_token_that_may_be_unset_keeps_its_name() -> None:
    """In an element it would else be what the page around calls so."""
    style = "a{color:var(--kw-accent-light, red);fill:var(--kw-ink)}"
    names = token_names([style])

    assert [name for name, _ in names] == ["--kw-ink"]
    assert short_tokens(style, names) == (
        "a{color:var(--kw-accent-light, red);fill:var(--b)}"
    )


@pytest.mark.parametrize("theme", THEMES)
def test_page_uses_no_token_that_it_does_not_set(theme: str) -> None:
    """Its two sheets and the rules of the quiz have the same names."""
    files = render(sample_site(), packaged_theme(theme))
    page = files["sums/index.html"].decode()
    (sheet,) = set(re.findall(r"assets/[a-z]+\.\w+\.css", page))
    css = page + files[sheet].decode()

    used = set(re.findall(r"var\((--[\w-]+)\)", css))

    assert len(used) > 20
    assert used <= set(re.findall(r"(--[\w-]+):", css))


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".b{top:0}.f{top:0}", ".f{top:0}"),
        (".f .c,.f,:is(.b,.f):hover{top:0}", ".f,:is(.b,.f):hover{top:0}"),
        (".d{top:0}", ".d{top:0}"),
        ("@layer a;@layer a{.b{top:0}}", "@layer a;"),
        ("@media print{.b{top:0}@page{top:0}}", "@media print{@page{top:0}}"),
        (".f:not(:has(.b,.c),.d){top:.5em}", ".f:not(:has(.b,.c),.d){top:.5em}"),
    ],
)
def test_rules_for_what_is_not_printed_are_left_out(css: str, left: str) -> None:
    """Those that cannot match without a class of the component, and no others."""
    assert without_components(css, frozenset({"key"}), NAMES) == left


def test_later_style_has_what_a_page_prints() -> None:
    """All of it for a page that prints all."""
    theme = packaged_theme()
    key = f".{dict(theme.classes)['kw-key__question']}{{"

    assert key not in theme.late_style()
    assert key in theme.late_style(OPTIONAL_LATE)
