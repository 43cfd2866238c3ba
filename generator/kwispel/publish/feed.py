"""The feed of a site: the quizzes that changed last, the newest first.

A feed reader takes frames out, so that each entry is a picture, a sentence and a link.
Source: RFC 4287.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from xml.etree import ElementTree as ET

from markupsafe import Markup

from kwispel.model.shapes import Site
from kwispel.publish.shapes import Release
from kwispel.render.changes import feed_url, newest_first
from kwispel.render.credit import licence_link
from kwispel.render.embedding import Hosted, item_markup
from kwispel.site_files import FEED

_ATOM_NS = "http://www.w3.org/2005/Atom"
_XML_LANG = "xml:lang"

MOST_ENTRIES = 50
"""Readers ask for the whole feed every hour or so, to learn what is new in it."""


def feed_files(release: Release) -> Mapping[str, bytes]:
    """Give the feed; none where there is nothing that it may truly say."""
    site = release.site
    if site.base_url is None or not feed_url(site):
        return {}
    dated = newest_first(site)[:MOST_ENTRIES]
    root = _feed(site, site.base_url, dated[0][0])
    for changed, quiz in dated:
        root.append(_entry(release.hosted(quiz), changed))
    ET.indent(root)
    return {FEED: ET.tostring(root, encoding="utf-8", xml_declaration=True)}


def _feed(site: Site, base_url: str, newest: date) -> ET.Element:
    home = f"{base_url}/"
    root = ET.Element("feed", {"xmlns": _ATOM_NS, _XML_LANG: site.lang})
    _add(root, "id", home)
    _add(root, "title", site.title)
    _add(root, "updated", _moment(newest))
    _link(root, "self", home + FEED, "application/atom+xml")
    _link(root, "alternate", home, "text/html")
    publisher = site.publisher
    author = ET.SubElement(root, "author")
    _add(author, "name", publisher.name if publisher else site.title)
    if publisher and publisher.url:
        _add(author, "uri", publisher.url)
    return root


def _entry(hosted: Hosted, changed: date) -> ET.Element:
    quiz = hosted.quiz
    entry = ET.Element("entry", {_XML_LANG: quiz.lang})
    _add(entry, "id", hosted.url)
    _add(entry, "title", quiz.title)
    _add(entry, "updated", _moment(changed))
    _link(entry, "alternate", hosted.url, "text/html")
    for name in quiz.authors:
        _add(ET.SubElement(entry, "author"), "name", name)
    licence, _ = licence_link(quiz.licence)
    if licence:
        _add(entry, "rights", licence)
    content = item_markup(hosted)
    if quiz.description:
        _add(entry, "summary", quiz.description)
        content += Markup("\n<p>{}</p>").format(quiz.description)
    # As plain text: what escapes itself would be escaped twice.
    _add(entry, "content", str(content)).set("type", "html")
    return entry


def _moment(day: date) -> str:
    """Give the beginning of a day: Atom has no days without an hour."""
    return f"{day.isoformat()}T00:00:00Z"


def _add(parent: ET.Element, name: str, text: str) -> ET.Element:
    element = ET.SubElement(parent, name)
    element.text = text
    return element


def _link(parent: ET.Element, rel: str, href: str, kind: str) -> None:
    ET.SubElement(parent, "link", {"rel": rel, "type": kind, "href": href})
