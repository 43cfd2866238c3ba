"""Whatever a frame or the page around it does, both come to rest and stay right."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Frame, Page, expect

from testkit.publisher import (
    ANSWERS,
    LISTEN,
    LOADER,
    MINE,
    TOTAL,
    deliver,
    expect_fit,
    frame_height,
    frame_html,
    quiz_in,
)
from testkit.static_server import StaticServer
from testkit.styled import styled

Serve = Callable[..., StaticServer]

MANY = 10_000
PICTURES = """async (count) => {
  for (let left = count; left; left -= 1)
    await new Promise((done) => requestAnimationFrame(done));
}"""
GROW = """async (message) => {
  for (let more = 1; more <= 400; more += 1) {
    parent.postMessage({ ...message, height: 3000 + more }, "*");
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  }
}"""
ENDLESS = "() => { document.documentElement.style.minHeight = '110vh' }"
HEIGHTS = "heard.filter((message) => message.type === 'height').length"


def open_frame(page: Page, publish: Serve) -> Frame:
    """Open a quiz in a frame that has its height, on a page that listens."""
    page.goto(publish(LISTEN + frame_html() + LOADER).url())
    expect_fit(page)
    return page.frames[1]


def test_a_page_that_is_always_higher_than_its_frame_comes_to_rest(
    page: Page, publish: Serve
) -> None:
    """It asks a few times, and then keeps its scrollbar."""
    frame = open_frame(page, publish)
    at_first = frame_height(page.locator("iframe"))

    frame.evaluate(ENDLESS)

    html = page.frame_locator("iframe").locator("html")
    expect(html).not_to_have_css("overflow", "hidden")
    asked = page.evaluate(HEIGHTS)
    page.evaluate(PICTURES, 30)
    assert page.evaluate(HEIGHTS) == asked
    assert frame_height(page.locator("iframe")) < 3 * at_first


def test_such_a_page_still_shows_a_result(page: Page, publish: Serve) -> None:
    """What the reader asks for is served again, and all of it can be scrolled to."""
    frame = open_frame(page, publish)
    frame.evaluate(ENDLESS)
    html = page.frame_locator("iframe").locator("html")
    expect(html).not_to_have_css("overflow", "hidden")

    quiz_in(page).score(ANSWERS)
    quiz_in(page).expect_score(TOTAL)

    end = page.frame_locator("iframe").locator(styled(".kw-about__version a"))
    end.scroll_into_view_if_needed()
    expect(end).to_be_in_viewport()


def test_a_frame_that_only_grows_is_stopped(page: Page, publish: Serve) -> None:
    """It is told so, for its scrollbar; one that shrinks in between may grow again."""
    frame = open_frame(page, publish)
    frame.evaluate(GROW, MINE)
    stopped = frame_height(page.locator("iframe"))
    frame.evaluate("() => { heard = []; onmessage = e => heard.push(e.data) }")
    deliver([{**MINE, "height": 5000}], teller=frame, to=page.main_frame)
    deliver([], teller=page.main_frame, to=frame, name="frames[0]")
    assert frame_height(page.locator("iframe")) == stopped
    granted = {"kwispel": 1, "type": "granted", "height": stopped}
    assert granted in frame.evaluate("heard")
    deliver([MINE], teller=frame, to=page.main_frame)
    shrunk = frame_height(page.locator("iframe"))
    deliver([{**MINE, "height": 4000}], teller=frame, to=page.main_frame)

    assert stopped < 3400
    assert shrunk == MINE["height"]
    assert frame_height(page.locator("iframe")) == 4000


def test_a_flood_of_messages_leaves_the_publishers_page_right(
    page: Page, publish: Serve
) -> None:
    """All of them from the frame itself: heights are set once a picture."""
    frame = open_frame(page, publish)
    page.evaluate(
        """() => {
          const frame = document.querySelector("iframe");
          set = 0;
          new MutationObserver(() => { set += 1 }).observe(
            frame, { attributes: true, attributeFilter: ["style"] });
        }"""
    )
    flood: list[Any] = [{**MINE, "height": 500 + more} for more in range(50)]
    flood += [None, "x", {**MINE, "height": -1}, {**MINE, "type": "scroll", "top": 9}]

    deliver((flood * 200)[:MANY], teller=frame, to=page.main_frame)

    assert page.evaluate("set") < MANY / 10
    deliver([{**MINE, "height": 60}], teller=frame, to=page.main_frame)
    assert frame_height(page.locator("iframe")) == 60
    quiz_in(page).score(ANSWERS)
    quiz_in(page).expect_score(TOTAL)
    expect_fit(page)


def test_a_flood_of_messages_leaves_the_quiz_right(page: Page, publish: Serve) -> None:
    """Each asks it to speak; it answers after them, and keeps its answers."""
    frame = open_frame(page, publish)
    quiz = quiz_in(page)
    quiz.choose(ANSWERS)
    before = page.evaluate("heard.length")
    hello = {"kwispel": 1, "type": "hello", "id": "kwispel-1"}
    flood: list[Any] = [hello, {**hello, "id": "<b>"}, {**hello, "type": "granted"}]
    flood += [{"kwispel": 1, "type": "theme", "scheme": "dark"}, None, [], "hello"]

    deliver(
        (flood * (MANY // len(flood) + 1))[:MANY],
        teller=page.main_frame,
        to=frame,
        name="frames[0]",
    )

    expect_fit(page)
    assert page.evaluate("heard.length") - before < MANY / 10
    quiz.submit()
    quiz.expect_score(TOTAL)
    expect_fit(page)
