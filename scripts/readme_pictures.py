"""Take the three pictures that README shows, of quizzes as they are now.

Run as `python scripts/screenshots.py --readme`.
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from testkit.quiz_page import QuizPage
from testkit.reader import to_second_step
from testkit.showcase import QUIZ, STEPS
from testkit.static_server import StaticServer

PLACE = Path(__file__).parents[1] / "docs/images"
ANSWERS = "a b c c b b a a c b"
"""These come to 26, which README tells."""

QUALITY = 60
SCALE = 1.5
PHONE = {"width": 390, "height": 880}
DESK = {"width": 1040, "height": 640}


def _show_result(page: Page) -> None:
    """Answer, and look at where the reader stands."""
    quiz = QuizPage(page)
    questions = page.locator("fieldset[data-question]").all()
    for question, option in zip(questions, ANSWERS.split(), strict=True):
        question.locator(f'label[for$=".{option}"]').click()
    quiz.submit()
    quiz.expect_state("scored")
    expect(quiz.part("result-heading")).to_be_focused()


def _show_question(page: Page) -> None:
    """Choose an answer to the second question."""
    to_second_step(page)
    page.locator("[data-question]:visible label").nth(1).click()
    page.evaluate("scrollTo(0, 0)")


def _show_start(page: Page) -> None:
    """Look at the top of the page."""
    expect(page.locator("h1")).to_be_visible()


@dataclass(frozen=True, slots=True)
class Picture:
    """What is on it, and in what light."""

    name: str
    theme: str
    quiz: str
    show: Callable[[Page], None]
    size: Mapping[str, int]
    scheme: str = "light"


PICTURES = (
    Picture("result", "spiegel", QUIZ, _show_result, DESK),
    Picture("question", "overheid", STEPS, _show_question, PHONE),
    Picture("start", "krant", QUIZ, _show_start, PHONE, "dark"),
)


def take_readme_pictures(
    browser: Browser, servers: Mapping[str, StaticServer]
) -> Iterator[Path]:
    """Take them, each in the server's site of its theme."""
    for picture in PICTURES:
        page = browser.new_page(
            viewport={"width": picture.size["width"], "height": picture.size["height"]},
            color_scheme="dark" if picture.scheme == "dark" else "light",
        )
        page.goto(servers[picture.theme].url(f"{picture.quiz}/"))
        picture.show(page)
        page.mouse.move(0, 0)
        path = PLACE / f"{picture.name}.webp"
        path.write_bytes(_photograph(page))
        page.close()
        yield path


def _photograph(page: Page) -> bytes:
    """Take what is in the window, in a format that Playwright has no word for."""
    line = page.context.new_cdp_session(page)
    size = page.viewport_size or {}
    top = page.evaluate("scrollY")
    window = {**size, "x": 0, "y": top, "scale": SCALE}
    asked = {"format": "webp", "quality": QUALITY, "clip": window}
    return base64.b64decode(line.send("Page.captureScreenshot", asked)["data"])
