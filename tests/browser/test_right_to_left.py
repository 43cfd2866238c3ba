"""What reads from right to left is laid out, counted and drawn so."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.styled import styled

ANSWERS = {"concreet": "d", "moment": "b", "toon": "c", "eerst": "b", "vervolg": "d"}


@pytest.fixture
def site(
    serve: Callable[..., StaticServer], built_site: Callable[[str], Path]
) -> StaticServer:
    """Serve a Dutch site with quizzes in Arabic."""
    return serve(built_site("directions"))


def ready(page: Page, site: StaticServer, path: str) -> QuizPage:
    """Open a quiz and wait until its program is there."""
    page.goto(site.url(path))
    quiz = QuizPage(page)
    quiz.form.dispatch_event("pointerover")
    quiz.expect_ready()
    return quiz


def left_of(found: Locator) -> float:
    """Give where a thing begins, from the left."""
    box = found.bounding_box()
    assert box
    return box["x"]


@pytest.mark.parametrize(
    ("answered", "form"), [(0, "few"), (3, "two"), (4, "one")], ids=["5", "2", "1"]
)
def test_a_count_has_the_arabic_form_that_goes_with_it(
    page: Page, site: StaticServer, answered: int, form: str
) -> None:
    """The browser's own rules choose among six."""
    quiz = ready(page, site, "ar/feedback/")

    quiz.score(dict(list(ANSWERS.items())[:answered]))

    forms = quiz.part("open-count").locator("[data-plural]")
    expect(forms).to_have_count(6)
    expect(forms.locator("visible=true")).to_have_attribute("data-plural", form)


@pytest.mark.parametrize(
    ("path", "from_the_left"),
    [("ar/", ["max", "value", "min"]), ("", ["min", "value", "max"])],
)
def test_a_scale_begins_where_reading_does(
    page: Page, site: StaticServer, path: str, from_the_left: list[str]
) -> None:
    """The least stands to the right of the most, with the score between them."""
    quiz = ready(page, site, f"{path}feedback/")
    quiz.score(ANSWERS)

    drawing = quiz.part("result").locator(styled(".kw-scale--large"))
    places = {
        part: left_of(drawing.locator(f"[data-part={part}]").first)
        for part in ("min", "value", "max")
    }
    assert sorted(places, key=lambda part: places[part]) == from_the_left


def test_numbers_of_a_result_are_those_that_the_page_was_built_with(
    page: Page, site: StaticServer
) -> None:
    """Digits, minus and ends of the scale are the same where Python wrote them."""
    quiz = ready(page, site, "arqam/")

    quiz.score({"sabah": "a", "masaa": "b"})

    quiz.expect_score("\u0669")
    told = quiz.in_score("total", "[data-part=min]")
    expect(told.first).to_have_text("\u061c\u2212\u0666")


def test_digits_of_css_are_those_of_the_language(
    open_page: Callable[..., Page], site: StaticServer
) -> None:
    """Where no script runs, counters write as the rest of the page does."""
    page = open_page(java_script_enabled=False)
    page.goto(site.url("arqam/"))
    QuizPage(page).choose({"sabah": "a", "masaa": "a"})

    styles = page.locator(".kw-count").evaluate_all(
        "all => all.map((e) => getComputedStyle(e, '::before').content)"
    )

    assert styles
    assert all("arabic-indic" in style for style in styles)
