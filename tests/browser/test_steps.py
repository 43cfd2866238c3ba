"""One question at a time: going on and back, what is missing, and the result."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.heard import expect_heard
from testkit.reader import states_of
from testkit.showcase import STEPS, THEMES
from testkit.static_server import StaticServer
from testkit.step_page import ON_FOOT, StepPage
from testkit.strains import ZOOMED, small_targets, strained

BuiltSite = Callable[[str], Path]
OpenPage = Callable[..., Page]
Serve = Callable[..., StaticServer]

TITLE = "A walk to work"


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


def test_the_first_question_stands_with_the_introduction(
    page: Page, quiz: StepPage
) -> None:
    """And with the choice of perspective; later ones stand alone."""
    quiz.expect_at("way")
    expect(quiz.part("perspectives")).to_be_visible()
    expect(page.get_by_text("Think of this morning.")).to_be_visible()
    expect(quiz.back).to_be_hidden()

    quiz.walk(["way"])

    quiz.expect_at("dog")
    expect(quiz.part("perspectives")).to_be_hidden()
    expect(page.get_by_text("Think of this morning.")).to_be_hidden()
    expect(page.get_by_role("heading", name=TITLE, level=1)).to_be_visible()


def test_arriving_takes_no_focus_and_changes_no_title(
    page: Page, quiz: StepPage
) -> None:
    """The page is the quiz's until the reader does something."""
    del quiz

    assert page.evaluate("document.activeElement === document.body")
    expect(page).to_have_title(TITLE)


def test_each_step_takes_focus_and_title(page: Page, quiz: StepPage) -> None:
    """The group itself, so that its question is said once, and the place first."""
    quiz.walk(["way", "dog"])

    expect(quiz.fieldset("meet")).to_be_focused()
    expect(page).to_have_title(f"Question 5 \u2013 {TITLE}")
    quiz.back.click()
    expect(quiz.fieldset("dog")).to_be_focused()
    expect(page).to_have_title(f"Question 2 \u2013 {TITLE}")


def test_a_step_says_its_lead_and_its_note_too(quiz: StepPage) -> None:
    """The reader is taken past them, so the group is described by them."""
    quiz.walk(["way", "dog"])

    expect(quiz.fieldset("meet")).to_have_accessible_description(
        "Now look around you. Wave to all of them."
    )


def test_next_is_never_disabled_and_says_what_is_missing(
    page: Page, quiz: StepPage
) -> None:
    """In the summary, at the question, on each radio and in the title."""
    quiz.walk(["way"])
    expect(quiz.submit_button).to_be_enabled()

    quiz.submit()

    expect(quiz.part("errors")).to_be_focused()
    quiz.expect_open("dog")
    quiz.expect_at("dog")
    message = quiz.fieldset("dog").locator("[data-kw=open]")
    expect(message).to_be_visible()
    expect(quiz.radio("dog", "no")).to_have_accessible_description(message.inner_text())
    expect(page).to_have_title(f"Error: Question 2 \u2013 {TITLE}")

    quiz.root.locator('[data-open-link="dog"] a').click()
    expect(quiz.radio("dog", "no")).to_be_focused()
    quiz.choose({"dog": "no"})
    expect(quiz.part("errors")).to_be_hidden()
    expect(page).to_have_title(f"Question 2 \u2013 {TITLE}")
    quiz.submit()
    quiz.expect_at("meet")


def test_going_back_keeps_answers_and_blames_nobody(quiz: StepPage) -> None:
    """An unanswered question that the reader walks away from is no error elsewhere."""
    quiz.walk(["way"])
    quiz.submit()
    expect(quiz.part("errors")).to_be_visible()

    quiz.back.click()

    quiz.expect_at("way")
    expect(quiz.radio("way", "foot")).to_be_checked()
    expect(quiz.part("errors")).to_be_hidden()
    quiz.submit()
    quiz.expect_at("dog")
    expect(quiz.part("errors")).to_be_hidden()


