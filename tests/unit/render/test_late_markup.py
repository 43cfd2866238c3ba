"""Markup that only scripts use comes with them, to its own place."""

from __future__ import annotations

import re

import pytest

from kwispel.render.late_markup import LATE_URL, in_place, parted, whole
from testkit.markup import Markup
from testkit.sample_pages import render, sample_site

PAGE = (
    f'<form data-late="{LATE_URL}" novalidate></form>'
    '<template data-late>\n<p class="a">“1” & 2</p>\n</template> and '
    "<template data-late><b>3</b></template><template><i>4</i></template>"
)


def test_page_keeps_the_places_and_the_script_the_markup() -> None:
    """In order, so that each part finds its place."""
    made = parted(PAGE)

    assert made.page.count("<template data-late></template>") == 2
    assert "<template><i>4</i></template>" in made.page
    assert made.script.endswith('([`<p class="a">“1” & 2</p>`,`<b>3</b>`])')


def test_parts_are_put_back_where_they_were() -> None:
    """What a reader has then is the page as the theme wrote it."""
    made = parted(PAGE)

    assert whole(made.page, made.script) == PAGE.replace(
        '<template data-late>\n<p class="a">“1” & 2</p>\n</template>',
        '<p class="a">“1” & 2</p>',
    ).replace("<template data-late><b>3</b></template>", "<b>3</b>")


def test_text_that_means_something_in_a_script_says_itself() -> None:
    """A backslash, a back quote and what would be filled in."""
    text = "<p>\\ ` ${1} $ {2} \\` \\${3}</p>"
    made = parted(f"<template data-late>{text}</template>")

    assert r"([`<p>\\ \` \${1} $ {2} \\\` \\\${3}</p>`])" in made.script
    assert whole(made.page, made.script) == text


@pytest.mark.parametrize("page", ["", "<p>1</p>", "<template><i>4</i></template>"])
def test_page_without_late_markup_needs_no_script(page: str) -> None:
    """It is as it was, and names no file."""
    made = parted(f'<form a data-late="{LATE_URL}" b>{page}')

    assert made.script == ""
    assert made.page == f"<form a b>{page}"


def test_site_has_the_file_that_each_page_names() -> None:
    """Its name changes with its content, so it may be cached for ever."""
    files = render(sample_site())

    for path in ("sums/index.html", "sums/embed.html"):
        (form,) = (
            found
            for found in Markup(files[path].decode()).having("data-late")
            if "data-runtime" in found
        )
        url = form["data-late"] or ""
        assert re.fullmatch(r"\.\./assets/late\.[0-9a-f]{12}\.js", url)
        assert files[url.removeprefix("../")].startswith(b"(parts=>")
        assert LATE_URL.encode() not in files[path]


def test_part_of_a_page_can_be_seen_with_its_late_markup() -> None:
    """As a component is in the gallery, where no script brings it."""
    html = "a<template data-late>\n<b>1</b></template>c<template data-late>d</template>"

    assert in_place(html) == "a<b>1</b>cd"
    assert in_place("<p>e</p>") == "<p>e</p>"
