"""One question at a time, and the browser's back, forward and reload."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.static_server import StaticServer
from testkit.step_page import ON_FOOT, StepPage

BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

TITLE = "A walk to work"


RESTORED = """addEventListener("DOMContentLoaded", () => {
  for (const id of IDS) document.getElementById(id).checked = true;
})"""
"""Does on reloading what Firefox does and Chromium does not: it keeps the form."""


def restore(page: Page, *ids: str) -> None:
    """Let the next pages begin with these options chosen."""
    names = [f"q-{each}" for each in ids]
    page.add_init_script(RESTORED.replace("IDS", str(names)))


@pytest.fixture
def server(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the site of these tests."""
    return serve(built_site("steps"))


@pytest.fixture
def quiz(page: Page, server: StaticServer) -> StepPage:
    """Open the walk, and wait until its program is there."""
    page.goto(server.url("walk/"))
    opened = StepPage(page)
    opened.expect_ready()
    return opened


def test_the_browsers_back_and_forward_go_from_step_to_step(
    page: Page, quiz: StepPage
) -> None:
    """With focus and title as a button would, and the address as it was."""
    address = page.url
    quiz.walk(["way", "dog"])
    quiz.expect_at("meet")

    page.go_back()
    quiz.expect_at("dog")
    expect(quiz.fieldset("dog")).to_be_focused()
    expect(page).to_have_title(f"Question 2 \u2013 {TITLE}")
    page.go_back()
    quiz.expect_at("way")
    expect(quiz.radio("way", "foot")).to_be_checked()
    page.go_forward()
    page.go_forward()

    quiz.expect_at("meet")
    expect(page).to_have_url(address)


def test_the_button_for_going_back_is_the_browsers(page: Page, quiz: StepPage) -> None:
    """It adds nothing to the history, so that each goes on where the other was."""
    quiz.walk(["way", "dog"])
    quiz.expect_at("meet")
    length = page.evaluate("history.length")

    quiz.back.click()
    quiz.expect_at("dog")
    page.go_forward()
    quiz.expect_at("meet")
    quiz.back.click()
    quiz.expect_at("dog")
    page.go_back()

    quiz.expect_at("way")
    assert page.evaluate("history.length") == length


def test_a_quick_reader_goes_back_as_often_as_they_press(quiz: StepPage) -> None:
    """Each press counts, however fast."""
    quiz.walk(["way", "dog", "meet"])
    quiz.expect_at("home")

    quiz.back.evaluate("button => { button.click(); button.click(); }")

    quiz.expect_at("dog")


def test_back_leads_out_of_the_quiz_as_it_led_in(
    page: Page, server: StaticServer, quiz: StepPage
) -> None:
    """Nobody is kept: as many presses as there were steps."""
    quiz.expect_at("way")
    page.goto(server.url("scale/"))
    other = StepPage(page)
    other.expect_ready()
    other.score({"loud": "a"})
    other.expect_at("bright")

    page.go_back()
    other.expect_at("loud")
    page.go_back()

    quiz.expect_at("way")
    expect(page).to_have_title(TITLE)


def test_entries_that_answers_have_hidden_are_passed(
    page: Page, quiz: StepPage
) -> None:
    """Going forward over them as well as going back."""
    quiz.score({"way": "foot"})
    quiz.score({"dog": "yes"})
    quiz.score({"walks": "b"})
    quiz.expect_at("meet")
    page.go_back()
    page.go_back()
    quiz.expect_at("dog")

    quiz.choose({"dog": "no"})
    page.go_forward()
    quiz.expect_at("meet")
    page.go_back()

    quiz.expect_at("dog")


def test_back_from_the_result_leads_to_the_last_question(
    page: Page, quiz: StepPage
) -> None:
    """And forward to the result, which is the newest."""
    quiz.walk()
    quiz.expect_score("4")

    page.go_back()
    quiz.expect_at("home")
    expect(quiz.part("result")).to_be_hidden()
    page.go_forward()
    expect(quiz.part("result-heading")).to_be_focused()
    page.go_back()
    quiz.expect_at("home")
    quiz.choose({"home": "a"})
    page.go_forward()

    quiz.expect_score("2")
    expect(quiz.part("stale")).to_be_hidden()


def test_reloading_keeps_the_place_and_the_answers(page: Page, quiz: StepPage) -> None:
    """Without focus, and the way back is still there."""
    quiz.walk(["way", "dog"])
    quiz.expect_at("meet")
    restore(page, "way.foot", "dog.no", "meet.birds")

    page.reload()

    quiz.expect_ready()
    quiz.expect_at("meet")
    expect(quiz.radio("meet", "birds")).to_be_checked()
    assert page.evaluate("document.activeElement === document.body")
    expect(page).to_have_title(f"Question 5 \u2013 {TITLE}")
    quiz.back.click()
    quiz.expect_at("dog")
    page.go_back()
    quiz.expect_at("way")


