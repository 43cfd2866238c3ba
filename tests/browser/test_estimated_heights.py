"""An estimated height is enough for its quiz, and not much more than that."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from playwright.sync_api import Page

from kwispel.headless.heights import HEIGHT
from kwispel.render.frame_height import COLUMN_PX
from testkit.quiz_page import QuizPage
from testkit.showcase import THEMES
from testkit.static_server import StaticServer

BuiltSite = Callable[[str], Path]
OpenPage = Callable[..., Page]
Serve = Callable[..., StaticServer]

SITES = ["content", "full", "steps", *(f"showcase-{theme}" for theme in THEMES)]
MOST = 1.3
"""How much higher an estimate may be than the quiz: a thumb of white below it."""


def estimates(site: Path) -> dict[str, int]:
    """Read the heights of frames, by quiz, in the pages for publishers."""
    found = {}
    for page in sorted(site.rglob("embed/index.html")):
        markup = unescape(page.read_text(encoding="utf-8"))
        height = re.search(r'<iframe [^>]* height="(\d+)"', markup)
        assert height, page
        found[page.parents[1].relative_to(site).as_posix()] = int(height[1])
    return found


@pytest.mark.parametrize("name", SITES)
def test_no_frame_is_too_low_nor_much_too_high(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, name: str
) -> None:
    """In every theme, on a phone, before anything is answered."""
    site = built_site(name)
    page, server = open_page(viewport={"width": COLUMN_PX, "height": 640}), serve(site)
    off = {}

    for quiz, estimate in estimates(site).items():
        page.goto(server.url(f"{quiz}/embed.html"))
        QuizPage(page).expect_ready()
        needed = float(page.evaluate(HEIGHT))
        if not needed <= estimate <= MOST * needed:
            off[quiz] = (estimate, needed)

    assert off == {}
