"""Nothing moves by itself, and what opens moves nothing that is being read."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, Route, expect

from testkit.quiz_page import QuizPage
from testkit.reader import (
    NOT_YET_LAST,
    STATES,
    USED,
    answer_all,
    code_of,
    to_result,
    to_second_step,
)
from testkit.showcase import QUIZ, STEPS, THEMES
from testkit.static_server import StaticServer
from testkit.styled import styled
from testkit.watch import Watch

OpenPage = Callable[..., Page]
BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

SIZES = ({"width": 360, "height": 740}, {"width": 1280, "height": 1400})

OBSERVE = """
window.shifts = [];
new PerformanceObserver((list) => {
  for (const entry of list.getEntries().filter((entry) => entry.value > 0.001))
    window.shifts.push(`${entry.value}: ` + entry.sources.map((source) =>
      (source.node && source.node.outerHTML || "").slice(0, 90)).join());
}).observe({type: "layout-shift", buffered: true});
"""
"""Counts those too that follow an act, which the measure itself excuses.

Below a thousandth, where the measure is told as 0.00, a count gets its second digit.
"""

UNASKED = "entry.value > 0.001 && !entry.hadRecentInput"
"""Where a question takes the place of another, what is below it moves with it."""

PLACES = styled("""
() => [".kw-trail", "fieldset[data-question]"].map((part) => {
  const shown = [...document.querySelectorAll(part)].find((e) => e.checkVisibility());
  return Math.round(shown.getBoundingClientRect().top);
})
""")

CHOOSE = """
() => [...document.querySelectorAll("fieldset[data-question] label")]
  .find((label) => label.checkVisibility()).click()
"""

SLOW = {
    "offline": False,
    "latency": 300,
    "downloadThroughput": 600_000,
    "uploadThroughput": 50_000,
}
"""A telephone in a train: bytes a second, and milliseconds of waiting."""

PAINTED = """
() => new Promise((done) => requestAnimationFrame(() =>
  requestAnimationFrame(() => setTimeout(done, 50))))
"""
"""Two frames on, and when observers have been told of them."""

OPEN_ONE_BY_ONE = """
() => [...document.querySelectorAll("details")].filter((d) => d.checkVisibility())
  .flatMap((panel) => {
    const place = () => Math.round(panel.getBoundingClientRect().top + scrollY);
    const before = place();
    panel.open = true;
    return place() === before ? [] : [panel.outerHTML.slice(0, 90)];
  })
"""


def shifts(page: Page) -> list[str]:
    """Give the shifts since the last time, when the page has been painted."""
    page.evaluate(PAINTED)
    return list(page.evaluate("window.shifts.splice(0)"))


@pytest.fixture
def visit(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve
) -> Callable[..., Page]:
    """Give a function that opens the quiz in a theme, and counts what shifts."""

    def open_one(theme: str, **options: object) -> Page:
        page = open_page(**options)
        page.add_init_script(OBSERVE)
        page.goto(serve(built_site(f"showcase-{theme}")).url(f"{QUIZ}/"))
        return page

    return open_one


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_shifts_while_the_reader_answers(
    visit: Callable[..., Page], theme: str
) -> None:
    """From the first paint, over the coming of the runtime, to the last answer."""
    page = visit(theme, viewport=SIZES[0])
    QuizPage(page).expect_ready()
    assert shifts(page) == []

    answer_all(page)

    assert shifts(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_a_result_that_is_awaited_pushes_nothing_away(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve, size: dict[str, int]
) -> None:
    """Where the runtime comes long after the reader has asked for the result."""
    page = open_page(viewport=size)
    page.add_init_script(OBSERVE)
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile("/assets/runtime"), hold)
    page.goto(serve(built_site("showcase-spiegel")).url(f"{QUIZ}/"))
    answer_all(page)
    quiz = QuizPage(page)
    quiz.submit()
    expect(quiz.part("pending")).to_be_visible()
    shifts(page)

    held[0].continue_()
    quiz.expect_state("scored")

    assert shifts(page) == []


@pytest.mark.parametrize("theme", THEMES)
def test_nothing_shifts_where_a_link_opens_a_result(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve, theme: str
) -> None:
    """Without an act of the reader, from the first paint to where it stands."""
    url = serve(built_site(f"showcase-{theme}")).url(f"{QUIZ}/")
    page = open_page(viewport=SIZES[0])
    page.goto(url)
    to_result(page)
    code = code_of(QuizPage(page))
    page.add_init_script(OBSERVE)
    page.goto("about:blank")

    page.goto(f"{url}#r={code}")
    QuizPage(page).expect_state("scored")
    expect(QuizPage(page).part("result-heading")).to_be_in_viewport()

    assert shifts(page) == []


@pytest.mark.parametrize("size", SIZES)
def test_nothing_but_the_question_changes_from_step_to_step(
    open_page: OpenPage, built_site: BuiltSite, serve: Serve, size: dict[str, int]
) -> None:
    """Each begins where the last began, and nothing shifts that no press has moved."""
    page = open_page(viewport=size)
    page.add_init_script(OBSERVE.replace("entry.value > 0.001", UNASKED))
    page.goto(serve(built_site("showcase-spiegel")).url(f"{STEPS}/"))
    QuizPage(page).expect_ready()
    to_second_step(page)
    places = []

    while page.locator(NOT_YET_LAST).count():
        places.append(page.evaluate(PLACES))
        page.evaluate(CHOOSE)
        QuizPage(page).submit()
        page.evaluate(PAINTED)

    assert len(places) > 5
    assert [place for place in places if place != places[0]] == []
    answer_all(page)
    QuizPage(page).submit()
    QuizPage(page).expect_state("scored")
    assert shifts(page) == []


def test_nothing_shifts_on_a_slow_connection(
    page: Page, built_site: BuiltSite, serve: Serve
) -> None:
    """The page, its late style and the runtime come one after the other."""
    page.add_init_script(OBSERVE)
    line = page.context.new_cdp_session(page)
    line.send("Network.emulateNetworkConditions", SLOW)

    page.goto(serve(built_site("showcase-spiegel")).url(f"{QUIZ}/"))
    QuizPage(page).expect_ready()

    assert shifts(page) == []


def test_a_panel_opens_below_its_heading(visit: Callable[..., Page]) -> None:
    """What stands above stays where it is."""
    page = visit("spiegel", viewport=SIZES[0])
    for state in STATES[:3]:
        state.reach(page)

    assert page.evaluate(OPEN_ONE_BY_ONE) == []


@pytest.mark.parametrize("theme", THEMES)
def test_who_wants_no_motion_sees_none(
    visit: Callable[..., Page], watch: Watch, theme: str
) -> None:
    """In no state is there an animation, or scrolling that glides."""
    watch.expect("^storage: ")
    page = visit(theme, reduced_motion="reduce")

    for state in (*STATES, USED):
        state.reach(page)
        assert page.evaluate("document.getAnimations().length") == 0
        scrolling = "getComputedStyle(document.documentElement).scrollBehavior"
        assert page.evaluate(scrolling) == "auto"
