"""The result is right without the markup or the style that failed to come, and says so.

Source: docs/reference/page.md, "What failed to come".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.publisher import ANSWERS, TOTAL, frame_html, quiz_in
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.step_page import ON_FOOT
from testkit.watch import Watch

Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]

MARKUP = re.compile(r"/assets/late\.[0-9a-f]+\.js$")
STYLE = re.compile(r"/assets/spiegel\.[0-9a-f]+\.css$")
FAILED = "console error: Failed to load resource"


@pytest.fixture
def server(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the site of these tests."""
    return serve(built_site("behaviour"))


def expect_whole(quiz: QuizPage) -> None:
    """Wait until all of the result is there."""
    quiz.expect_score(TOTAL)
    expect(quiz.part("keep")).to_be_visible()
    expect(quiz.part("card")).to_be_visible()
    expect(quiz.part("lacking")).to_be_hidden()


def test_result_says_nothing_where_all_has_come(
    page: Page, server: StaticServer
) -> None:
    """Who lacks nothing is not told of it."""
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    expect_whole(quiz)


@pytest.mark.parametrize("lost", [MARKUP, STYLE])
def test_result_is_right_without_what_failed(
    page: Page, server: StaticServer, watch: Watch, lost: re.Pattern[str]
) -> None:
    """Score and advice are there, and it is seen and heard that something is not."""
    watch.expect(FAILED)
    page.route(lost, lambda route: route.abort())
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    expect(quiz.root.locator("[data-advice]:visible").first).to_be_visible()
    expect(quiz.part("lacking")).to_be_visible()
    words = quiz.part("lacking").locator("span").inner_text()
    expect(quiz.part("status")).to_contain_text(words)
    expect(quiz.part("status")).to_contain_text(TOTAL)


def test_markup_that_a_server_lacks_is_told_too(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """A page from a cache may name files that its site has no more."""
    watch.expect(FAILED)
    page.route(MARKUP, lambda route: route.fulfill(status=404, body="gone"))
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    expect(quiz.part("lacking")).to_be_visible()


def test_loading_again_brings_the_same_result_whole(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """The answers come along in the address, which is sent nowhere."""
    watch.expect(FAILED)
    page.route(MARKUP, lambda route: route.abort())
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)
    quiz.score(ANSWERS)
    page.unroute(MARKUP)

    quiz.part("lacking").locator("button").click()

    expect_whole(quiz)
    assert not [path for path in server.asked_for if "#" in path or "?" in path]


def test_a_frame_loads_itself_again(page: Page, publish: Serve, watch: Watch) -> None:
    """Also in a sandbox, where it has no origin."""
    watch.expect(FAILED)
    page.route(MARKUP, lambda route: route.abort())
    page.goto(publish(frame_html(sandbox="allow-scripts")).url())
    quiz = quiz_in(page)
    quiz.score(ANSWERS)
    expect(quiz.part("lacking")).to_be_visible()
    page.unroute(MARKUP)

    quiz.part("lacking").locator("button").click()

    expect_whole(quiz)


def test_steps_go_on_without_what_failed(
    page: Page, serve: Serve, built_site: BuiltSite, watch: Watch
) -> None:
    """Every question is asked, and the result stands."""
    watch.expect(FAILED)
    page.route(MARKUP, lambda route: route.abort())
    page.goto(serve(built_site("steps")).url("walk/"))
    quiz = QuizPage(page)

    quiz.take(ON_FOOT)

    quiz.expect_score("4")
    expect(quiz.part("lacking")).to_be_visible()
