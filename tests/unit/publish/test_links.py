"""Pages lead to each other by the names of files, for a bucket knows no folders."""

from __future__ import annotations

import posixpath
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from kwispel.build import Extras, build_site
from testkit.markup import Attributes, Markup

CONTENT = Path(__file__).parents[2] / "sites/good/directions"
SETTINGS = """
[redirects]
old = "feedback"
"list.html" = "/"
"""
LEADING = ("href", "src", "data-home", "data-runtime", "data-more", "data-late")
NEXT = re.compile(r"url=(.*)", re.IGNORECASE)


@pytest.fixture(scope="module")
def dist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with translations, old addresses, and each quiz as one file."""
    folder = tmp_path_factory.mktemp("links")
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    with (content / "site.toml").open("a", encoding="utf-8") as settings:
        settings.write(SETTINGS)
    build_site(
        content,
        folder / "dist",
        base_url="https://example.org/t",
        extras=Extras(has_files=True),
    )
    return folder / "dist"


def addresses(attributes: Attributes) -> Iterator[str]:
    """Give where an element leads, but for what is a whole address."""
    found = [attributes[name] for name in LEADING if name in attributes]
    if attributes.get("http-equiv") == "refresh":
        found += NEXT.findall(attributes["content"])
    for address in found:
        parts = urlsplit(address)
        if parts.path and not parts.scheme and not parts.netloc:
            yield unquote(parts.path)


def links(dist: Path) -> Iterator[tuple[str, str]]:
    """Give page and address of each link within the site."""
    for page in sorted(dist.rglob("*.html")):
        name = page.relative_to(dist).as_posix()
        for tag, attributes in Markup(page.read_text(encoding="utf-8")).elements:
            # The element asks for a file in the folder that it is given.
            asked = "element.html" if tag == "kwispel-quiz" else ""
            for address in addresses(attributes):
                yield name, address + asked


def test_every_link_names_a_file_that_is_there(dist: Path) -> None:
    """No folder, not even in an example that is shown at work."""
    broken = [
        (page, address)
        for page, address in links(dist)
        if address.endswith("/")
        or not (
            dist / posixpath.normpath(posixpath.join(posixpath.dirname(page), address))
        ).is_file()
    ]

    assert broken == []


def test_every_kind_of_page_was_seen(dist: Path) -> None:
    """Otherwise the test above would prove less than it says."""
    assert {
        *(("index.html", "feedback/index.html"), ("list.html", "index.html")),
        ("old/index.html", "../feedback/index.html"),
        ("old/embed.html", "../feedback/embed.html"),
        ("feedback/index.html", "../index.html"),
        ("feedback/index.html", "embed/index.html"),
        ("feedback/index.html", "../ar/feedback/index.html"),
        ("feedback/embed/index.html", "../index.html"),
        ("ar/feedback/embed.html", "index.html"),
    } <= set(links(dist))
