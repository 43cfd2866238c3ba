"""A frame is as high as its quiz whatever the reader or the publisher changes."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Page, expect

from testkit.publisher import (
    ANSWERS,
    FIRST_PX,
    LOADER,
    TOTAL,
    expect_fit,
    frame_height,
    frame_html,
    quiz_in,
)
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]
OpenPage = Callable[..., Page]

HIDDEN = '<details><summary id="more">A quiz</summary>{frame}</details>'
SCROLLS = """html => {
  html.style.overflow = "scroll";
  const scrolls = html.scrollHeight > html.clientHeight;
  html.style.overflow = "hidden";
  return scrolls;
}"""


def expect_nothing_cut(page: Page) -> None:
    """Find nothing below the end of a frame that has no scrollbar."""
    html = page.frame_locator("iframe").locator("html")
    assert not html.evaluate(SCROLLS)


@pytest.mark.parametrize("zoom", [0.75, 1.1, 1.25, 1.75, 3])
def test_nothing_is_cut_off_at_any_zoom(
    open_page: OpenPage, publish: Serve, zoom: float
) -> None:
    """Zooming gives each pixel of the style more of the screen, and fewer of them."""
    size = {"width": int(1280 / zoom), "height": int(900 / zoom)}
    page = open_page(device_scale_factor=zoom, viewport=size)
    page.goto(publish(frame_html() + LOADER).url())
    expect_fit(page)

    quiz_in(page).score(ANSWERS)
    quiz_in(page).expect_score(TOTAL)

    expect_fit(page)
    expect_nothing_cut(page)


def test_nothing_is_cut_off_with_large_text(
    browser_with_large_text: Browser, publish: Serve
) -> None:
    """Whoever reads with text of twice the size has it in frames, too."""
    page = browser_with_large_text.new_page()
    page.goto(publish(frame_html() + LOADER).url())

    assert expect_fit(page) > FIRST_PX
    expect_nothing_cut(page)
    page.context.close()


def test_a_frame_follows_the_size_of_its_text(page: Page, publish: Serve) -> None:
    """It grows, and shrinks again."""
    page.goto(publish(frame_html() + LOADER).url())
    at_first = expect_fit(page)
    set_size = "(html, size) => { html.style.fontSize = size }"
    html = page.frame_locator("iframe").locator("html")
    is_as_at_first = (
        f"() => document.querySelector('iframe').clientHeight === {at_first}"
    )

    html.evaluate(set_size, "200%")
    page.wait_for_function(f"() => !({is_as_at_first})()")
    assert expect_fit(page) > at_first
    html.evaluate(set_size, "")

    page.wait_for_function(is_as_at_first)
    assert expect_fit(page) == at_first


@pytest.mark.parametrize(
    "change",
    [
        "document.body.prepend(document.querySelector('iframe'))",
        "document.querySelector('iframe').src += '?again'",
    ],
)
def test_a_frame_that_is_moved_or_loaded_anew_fits(
    page: Page, publish: Serve, change: str
) -> None:
    """It begins anew, and is served as before."""
    page.goto(publish("<p>News</p>" + frame_html() + LOADER).url())
    at_first = expect_fit(page)
    quiz_in(page).score(ANSWERS)
    quiz_in(page).expect_score(TOTAL)

    page.evaluate(change)
    quiz_in(page).expect_ready()

    page.wait_for_function(
        "height => document.querySelector('iframe').clientHeight === height",
        arg=at_first,
    )
    quiz_in(page).score(ANSWERS)
    quiz_in(page).expect_score(TOTAL)
    expect_fit(page)


def test_a_frame_that_is_unfolded_fits(page: Page, publish: Serve) -> None:
    """While it is out of the page it has no height to tell."""
    folded = HIDDEN.format(frame=frame_html())
    page.goto(publish(folded + LOADER).url())
    page.wait_for_function("() => Symbol.for('kwispel.embed') in window")

    page.locator("#more").click()

    expect(page.locator("iframe")).to_be_visible()
    assert expect_fit(page) > FIRST_PX


def test_a_frame_outside_its_window_has_no_scrollbar_of_its_own(
    page: Page, publish: Serve
) -> None:
    """Two scrollbars side by side are one too many."""
    page.set_viewport_size({"width": 360, "height": 400})
    page.goto(publish(frame_html() + LOADER).url())
    expect_fit(page)

    html = page.frame_locator("iframe").locator("html")
    assert frame_height(page.locator("iframe")) > page.evaluate("innerHeight")
    expect(html).to_have_css("overflow", "hidden")
    assert html.evaluate("html => html.clientWidth === innerWidth")
