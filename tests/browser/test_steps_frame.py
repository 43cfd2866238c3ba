"""One question at a time in a frame on a page of somebody else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.publisher import LOADER, SANDBOX, expect_fit, frame_html
from testkit.static_server import StaticServer
from testkit.step_page import StepPage

Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]


@pytest.fixture
def publish(
    serve: Serve, built_site: BuiltSite, tmp_path: Path
) -> Callable[[str], str]:
    """Give a function that puts markup on a page, and gives the page's address."""
    quizzes = serve(built_site("steps"), "127.0.0.1")

    def published(markup: str) -> str:
        body = markup.replace("/mirror/", "/walk/").replace("ORIGIN", quizzes.origin)
        html = f"<!doctype html><title>News</title><p>Before.{body}<p>After."
        (tmp_path / "index.html").write_text(html, encoding="utf-8")
        return serve(tmp_path).url()

    return published


def opened(page: Page) -> StepPage:
    """Give the quiz in the frame, once it works."""
    quiz = StepPage(page.frame_locator("iframe"))
    quiz.expect_ready()
    return quiz


@pytest.mark.parametrize("sandbox", ["allow-scripts", SANDBOX])
def test_steps_work_in_any_sandbox(
    page: Page, publish: Callable[[str], str], sandbox: str
) -> None:
    """Also where forms may not be submitted and nothing has an origin."""
    page.goto(publish(frame_html(sandbox=sandbox)))
    quiz = opened(page)

    quiz.walk()

    quiz.expect_score("4")


def test_a_frame_leaves_the_history_of_the_page_alone(
    page: Page, publish: Callable[[str], str]
) -> None:
    """Its own button goes back; the browser's leaves the page around it."""
    page.goto(publish(frame_html()))
    quiz = opened(page)
    length = page.evaluate("history.length")

    quiz.walk(["way", "dog"])
    quiz.expect_at("meet")
    quiz.back.click()

    quiz.expect_at("dog")
    assert page.evaluate("history.length") == length


def test_arriving_takes_no_focus_from_the_page(
    page: Page, publish: Callable[[str], str]
) -> None:
    """The reader is in somebody else's text."""
    page.goto(publish(frame_html()))
    opened(page)

    assert page.evaluate("document.activeElement === document.body")


def test_height_and_scroll_follow_each_step(
    page: Page, publish: Callable[[str], str]
) -> None:
    """The frame is as high as the step, and the step's start is in view."""
    page.set_viewport_size({"width": 360, "height": 400})
    page.goto(publish(frame_html() + LOADER))
    quiz = opened(page)
    first = expect_fit(page)

    quiz.walk(["way"])
    quiz.expect_at("dog")
    second = expect_fit(page)
    assert second < first
    expect(quiz.part("trail")).to_be_in_viewport()

    quiz.walk(["dog", "meet", "home"])
    quiz.expect_score("4")
    assert expect_fit(page) > second
    expect(quiz.part("result-heading")).to_be_in_viewport()
