"""Each system that reads oEmbed finds the answer of a quiz, and takes it.

What a system does is written here as its own code has it. WordPress is run itself, in
tests/browser/wordpress, and the recipe for Drupal in test_drupal_recipe.py.
"""

from __future__ import annotations

import json
import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace
from html import unescape
from html.parser import HTMLParser
from typing import Any

import pytest

from kwispel.compile import compile_quiz
from kwispel.model.shapes import Site
from kwispel.publish.files import published_files
from kwispel.publish.shapes import Release
from kwispel.render.frame_height import estimated_heights
from testkit.sample_pages import (
    packaged_theme,
    render,
    sample_site,
    spoken_quiz,
    sum_quiz,
)

Answer = Mapping[str, Any]

ROOT = "https://example.org/tests"
TYPE = "application/json+oembed"
HARD = """<link> & "quotes", 'more' </head> <iframe src="x">"""
"""A title with what a reader of HTML by patterns could stumble over."""


class _Links(HTMLParser):
    """Collects the link elements of a page, in order."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "link":
            self.found.append(dict(attrs))


def first_link(page: str) -> str | None:
    """Find the answer as Ghost and Drupal do: in the first link of this type.

    Source: npm's ghost 6.65.0, fetchOembedData in oembed-service.js (cheerio,
    `link[type="application/json+oembed"]`); drupal/drupal 006e1794, findUrl in
    core/modules/media/src/OEmbed/UrlResolver.php (XPath, `//link[@type=…]`).
    """
    parser = _Links()
    parser.feed(page)
    links = (link for link in parser.found if link.get("type") == TYPE)
    return next(links, {}).get("href")


def wordpress_link(page: str) -> str | None:
    """Find the answer as WordPress does: by patterns, in the head.

    Source: WordPress 6.1.9, WP_oEmbed::discover in wp-includes/class-wp-oembed.php.
    """
    read = page.encode()[:153_600].decode(errors="ignore")
    head = read[: read.lower().index("</head>")]
    for link in re.findall(r"<link([^<>]+?)/?>", head, re.IGNORECASE):
        found = dict(re.findall(r'([\w-]+)\s*=\s*"([^"]*)"(?:\s|$)', link))
        if found.get("type") == TYPE and found.get("href"):
            return unescape(found["href"])
    return None


def ghost_takes(answer: Answer) -> dict[str, Any] | None:
    """Give what Ghost keeps of an answer; None where it makes a card of the page.

    Since 6.35 at the latest it makes a card of all but the pages of a few providers.
    Source: npm's ghost 6.30.0, fetchOembedData in oembed-service.js.
    """
    if not (answer.get("type") and answer.get("version")):
        return None
    known = (
        *("type", "version", "html", "url", "title", "width", "height"),
        *("author_name", "author_url", "provider_name", "provider_url"),
        *("thumbnail_url", "thumbnail_width", "thumbnail_height"),
    )
    is_shown = answer["type"] in {"video", "rich"}
    if not (is_shown and answer.get("html") and answer.get("width")):
        return None
    return {name: answer[name] for name in known if name in answer}


def drupal_refuses(answer: Answer, providers: Collection[str]) -> Iterable[str]:
    """Tell why Drupal takes no answer, where the site knows these providers.

    Source: drupal/drupal 6d39cdee, createResource in
    core/modules/media/src/OEmbed/ResourceFetcher.php; 2b6b3306, rich, setDimensions and
    setThumbnailDimensions in Resource.php.
    """
    if answer.get("version") != "1.0":
        yield "Resource version must be '1.0'"
    name = answer.get("provider_name")
    if name and name not in providers:
        yield f"Unknown provider '{name}'"
    if answer.get("type") != "rich":
        yield f"Unknown resource type: {answer.get('type')}"
    if not answer.get("html"):
        yield "The resource must provide an HTML representation."
    if not (answer["width"] > 0 and answer["height"] > 0):
        yield "The dimensions must be numbers greater than zero."
    if answer.get("thumbnail_url") and not (
        answer["thumbnail_width"] > 0 and answer["thumbnail_height"] > 0
    ):
        yield "The thumbnail dimensions must be numbers greater than zero."


@pytest.fixture(scope="module")
def site() -> Site:
    """Give a site whose quizzes have translations, and a title that is hard to read."""
    return sample_site(
        replace(sum_quiz(), title=HARD), spoken_quiz(), base_url=ROOT, title="Tests"
    )


@pytest.fixture(scope="module")
def published(site: Site) -> Mapping[str, bytes]:
    """Give all files of it."""
    sheets = {quiz.id: compile_quiz(quiz) for quiz in site.quizzes}
    pages = render(site)
    release = Release(
        site,
        sheets,
        theme=packaged_theme(),
        files=pages,
        heights=estimated_heights(site.quizzes),
    )
    return {**pages, **published_files(release)}


@pytest.fixture(params=["sums", "spoken", "en/spoken"])
def path(request: pytest.FixtureRequest) -> str:
    """Give where each of the quizzes is."""
    return str(request.param)


@pytest.fixture
def page(published: Mapping[str, bytes], path: str) -> str:
    """Give the page of a quiz."""
    return published[f"{path}/index.html"].decode()


@pytest.fixture
def answer(published: Mapping[str, bytes], path: str) -> Answer:
    """Give what is answered for it."""
    found: Answer = json.loads(published[f"{path}/oembed.json"])
    return found


def test_ghost_and_drupal_find_the_answer(page: str, path: str) -> None:
    """In the first link of its type."""
    assert first_link(page) == f"{ROOT}/{path}/oembed.json"


def test_wordpress_finds_the_answer(page: str, path: str) -> None:
    """With its patterns, whatever the title is."""
    assert wordpress_link(page) == f"{ROOT}/{path}/oembed.json"


def test_the_answer_is_named_before_anything_long(page: str) -> None:
    """A reader that stops early has seen it: before the style and the scripts."""
    assert page.index(TYPE) < page.index("<style>")


def test_ghost_until_6_32_takes_the_answer(answer: Answer) -> None:
    """All of it but how long it may be kept."""
    kept = ghost_takes(answer)

    assert kept == {name: answer[name] for name in answer if name != "cache_age"}


def test_ghost_does_not_take_it_for_a_post_of_wordpress(page: str) -> None:
    """It makes a card of what is answered below wp-json/oembed."""
    assert "wp-json/oembed" not in (first_link(page) or "")


def test_the_card_of_ghost_has_something_to_show(
    published: Mapping[str, bytes], page: str, path: str
) -> None:
    """A title, and a picture that is there.

    Source: npm's ghost 6.65.0, fetchBookmarkData in oembed-service.js, with
    metascraper-title and metascraper-image, which look at Open Graph first.
    """
    told = dict(re.findall(r'<meta property="(og:\w+)" content="([^"]*)">', page))

    assert told["og:title"]
    assert told["og:image"] == f"{ROOT}/{path}/card.png"
    assert f"{path}/card.png" in published


def test_drupal_takes_the_answer_of_a_provider_that_it_knows(answer: Answer) -> None:
    """By the title of the site."""
    assert list(drupal_refuses(answer, {"Tests"})) == []


def test_drupal_needs_to_know_the_provider(answer: Answer) -> None:
    """So the recipe tells to name it."""
    assert list(drupal_refuses(answer, {"YouTube"})) == ["Unknown provider 'Tests'"]


def test_a_link_and_a_frame_are_left_by_wordpress(answer: Answer) -> None:
    """It keeps a blockquote without attributes, and the frame after it.

    Source: WordPress 6.1.9, wp_filter_oembed_result in wp-includes/embed.php.
    """
    shown = r"(<blockquote>.*?</blockquote>)?.*(<iframe.*?></iframe>)"

    found = re.search(shown, answer["html"], re.DOTALL)
    assert found
    assert found[1]
    assert found[1] + found[2] == answer["html"]
