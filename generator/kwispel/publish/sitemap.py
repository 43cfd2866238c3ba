"""The list of a site's pages for search engines.

Source: https://www.sitemaps.org/protocol.html, and Google's "Localized versions of your
pages" for the languages.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from xml.etree import ElementTree as ET

from kwispel.model.shapes import Quiz, Site
from kwispel.render.editions import alternates, editions, page_url
from kwispel.site_files import SITEMAP

_SITEMAP_NS = "http://www.sitemaps.org/schemas/sitemap/0.9"
_XHTML_NS = "http://www.w3.org/1999/xhtml"


def sitemap_files(site: Site) -> Mapping[str, bytes]:
    """Give the sitemap; without the site's address none, for it must hold addresses."""
    if site.base_url is None:
        return {}
    root = ET.Element("urlset", {"xmlns": _SITEMAP_NS, "xmlns:xhtml": _XHTML_NS})
    root.append(_url(f"{site.base_url}/"))
    for quiz in site.quizzes:
        root.extend(_urls(quiz, site.base_url))
    ET.indent(root)
    return {SITEMAP: ET.tostring(root, encoding="utf-8", xml_declaration=True)}


def _urls(quiz: Quiz, base_url: str) -> Iterator[ET.Element]:
    for edition in editions(quiz):
        url = _url(page_url(edition, base_url))
        if edition.updated:
            ET.SubElement(url, "lastmod").text = edition.updated.isoformat()
        for other in alternates(quiz, base_url):
            link = {"rel": "alternate", "hreflang": other.lang, "href": other.url}
            ET.SubElement(url, "xhtml:link", link)
        yield url


def _url(address: str) -> ET.Element:
    url = ET.Element("url")
    ET.SubElement(url, "loc").text = address
    return url
