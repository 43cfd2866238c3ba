"""A page for publishers shows every way in, ready to be copied."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser

import brotli
import pytest

from kwispel.compile import compile_quiz
from kwispel.model.shapes import Quiz, Site
from kwispel.publish.embed_page import embed_page_files
from kwispel.publish.shapes import Release
from kwispel.render.direction import Direction
from kwispel.render.embedding import Hosted, WayName, ways
from kwispel.render.frame_height import estimated_heights
from kwispel.render.placeholder import PLACEHOLDER_URL
from testkit.markup import Markup
from testkit.sample_pages import (
    THEMES,
    packaged_theme,
    render,
    sample_site,
    spoken_quiz,
    sum_quiz,
)

ROOT = "https://example.org/tests"
ALL = ("sums/card.png", "sums/sums.html", "element.js")
HEIGHT_PX = 940
HOSTILE = "</pre></code><script>alert(1)</script> \"&' \u2067\u05d0\u2069"


class Boxes(HTMLParser):
    """What a reader would copy from each box, by the id of its heading."""

    def __init__(self, page: str) -> None:
        """Read a page."""
        super().__init__()
        self.found: dict[str, str] = {}
        self.way = ""
        self.is_in = False
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a way, or its box."""
        given = {"tag": tag, **dict(attrs)}
        if given.get("data-kw") == "way":
            self.way = given["aria-labelledby"] or ""
        if given.get("data-kw") == "markup":
            self.is_in, self.found[self.way] = True, ""

    def handle_endtag(self, tag: str) -> None:
        """End a box."""
        self.is_in = self.is_in and tag != "code"

    def handle_data(self, data: str) -> None:
        """Take what stands in a box."""
        if self.is_in:
            self.found[self.way] += data


def pages(
    *quizzes: Quiz, there: tuple[str, ...] = (), theme: str = "spiegel", **site: object
) -> Mapping[str, str]:
    """Give the pages for publishers of a site that has these files."""
    made: Site = sample_site(*quizzes, **site)
    heights = estimated_heights(made.quizzes)
    release = Release(
        made,
        {quiz.id: compile_quiz(quiz) for quiz in made.quizzes},
        theme=packaged_theme(theme),
        files=dict.fromkeys(there, b""),
        heights=dict.fromkeys(heights, HEIGHT_PX),
    )
    return {path: page.decode() for path, page in embed_page_files(release).items()}


def test_every_quiz_has_a_page_in_each_of_its_languages() -> None:
    """In the folder of the quiz."""
    assert sorted(pages(sum_quiz(), spoken_quiz())) == [
        "en/spoken/embed/index.html",
        "spoken/embed/index.html",
        "sums/embed/index.html",
    ]


@pytest.mark.parametrize("title", ["Sums", HOSTILE])
def test_each_box_holds_what_the_command_line_prints(title: str) -> None:
    """Sign by sign, whatever the title is; nothing of it becomes an element."""
    quiz = replace(sum_quiz(), title=title)

    [page] = pages(quiz, there=ALL, base_url=ROOT).values()

    assert Boxes(page).found == {
        way.name: way.markup
        for way in ways(
            Hosted(quiz, ROOT, HEIGHT_PX, has_card=True, may_be_framed=True)
        )
    }
    assert "<script>alert" not in page


@pytest.mark.parametrize(
    ("there", "missing"),
    [("sums/card.png", "item"), ("sums/sums.html", "file"), ("element.js", "element")],
)
def test_a_way_is_shown_where_the_site_has_what_it_needs(
    there: str, missing: WayName
) -> None:
    """The picture, the one file, the script of the element."""
    files = tuple(name for name in ALL if name != there)

    [page] = pages(sum_quiz(), there=files, base_url=ROOT).values()

    assert missing not in Boxes(page).found
    assert len(Boxes(page).found) == 6


