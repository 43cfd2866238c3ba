"""One question at a time while the program is late, fails, or meets haste."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from testkit.static_server import StaticServer
from testkit.step_page import StepPage
from testkit.watch import Watch

BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

RUNTIME = re.compile(r"/assets/runtime[^/]*\.js$")


@pytest.fixture
def server(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the site of these tests."""
    return serve(built_site("steps"))


def hold_runtime(page: Page) -> list[Route]:
    """Let the runtime wait, and give the list of the requests for it."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(RUNTIME, hold)
    return held


def test_the_first_question_is_there_before_the_program(
    page: Page, server: StaticServer
) -> None:
    """Alone, and it can be answered."""
    hold_runtime(page)
    page.goto(server.url("walk/"))
    quiz = StepPage(page)

    quiz.expect_at("way")
    quiz.choose({"way": "foot"})
    expect(quiz.radio("way", "foot")).to_be_checked()
    quiz.expect_button("Next")
    expect(quiz.back).to_be_hidden()
    expect(quiz.part("result")).to_be_hidden()


def test_an_early_press_is_held_and_carried_out(
    page: Page, server: StaticServer
) -> None:
    """Once, however often it was pressed; the reader sees and hears that it waits."""
    held = hold_runtime(page)
    page.goto(server.url("walk/"))
    quiz = StepPage(page)
    quiz.score({"way": "foot"})
    quiz.submit()

    expect(quiz.part("pending")).to_have_text(
        "One moment: it goes on as soon as the test has loaded."
    )
    expect(quiz.part("status")).to_have_text(quiz.part("pending").inner_text())
    quiz.expect_at("way")
    held[0].continue_()

    quiz.expect_at("dog")
    expect(quiz.part("pending")).to_be_hidden()
    expect(quiz.part("errors")).to_be_hidden()
    expect(quiz.fieldset("dog")).to_be_focused()


def test_an_early_press_without_an_answer_tells_what_is_missing(
    page: Page, server: StaticServer
) -> None:
    """As it does later."""
    held = hold_runtime(page)
    page.goto(server.url("walk/"))
    quiz = StepPage(page)
    quiz.submit()
    expect(quiz.part("pending")).to_be_visible()

    held[0].continue_()

    expect(quiz.part("errors")).to_be_focused()
    quiz.expect_open("way")


def test_where_the_program_fails_all_questions_stand_on_the_page(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """The answers are kept, and the button tries again: then for the result."""
    watch.expect("console error: Failed to load resource")
    held = hold_runtime(page)
    page.goto(server.url("scale/"))
    quiz = StepPage(page)
    quiz.score({"loud": "c"})
    expect(quiz.part("pending")).to_be_visible()

    held[0].abort()

    quiz.expect_state("failed")
    for name in ("loud", "bright", "warm"):
        expect(quiz.fieldset(name)).to_be_visible()
    expect(quiz.part("trail")).to_be_hidden()
    expect(quiz.back).to_be_hidden()
    expect(quiz.radio("loud", "c")).to_be_checked()
    quiz.expect_button("See your result")

    quiz.score({"bright": "c", "warm": "c"})
    held[1].continue_()
    quiz.expect_score("6")


def test_a_retry_with_something_missing_leads_there(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """One at a time again, at the first that is open."""
    watch.expect("console error: Failed to load resource")
    held = hold_runtime(page)
    page.goto(server.url("scale/"))
    quiz = StepPage(page)
    quiz.score({"loud": "c"})
    held[0].abort()
    quiz.expect_state("failed")

    quiz.submit()
    held[1].continue_()

    quiz.expect_at("bright")
    quiz.expect_open("bright", "warm")
    quiz.root.locator('[data-open-link="warm"] a').click()
    quiz.expect_at("warm")
    expect(quiz.radio("warm", "a")).to_be_focused()
    quiz.expect_open("bright", "warm")


def test_a_browser_that_refuses_entries_holds_nobody_up(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """Some allow a hundred in half a minute; steps need none."""
    watch.expect("too often")
    page.goto(server.url("walk/"))
    quiz = StepPage(page)
    quiz.expect_ready()
    page.evaluate("""() => {
      history.pushState = () => { throw new Error("too often"); };
    }""")

    quiz.walk(["way", "dog"])

    quiz.expect_at("meet")
    quiz.back.click()
    quiz.expect_at("dog")


def test_enter_goes_on(page: Page, server: StaticServer) -> None:
    """From an option and from the button, and never twice by being held."""
    page.goto(server.url("walk/"))
    quiz = StepPage(page)
    quiz.expect_ready()

    quiz.radio("way", "foot").focus()
    page.keyboard.press("Space")
    for _ in range(4):
        page.keyboard.down("Enter")
    page.keyboard.up("Enter")

    quiz.expect_at("dog")
    expect(quiz.part("errors")).to_be_hidden()
    expect(quiz.fieldset("dog")).to_be_focused()


def test_a_walk_by_keyboard_alone(page: Page, server: StaticServer) -> None:
    """From arrival to the result and back, without a mouse."""
    page.goto(server.url("walk/"))
    quiz = StepPage(page)
    quiz.expect_ready()

    quiz.radio("way", "foot").focus()
    for key in ("1", "Enter", "a", "Enter", "2", "1", "2", "Enter", "c", "Enter"):
        page.keyboard.press(key)

    quiz.expect_score("4")
    expect(quiz.part("result-heading")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Shift+Tab")
    expect(quiz.review).to_be_focused()
    page.keyboard.press("Enter")
    quiz.expect_at("way")
    expect(quiz.fieldset("way")).to_be_focused()


def test_keys_choose_in_the_question_that_has_the_focus(
    page: Page, server: StaticServer
) -> None:
    """Nowhere else, not with modifiers, and what is held down counts once."""
    page.goto(server.url("walk/"))
    quiz = StepPage(page)
    quiz.expect_ready()

    page.keyboard.press("1")
    expect(quiz.radio("way", "foot")).not_to_be_checked()
    quiz.radio("way", "car").focus()
    for key in ("Control+1", "Alt+1", "Shift+A", "3"):
        page.keyboard.press(key)
    expect(quiz.fieldset("way").locator(":checked")).to_have_count(0)
    page.keyboard.press("1")
    expect(quiz.radio("way", "foot")).to_be_checked()
    expect(quiz.radio("way", "foot")).to_be_focused()

    quiz.submit()
    quiz.score({"dog": "no"})
    quiz.expect_at("meet")
    for _ in range(2):
        page.keyboard.down("b")
    page.keyboard.up("b")
    expect(quiz.radio("meet", "people")).to_be_checked()
    page.keyboard.press("3")
    expect(quiz.radio("meet", "none")).to_be_checked()
    expect(quiz.radio("meet", "people")).not_to_be_checked()
    page.keyboard.press("c")
    expect(quiz.radio("meet", "none")).not_to_be_checked()


def test_a_scale_of_numbers_is_answered_by_its_numbers(
    page: Page, server: StaticServer
) -> None:
    """The key 7 chooses the 7, which is the eighth option."""
    page.goto(server.url("scale/"))
    quiz = StepPage(page)
    quiz.expect_ready()
    quiz.radio("loud", "a").focus()

    page.keyboard.press("7")

    expect(quiz.radio("loud", "h")).to_be_checked()


def test_keys_choose_on_a_page_of_all_questions_too(
    page: Page, serve: Serve, built_site: BuiltSite
) -> None:
    """In the question that has the focus, and in no other."""
    page.goto(serve(built_site("behaviour")).url("mirror/"))
    quiz = StepPage(page)
    quiz.expect_ready()

    quiz.radio("second", "a").focus()
    page.keyboard.press("3")

    expect(quiz.radio("second", "c")).to_be_checked()
    expect(quiz.root.locator(":checked")).to_have_count(1)
