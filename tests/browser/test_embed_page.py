"""What is copied from the page for publishers works on another site."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from testkit.axe import faults_in
from testkit.publisher import ANSWERS, TOTAL, expect_fit, quiz_in
from testkit.quiz_page import QuizPage
from testkit.showcase import RIGHT_TO_LEFT, THEMES
from testkit.small_quiz import SMALL
from testkit.static_server import StaticServer

BuiltSite = Callable[[str], Path]
OpenPage = Callable[..., Page]
Serve = Callable[..., StaticServer]

QUIZ = "mirror"


def way(page: Page, name: str) -> Locator:
    """Find a way on the page."""
    return page.locator(f"[data-kw=way][aria-labelledby={name}]")


def opened(page: Page, quizzes: StaticServer) -> Page:
    """Open the page for publishers of a quiz on a site that was told no address."""
    page.goto(quizzes.url(f"{QUIZ}/embed/"))
    return page


def copied(page: Page, name: str) -> str:
    """Press the button of a way, and give what it put on the clipboard."""
    way(page, name).get_by_role("button").click()
    expect(way(page, name).get_by_role("status")).to_have_text("Copied.")
    return str(page.evaluate("() => navigator.clipboard.readText()"))


@pytest.fixture
def copier(open_page: OpenPage, quizzes: StaticServer) -> Page:
    """Open the page in a browser that lets the test read what was copied."""
    allowed = ["clipboard-read", "clipboard-write"]
    return opened(open_page(permissions=allowed), quizzes)


def test_a_copied_frame_works_on_another_site(
    copier: Page, page: Page, publish: Serve, quizzes: StaticServer
) -> None:
    """Its address is the one where the page was read, though nobody had told it."""
    markup = copied(copier, "frame")

    page.goto(publish(markup).url())
    quiz = quiz_in(page)
    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    expect(page.locator("p > a")).to_have_attribute("href", quizzes.url(f"{QUIZ}/"))


def test_a_copied_frame_with_the_loader_fits_on_another_site(
    copier: Page, page: Page, publish: Serve
) -> None:
    """It grows with the result."""
    markup = copied(copier, "loader")

    page.goto(publish(markup).url())
    before = expect_fit(page)
    quiz = quiz_in(page)
    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    expect(page.locator("iframe")).not_to_have_css("height", f"{before}px")
    expect_fit(page)


def test_only_what_was_copied_last_is_said_to_be(copier: Page) -> None:
    """Each button speaks beside itself."""
    copied(copier, "frame")
    copied(copier, "amp")

    expect(way(copier, "frame").get_by_role("status")).to_have_text("")


def test_where_copying_is_not_allowed_the_markup_is_selected(
    page: Page, quizzes: StaticServer
) -> None:
    """And the page says so: as on a site without TLS, which has no clipboard."""
    page.add_init_script("delete Navigator.prototype.clipboard")
    opened(page, quizzes)

    way(page, "frame").get_by_role("button").click()

    expect(way(page, "frame").get_by_role("status")).to_contain_text("selected now")
    selected = page.evaluate("() => getSelection().toString()")
    assert selected == way(page, "frame").locator("code").inner_text()


@pytest.mark.parametrize("name", ["frame", "loader"])
def test_a_way_is_shown_live(page: Page, quizzes: StaticServer, name: str) -> None:
    """In the page itself, when somebody asks to see it, and not before."""
    opened(page, quizzes)
    assert not any(path.endswith("embed.html") for path in quizzes.asked_for)

    way(page, name).locator("summary").click()
    quiz = quiz_in(way(page, name))
    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)


def test_without_scripts_the_boxes_are_there_and_no_button(
    open_page: OpenPage, quizzes: StaticServer
) -> None:
    """The markup is text like any other, with a note on the address to replace."""
    page = opened(open_page(java_script_enabled=False), quizzes)

    expect(way(page, "frame").locator("code")).to_contain_text("your-site.example")
    expect(page.get_by_text("Replace https://your-site.example/")).to_be_visible()
    expect(page.get_by_role("button")).to_have_count(0)


def test_the_element_is_shown_live(page: Page, quizzes: StaticServer) -> None:
    """Its own script, style and markup are allowed here, and it scores."""
    opened(page, quizzes)

    way(page, "element").locator("summary").click()
    quiz = QuizPage(way(page, "element"))
    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("quiz", [SMALL, RIGHT_TO_LEFT])
def test_the_page_is_for_everybody(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, theme: str, quiz: str
) -> None:
    """No scrolling to the side in a narrow window, and nothing for axe to find."""
    page = open_page(viewport={"width": 320, "height": 800})
    page.goto(serve(built_site(f"showcase-{theme}")).url(f"{quiz}/embed/"))

    assert page.evaluate("() => document.documentElement.scrollWidth") == 320
    assert list(faults_in(page, page.main_frame)) == []
