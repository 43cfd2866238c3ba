"""A reader chooses a point of view, and a language, without any script."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import axe_playwright_python
import pytest
from playwright.sync_api import Page, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]
OpenPage = Callable[..., Page]

ANSWERS = {"eerst": "b", "vraagt": "b", "rust": "a"}
OWN = "Hoort u de klant aan?"
COLLEAGUE = "Hoort uw collega de klant echt aan?"
AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()


@pytest.fixture
def server(serve: Serve, built_site: Callable[[str], Path]) -> StaticServer:
    """Serve the quiz with three perspectives, in two languages."""
    return serve(built_site("voices"))


@pytest.fixture
def quiz(page: Page, server: StaticServer) -> QuizPage:
    """Open the quiz."""
    page.goto(server.url("blik/"))
    return QuizPage(page)


def take(quiz: QuizPage, perspective: str) -> None:
    """Choose a perspective by its label."""
    quiz.root.locator(f'label[for="perspective.{perspective}"]').click()


def expect_voice(quiz: QuizPage, text: str) -> None:
    """Wait until the first question is asked so, and is called so for all."""
    fieldset = quiz.root.get_by_role("group", name=text)
    expect(fieldset).to_have_attribute("data-question", "eerst")


def test_questions_are_asked_in_the_chosen_voice(quiz: QuizPage) -> None:
    """Also to a screen reader, which hears one of them alone."""
    expect_voice(quiz, f"Vraag 1 van 3 {OWN}")

    take(quiz, "collega")

    expect_voice(quiz, f"Vraag 1 van 3 {COLLEAGUE}")
    expect(quiz.fieldset("eerst").get_by_text(OWN)).to_be_hidden()
    expect(quiz.fieldset("vraagt").get_by_text("Wordt er")).to_be_visible()
    expect(quiz.part("perspectives").get_by_text("collega, en niet")).to_be_visible()


def test_a_perspective_is_no_answer(quiz: QuizPage) -> None:
    """The score is that of the answers, and the result says from where it is seen."""
    take(quiz, "klant")
    quiz.score(ANSWERS)

    quiz.expect_score("2")
    result = quiz.part("result")
    expect(result.get_by_text("Ingevuld als: De klant")).to_be_visible()
    expect(result.get_by_text("Ingevuld als: Ikzelf")).to_be_hidden()
    expect(result.get_by_text("Wordt u aangehoord").first).to_be_visible()
    expect(quiz.part("stale")).to_be_hidden()


def test_another_perspective_after_the_result_makes_it_no_older(quiz: QuizPage) -> None:
    """The answers are as they were; the words follow."""
    quiz.score(ANSWERS)
    quiz.expect_score("2")

    take(quiz, "collega")

    expect(quiz.part("result").get_by_text("Ingevuld als: Een collega")).to_be_visible()
    expect(quiz.part("stale")).to_be_hidden()


def test_open_questions_are_named_in_the_chosen_voice(quiz: QuizPage) -> None:
    """The summary links to what is asked there."""
    take(quiz, "collega")
    quiz.submit()

    link = quiz.part("errors").get_by_role("link", name=COLLEAGUE)
    expect(link).to_be_visible()


def test_clearing_the_answers_brings_back_the_first_perspective(quiz: QuizPage) -> None:
    """As the page began."""
    take(quiz, "klant")
    quiz.reset()

    expect_voice(quiz, OWN)


def test_without_scripts_voices_work_too(
    open_page: OpenPage, server: StaticServer
) -> None:
    """CSS chooses them, and shows the score."""
    page = open_page(java_script_enabled=False)
    page.goto(server.url("blik/"))
    quiz = QuizPage(page)

    take(quiz, "collega")

    expect_voice(quiz, COLLEAGUE)
    expect(page.get_by_text("Ingevuld als: Een collega")).to_be_visible()


def test_languages_lead_to_each_other_and_back(page: Page, quiz: QuizPage) -> None:
    """A translation scores as the original does."""
    page.get_by_role("navigation", name="Talen").get_by_role(
        "link", name="English"
    ).click()
    quiz.score(ANSWERS)

    quiz.expect_score("2")
    expect(page.locator("html")).to_have_attribute("lang", "en")
    expect(page.get_by_text("Answered as: Myself")).to_be_visible()
    page.get_by_role("link", name="Nederlands").click()
    expect_voice(quiz, OWN)


def test_a_picture_of_a_translation_is_found(
    page: Page, serve: Serve, built_site: Callable[[str], Path]
) -> None:
    """One folder further from the site's root."""
    page.goto(serve(built_site("translated")).url("en/talen/"))

    picture = page.get_by_role("img", name="A book")

    expect(picture).to_have_js_property("naturalWidth", 2)


def test_a_frame_has_its_languages_within_it(page: Page, server: StaticServer) -> None:
    """The other language is a page for a frame as well."""
    page.goto(server.url("blik/embed.html"))

    page.get_by_role("link", name="English").click()

    expect(page).to_have_url(server.url("en/blik/embed.html"))


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_everybody_can_choose_a_perspective(
    open_page: OpenPage, server: StaticServer, scheme: str
) -> None:
    """Axe finds no fault, and nothing is wider than a small window."""
    page = open_page(viewport={"width": 320, "height": 640}, color_scheme=scheme)
    page.goto(server.url("blik/"))
    page.evaluate(AXE)

    found = page.evaluate("() => axe.run()")

    assert [fault["id"] for fault in found["violations"]] == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
