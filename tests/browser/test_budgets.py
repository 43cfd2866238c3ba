"""What a reader's connection has to carry stays within what was promised.

Bytes are counted as a host sends them: compressed with brotli, once, at quality 11.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import brotli
import pytest
from playwright.sync_api import Page

from testkit.static_server import StaticServer

BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

QUIZ = "klantgerichtheid"

FIRST_OF_EACH = """() => {
    for (const question of document.querySelectorAll("fieldset[data-question]")) {
        question.querySelector("label").click();
    }
}"""

SCRIPTS_IN_THE_PAGE = """() => [...document.scripts]
    .filter((script) => !script.src && !script.type.endsWith("json"))
    .map((script) => script.text)
"""


def compressed_size(path: Path) -> int:
    """Give the bytes of a file as it goes over the wire."""
    return len(brotli.compress(path.read_bytes(), quality=11))


def runtime_of(page: Path) -> Path:
    """Find the runtime that a built page names."""
    return named_in(page, r'data-runtime="([^"]+)"')


def late_style_of(page: Path) -> Path:
    """Find the style of the result, which a built page links to."""
    return named_in(page, r'data-kw="late" href="([^"]+)"')


def late_markup_of(page: Path) -> Path:
    """Find the markup that comes with the runtime, which a built page names."""
    return named_in(page, r'data-late="([^"]+)"')


def named_in(page: Path, pattern: str) -> Path:
    """Find the file that a built page names in such a place."""
    named = re.search(pattern, page.read_text(encoding="utf-8"))
    assert named, f"{page} names no {pattern}"
    return Path(os.path.normpath(page.parent / named[1]))


@pytest.mark.parametrize("name", ["index.html", "embed.html"])
def test_page_fits_23500_bytes(built_site: BuiltSite, name: str) -> None:
    """A quiz's page, with all of its texts and its style, is at most 23.5 kB.

    On a site with an address, which stands in the page in several places.
    """
    page = built_site("addressed") / QUIZ / name

    assert "https://quizzes.publisher.example/" in page.read_text(encoding="utf-8")
    assert compressed_size(page) <= 23_500


def test_runtime_fits_44_800_bytes(built_site: BuiltSite) -> None:
    """The one file that brings Python to the reader is at most 44.8 kB."""
    runtime = runtime_of(built_site("content") / QUIZ / "index.html")

    assert compressed_size(runtime) <= 44_800


def test_what_comes_later_fits_8_850_bytes(built_site: BuiltSite) -> None:
    """What comes to readers who ask for more than a result is at most 8.85 kB."""
    page = built_site("content") / QUIZ / "index.html"

    assert compressed_size(named_in(page, r'data-more="([^"]+)"')) <= 8_850


def test_loader_fits_1500_bytes(built_site: BuiltSite) -> None:
    """What a publisher's page includes is at most 1.5 kB."""
    assert compressed_size(built_site("content") / "embed.js") <= 1_500


def test_element_fits_1750_bytes(built_site: BuiltSite) -> None:
    """What a publisher's page includes for quizzes in the page itself."""
    assert compressed_size(built_site("content") / "element.js") <= 1_750


def test_quiz_for_the_element_fits_28800_bytes(built_site: BuiltSite) -> None:
    """Its markup, where nothing comes late, and its one style sheet."""
    markup = built_site("content") / QUIZ / "element.html"
    style = named_in(markup, r'rel="stylesheet" href="([^"]+)"')

    assert compressed_size(markup) <= 21_300
    assert compressed_size(style) <= 7_500


def files_of_a_visit(site: Path, server: StaticServer, page: Page) -> list[Path]:
    """Visit the quiz until its result is there, and give the files that it took."""
    page.goto(server.url(f"{QUIZ}/"))
    page.evaluate(FIRST_OF_EACH)
    page.locator("form[data-kw=quiz] button[type=submit]").click()
    page.locator("[data-kw=result]").wait_for()
    asked_for = (site / path.lstrip("/") for path in server.asked_for)
    return [path / "index.html" if path.is_dir() else path for path in asked_for]


def test_script_before_interest_fits_1_kb(
    built_site: BuiltSite, serve: Serve, page: Page
) -> None:
    """A page that nobody touches brings its loader, and asks for no other script."""
    server = serve(built_site("content"))

    page.goto(server.url(f"{QUIZ}/"), wait_until="networkidle")
    scripts = page.evaluate(SCRIPTS_IN_THE_PAGE)

    assert [path for path in server.asked_for if path.endswith(".js")] == []
    assert len(brotli.compress("\n".join(scripts).encode(), quality=11)) <= 1_000


def test_full_visit_fits_77_700_bytes(
    built_site: BuiltSite, serve: Serve, page: Page
) -> None:
    """All that a browser asks for, from arrival to result, is at most 77.7 kB.

    Page and runtime stay within 69.3 kB; the style and
    the markup of the result came beside them.
    """
    site = built_site("content")

    files = files_of_a_visit(site, serve(site), page)

    assert sum(compressed_size(file) for file in files) <= 77_700
    assert compressed_size(files[0]) + compressed_size(runtime_of(files[0])) <= 69_300


def test_full_visit_is_four_requests(
    built_site: BuiltSite, serve: Serve, page: Page
) -> None:
    """The page, the style and the markup of the result, the runtime: nothing else."""
    site = built_site("content")
    quiz = site / QUIZ / "index.html"

    files = files_of_a_visit(site, serve(site), page)

    assert files[:2] == [quiz, late_style_of(quiz)]
    assert sorted(files[2:]) == sorted([late_markup_of(quiz), runtime_of(quiz)])
