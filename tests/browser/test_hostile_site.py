"""What an author writes is text in every file of a site, whatever field it is in."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from testkit.hostile_site import ATTACK, QUIZ

Attributes = list[tuple[str, str | None]]


class Found(HTMLParser):
    """A page as a browser reads it: what could run in it, and what its texts are."""

    def __init__(self, page: str) -> None:
        """Read it to its end."""
        super().__init__(convert_charrefs=True)
        self.living: list[str] = []
        self.texts: list[str] = []
        self.scripts = 0
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        """Note handlers, scripts of elsewhere, and the picture of the attack."""
        given = dict(attrs)
        handlers = [name for name in given if name.startswith("on")]
        if handlers or "autofocus" in given or given.get("src") == "x":
            self.living.append(f"{tag} {attrs}")
        self.scripts += tag == "script" and "src" not in given
        self.texts += [value for value in given.values() if value]

    def handle_data(self, data: str) -> None:
        """Note a text."""
        self.texts.append(data)


@pytest.fixture
def site(built_site: Callable[[str], Path]) -> Path:
    """Give the folder of the site."""
    return built_site("hostile")


def test_no_page_holds_more_than_text(site: Path) -> None:
    """No handler, no picture, and no script but those that the policy knows."""
    pages = sorted(site.rglob("*.html"))
    assert {page.name for page in pages} >= {"index.html", "embed.html", f"{QUIZ}.html"}

    for page in pages:
        text = page.read_text(encoding="utf-8")
        found = Found(text)
        data = text.count("<script type=")
        assert found.living == [], page
        assert found.scripts - data == text.count("<script>"), page
        assert any(ATTACK in each for each in found.texts), page


def test_every_field_is_shown_as_it_was_written(site: Path) -> None:
    """On the quiz's page, in one text or attribute or another."""
    page = (site / QUIZ / f"{QUIZ}.html").read_text(encoding="utf-8")
    texts = "".join(Found(page).texts)

    for field in (
        *("title", "description", "author", "source", "licence", "scope", "term"),
        *("scale", "perspective", "factor", "related", "contact", "reading"),
        *("writer", "note", "intro", "voice", "stem", "option", "site", "publisher"),
    ):
        assert f"{field} {ATTACK}" in texts, field


def test_what_machines_read_can_be_read(site: Path) -> None:
    """JSON is JSON and XML is XML, with the attack in it as text."""
    for file in site.rglob("*.json"):
        json.loads(file.read_text(encoding="utf-8"))
    for file in site.rglob("*.xml"):
        ET.fromstring(file.read_bytes())  # noqa: S314 - our own file
    answer = json.loads((site / QUIZ / "oembed.json").read_text(encoding="utf-8"))
    assert ATTACK in answer["title"]
    assert Found(answer["html"]).living == []
