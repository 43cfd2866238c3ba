"""A publisher's page with quizzes in the page itself."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Locator, Page, expect

from testkit.quiz_page import QuizPage

SCRIPT = '<script async src="element.js"></script>'
OWN_FILES = "<meta http-equiv=Content-Security-Policy content=\"default-src 'self'\">"
"""The policy of a page that takes nothing from elsewhere, and nothing inline."""

HOSTILE_CSS = """
html { font-size: 62.5% }
* {
  box-sizing: content-box !important; color: red !important; direction: rtl;
  font: italic 40px/3 cursive !important; letter-spacing: 9px !important;
  text-transform: uppercase !important; visibility: hidden;
}
html, body, main, h1, p, kwispel-quiz { visibility: visible }
:root { --kw-paper: red; --kw-ink: red }
fieldset, label, button, input { display: none !important }
"""


def element_html(quiz: str = "mirror", attributes: str = "") -> str:
    """Write an element as `kwispel embed` tells to paste it."""
    link = f'<a href="{quiz}/">The quiz {quiz}</a>'
    return f'<kwispel-quiz src="{quiz}/" {attributes}>{link}</kwispel-quiz>'


def write_host(dist: Path, body: str, head: str = OWN_FILES) -> None:
    """Write a page beside the files of a built site, as who hosts them does."""
    (dist / "host.css").write_text(HOSTILE_CSS, encoding="utf-8")
    html = (
        f"<!doctype html><html lang=en><head><meta charset=utf-8>{head}"
        '<meta name=viewport content="width=device-width"><title>News</title>'
        f"{SCRIPT}</head><body><main><h1>An article</h1>{body}</main></body></html>"
    )
    (dist / "host.html").write_text(html, encoding="utf-8")


def element(page: Page, number: int = 0) -> Locator:
    """Give an element, by its place in the page from 0."""
    return page.locator("kwispel-quiz").nth(number)


def quiz_of(page: Page, number: int = 0) -> QuizPage:
    """Give the quiz in an element, once it can be seen."""
    quiz = QuizPage(page, number)
    expect(quiz.form).to_be_visible()
    return quiz