def test_questions_that_are_not_asked_are_passed_both_ways(quiz: StepPage) -> None:
    """The next one is the next that is asked, and back is the last that was."""
    quiz.score({"way": "car"})
    quiz.expect_at("rain")
    quiz.submit()
    quiz.expect_at("meet")
    quiz.back.click()
    quiz.back.click()
    quiz.expect_at("way")

    quiz.score({"way": "foot"})
    quiz.expect_at("dog")
    quiz.score({"dog": "yes"})
    quiz.expect_at("walks")


def test_the_reader_is_told_how_many_may_follow_at_most(
    page: Page, quiz: StepPage
) -> None:
    """In the question's own name, so that it is heard with it."""
    expect_heard(page, "Question 1 \u00b7 at most 5 more after this")
    quiz.score({"way": "car"})
    expect_heard(page, "Question 4 \u00b7 at most 2 more after this")
    quiz.submit()
    quiz.submit()
    expect_heard(page, "Question 6 \u00b7 the last one")


def test_a_quiz_that_asks_everything_counts_its_questions(
    page: Page, server: StaticServer
) -> None:
    """In the name of the question and in the title."""
    page.goto(server.url("scale/"))
    quiz = StepPage(page)
    quiz.expect_ready()

    quiz.score({"loud": "a"})

    quiz.expect_at("bright")
    expect_heard(page, "Question 2 of 3")
    expect(page).to_have_title("Question 2 of 3 \u2013 Three scales")


def test_the_button_says_what_it_does(quiz: StepPage) -> None:
    """It changes with an answer that ends the quiz, and back."""
    quiz.expect_button("Next")
    quiz.walk(["way", "dog", "meet"])
    quiz.expect_at("home")

    quiz.expect_button("See your result")


def test_the_result_puts_the_questions_out_of_the_way(
    page: Page, quiz: StepPage
) -> None:
    """Its heading has the focus and names the page."""
    quiz.walk()

    quiz.expect_state("scored")
    quiz.expect_score("4")
    expect(quiz.part("result-heading")).to_be_focused()
    expect(quiz.root.locator("[data-question]:visible")).to_have_count(0)
    expect(quiz.submit_button).to_be_hidden()
    expect(page).to_have_title(f"Your result \u2013 {TITLE}")


def test_an_answer_can_be_changed_from_the_result(quiz: StepPage) -> None:
    """All others stay, and the new result is one press away."""
    quiz.walk()
    quiz.review.click()
    quiz.expect_at("way")
    expect(quiz.part("result")).to_be_hidden()
    expect(quiz.radio("way", "foot")).to_be_checked()
    expect(quiz.part("perspectives")).to_be_visible()

    quiz.forward.click()
    quiz.expect_at("dog")
    quiz.back.click()
    quiz.expect_at("way")
    quiz.expect_button("See your result")
    quiz.score({"way": "car"})

    quiz.expect_score("3")
    expect(quiz.part("status")).to_contain_text("3")
    expect(quiz.root.locator("[data-question]:visible")).to_have_count(0)


def test_each_answer_in_the_result_leads_back_to_its_question(
    quiz: StepPage,
) -> None:
    """One press there, one press back."""
    quiz.walk()
    quiz.expect_score("4")

    quiz.root.get_by_role("button", name="Change this answer (Question 1)").click()

    quiz.expect_at("way")
    expect(quiz.fieldset("way")).to_be_focused()
    quiz.submit()
    quiz.expect_score("4")
    expect(quiz.part("status")).to_have_text(
        "Nothing has changed: your score is still 4."
    )


def test_a_change_that_calls_for_more_leads_there(quiz: StepPage) -> None:
    """The new result waits for what the changed answer asks."""
    quiz.walk()
    quiz.review.click()
    quiz.forward.click()

    quiz.score({"dog": "yes"})

    quiz.expect_at("walks")
    quiz.expect_open("walks")
    expect(quiz.part("result")).to_be_hidden()
    quiz.score({"walks": "b"})
    quiz.expect_score("6")


def test_reset_begins_anew(page: Page, quiz: StepPage) -> None:
    """With the introduction, without answers or a result."""
    quiz.walk()

    quiz.reset()

    quiz.expect_at("way")
    expect(quiz.fieldset("way")).to_be_focused()
    expect(quiz.part("status")).to_have_text("All answers have been cleared.")
    expect(page.get_by_text("Think of this morning.")).to_be_visible()
    expect(quiz.part("result")).to_be_hidden()
    expect(quiz.root.locator("[data-question] :checked")).to_have_count(0)


