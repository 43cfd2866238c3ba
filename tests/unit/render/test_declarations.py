"""Declarations are sorted where that cannot change what they say."""

from __future__ import annotations

import pytest

from kwispel.render.declarations import sorted_declarations, sorted_rules
from testkit.sample_pages import THEMES, packaged_theme

QUIZ = "page.html.jinja"


def test_neighbours_are_the_same_whatever_the_author_wrote() -> None:
    """What stands in two rules stands in the same order in both."""
    one = sorted_declarations("display:block;color:red;margin:0")
    other = sorted_declarations("margin:0;color:red;display:block")

    assert one == other


@pytest.mark.parametrize(
    "body",
    [
        "overflow-x:hidden;overflow-x:clip",
        "border:0;border-block-end:1px solid",
        "border-block-end:1px solid;border:0",
        "font:1rem/1.5 x;line-height:2",
        "line-height:2;font:1rem/1.5 x",
        "white-space:nowrap;text-wrap:pretty",
        "text-wrap:pretty;white-space:nowrap",
        "gap:1rem;column-gap:2rem",
        "--b:1;--a:2",
    ],
)
def test_what_could_outdo_the_other_keeps_its_place(body: str) -> None:
    """The later one holds, so it stays the later one."""
    assert sorted_declarations(body) == body


@pytest.mark.parametrize(
    "body",
    [
        "z-index:1;all:unset;color:red",
        "width:1px;inline-size:2px;display:block",
        "margin:1cm;@bottom-right{content:counter(page);color:red}",
        "",
    ],
)
def test_rule_that_is_not_known_through_and_through_stays(body: str) -> None:
    """A property of another name may set the same."""
    assert sorted_declarations(body) == body


def test_semicolon_in_a_text_or_address_ends_nothing() -> None:
    """Only what stands between declarations does."""
    parts = {'content:"a;b\\";"', "background:url(data:x;y)", "color:red"}
    body = sorted_declarations(";".join(sorted(parts)))

    assert all(part in body for part in parts)
    assert len(body) == len(";".join(parts))


def test_rules_in_layers_and_media_are_sorted_and_stay_in_order() -> None:
    """Only what stands in a rule moves."""
    rule = "{" + sorted_declarations("margin:0;color:red") + "}"
    css = "@layer a;@layer a{@media b{c{color:red;margin:0}}d{margin:0;color:red}}"

    assert sorted_rules(css) == f"@layer a;@layer a{{@media b{{c{rule}}}d{rule}}}"


@pytest.mark.parametrize("name", THEMES)
def test_sorting_a_theme_again_changes_nothing(name: str) -> None:
    """It is done, and nothing was lost on the way."""
    theme = packaged_theme(name)

    for css in (theme.css[QUIZ], theme.late):
        assert sorted_rules(css) == css
