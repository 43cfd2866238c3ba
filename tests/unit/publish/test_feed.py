"""The feed is valid Atom, says nothing that nobody told, and shows every entry."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

import feedparser
import pytest

from kwispel.model.shapes import Quiz, Site
from kwispel.publish.feed import MOST_ENTRIES, feed_files
from kwispel.publish.shapes import Release
from kwispel.publish.sitemap import sitemap_files
from kwispel.render.editions import editions
from kwispel.site_files import FEED, SITEMAP
from kwispel.source.shapes import Publisher
from testkit.sample_pages import (
    packaged_theme,
    render,
    sample_site,
    spoken_quiz,
    sum_quiz,
)

ROOT = "https://example.org/tests"
ATOM = "{http://www.w3.org/2005/Atom}"
XML = "{http://www.w3.org/XML/1998/namespace}"
HOSTILE = '</content><script>alert(1)</script> & "x" ]]>'
# Source: RFC 3339, 5.6.
MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z")


def dated(quiz: Quiz, day: str, translation: str = "") -> Quiz:
    """Give a quiz of which the last change is known, in its other language too."""
    languages = tuple(
        replace(one, updated=date.fromisoformat(translation or day))
        for one in quiz.translations
    )
    return replace(quiz, updated=date.fromisoformat(day), translations=languages)


def published(*quizzes: Quiz) -> Site:
    """Give a site that knows its address."""
    return replace(sample_site(*quizzes), base_url=ROOT)


def feed_of(site: Site, *images: str) -> bytes:
    """Give the feed of a site that has these share images."""
    files = {f"{path}/card.png": b"" for path in images}
    heights = {one.path: 700 for quiz in site.quizzes for one in editions(quiz)}
    return feed_files(Release(site, {}, packaged_theme(), files, heights))[FEED]


def parsed(site: Site) -> ET.Element:
    """Give the feed of a site, read again."""
    return ET.fromstring(feed_of(site))  # noqa: S314 - our own file


@pytest.fixture
def site() -> Site:
    """Give a site with three pages that are dated."""
    return published(
        dated(sum_quiz(), "2026-03-01"),
        dated(spoken_quiz(), "2026-05-09", "2026-01-02"),
    )


def test_the_feed_has_what_every_feed_must_have(site: Site) -> None:
    """Source: RFC 4287, 4.1.1, 4.2.14."""
    root = parsed(site)

    assert root.tag == f"{ATOM}feed"
    for element in (root, *root.iter(f"{ATOM}entry")):
        for name in ("id", "title", "updated"):
            assert len(element.findall(f"{ATOM}{name}")) == 1
        assert MOMENT.fullmatch(element.findtext(f"{ATOM}updated") or "")
        assert (element.findtext(f"{ATOM}id") or "").startswith(f"{ROOT}/")
    assert root.findtext(f"{ATOM}author/{ATOM}name")
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{ROOT}/feed.xml", "alternate": f"{ROOT}/"}


def test_ids_are_unique(site: Site) -> None:
    """Source: RFC 4287, 4.2.6."""
    ids = [element.text for element in parsed(site).iter(f"{ATOM}id")]

    assert len(ids) == len(set(ids)) == 4


def test_the_last_changed_comes_first_and_dates_the_feed(site: Site) -> None:
    """Each language has a day of its own."""
    root = parsed(site)

    told = [
        (entry.findtext(f"{ATOM}updated"), entry.get(f"{XML}lang"))
        for entry in root.iter(f"{ATOM}entry")
    ]
    assert told == [
        ("2026-05-09T00:00:00Z", "nl"),
        ("2026-03-01T00:00:00Z", "en"),
        ("2026-01-02T00:00:00Z", "en"),
    ]
    assert root.findtext(f"{ATOM}updated") == told[0][0]


def test_a_feed_reader_reads_it(site: Site) -> None:
    """Without a complaint, and finds title, link, text and picture of each."""
    found = feedparser.parse(feed_of(site, "sums"))

    assert not found.bozo
    assert found.version == "atom10"
    entry = found.entries[1]
    assert (entry.title, entry.link) == ('Sums & "signs"', f"{ROOT}/sums/")
    assert [author.name for author in entry.authors] == ["Ada", "Ben"]
    assert f'src="{ROOT}/sums/card.png"' in entry.content[0].value
    assert "<img" not in found.entries[0].content[0].value


def test_hostile_texts_stay_texts() -> None:
    """A reader that shows HTML gets none that an author wrote as text."""
    quiz = replace(dated(sum_quiz(), "2026-03-01"), title=HOSTILE, description=HOSTILE)

    root = parsed(published(quiz))

    entry = root.find(f"{ATOM}entry")
    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == HOSTILE
    content = entry.findtext(f"{ATOM}content") or ""
    assert "<script" not in content
    assert "&lt;script&gt;" in content


def test_the_publisher_speaks_in_the_feed(site: Site) -> None:
    """Or the site itself, where it has none."""
    told = replace(site, publisher=Publisher("Ada & co", "https://a.nl"))

    author = parsed(told).find(f"{ATOM}author")
    alone = parsed(replace(site, publisher=None)).find(f"{ATOM}author")

    assert author is not None
    assert alone is not None
    assert [part.text for part in author] == ["Ada & co", "https://a.nl"]
    assert [part.text for part in alone] == [site.title]


@pytest.mark.parametrize(
    "site",
    [
        sample_site(dated(sum_quiz(), "2026-03-01")),
        published(sum_quiz(), spoken_quiz()),
    ],
    ids=["no address", "no date"],
)
def test_there_is_none_without_an_address_or_a_date(site: Site) -> None:
    """A day of the files, or of the build, would be made up; no page links to it."""
    release = Release(site, {}, packaged_theme(), {}, {})

    assert feed_files(release) == {}
    assert b"application/atom+xml" not in render(site)["index.html"]


def test_a_quiz_without_a_date_is_left_out(site: Site) -> None:
    """The others stand in it all the same."""
    quizzes = (replace(site.quizzes[0], updated=None), *site.quizzes[1:])

    entries = list(parsed(replace(site, quizzes=quizzes)).iter(f"{ATOM}entry"))

    assert len(entries) == 2


def test_only_the_latest_are_in_it() -> None:
    """Of those of one day the first of the site; the older ones are left to it."""
    one = sum_quiz()
    days = {"old": "2026-01-01", "new": "2026-06-01"} | {
        f"on-{n}": "2026-03-01" for n in range(60)
    }
    quizzes = [dated(replace(one, id=name), day) for name, day in days.items()]

    root = parsed(published(*quizzes))

    ids = [entry.findtext(f"{ATOM}id") for entry in root.iter(f"{ATOM}entry")]
    names = ["new", *(f"on-{n}" for n in range(49))]
    assert len(names) == MOST_ENTRIES
    assert ids == [f"{ROOT}/{name}/" for name in names]


def test_the_contents_page_links_to_it(site: Site) -> None:
    """And no other."""
    files = render(site)

    linking = {name for name, page in files.items() if b"application/atom+xml" in page}
    assert linking == {"index.html"}


def test_the_sitemap_has_the_days_that_are_known(site: Site) -> None:
    """Source: https://www.sitemaps.org/protocol.html, lastmod."""
    quizzes = (replace(site.quizzes[0], updated=None), *site.quizzes[1:])

    text = sitemap_files(replace(site, quizzes=quizzes))[SITEMAP].decode()

    days = re.findall("<lastmod>(.*)</lastmod>", text)
    assert days == ["2026-05-09", "2026-01-02"]
