"""A quiz in a frame on a page of somebody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from testkit.publisher import (
    ANSWERS,
    FIRST_PX,
    LOADER,
    MINE,
    SANDBOX,
    TOTAL,
    deliver,
    expect_fit,
    frame_height,
    frame_html,
    origin_of_quizzes,
    quiz_in,
)
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]

POLICY = (
    "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; "
    'script-src ORIGIN; frame-src ORIGIN">'
)


@pytest.mark.parametrize("sandbox", ["allow-scripts", SANDBOX])
def test_a_frame_that_may_only_run_scripts_gives_a_result(
    page: Page, publish: Serve, sandbox: str
) -> None:
    """Without forms, and without an origin; that is what publishers' systems allow."""
    page.goto(publish(frame_html(sandbox=sandbox)).url())
    quiz = quiz_in(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)


def test_enter_submits_in_a_frame_that_may_not_submit(
    page: Page, publish: Serve
) -> None:
    """The browser stops at the click that Enter makes; the page does not."""
    page.goto(publish(frame_html(sandbox="allow-scripts")).url())
    quiz = quiz_in(page)
    quiz.choose(ANSWERS)

    quiz.radio("third", "b").press("Enter")

    quiz.expect_score(TOTAL)


def test_early_submission_in_a_frame_is_scored_when_the_runtime_comes(
    page: Page, publish: Serve
) -> None:
    """Nor is it sent anywhere while the page waits."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile("/assets/runtime"), hold)
    page.goto(publish(frame_html(sandbox="allow-scripts")).url())
    quiz = quiz_in(page)
    quiz.score(ANSWERS)
    expect(quiz.part("pending")).to_be_visible()

    held[0].continue_()

    quiz.expect_score(TOTAL)


def test_a_frame_without_loader_scrolls(page: Page, publish: Serve) -> None:
    """Nobody granted it a height, so it keeps its own scrollbar."""
    page.goto(publish(frame_html()).url())
    quiz = quiz_in(page)
    quiz.expect_ready()

    content = page.frame_locator("iframe").locator("html")

    expect(content).not_to_have_css("overflow", "hidden")
    assert frame_height(page.locator("iframe")) == FIRST_PX


def test_the_loader_keeps_a_frame_as_high_as_its_content(
    page: Page, publish: Serve
) -> None:
    """It grows with the result, and shrinks again."""
    page.goto(publish(frame_html() + LOADER).url())
    at_first = expect_fit(page)
    quiz = quiz_in(page)

    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)
    with_result = expect_fit(page)
    quiz.reset()
    expect(quiz.part("result")).to_be_hidden()
    after_reset = expect_fit(page)

    assert with_result > at_first
    assert after_reset == at_first


def test_a_frame_follows_the_width_that_it_is_given(page: Page, publish: Serve) -> None:
    """A narrow column needs more height."""
    page.goto(publish(frame_html() + LOADER).url())
    wide = expect_fit(page)

    page.set_viewport_size({"width": 320, "height": 640})
    page.wait_for_function(
        "(height) => document.querySelector('iframe').clientHeight > height", arg=wide
    )

    assert expect_fit(page) > wide


def test_a_long_result_fits_in_a_narrow_column(
    page: Page, serve: Serve, built_site: Callable[[str], Path], tmp_path: Path
) -> None:
    """Ten questions with advice and six factors are some 26,000 pixels high there."""
    quizzes = serve(built_site("content"), "127.0.0.1")
    body = (frame_html() + LOADER).replace("/mirror/", "/klantgerichtheid/")
    html = f"<!doctype html><title>News</title>{body}"
    (tmp_path / "index.html").write_text(
        html.replace("ORIGIN", quizzes.origin), encoding="utf-8"
    )
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(serve(tmp_path).url())
    quiz = quiz_in(page)

    for question in quiz.root.locator("[data-question]").all():
        question.locator("label").first.click()
    quiz.submit()
    quiz.expect_state("scored")

    assert expect_fit(page) > 20_000


def test_the_loader_works_under_a_strict_policy_of_the_publisher(
    page: Page, publish: Serve
) -> None:
    """No inline style, no inline script, nothing but what is named."""
    page.goto(publish(frame_html() + LOADER, head=POLICY).url())

    assert expect_fit(page) > FIRST_PX


def test_a_border_does_not_cost_the_frame_its_height(
    page: Page, publish: Serve
) -> None:
    """Where the height is to hold the borders too, the frame gets that much more."""
    style = "<style>iframe {box-sizing: border-box; border: 9px solid}</style>"

    page.goto(publish(frame_html() + LOADER, head=style).url())

    expect_fit(page)


def test_a_height_that_is_held_down_leaves_the_scrollbar(
    page: Page, publish: Serve
) -> None:
    """A publisher's maximum wins, and everything stays within reach."""
    style = "<style>iframe {max-height: 400px}</style>"

    page.goto(publish(frame_html() + LOADER, head=style).url())
    page.wait_for_function(
        "() => document.querySelector('iframe').clientHeight === 400"
    )
    quiz = quiz_in(page)
    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    content = page.frame_locator("iframe").locator("html")
    expect(content).not_to_have_css("overflow", "hidden")


