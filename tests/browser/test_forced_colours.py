"""Where the reader's system forces its colours, all that tells something is seen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page

from testkit.quiz_page import QuizPage
from testkit.reader import to_result
from testkit.showcase import QUIZ, THEMES
from testkit.static_server import StaticServer

OpenPage = Callable[..., Page]
BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

HIDE = "(part, is_hidden) => { part.style.visibility = is_hidden ? 'hidden' : '' }"


@pytest.fixture
def visit(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve
) -> Callable[..., Page]:
    """Give a function that opens the quiz in a theme, in black and white or so."""

    def open_one(theme: str) -> Page:
        page = open_page(forced_colors="active", viewport={"width": 360, "height": 740})
        page.goto(serve(built_site(f"showcase-{theme}")).url(f"{QUIZ}/"))
        return page

    return open_one


def is_seen(part: Locator, where: Locator) -> bool:
    """Say whether a picture of a place is another one without this part."""
    with_it = where.screenshot()
    part.evaluate(HIDE, arg=True)
    without_it = where.screenshot()
    part.evaluate(HIDE, arg=False)
    return with_it != without_it


@pytest.mark.parametrize("theme", THEMES)
def test_choice_and_focus_are_seen(visit: Callable[..., Page], theme: str) -> None:
    """A question looks different with the focus on an option, and with that chosen."""
    page = visit(theme)
    QuizPage(page).expect_ready()
    question = page.locator('[data-question="rapport"]')
    radio = page.locator('[id="q-rapport.b"]')
    plain = question.screenshot()
    radio.focus()
    focused = question.screenshot()
    page.keyboard.press("Space")
    radio.blur()
    chosen = question.screenshot()

    assert len({plain, focused, chosen}) == 3


@pytest.mark.parametrize("theme", THEMES)
def test_place_on_the_scale_is_seen(visit: Callable[..., Page], theme: str) -> None:
    """The marker of the total, and that of a factor in the profile."""
    page = visit(theme)
    to_result(page)

    for scale in page.locator("[data-kw=scale]:visible").all()[:2]:
        assert is_seen(scale.locator("[data-kw=marker]"), scale)
