"""Pages read from the side from which their language does."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from kwispel.model.check import read_site
from kwispel.render.direction import direction
from kwispel.render.rtl_css import RTL, for_rtl, without_rtl
from testkit.sample_pages import render
from testkit.styled import styled_markup

THEMES = Path(__file__).parents[3] / "themes"
STYLES = sorted(THEMES.glob("*/**/*.css"))
SITE = Path(__file__).parents[2] / "sites/good/directions"

_PHYSICAL = re.compile(
    r"""
    (?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right)
    | (?:^|[\s;{])(?:left|right)\s*:
    | (?:text-align|float|clear|caption-side)\s*:\s*(?:left|right)
    | border-(?:top|bottom)-(?:left|right)-radius
    """,
    re.VERBOSE,
)
_FOUR_SIDES = re.compile(r"(?:margin|padding|inset)\s*:\s*((?:[^\s;]+\s+){3}[^\s;]+);")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("ar", "rtl"),
        ("ar-EG", "rtl"),
        ("az", "ltr"),
        ("az-Arab", "rtl"),
        ("dv", "rtl"),
        ("en", "ltr"),
        ("fa", "rtl"),
        ("he", "rtl"),
        ("he-Latn", "ltr"),
        ("nl", "ltr"),
        ("pa-PK", "rtl"),
        ("tlh", "ltr"),
        ("ur", "rtl"),
        ("yi", "rtl"),
    ],
)
def test_a_language_has_the_direction_of_its_script(lang: str, expected: str) -> None:
    """The script is the one that the tag names, or the likely one."""
    assert direction(lang) == expected


@pytest.mark.parametrize("path", STYLES, ids=lambda path: str(path.relative_to(THEMES)))
def test_no_style_knows_left_or_right(path: Path) -> None:
    """A style says start and end, so that it is right in either direction."""
    css = re.sub(r"/\*.*?\*/", "", path.read_text(), flags=re.DOTALL)
    # A query asks for the window's width; that has no direction.
    css = re.sub(r"@(?:media|container)[^{]*", "", css)
    uneven = [
        found[0]
        for found in _FOUR_SIDES.finditer(css)
        if found[1].split()[1] != found[1].split()[3]
    ]

    assert _PHYSICAL.findall(css) == []
    assert uneven == []


def test_a_page_from_left_to_right_has_no_rule_for_the_other() -> None:
    """What only pages from right to left need costs no other page a byte."""
    rule = f"{RTL[0]}.x{{c:e}}"
    css = f"@layer a;@layer b{{.x{{c:d}}{rule}@media print{{{rule}}}}}"

    assert without_rtl(css) == "@layer a;@layer b{.x{c:d}}"


def test_a_page_from_right_to_left_has_no_rule_for_others() -> None:
    """What such a page can never match is not sent to it."""
    css = "@layer a{@media b{html:not([dir=rtl]) .x{c:d}.y{e:f}}}"

    assert for_rtl(css) == "@layer a{@media b{.y{e:f}}}"


def test_a_page_from_right_to_left_is_not_told_first_what_holds_for_others() -> None:
    """A token that it sets anew, in the same layer, would be sent in vain."""
    own = f"{RTL[1]}{{--b:3}}"
    others = ":root{--b:1;--c:2;d:e}:root[f]{--b:4}"

    assert for_rtl(f"@layer a{{{others}{own}}}") == (
        f"@layer a{{:root{{--c:2;d:e}}:root[f]{{--b:4}}{own}}}"
    )
    assert for_rtl(f"@layer a;{others}@layer b{{{own}}}") == (
        f"@layer a;{others}@layer b{{{own}}}"
    )


@pytest.fixture(scope="module")
def pages() -> Mapping[str, str]:
    """Build a Dutch site with a quiz in Dutch and in Arabic."""
    site, _ = read_site(SITE, shown_from=SITE)
    built = render(site)
    return {name: built[name].decode() for name in built if name.endswith(".html")}


@pytest.mark.parametrize("page", ["index.html", "embed.html"])
def test_an_arabic_page_runs_from_right_to_left(
    pages: Mapping[str, str], page: str
) -> None:
    """The page says so, and has the rules for it; the Dutch page has neither."""
    arabic, dutch = pages[f"ar/feedback/{page}"], pages[f"feedback/{page}"]

    assert '<html lang="ar" dir="rtl"' in arabic
    assert RTL[0] in arabic
    assert '<html lang="nl" data-' in dutch
    assert RTL[0] not in dutch


def test_a_foreign_part_has_its_language_and_its_direction(
    pages: Mapping[str, str],
) -> None:
    """Links to another language, what a list says of it, and the site's own name."""
    assert '<span lang="ar" dir="rtl">' in pages["index.html"]
    entry = 'class="kw-contents__quiz" lang="ar-EG" dir="rtl">'
    assert styled_markup(entry) in pages["index.html"]
    assert 'lang="ar" dir="rtl" hreflang="ar"' in pages["feedback/index.html"]
    assert '<span lang="nl" dir="ltr">Praten' in pages["ar/feedback/index.html"]
    assert "<span>Praten" in pages["feedback/index.html"]


def test_a_result_code_is_not_turned_round(pages: Mapping[str, str]) -> None:
    """Its groups of digits and letters keep their order in any text.

    In an element nothing comes late, and its markup is that of the page.
    """
    assert '<span data-part="code" dir="ltr">' in pages["ar/feedback/element.html"]


def test_every_number_of_the_interface_has_the_digits_of_the_language() -> None:
    """Where these are not 0 to 9, none of those is left, CSS counters included."""
    site, _ = read_site(SITE, shown_from=SITE)
    (_, quiz) = site.quizzes
    (arabic,) = quiz.translations
    egyptian = replace(
        quiz, translations=(replace(arabic, lang="ar-EG", licence=None),)
    )
    built = render(replace(site, quizzes=(egyptian,)))["ar-eg/feedback/index.html"]
    page = built.decode()
    body = re.sub(
        r"<script.*?</script>", "", page[page.index("<body") :], flags=re.DOTALL
    )
    words = re.sub(r"<[^>]*>", " ", body)

    assert re.findall(r"[^\n]*[0-9][^\n]*", words) == []
    assert re.search("\u0627\u0644\u0633\u0624\u0627\u0644 \u0662", words)
    assert ":root{--kw-digits:arabic-indic}" in page
    assert ",var(--kw-digits))" in page
    assert 'data-digits="\u0660\u0661' in page
