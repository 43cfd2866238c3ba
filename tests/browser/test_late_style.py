"""The result has its style when it shows, and shows without where that cannot be."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, Route, expect

from testkit.publisher import ANSWERS as FRAMED_ANSWERS
from testkit.publisher import frame_html, quiz_in
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.watch import Watch

OpenPage = Callable[..., Page]
Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]

ANSWERS = {"first": "c", "second": "c", "third": "b"}
TOTAL = "8"
STYLE = re.compile(r"/assets/spiegel\.[0-9a-f]+\.css$")
RUNTIME = re.compile(r"/assets/runtime[^/]*\.js$")
FAILED = "console error: Failed to load resource"

LOOK_AT_FIRST_SIGHT = """
new MutationObserver(() => {
  const result = document.querySelector("[data-kw=result]");
  if (!result || result.hidden || window.atFirstSight) return;
  const title = result.querySelector("[data-kw=result-heading]");
  window.atFirstSight = getComputedStyle(title).scrollMarginBlockStart;
}).observe(document, {attributes: true, childList: true, subtree: true})
"""
"""Notes, in the moment in which the result shows, whether its own style holds."""


@pytest.fixture
def server(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the site of these tests."""
    return serve(built_site("behaviour"))


def hold_style(page: Page) -> list[Route]:
    """Let the style wait, and give the list of the requests for it."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(STYLE, hold)
    return held


def expect_style(heading: Locator) -> None:
    """Wait until the heading of the result looks as the late sheet says."""
    expect(heading).to_have_css("scroll-margin-block-start", "40px")


def expect_no_style(heading: Locator) -> None:
    """See that the heading of the result has nothing of the late sheet."""
    expect(heading).to_have_css("scroll-margin-block-start", "0px")


def test_result_waits_for_its_style(page: Page, server: StaticServer) -> None:
    """Nobody sees a result that changes its looks while it is read."""
    held = hold_style(page)
    page.add_init_script(LOOK_AT_FIRST_SIGHT)
    page.goto(server.url("mirror/"), wait_until="commit")
    quiz = QuizPage(page)

    quiz.score(ANSWERS)
    expect(quiz.part("pending")).to_be_visible()
    assert page.locator("script[src]").count() == 0
    for route in held:
        route.continue_()
    page.unroute(STYLE)

    quiz.expect_score(TOTAL)
    expect_style(quiz.part("result-heading"))
    assert page.evaluate("atFirstSight") == "40px"


def test_result_shows_though_its_style_failed(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """It is plain then, and can be read."""
    watch.expect(FAILED)
    page.route(STYLE, lambda route: route.abort())
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    expect_no_style(quiz.part("result-heading"))


def test_style_that_failed_while_nobody_waited_keeps_nobody_waiting(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """The reader comes to the form long after the network gave up."""
    watch.expect(FAILED)
    page.route(STYLE, lambda route: route.abort())
    page.goto(server.url("mirror/"), wait_until="networkidle")
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)


def test_style_is_asked_for_again_with_the_runtime(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """The network may be back by then."""
    watch.expect(FAILED)
    page.route(STYLE, lambda route: route.abort())
    page.goto(server.url("mirror/"), wait_until="networkidle")
    page.unroute(STYLE)
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    expect_style(quiz.part("result-heading"))


def test_paper_has_its_style_before_any_script(
    page: Page, server: StaticServer
) -> None:
    """Who prints the form never needs the runtime."""
    page.goto(server.url("mirror/"))

    on_screen = page.locator("html").evaluate("e => getComputedStyle(e).fontSize")
    page.emulate_media(media="print")

    assert on_screen == "16px"
    expect(page.locator("html")).not_to_have_css("font-size", "16px")
    assert page.locator("script[src]").count() == 0


def test_plain_page_has_it(open_page: OpenPage, server: StaticServer) -> None:
    """Without scripts the result stands open from the start."""
    page = open_page(java_script_enabled=False)
    page.goto(server.url("mirror/"))
    heading = QuizPage(page).part("result-heading")

    expect(heading).to_be_visible()
    expect_style(heading)


def test_page_whose_runtime_failed_has_it(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """The plain mode takes over, and looks as it should."""
    watch.expect(FAILED)
    page.route(RUNTIME, lambda route: route.abort())
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.show_interest()

    quiz.expect_state("failed")

    expect(quiz.part("result")).to_be_visible()
    expect_style(quiz.part("result-heading"))


def test_result_from_a_disk_has_it(page: Page, built_site: BuiltSite) -> None:
    """There is no origin, and the style comes all the same."""
    page.goto((built_site("behaviour") / "mirror/index.html").as_uri())
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    expect_style(quiz.part("result-heading"))


def test_result_in_a_frame_without_an_origin_has_it(page: Page, publish: Serve) -> None:
    """What stock publishing systems make of a frame."""
    page.goto(publish(frame_html(sandbox="allow-scripts")).url())
    quiz = quiz_in(page)

    quiz.score(FRAMED_ANSWERS)

    expect(quiz.part("result")).to_be_visible()
    expect_style(quiz.part("result-heading"))


def test_nothing_moves_when_it_comes(page: Page, server: StaticServer) -> None:
    """The style is of what nobody sees yet: the form stands where it stood."""
    held = hold_style(page)
    page.goto(server.url("mirror/"), wait_until="commit")
    finish = page.locator("button[type=submit]")
    expect(finish).to_be_visible()
    before = finish.bounding_box()

    for route in held:
        route.continue_()
    page.unroute(STYLE)
    QuizPage(page).expect_ready()

    assert finish.bounding_box() == before
