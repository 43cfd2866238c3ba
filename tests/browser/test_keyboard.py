"""Who has a keyboard alone gets everywhere, and sees where that is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.keyboard import tab, tab_to
from testkit.publisher import LOADER, frame_html, quiz_in
from testkit.quiz_page import QuizPage
from testkit.showcase import QUIZ, STEPS, THEMES
from testkit.static_server import StaticServer
from testkit.styled import styled

OpenPage = Callable[..., Page]
BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

PHONE = {"width": 360, "height": 640}
PRINTER = """
window.printed = [];
window.print = () => {
  const result = document.querySelector("[data-kw=result]");
  window.printed.push(result.hidden ? "form" : "result");
};
"""
"""In the place of the browser's dialogue, which no test can answer."""

FIRST = "fieldset[data-question] input"


def answer_by_keys(page: Page) -> None:
    """Choose in each group: as it comes, the one below it, the last but none."""
    quiz = QuizPage(page)
    questions = quiz.root.locator("fieldset[data-question]").count()
    tab_to(page, FIRST)
    for number in range(questions):
        if number:
            tab(page)
        page.keyboard.press("Space")
        for _ in range(number % 3):
            page.keyboard.press("ArrowDown")
        chosen = page.evaluate("document.activeElement.checked")
        assert chosen, page.evaluate("document.activeElement.outerHTML")


@pytest.mark.parametrize("theme", THEMES)
def test_the_keyboard_leads_from_arrival_to_the_printed_result(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve, theme: str
) -> None:
    """Each stop has a mark, is in view, and has nothing over it; none is a trap."""
    page = open_page(viewport=PHONE)
    page.add_init_script(PRINTER)
    page.goto(serve(built_site(f"showcase-{theme}")).url(f"{QUIZ}/"))
    assert page.evaluate("document.activeElement === document.body")

    answer_by_keys(page)
    tab_to(page, "button[type=submit]")
    page.keyboard.press("Enter")

    quiz = QuizPage(page)
    quiz.expect_state("scored")
    expect(quiz.part("result-heading")).to_be_focused()
    tab_to(page, "[data-kw=pick]")
    page.keyboard.press("Space")
    for button in ("print-card", "print"):
        tab_to(page, f'[data-press="{button}"]')
        page.keyboard.press("Enter")
        page.wait_for_function("() => window.printed.length > 0")
        assert page.evaluate("window.printed.splice(0)") == ["result"]
    page.emulate_media(media="print")
    expect(quiz.part("result")).to_be_visible()
    expect(quiz.fieldset("rapport")).to_be_hidden()
    page.emulate_media(media="screen")

    last = quiz.root.locator("summary:visible, a[href]:visible, button:visible").last
    last.evaluate("(element) => { element.dataset.last = '' }")
    tab_to(page, "[data-last]")


def test_the_keyboard_leads_through_the_steps(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve
) -> None:
    """Each question takes the focus when it appears, and enter goes on to the next."""
    page = open_page(viewport=PHONE)
    page.goto(serve(built_site("showcase-spiegel")).url(f"{STEPS}/"))
    quiz = QuizPage(page)
    tab_to(page, FIRST)

    for number in range(quiz.root.locator("fieldset[data-question]").count()):
        if number:
            question = "fieldset[data-question]"
            page.wait_for_function(
                "question => document.activeElement.matches(question)", arg=question
            )
            tab(page)
        page.keyboard.press("Space")
        tab_to(page, "button[type=submit]")
        page.keyboard.press("Enter")

    quiz.expect_state("scored")
    expect(quiz.part("result-heading")).to_be_focused()
    tab_to(page, styled(".kw-stepper__review, [data-press]"))


def test_the_first_stop_leads_past_the_head_of_the_page(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve
) -> None:
    """Who skips is at the questions with the next stop."""
    page = open_page(viewport=PHONE)
    page.goto(serve(built_site("showcase-spiegel")).url(f"{QUIZ}/"))

    tab(page)
    page.keyboard.press("Enter")
    tab(page)

    assert page.evaluate("document.activeElement.closest('[data-question]') !== null")
    QuizPage(page).expect_ready()  # the server must not go before the runtime came


def test_the_tab_key_goes_into_a_frame_and_out_of_it(
    page: Page, publish: Serve
) -> None:
    """From the publisher's page, through every stop of the quiz, and on."""
    before, after = '<a href="#a" id="before">A</a>', '<a href="#b" id="after">B</a>'
    page.goto(publish(before + frame_html() + after + LOADER).url())
    quiz_in(page).expect_ready()
    frame = page.frames[1]
    page.locator("#before").focus()

    stops = frame.locator("input:visible, a[href]:visible, button:visible").count()
    tab(page, frame)
    assert frame.evaluate("document.activeElement !== document.body")
    for _ in range(stops):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.id") == "after":
            break

    assert page.evaluate("document.activeElement.id") == "after"
