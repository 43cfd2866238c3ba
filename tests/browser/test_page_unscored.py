"""A quiz with `score: hidden`, as a reader meets it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]
OpenPage = Callable[..., Page]

NAMES = ["rise", "news", "greet", "call", "walk"]


def test_the_result_is_advice_without_a_number(
    page: Page, serve: Serve, built_site: BuiltSite
) -> None:
    """In the order of asking, all at once; only questions are counted."""
    page.goto(serve(built_site("silent")).url("silent/"))
    quiz = QuizPage(page)
    quiz.score(dict(zip(NAMES, ["a", "b", "c", "a", "none"], strict=True)))
    quiz.expect_state("scored")

    shown = quiz.root.locator("[data-result-question]:visible").all()
    assert [one.get_attribute("data-result-question") for one in shown] == NAMES
    told = re.sub(r"Question \d of 5", "", quiz.part("result").inner_text())
    assert not re.search(r"\d", told)
    expect(quiz.part("status")).to_have_text("Your result is below.")


def test_without_scripts_there_is_advice_and_no_count(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite
) -> None:
    """The plain mode keeps silent about points too."""
    page = open_page(java_script_enabled=False)
    page.goto(serve(built_site("silent")).url("silent/"))
    quiz = QuizPage(page)
    quiz.choose({"rise": "a"})

    expect(page.locator('[data-advice="rise/a"]')).to_be_visible()
    expect(page.locator('[data-advice="news/a"]')).to_be_hidden()
    counters = page.locator("[data-kw=result] [data-counter]")
    assert counters.count() == 0