def test_every_frame_has_a_height_of_its_own(page: Page, publish: Serve) -> None:
    """Two frames, and the loader twice, as when two articles are on one page."""
    page.goto(publish((frame_html() + LOADER) * 2).url())
    first = expect_fit(page, 0)
    second = expect_fit(page, 1)

    quiz_in(page, 1).score(ANSWERS)
    quiz_in(page, 1).expect_score(TOTAL)

    assert expect_fit(page, 1) > second
    assert frame_height(page.locator("iframe").first) == first


def test_the_loader_works_once_however_often_it_is_there(
    page: Page, publish: Serve
) -> None:
    """One height, one answer."""
    page.goto(publish(frame_html() + LOADER * 3).url())
    expect_fit(page)
    frame, parent = page.frames[1], page.main_frame
    frame.evaluate("() => { heard = []; onmessage = e => heard.push(e.data) }")

    deliver([MINE], teller=frame, to=parent)
    deliver([], teller=parent, to=frame, name="frames[0]")

    answers = frame.evaluate("heard.filter(message => message.height === 777)")
    assert answers == [{"kwispel": 1, "type": "granted", "height": 777}]


def test_a_loader_that_comes_late_greets_the_frames(page: Page, publish: Serve) -> None:
    """What a frame said of itself before that, nobody heard."""
    page.goto(publish(frame_html()).url())
    quiz_in(page).expect_ready()
    source = page.frames[1].url.replace("/mirror/embed.html", "/embed.js")

    page.add_script_tag(url=source)

    assert expect_fit(page) > FIRST_PX


def test_a_frame_that_comes_later_is_served(page: Page, publish: Serve) -> None:
    """Pages bring in articles as the reader scrolls."""
    page.goto(publish(LOADER, head="").url())
    page.wait_for_function("() => Symbol.for('kwispel.embed') in window")

    page.evaluate(
        "(html) => document.body.insertAdjacentHTML('beforeend', html)",
        frame_html().replace("ORIGIN", origin_of_quizzes(page)),
    )

    assert expect_fit(page) > FIRST_PX


def test_a_frame_that_is_marked_later_is_served(page: Page, publish: Serve) -> None:
    """The frame has introduced itself by then, so the loader goes to it."""
    page.goto(publish(frame_html(attributes="") + LOADER).url())
    quiz_in(page).expect_ready()
    page.wait_for_function("() => Symbol.for('kwispel.embed') in window")

    page.evaluate("document.querySelector('iframe').dataset.kwispel = ''")

    assert expect_fit(page) > FIRST_PX


def test_a_lazy_frame_is_served_when_it_is_reached(page: Page, publish: Serve) -> None:
    """It loads when the reader comes near."""
    tall = "<div style='height: 9000px'></div>"
    lazy = frame_html(attributes="data-kwispel loading=lazy")
    page.goto(publish(tall + lazy + LOADER).url())
    frame = page.locator("iframe")
    assert frame_height(frame) == FIRST_PX

    frame.scroll_into_view_if_needed()

    assert expect_fit(page) > FIRST_PX


def test_a_frame_that_is_not_marked_is_left_alone(page: Page, publish: Serve) -> None:
    """Only what the publisher has marked is given a height."""
    page.goto(publish(frame_html() + frame_html(attributes="") + LOADER).url())
    expect_fit(page, 0)
    quiz_in(page, 1).score(ANSWERS)
    quiz_in(page, 1).expect_score(TOTAL)

    assert frame_height(page.locator("iframe").nth(1)) == FIRST_PX


def test_the_result_comes_into_view_on_the_publishers_page(
    page: Page, publish: Serve
) -> None:
    """In its upper half, though the page was not long enough for that before."""
    tall = "<div style='height: 900px'></div>"
    page.goto(publish(tall + frame_html() + LOADER).url())
    expect_fit(page)
    quiz = quiz_in(page)

    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)

    heading = quiz.part("result-heading")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect_fit(page)
    box = heading.bounding_box()
    assert box
    assert 0 <= box["y"] < page.evaluate("innerHeight") / 2


def test_the_publishers_page_scrolls_to_what_the_frame_asks_for(
    page: Page, publish: Serve
) -> None:
    """Only for the frame in which the reader is, and only within that frame."""
    tall = "<div style='height: 900px'></div>"
    page.goto(publish(tall + frame_html() + LOADER + tall * 3).url())
    height = expect_fit(page)
    ask = {"kwispel": 1, "type": "scroll", "id": "kwispel-1"}
    frame, parent = page.frames[1], page.main_frame
    page.evaluate("scrollTo(0, 0)")

    deliver([{**ask, "top": 100}], teller=frame, to=parent)
    assert page.evaluate("scrollY") == 0

    page.locator("iframe").focus()
    deliver([{**ask, "top": 10**9}], teller=frame, to=parent)
    top = page.locator("iframe").evaluate("f => f.getBoundingClientRect().top")
    assert abs(top + height) <= 1
