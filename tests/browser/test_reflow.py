"""Who reads large, spaced out or with a thumb has everything within reach."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from testkit.axe import wide_elements
from testkit.publisher import LOADER, frame_html
from testkit.reader import LINKED, STATES, STEP_STATES, USED, State
from testkit.showcase import KINDS, QUIZ, RIGHT_TO_LEFT, THEMES
from testkit.small_quiz import SMALL, SMALL_STEPS
from testkit.static_server import StaticServer
from testkit.strains import ZOOMED, small_targets, strained
from testkit.watch import Watch

OpenPage = Callable[..., Page]
BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

ROOMY = {"width": 640, "height": 700}


@pytest.fixture
def visit(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve
) -> Callable[[str, str], Page]:
    """Give a function that opens a quiz in a theme, zoomed in."""

    def open_one(theme: str, quiz: str) -> Page:
        page = open_page(viewport=ZOOMED)
        page.goto(serve(built_site(f"showcase-{theme}")).url(f"{quiz}/"))
        return page

    return open_one


@pytest.mark.parametrize(
    ("theme", "quiz", "states"),
    [
        *((theme, QUIZ, (*STATES, USED)) for theme in THEMES),
        *((theme, SMALL_STEPS, STEP_STATES) for theme in THEMES),
        ("spiegel", SMALL, (*STATES[:3], LINKED)),
        ("spiegel", KINDS, STATES),
        ("spiegel", RIGHT_TO_LEFT, STATES),
    ],
)
def test_every_state_stands_up_to_its_reader(
    visit: Callable[[str, str], Page],
    watch: Watch,
    theme: str,
    quiz: str,
    states: tuple[State, ...],
) -> None:
    """At 400 %, and spaced out: no scrolling to the side, and nothing cut off.

    And everything that can be pressed is large enough, a row of an option more so.
    """
    if USED in states:
        watch.expect("^storage: ")
    page = visit(theme, quiz)
    found = []

    for state in states:
        state.reach(page)
        told = [*strained(page, page.main_frame), *small_targets(page.main_frame)]
        found += [f"{state.name}, {fault}" for fault in told]

    assert found == []


@pytest.mark.parametrize("theme", THEMES)
def test_every_state_fits_with_text_twice_as_large(
    browser_with_large_text: Browser, built_site: BuiltSite, serve: Serve, theme: str
) -> None:
    """As a reader sets it in the browser (WCAG 1.4.4)."""
    page = browser_with_large_text.new_page(viewport=ROOMY)
    page.goto(serve(built_site(f"showcase-{theme}")).url(f"{QUIZ}/"))
    size = "parseFloat(getComputedStyle(document.documentElement).fontSize)"
    assert page.evaluate(size) >= 32
    found = []

    for state in STATES:
        state.reach(page)
        told = wide_elements(page.main_frame)
        found += [f"{state.name}, {fault}" for fault in told]

    page.close()
    assert found == []


def test_every_state_of_a_frame_stands_up_to_its_reader(
    open_page: OpenPage, publish: Serve, watch: Watch
) -> None:
    """In a frame that the loader sizes, and on the page around it."""
    watch.expect("console error: .*Clipboard API has been blocked")
    page = open_page(viewport=ZOOMED)
    page.goto(
        publish(
            "<style>body {margin: 0} iframe {border: 0}</style>" + frame_html() + LOADER
        ).url()
    )
    frame = page.frames[1]
    found = []

    for state in (*STATES, USED):
        state.reach(frame)
        told = [*strained(page, frame), *small_targets(frame)]
        found += [f"{state.name}, {fault}" for fault in told]

    assert found == []
    assert wide_elements(page.main_frame) == []


def test_a_zoomed_frame_scrolls_where_nobody_sizes_it(
    open_page: OpenPage, publish: Serve
) -> None:
    """What does not fit can be scrolled to."""
    page = open_page(viewport=ZOOMED)
    page.goto(publish(frame_html()).url())
    frame = page.frames[1]
    frame.locator("button[type=submit]").scroll_into_view_if_needed()

    assert frame.evaluate("scrollY") > 0
    assert frame.evaluate("getComputedStyle(document.documentElement).overflowY") in {
        "visible",
        "auto",
    }