def test_the_place_is_shown_before_the_program_is_there(
    page: Page, quiz: StepPage
) -> None:
    """Nobody sees the first question flash by."""
    quiz.walk(["way", "dog"])
    quiz.expect_at("meet")

    restore(page, "way.foot", "dog.no")
    page.route("**/assets/runtime*", lambda route: route.abort())
    page.reload()

    quiz.expect_state("idle")
    quiz.expect_at("meet")
    expect(page.get_by_text("Think of this morning.")).to_be_hidden()


def test_reloading_keeps_the_result(page: Page, quiz: StepPage) -> None:
    """It is computed again, and nothing is said of it."""
    quiz.walk()
    quiz.expect_score("4")
    restore(page, "way.foot", "dog.no", "meet.birds", "home.c")

    page.reload()

    quiz.expect_state("scored")
    quiz.expect_score("4")
    expect(quiz.root.locator("[data-question]:visible")).to_have_count(0)
    expect(quiz.part("status")).to_be_empty()
    assert page.evaluate("document.activeElement === document.body")


@pytest.mark.parametrize("steps", [["way", "dog"], None])
def test_where_the_browser_lost_the_answers_the_quiz_begins_anew(
    page: Page, quiz: StepPage, steps: list[str] | None
) -> None:
    """Chromium keeps no form on reloading; nobody is blamed, or asked the fifth."""
    quiz.walk(steps)
    expect(quiz.fieldset("dog")).to_be_hidden()

    page.reload()

    quiz.expect_ready()
    quiz.expect_at("way")
    expect(quiz.part("errors")).to_be_hidden()
    expect(page.get_by_text("Think of this morning.")).to_be_visible()


def test_leaving_and_coming_back_keeps_the_place(
    page: Page, server: StaticServer, quiz: StepPage
) -> None:
    """Whether the browser kept the whole page or only the form."""
    quiz.walk(["way", "dog"])
    quiz.expect_at("meet")
    page.goto(server.url("scale/"))
    expect(page).to_have_title("Three scales")

    page.go_back()

    quiz.expect_at("meet")
    expect(quiz.radio("way", "foot")).to_be_checked()
    quiz.score({"meet": ["birds"]})
    quiz.expect_at("home")


def test_a_link_within_the_page_is_no_step(page: Page, quiz: StepPage) -> None:
    """The skip link changes the address, and nothing else."""
    quiz.walk(["way"])
    quiz.expect_at("dog")

    page.get_by_text("Go to the questions").focus()
    page.keyboard.press("Enter")
    expect(page).to_have_url(page.url.split("#")[0] + "#questions")

    quiz.expect_at("dog")
    quiz.score({"dog": ON_FOOT["dog"]})
    quiz.expect_at("meet")
    quiz.back.click()
    quiz.expect_at("dog")


def test_a_step_comes_into_view_from_its_start(page: Page, quiz: StepPage) -> None:
    """Also where the browser would go to where one was on that page before."""
    page.set_viewport_size({"width": 320, "height": 320})
    quiz.walk(["way", "dog"])
    quiz.expect_at("meet")
    expect(quiz.part("trail")).to_be_in_viewport()
    quiz.choose({"meet": ["people"]})

    page.go_back()

    quiz.expect_at("dog")
    expect(quiz.part("trail")).to_be_in_viewport()


def test_opening_a_link_to_a_result_shows_the_result(
    page: Page, server: StaticServer, quiz: StepPage
) -> None:
    """With its answers behind it, and no step in the history."""
    quiz.walk()
    quiz.expect_score("4")
    code = quiz.root.locator("[data-part=code]").first.text_content() or ""
    page.goto(server.url("scale/"))

    page.goto(f"{server.url('walk/')}#r={code}")

    quiz.expect_score("4")
    expect(quiz.root.locator("[data-question]:visible")).to_have_count(0)
    quiz.review.click()
    quiz.expect_at("way")
    expect(quiz.radio("way", "foot")).to_be_checked()
    page.go_back()
    quiz.expect_score("4")


def test_going_back_to_a_changed_result_leaves_the_link_it_came_from(
    page: Page, server: StaticServer, quiz: StepPage
) -> None:
    """What the browser's back scores anew is the reader's own, and no link's."""
    quiz.walk()
    quiz.expect_score("4")
    code = quiz.root.locator("[data-part=code]").first.text_content() or ""
    page.goto(server.url("scale/"))
    page.goto(f"{server.url('walk/')}#r={code}")
    quiz.expect_score("4")
    quiz.review.click()
    quiz.expect_at("way")
    quiz.choose({"way": "car"})

    page.go_back()

    expect(quiz.part("result")).to_be_visible()
    expect(quiz.part("opened")).to_be_hidden()
    expect(quiz.part("link")).to_be_hidden()
    expect(page).not_to_have_url(re.compile("#"))
