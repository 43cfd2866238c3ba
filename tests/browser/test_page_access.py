"""Everybody can answer: large rows, forced colours, focus, and what is printed.

test_axe_states.py and its neighbours have axe judge every state of a quiz.
Source: docs/reference/theme.md, "What a theme keeps".
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.styled import styled

OpenPage = Callable[..., Page]
BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

ANSWERS = {
    "rapport": "a",
    "doorverbonden": "b",
    "termijn": "c",
    "balie": "d",
    "boze-mail": "b",
    "formulier": "c",
    "twee-klanten": "b",
    "overleg": "a",
    "gunst": "a",
    "onvoldoende": "b",
}


@pytest.fixture
def visit(open_page: OpenPage, built_site: BuiltSite, serve: Serve) -> Any:  # noqa: ANN401 - a function with Playwright's own options
    """Give a function that opens a page of the project's own site."""
    server = serve(built_site("content"))

    def open_one(path: str = "klantgerichtheid/", **options: Any) -> Page:  # noqa: ANN401 - as above
        page = open_page(**options)
        page.goto(server.url(path))
        return page

    return open_one


def test_option_rows_are_large_enough_to_touch(visit: Any) -> None:  # noqa: ANN401 - see its fixture
    """Each row is at least 44 pixels high, and all of it chooses the option."""
    page = visit(viewport={"width": 320, "height": 700})
    heights = page.locator(styled(".kw-option__label")).evaluate_all(
        "(labels) => labels.map((label) => label.getBoundingClientRect().height)"
    )
    assert min(heights) >= 44

    label = page.locator('label[for="q-rapport.b"]')
    box = label.bounding_box()
    label.click(position={"x": box["width"] - 4, "y": 4})

    expect(page.locator("#q-rapport\\.b")).to_be_checked()


def test_chosen_option_shows_where_colours_are_forced(visit: Any) -> None:  # noqa: ANN401 - see its fixture
    """The radio is then the browser's own."""
    page = visit(forced_colors="active")
    radio = page.locator("#q-rapport\\.b")
    before = radio.screenshot()
    radio.check()

    assert radio.evaluate("(r) => getComputedStyle(r).appearance") == "auto"
    assert radio.screenshot() != before


def test_focus_shows_on_the_whole_row(visit: Any) -> None:  # noqa: ANN401 - see its fixture
    """Who uses the keyboard sees which answer the next key chooses."""
    page = visit()
    page.locator("#q-rapport\\.a").focus()
    page.keyboard.press("ArrowDown")
    label = page.locator('label[for="q-rapport.b"]')

    assert label.evaluate("(l) => getComputedStyle(l).outlineStyle") == "solid"


def test_scored_page_prints_the_result_and_not_the_form(visit: Any) -> None:  # noqa: ANN401 - see its fixture
    """Before scoring the paper is a form, after it the result with what was open."""
    page = visit()
    page.emulate_media(media="print")
    expect(page.locator("fieldset").first).to_be_visible()
    expect(page.locator("button[type=submit]")).to_be_hidden()
    page.emulate_media(media="screen")

    QuizPage(page).score(ANSWERS)
    QuizPage(page).expect_state("scored")
    page.emulate_media(media="print")

    expect(page.locator("fieldset").first).to_be_hidden()
    expect(page.locator("#result")).to_be_visible()