def test_the_perspective_lasts_from_step_to_step(quiz: StepPage) -> None:
    """And can be changed with the first question, when answers are."""
    quiz.root.locator("label").get_by_text("A friend", exact=True).click()
    expect(quiz.fieldset("way")).to_contain_text("How did your friend go?")
    quiz.walk()
    expect(quiz.part("result").get_by_text("Answered as: A friend")).to_be_visible()

    quiz.review.click()

    expect(quiz.fieldset("way").get_by_text("How did your friend go?")).to_be_visible()
    quiz.root.locator("label").get_by_text("Myself", exact=True).click()
    expect(quiz.fieldset("way").get_by_text("How did you go?")).to_be_visible()


def test_a_double_click_is_one_press(quiz: StepPage) -> None:
    """Its second half answers for nothing on the next question."""
    quiz.choose({"way": "foot"})

    quiz.submit_button.dblclick()

    quiz.expect_at("dog")
    expect(quiz.part("errors")).to_be_hidden()
    expect(quiz.root.locator('[data-question="dog"] :checked')).to_have_count(0)


def test_a_tap_is_enough(open_page: OpenPage, server: StaticServer) -> None:
    """On a phone, with rows that a thumb hits."""
    page = open_page(
        viewport={"width": 360, "height": 640}, has_touch=True, is_mobile=True
    )
    page.goto(server.url("walk/"))
    quiz = StepPage(page)
    quiz.expect_ready()

    quiz.root.locator('label[for="q-way.foot"]').tap()
    quiz.submit_button.tap()

    quiz.expect_at("dog")
    for label in quiz.fieldset("dog").locator("label").all():
        box = label.bounding_box()
        assert box
        assert box["height"] >= 44
    expect(quiz.part("trail")).to_be_in_viewport()


def test_paper_has_every_question(page: Page, quiz: StepPage) -> None:
    """Whatever step the screen is at."""
    quiz.walk(["way"])

    page.emulate_media(media="print")

    for name in ("way", "dog", "walks", "rain", "meet", "home"):
        expect(quiz.fieldset(name)).to_be_visible()


def test_without_scripts_all_questions_stand_on_the_page(
    open_page: OpenPage, server: StaticServer
) -> None:
    """As with the other layout, and without buttons that do nothing."""
    page = open_page(java_script_enabled=False)
    page.goto(server.url("scale/"))
    quiz = StepPage(page)

    for name in ("loud", "bright", "warm"):
        expect(quiz.fieldset(name)).to_be_visible()
    for button in (quiz.back, quiz.forward, quiz.review, quiz.submit_button):
        expect(button).to_be_hidden()
    expect(quiz.part("trail")).to_be_hidden()
    expect(quiz.part("result")).to_be_visible()


def test_answers_can_be_given_in_any_order_before_they_are_scored(
    quiz: StepPage,
) -> None:
    """What a hidden question was answered with has no effect, as in any layout."""
    quiz.score({"way": "foot"})
    quiz.score({"dog": "yes"})
    quiz.score({"walks": "b"})
    quiz.expect_at("meet")
    for _ in range(3):
        quiz.back.click()
    quiz.expect_at("way")
    quiz.score({"way": "car"})
    quiz.expect_at("rain")
    quiz.submit()
    quiz.score({"meet": ON_FOOT["meet"]})
    quiz.score({"home": "c"})

    quiz.expect_score("3")


@pytest.mark.parametrize("theme", THEMES)
def test_every_step_stands_up_to_its_reader(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve, theme: str
) -> None:
    """At 400 % and spaced out nothing is cut off, and a thumb hits everything."""
    page = open_page(viewport=ZOOMED)
    page.goto(serve(built_site(f"showcase-{theme}")).url(f"{STEPS}/"))
    found = []

    for state in states_of(STEPS):
        state.reach(page)
        told = [*strained(page, page.main_frame), *small_targets(page.main_frame)]
        found += [f"{state.name}, {fault}" for fault in told]

    assert found == []
