"""The sitemap lists every page that search engines may show, with its languages."""

from __future__ import annotations

from dataclasses import replace
from xml.etree import ElementTree as ET

from kwispel.publish.sitemap import sitemap_files
from kwispel.site_files import SITEMAP
from testkit.sample_pages import sample_site, spoken_quiz, sum_quiz

NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "x": "http://www.w3.org/1999/xhtml",
}
ROOT = "https://example.org/tests"


def parsed(xml: bytes) -> ET.Element:
    """Read what we have written ourselves."""
    return ET.fromstring(xml)  # noqa: S314 - our own file


def test_every_page_of_its_own_is_listed_once() -> None:
    """Pages for frames are not: they ask not to be indexed."""
    site = replace(sample_site(sum_quiz(), spoken_quiz()), base_url=ROOT)

    found = parsed(sitemap_files(site)[SITEMAP])

    assert [url.findtext("s:loc", namespaces=NAMES) for url in found] == [
        f"{ROOT}/",
        f"{ROOT}/sums/",
        f"{ROOT}/spoken/",
        f"{ROOT}/en/spoken/",
    ]


def test_each_language_names_all_of_them() -> None:
    """Itself too, as search engines ask."""
    site = replace(sample_site(spoken_quiz()), base_url=ROOT)

    found = parsed(sitemap_files(site)[SITEMAP])

    expected = [
        ("nl", f"{ROOT}/spoken/"),
        ("en", f"{ROOT}/en/spoken/"),
        ("x-default", f"{ROOT}/spoken/"),
    ]
    for url in found.findall("s:url", NAMES)[1:]:
        links = url.findall("x:link", NAMES)
        assert [(link.get("hreflang"), link.get("href")) for link in links] == expected


def test_a_site_without_an_address_has_none() -> None:
    """A sitemap must hold whole addresses."""
    assert sitemap_files(sample_site(sum_quiz())) == {}
