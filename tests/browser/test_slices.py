"""The runtime starts in slices: the browser has its turn, and nothing is lost."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.watch import Watch

Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]

ANSWERS = {"first": "c", "second": "c", "third": "b"}
TOTAL = "8"

SLOW = """
let now = 0;
performance.now = () => (now += 100);
"""
"""Each step of the start takes longer than a slice may, as far as anybody can tell."""

COUNTING = """
window.turns = 0;
const { port1, port2 } = new MessageChannel();
port1.onmessage = () => {
  window.turns += 1;
  port2.postMessage(0);
};
document.addEventListener("load", ({ target }) => {
  if (target.localName === "script" && /runtime/.test(target.src)) {
    port2.postMessage(0);
  }
}, true);
document.addEventListener("kw-ready", () => (window.turnsAtReady = window.turns));
"""
"""Something else that goes on in the page, in tasks of its own."""

AT_LOAD = """
document.addEventListener("load", ({ target }) => {
  if (target.localName !== "script" || !/runtime/.test(target.src)) return;
  window.stateAtLoad = document.querySelector("form[data-kw=quiz]").dataset.state;
  %s
}, true);
"""
"""Does something when the script has run, whose start has only begun."""

NO_TIMERS = "window.setTimeout = () => 0;"
NO_MESSAGES = "MessagePort.prototype.postMessage = () => {};"


@pytest.fixture
def server(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the site of these tests."""
    return serve(built_site("behaviour"))


def visit(page: Page, server: StaticServer, *scripts: str) -> QuizPage:
    """Open a quiz on a page in which something else runs first."""
    for script in scripts:
        page.add_init_script(script)
    page.goto(server.url("mirror/"))
    return QuizPage(page)


def test_other_tasks_have_their_turn_while_the_runtime_starts(
    page: Page, server: StaticServer
) -> None:
    """What a reader does, and what is drawn, waits for a step and not for the start."""
    quiz = visit(page, server, SLOW, COUNTING)

    quiz.expect_ready()

    page.wait_for_function("() => window.turnsAtReady > 100")


def test_what_is_submitted_during_the_start_is_scored_after_it(
    page: Page, server: StaticServer
) -> None:
    """Without a second click."""
    press = 'document.querySelector("button[type=submit]").click();'
    quiz = visit(page, server, SLOW, AT_LOAD % press)
    for question, option in ANSWERS.items():
        quiz.radio(question, option).evaluate("radio => (radio.checked = true)")

    quiz.show_interest()

    quiz.expect_score(TOTAL)
    expect(quiz.part("pending")).to_be_hidden()
    assert page.evaluate("stateAtLoad") == "idle"


@pytest.mark.parametrize("without", [NO_TIMERS, NO_MESSAGES])
def test_the_start_comes_to_its_end_with_one_way_to_go_on(
    page: Page, server: StaticServer, without: str
) -> None:
    """A hidden tab lets timers wait, and a page may have replaced either."""
    quiz = visit(page, server, without)

    quiz.choose(ANSWERS)
    quiz.submit_button.click()

    quiz.expect_score(TOTAL)


def test_a_script_that_is_added_twice_starts_once(
    page: Page, server: StaticServer
) -> None:
    """Or the reader's answers would be scored twice, and each click be heard twice."""
    again = "if (!window.added) document.head.append(added = copy(target));"
    quiz = visit(
        page,
        server,
        SLOW,
        "window.copy = ({ src }) => "
        "Object.assign(document.createElement('script'), { src });"
        "window.readies = 0; window.loads = 0;"
        "document.addEventListener('kw-ready', () => (readies += 1));",
        AT_LOAD % f"loads += 1; {again}",
    )

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    page.wait_for_function("() => window.loads === 2")
    quiz.reset()
    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)
    assert page.evaluate("readies") == 1


def test_an_error_in_a_slice_leads_to_the_way_without_scripts(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """Never to a quiz that works by half; the next attempt may do better."""
    watch.expect("(?s)console error: .*Traceback")
    watch.expect("page error")
    sheet = 'document.querySelector("[data-kw=sheet]")'
    spoil = f"window.whole ??= {sheet}.textContent; {sheet}.textContent = '{{';"
    quiz = visit(page, server, SLOW, AT_LOAD % spoil)

    quiz.score(ANSWERS)
    quiz.expect_state("failed")
    expect(quiz.part("failed")).to_be_visible()

    page.evaluate(f"Object.defineProperty({sheet}, 'textContent', {{ value: whole }})")
    quiz.submit()
    quiz.expect_score(TOTAL)


def test_who_leaves_during_the_start_and_returns_finds_a_quiz_that_works(
    page: Page, server: StaticServer
) -> None:
    """Whatever the browser has kept of the page."""
    leave = 'if (!/back/.test(location.search)) location.assign("?back");'
    quiz = visit(page, server, SLOW, AT_LOAD % leave)
    quiz.show_interest()
    page.wait_for_url("**/?back")

    page.go_back()
    page.evaluate("history.replaceState(null, '', '?back')")
    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
