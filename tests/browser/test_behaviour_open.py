"""What the page says of questions that are still open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]


@pytest.fixture
def quiz(page: Page, serve: Serve, built_site: Callable[[str], Path]) -> QuizPage:
    """Open the quiz and wait until its program is there."""
    page.goto(serve(built_site("behaviour")).url("mirror/"))
    quiz = QuizPage(page)
    quiz.form.dispatch_event("pointerover")
    quiz.expect_ready()
    return quiz


def test_every_open_question_is_listed_and_no_other(quiz: QuizPage) -> None:
    """The list has the focus, says how many there are, and names each."""
    quiz.score({"second": "a"})

    expect(quiz.part("errors")).to_be_focused()
    quiz.expect_open("first", "third")
    expect(quiz.part("errors").locator("[data-plural=other]")).to_contain_text("2")
    expect(quiz.part("errors").locator("[data-plural=one]")).to_be_hidden()
    expect(quiz.part("result")).to_be_hidden()


def test_one_open_question_is_one(quiz: QuizPage) -> None:
    """One question has a sentence of its own."""
    quiz.score({"second": "a", "first": "a"})

    quiz.expect_open("third")
    expect(quiz.part("errors").locator("[data-plural=one]")).to_be_visible()
    expect(quiz.part("errors").locator("[data-plural=other]")).to_be_hidden()


def test_an_open_question_says_so_itself(quiz: QuizPage) -> None:
    """To the eye, to style sheets, and to a screen reader on each of its radios."""
    quiz.score({"second": "a"})

    expect(quiz.fieldset("first")).to_have_attribute("data-open", "")
    expect(quiz.fieldset("first").locator("[data-kw=open]")).to_be_visible()
    expect(quiz.fieldset("second").locator("[data-kw=open]")).to_be_hidden()
    for option in "abcd":
        expect(quiz.radio("first", option)).to_have_accessible_description(
            quiz.fieldset("first").locator("[data-kw=open]").inner_text()
        )


def test_an_answer_takes_its_question_off_the_list(quiz: QuizPage) -> None:
    """At once, with its mark and its description, and the count goes down."""
    quiz.score({"second": "a"})

    quiz.choose({"first": "b"})

    quiz.expect_open("third")
    expect(quiz.part("errors").locator("[data-plural=one]")).to_be_visible()
    expect(quiz.fieldset("first").locator("[data-kw=open]")).to_be_hidden()
    assert quiz.fieldset("first").get_attribute("data-open") is None
    assert quiz.radio("first", "a").get_attribute("aria-describedby") is None


def test_a_description_of_the_theme_is_kept(quiz: QuizPage) -> None:
    """What described a radio before describes it after."""
    radio = quiz.radio("first", "a")
    radio.evaluate("radio => radio.setAttribute('aria-describedby', 'a-note')")

    quiz.submit()
    while_open = radio.get_attribute("aria-describedby")
    quiz.choose({"first": "a"})

    assert while_open == "a-note open-first"
    assert radio.get_attribute("aria-describedby") == "a-note"


def test_the_last_answer_takes_the_list_away(quiz: QuizPage) -> None:
    """Nothing is open, so nothing is said."""
    quiz.score({"second": "a"})

    quiz.choose({"first": "b", "third": "d"})

    expect(quiz.part("errors")).to_be_hidden()


def test_a_link_in_the_list_leads_to_the_first_radio(
    page: Page, quiz: QuizPage
) -> None:
    """It has the focus, its question is in view, and the address stays as it was."""
    address = page.url
    quiz.submit()

    quiz.root.locator('[data-open-link="first"] a').click()

    expect(quiz.radio("first", "a")).to_be_focused()
    expect(quiz.fieldset("first")).to_be_in_viewport()
    expect(page).to_have_url(address)


def test_the_list_is_silent(quiz: QuizPage) -> None:
    """It has the focus and is read out; the live region would say it twice."""
    quiz.submit()

    expect(quiz.part("status")).to_be_empty()
