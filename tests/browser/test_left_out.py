"""What a runtime turns out to need and has left out, the complete one does."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.left_out import COMPLETE, leave_out
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.watch import Watch

Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]

ANSWERS = {"first": "c", "second": "c", "third": "b"}
TOTAL = "8"


@pytest.fixture
def server(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the site of these tests."""
    return serve(built_site("behaviour"))


def completes_asked_for(server: StaticServer) -> int:
    """Count how often the complete runtime was asked for."""
    return sum(1 for path in server.asked_for if COMPLETE.search(path))


def test_first_score_comes_from_the_complete_runtime(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """The reader presses once, and sees what they would have seen."""
    watch.expect("left out of kwispel's runtime: outcome")
    leave_out(page, "outcome")
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    quiz.expect_state("scored")
    expect(quiz.part("result-heading")).to_be_focused()
    expect(quiz.part("pending")).to_be_hidden()
    assert completes_asked_for(server) == 1


def test_start_comes_from_the_complete_runtime(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """However little of the first one ran."""
    watch.expect("left out of kwispel's runtime: begin")
    leave_out(page, "begin")
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    assert completes_asked_for(server) == 1


def test_nothing_asks_for_the_complete_runtime_while_nothing_is_needed(
    page: Page, server: StaticServer
) -> None:
    """It is a file like any other of the site, and no page ever loads it."""
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    assert completes_asked_for(server) == 0