def test_without_an_address_the_page_says_what_to_replace() -> None:
    """A script may put the true one there; an address alone would be nonsense."""
    [page] = pages(sum_quiz()).values()

    assert f"Replace {PLACEHOLDER_URL} by" in page
    assert f'data-placeholder="{PLACEHOLDER_URL}" data-root="../../"' in page
    assert "address" not in Boxes(page).found


def test_with_an_address_there_is_nothing_to_replace() -> None:
    """Then every markup is right as it stands."""
    [page] = pages(sum_quiz(), base_url=ROOT).values()

    assert "Replace" not in page
    assert PLACEHOLDER_URL not in page


def test_what_is_shown_live_comes_from_this_very_site() -> None:
    """A preview needs no address of the site, and is allowed to be there."""
    [page] = pages(sum_quiz(), there=ALL, base_url=ROOT).values()

    assert page.count('<iframe src="../../sums/embed.html"') == 2
    assert '<script async src="../../embed.js"></script>' in page
    assert '<kwispel-quiz src="../../sums/">' in page
    assert "frame-src 'self' https://example.org" in unescape(page)


def test_a_page_says_which_systems_take_a_way() -> None:
    """In the sentences of its language."""
    [page] = pages(sum_quiz(), base_url=ROOT).values()

    assert "Anyone who writes can do this in WordPress." in page


def test_a_page_is_for_publishers_and_not_for_search_engines() -> None:
    """It asks not to be listed, and is the only one at its address."""
    found = pages(spoken_quiz(), base_url=ROOT)["en/spoken/embed/index.html"]

    assert '<meta name="robots" content="noindex">' in found
    assert f'<link rel="canonical" href="{ROOT}/en/spoken/embed/">' in found


@pytest.mark.parametrize("links", [True, False])
def test_a_quiz_leads_to_its_page_for_publishers_unless_the_site_says_no(
    *, links: bool
) -> None:
    """In its imprint, with or without a publisher; never from within a frame."""
    found = render(
        sample_site(spoken_quiz(), links_to_ways=links, publisher=None, lang="nl")
    )

    link = b'<a href="embed/index.html">Put this test on another site</a>'
    assert (link in found["en/spoken/index.html"]) is links
    assert not any(
        b"embed/index.html" in found[path]
        for path in ("en/spoken/embed.html", "index.html")
    )


def test_where_nobody_may_frame_a_quiz_nothing_leads_to_frames_of_it() -> None:
    """`origins = []`: no link, no oEmbed, and of the ways those without its frame."""
    shut: dict[str, object] = {"embed_origins": (), "base_url": ROOT}

    quiz = render(sample_site(sum_quiz(), **shut))["sums/index.html"]
    [page] = pages(sum_quiz(), there=ALL, **shut).values()

    assert b"embed/index.html" not in quiz
    assert b"oembed" not in quiz
    assert list(Boxes(page).found) == ["element", "item", "file"]
    assert "embed.html" not in page


def test_the_pages_of_a_quiz_lead_to_each_other() -> None:
    """Each in the language of its quiz."""
    found = pages(spoken_quiz())

    assert (
        'href="../../../spoken/embed/index.html"'
        in (found["en/spoken/embed/index.html"])
    )
    assert "Deze test op een andere site" in found["spoken/embed/index.html"]
    assert 'lang="en"' in found["en/spoken/embed/index.html"]


@pytest.mark.parametrize("theme", THEMES)
def test_the_page_is_sound_in_every_theme(theme: str) -> None:
    """Balanced, each id there once, and no reference that leads nowhere."""
    [text] = pages(sum_quiz(), there=ALL, theme=theme, base_url=ROOT).values()

    page = Markup(text)

    assert page.faults == []
    assert len(page.ids()) == len(set(page.ids()))
    assert page.references() <= set(page.ids())


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("theme", THEMES)
def test_the_style_of_the_page_fits_3_kb(theme: str, direction: Direction) -> None:
    """Compressed as it is sent; readers of quizzes are sent nothing of it."""
    style = packaged_theme(theme).style(
        "publish.html.jinja", frozenset({"languages"}), direction=direction
    )

    assert len(brotli.compress(style.encode(), quality=11)) <= 3_000
