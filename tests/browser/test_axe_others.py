"""axe finds nothing in what else a reader meets, in any theme, width and scheme.

Steps, questions of every kind, a quiz from right to left, the list of quizzes, a page
whose program or markup did not come, and a result that was saved.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.axe import faults_in
from testkit.quiz_page import QuizPage
from testkit.reader import STEP_STATES, answer_all, save, to_opened_result, to_result
from testkit.showcase import KINDS, RIGHT_TO_LEFT, THEMES
from testkit.small_quiz import SMALL, SMALL_STEPS
from testkit.static_server import StaticServer
from testkit.watch import Watch

BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

pytestmark = pytest.mark.parametrize("theme", THEMES)


@pytest.fixture
def site(serve: Serve, built_site: BuiltSite, theme: str) -> StaticServer:
    """Serve the site in the theme."""
    return serve(built_site(f"showcase-{theme}"))


def test_axe_finds_nothing_in_any_step(page: Page, site: StaticServer) -> None:
    """The first, with an error, one underway, and on the way back from the result."""
    page.goto(site.url(f"{SMALL_STEPS}/"))
    found = []

    for state in STEP_STATES:
        state.reach(page)
        told = faults_in(page, page.main_frame)
        found += [f"{state.name}, {fault}" for fault in told]

    assert found == []


@pytest.mark.parametrize("quiz", [KINDS, RIGHT_TO_LEFT])
def test_axe_finds_nothing_in_other_quizzes(
    page: Page, site: StaticServer, quiz: str
) -> None:
    """Questions of every kind; and Arabic, with a radar: the form and its result."""
    page.goto(site.url(f"{quiz}/"))

    to_opened_result(page)

    assert list(faults_in(page, page.main_frame)) == []


def test_axe_finds_nothing_in_the_list_of_quizzes(
    page: Page, site: StaticServer
) -> None:
    """Nor where it names quizzes in other languages."""
    page.goto(site.url(""))

    assert list(faults_in(page, page.main_frame)) == []


def test_axe_finds_nothing_where_the_page_counts_itself(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """The plain mode, reached because the runtime does not come.

    Without any script axe could not run either.
    """
    watch.expect("console error: Failed to load resource")
    page.route(re.compile("/assets/runtime"), lambda route: route.abort())
    page.goto(site.url(f"{SMALL}/"))
    quiz = QuizPage(page)
    quiz.show_interest()
    quiz.expect_state("failed")
    answer_all(page)

    assert list(faults_in(page, page.main_frame)) == []


def test_axe_finds_nothing_where_part_of_a_result_did_not_come(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """Which the page says, with a button."""
    watch.expect("console error: Failed to load resource")
    page.route(re.compile("/assets/late"), lambda route: route.abort())
    page.goto(site.url(f"{SMALL}/"))
    to_result(page)
    expect(QuizPage(page).part("lacking")).to_be_visible()

    assert list(faults_in(page, page.main_frame)) == []


def test_axe_finds_nothing_in_a_saved_result(
    page: Page, site: StaticServer, tmp_path: Path
) -> None:
    """A file without scripts, but for axe."""
    page.goto(site.url(f"{SMALL}/"))
    to_result(page)
    save(page, tmp_path / "saved.html")
    page.goto((tmp_path / "saved.html").as_uri())

    assert list(faults_in(page, page.main_frame)) == []
