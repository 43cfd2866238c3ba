"""However a question came to be answered, its answer counts.

Readers of the original could not finish: they were told that "question 1 has no score"
though they had answered it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, Playwright, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.watch import Watch

Serve = Callable[..., StaticServer]

ANSWERS = {"first": "c", "second": "c", "third": "b"}
TOTAL = "8"


@pytest.fixture
def address(serve: Serve, built_site: Callable[[str], Path]) -> str:
    """Give the address of the quiz."""
    return serve(built_site("behaviour")).url("mirror/")


@pytest.fixture
def quiz(page: Page, address: str) -> QuizPage:
    """Open the quiz."""
    page.goto(address)
    return QuizPage(page)


def expect_answers(quiz: QuizPage) -> None:
    """Wait until the answers are in the form."""
    for question, option in ANSWERS.items():
        expect(quiz.radio(question, option)).to_be_checked()


def test_answers_by_mouse_count(page: Page, quiz: QuizPage) -> None:
    """A press and release of the button on the radio itself."""
    for question, option in ANSWERS.items():
        radio = quiz.radio(question, option)
        radio.scroll_into_view_if_needed()
        box = radio.bounding_box()
        assert box
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)

    quiz.submit()

    quiz.expect_score(TOTAL)


def test_answers_by_label_count(quiz: QuizPage) -> None:
    """A click on the words of an option chooses it."""
    quiz.choose(ANSWERS)

    quiz.submit()

    quiz.expect_score(TOTAL)


def test_answers_by_keyboard_count(page: Page, quiz: QuizPage) -> None:
    """Space chooses, arrows move on, Tab goes to the next question, Enter submits."""
    quiz.radio("first", "a").focus()
    for key in (
        *("Space", "ArrowDown", "ArrowDown", "Tab"),
        *("Space", "ArrowDown", "ArrowDown", "Tab"),
        *("Space", "ArrowDown", "Enter"),
    ):
        page.keyboard.press(key)

    quiz.expect_score(TOTAL)
    expect_answers(quiz)


def test_the_button_answers_to_the_keyboard(page: Page, quiz: QuizPage) -> None:
    """Space on the button is as good as a click on it."""
    quiz.choose(ANSWERS)
    quiz.submit_button.focus()

    page.keyboard.press("Space")

    quiz.expect_score(TOTAL)


def test_answers_by_touch_count(open_page: Callable[..., Page], address: str) -> None:
    """Taps on a telephone, on the button too."""
    page = open_page(
        has_touch=True, is_mobile=True, viewport={"width": 360, "height": 640}
    )
    page.goto(address)
    quiz = QuizPage(page)
    for question, option in ANSWERS.items():
        quiz.root.locator(f'label[for="q-{question}.{option}"]').tap()

    quiz.submit_button.tap()

    quiz.expect_score(TOTAL)


def test_answers_that_come_without_an_event_count(quiz: QuizPage) -> None:
    """Programs that fill in forms need not tell anybody."""
    quiz.expect_ready()
    for question, option in ANSWERS.items():
        quiz.radio(question, option).evaluate("radio => { radio.checked = true }")

    quiz.submit()

    quiz.expect_score(TOTAL)


def test_a_reloaded_page_is_new(page: Page, quiz: QuizPage) -> None:
    """Nothing was kept; what the browser fills in again is the browser's.

    Chromium fills in nothing after a reload. What Firefox does is what comes back with
    the history here.
    """
    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)

    page.reload()

    expect(quiz.part("result")).to_be_hidden()
    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)


def test_answers_that_come_back_with_the_history_count(
    page: Page, quiz: QuizPage, address: str
) -> None:
    """The browser has forgotten the page, but not what was filled in."""
    quiz.choose(ANSWERS)
    page.goto(address + "quiz.json")

    page.go_back()

    expect_answers(quiz)
    quiz.submit()
    quiz.expect_score(TOTAL)


@pytest.fixture
def caching_page(
    playwright: Playwright, whole_browser_path: Path, watch: Watch
) -> Iterator[Page]:
    """Open a page in a browser that keeps pages for going back to.

    Playwright otherwise starts its browsers without that.
    """
    started = playwright.chromium.launch(
        executable_path=whole_browser_path,
        args=["--no-sandbox", "--disable-dev-shm-usage"],
        ignore_default_args=["--disable-back-forward-cache"],
    )
    context = started.new_context()
    watch.attach(context)
    yield context.new_page()
    watch.look_for_remains(context)
    started.close()


def test_a_page_from_the_back_forward_cache_goes_on_where_it_was(
    caching_page: Page, address: str
) -> None:
    """Its result still stands, and other answers are scored as before."""
    caching_page.goto(address)
    quiz = QuizPage(caching_page)
    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)
    caching_page.evaluate(
        """() => {
          window.cameBack = new Promise((done) => {
            onpageshow = (event) => done(event.persisted);
          });
        }"""
    )
    caching_page.goto(address + "quiz.json")

    caching_page.go_back(wait_until="commit")

    assert caching_page.evaluate("() => window.cameBack")
    expect_answers(quiz)
    quiz.expect_score(TOTAL)
    quiz.score({"third": "c"})
    quiz.expect_score("9")
