"""The markup and the style of a quiz that stands in a publisher's page itself."""

from __future__ import annotations

import re

import pytest

from kwispel.render.element_css import element_css
from kwispel.render.element_markup import element_text
from testkit.markup import Markup
from testkit.sample_pages import render, sample_site, spoken_quiz

FRAME = element_css("")


def styled(css: str) -> str:
    """Give what becomes of a rule, without what stands before all of them."""
    return element_css(css).removeprefix(FRAME)


def elements() -> dict[str, str]:
    """Give the markup of the quizzes of a site, by its place."""
    files = render(sample_site(spoken_quiz()))
    return {
        name: file.decode()
        for name, file in files.items()
        if name.endswith("element.html")
    }


@pytest.mark.parametrize(
    ("page", "element"),
    [
        (":root{--a:1}", "[data-kw=page]{--a:1}"),
        (":root[data-x=a]:root{a:b}", "[data-kw=page][data-x=a][data-kw=page]{a:b}"),
        ("html:not([dir=rtl]) p{a:b}", "kw-html:not([dir=rtl]) p{a:b}"),
        (".a>:is(header,main){a:b}", ".a>:is(header,kw-main){a:b}"),
        ("body,.body,#main{a:b}", "kw-body,.body,#main{a:b}"),
        ("[data-html=main] .html-a{a:b}", "[data-html=main] .html-a{a:b}"),
    ],
)
def test_what_is_said_of_the_page_is_said_of_what_stands_for_it(
    page: str, element: str
) -> None:
    """A selector weighs what it did, so that the same rules win."""
    assert styled(page) == element


@pytest.mark.parametrize(
    ("length", "became"),
    [
        ("1.5rem", "calc(1.5*var(--kw-rem))"),
        ("-.5rem", "calc(-.5*var(--kw-rem))"),
        (
            "clamp(1rem,2rem + 3vw,9px)",
            "clamp(calc(1*var(--kw-rem)),calc(2*var(--kw-rem)) + 3cqi,9px)",
        ),
        ("-100vw", "-100cqi"),
        ("2em", "2em"),
        ("var(--x1rem)", "var(--x1rem)"),
        ('"1rem 2vw"', '"1rem 2vw"'),
    ],
)
def test_lengths_go_by_the_element(length: str, became: str) -> None:
    """The root and the window are the publisher's; words stay words."""
    assert styled(f"a{{b:{length}}}") == f"a{{b:{became}}}"


@pytest.mark.parametrize(
    ("media", "became"),
    [
        ("@media (min-width:60rem)", "@container (min-width:60em){|}"),
        (
            "@media screen and (hover:hover) and (max-width:40rem)",
            "@media screen and (hover:hover){@container (max-width:40em){|}}",
        ),
        (
            "@media (min-width:1rem) and (max-width:2rem)",
            "@container (min-width:1em) and (max-width:2em){|}",
        ),
        ("@media (min-height:45rem)", "@media (min-height:45rem){|}"),
        ("@media print,(min-width:9rem)", "@media print,(min-width:9rem){|}"),
        ("@supports selector(:has(*))", "@supports selector(:has(*)){|}"),
        ("@layer kw.base", "@layer kw.base{|}"),
    ],
)
def test_what_depends_on_a_width_depends_on_the_element(
    media: str, became: str
) -> None:
    """A column is narrower than its window; all else is asked of the device."""
    rule = "html{a:b}"

    assert styled(f"{media}{{{rule}}}") == became.replace("|", f"kw-{rule}")


def test_the_sheet_of_paper_is_the_publishers() -> None:
    """A quiz in a page does not say how large its margins are in print."""
    css = "@layer a,b;@layer a{@media print{@page{margin:1cm}p{a:b}}}"

    assert styled(css) == "@layer a,b;@layer a{@media print{p{a:b}}}"


def test_no_style_of_a_theme_speaks_of_the_page_around() -> None:
    """What is built knows neither root nor window, but for asking how high that is."""
    files = render(sample_site())
    named = Markup(files["sums/element.html"].decode()).having("rel", "stylesheet")
    css = files[named[0]["href"].removeprefix("../")].decode()

    assert css.startswith(FRAME)
    assert "@page" not in css
    assert not re.search(r":root|\d(?:rem|vw)\b", re.sub(r"@media [^{]*\{", "", css))


def test_the_style_is_not_escaped() -> None:
    """It is a file, and no part of a page, though that of the page is one."""
    files = render(sample_site())
    sheets = [files[name].decode() for name in files if name.endswith(".css")]

    assert any('content:""' in sheet for sheet in sheets if sheet.startswith(FRAME))
    assert not any("&#34;" in sheet or "&gt;" in sheet for sheet in sheets)


def test_markup_is_that_of_the_page_for_frames_and_no_page() -> None:
    """What stands for the page has its attributes, and a direction in any case."""
    for text in elements().values():
        page = Markup(text)
        assert page.faults == []
        assert not re.search(r"<(?:html|head|body|main|template|title|style)\b", text)
        assert re.search(r'<kw-html data-kw="page" data-home="index.html" lang="', text)
        assert 'dir="' in text.split("<kw-body")[0]


def test_nothing_comes_late() -> None:
    """An element is fetched when it is near, and then whole."""
    for text in elements().values():
        assert "data-late" not in text
        assert 'data-kw="result"' in text


def test_other_languages_are_pages_of_their_own() -> None:
    """A page for frames does not take the place of the publisher's page."""
    text = elements()["spoken/element.html"]

    assert "embed.html" not in text
    assert 'href="../en/spoken/index.html"' in text


def test_a_page_without_html_and_body_is_no_page() -> None:
    """A theme whose page for frames is none gets no element made of it."""
    with pytest.raises(ValueError, match="no html and body"):
        element_text("<p>words", "a.css")
