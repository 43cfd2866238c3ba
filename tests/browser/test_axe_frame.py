"""axe finds nothing in a frame on the page of another site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from testkit.axe import faults, faults_in
from testkit.reader import USED_STATES
from testkit.showcase import THEMES
from testkit.small_quiz import SMALL
from testkit.static_server import StaticServer
from testkit.watch import Watch

BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

PUBLISHED = """<!doctype html><html lang="en"><head><title>News</title>
<meta name="viewport" content="width=device-width"></head>
<body style="margin: 0"><main><h1>News</h1>
<iframe src="ORIGIN/QUIZ/embed.html" title="A self-test"
width="100%" height="700" style="border: 0; display: block" data-kwispel
sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox"></iframe></main>
<script async src="ORIGIN/embed.js"></script></body></html>"""


@pytest.fixture(params=THEMES)
def published(
    request: pytest.FixtureRequest, built_site: BuiltSite, serve: Serve, tmp_path: Path
) -> str:
    """Publish the quiz in a theme, and give the address of the page around it."""
    quizzes = serve(built_site(f"showcase-{request.param}"), "127.0.0.1")
    html = PUBLISHED.replace("ORIGIN", quizzes.origin).replace("QUIZ", SMALL)
    (tmp_path / "index.html").write_text(html, encoding="utf-8")
    return serve(tmp_path).url()


def test_axe_finds_nothing_in_any_state_of_a_frame(
    page: Page, watch: Watch, published: str
) -> None:
    """Of another origin, sandboxed, and sized by the loader."""
    watch.expect("console error: .*Clipboard API has been blocked")
    page.goto(published)
    frame = page.frames[1]
    found = []

    for state in USED_STATES:
        state.reach(frame)
        told = faults_in(page, frame)
        found += [f"{state.name}, {fault}" for fault in told]

    assert found == []
    assert faults(page.main_frame) == []
