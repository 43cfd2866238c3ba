"""What a runtime turns out to need and has left out, the complete one does."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kwispel.runtime.load import load_runtime
from testkit.host_page import element_html, quiz_of, write_host
from testkit.left_out import COMPLETE, RUNTIME, leave_out, seen, use_complete
from testkit.publisher import frame_html, quiz_in
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.step_page import StepPage
from testkit.watch import Watch

OpenPage = Callable[..., Page]
Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]

ANSWERS = {"first": "c", "second": "c", "third": "b"}
TOTAL = "8"
FIRST_OF_EACH = """() => {
    for (const question of document.querySelectorAll("[data-question]")) {
        question.querySelector("input").click();
    }
}"""
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def server(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the site of these tests."""
    return serve(built_site("behaviour"))


def completes_asked_for(server: StaticServer) -> int:
    """Count how often the complete runtime was asked for."""
    return sum(1 for path in server.asked_for if COMPLETE.search(path))


def score(page: Page) -> QuizPage:
    """Answer all, and wait for the result."""
    quiz = QuizPage(page)
    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)
    quiz.expect_whole()
    return quiz


def score_again(page: Page) -> QuizPage:
    """Change an answer after a result, and ask for another one."""
    quiz = score(page)
    quiz.score({"third": "c"})
    quiz.expect_score("9")
    return quiz


def miss_one(page: Page) -> QuizPage:
    """Leave a question open, and then answer it."""
    quiz = QuizPage(page)
    quiz.score({"first": "c", "second": "c"})
    expect(quiz.part("errors")).to_be_visible()
    quiz.choose({"third": "b"})
    expect(quiz.part("errors")).to_be_hidden()
    return quiz


def share(page: Page) -> QuizPage:
    """Copy the link to a result."""
    quiz = score_again(page)
    quiz.root.locator('[data-press="copy"]').click()
    expect(quiz.part("copied")).to_be_visible()
    return quiz


def clear(page: Page) -> QuizPage:
    """Clear the answers after a result."""
    quiz = score(page)
    quiz.reset()
    expect(quiz.part("result")).to_be_hidden()
    return quiz


def open_link(page: Page) -> QuizPage:
    """Open the link to a result of somebody else after a result of one's own."""
    quiz = score(page)
    code = quiz.root.locator("[data-part=code]").first.text_content() or ""
    quiz.score({"third": "c"})
    quiz.expect_score("9")
    page.evaluate("code => { location.hash = `r=${code}`; }", code)
    expect(quiz.part("opened")).to_be_visible()
    quiz.expect_score(TOTAL)
    return quiz


def walk(page: Page) -> QuizPage:
    """Go through a quiz that asks one question at a time, and back from its result."""
    quiz = StepPage(page)
    quiz.walk()
    quiz.expect_score("4")
    page.go_back()
    quiz.expect_at("home")
    return quiz


def fill_card(page: Page) -> QuizPage:
    """Take advice along, and write something of one's own on the card."""
    quiz = QuizPage(page)
    quiz.root.evaluate(
        """root => root.querySelectorAll("[data-question]").forEach(
        (each) => each.querySelector("input").click())"""
    )
    quiz.submit()
    expect(quiz.part("result")).to_be_visible()
    quiz.expect_whole()
    quiz.root.locator('[data-press="own"]').click()
    quiz.root.locator('[data-place="1"] [data-kw="what"]').fill("Go for a walk")
    quiz.root.locator('[data-press="own"]').click()
    expect(quiz.root.locator('[data-place="2"]')).to_be_visible()
    return quiz


def lines(shown: Any) -> set[str]:  # noqa: ANN401 - whatever was seen
    """Give what was seen line by line."""
    each = {
        key: shown[key] if isinstance(shown[key], list) else [shown[key]]
        for key in shown
    }
    return {f"{key}: {line}" for key in each for line in each[key]}


CASES: dict[str, tuple[str, str, str, Callable[[Page], QuizPage]]] = {
    "start": ("behaviour", "mirror/", "begin", score),
    "first score": ("behaviour", "mirror/", "finish", score),
    "while drawing": ("behaviour", "mirror/", "_settle", score),
    "in the middle of drawing": ("behaviour", "mirror/", "_count", score_again),
    "later score": ("behaviour", "mirror/", "_changed_scores", score_again),
    "open questions": ("behaviour", "mirror/", "open_changes", miss_one),
    "question that was open": ("behaviour", "mirror/", "_closed", miss_one),
    "sharing": ("behaviour", "mirror/", "link_to", share),
    "clearing": ("behaviour", "mirror/", "visit", clear),
    "opening a link": ("behaviour", "mirror/", "opened_changes", open_link),
    "step": ("steps", "walk/", "_moved", walk),
    "step to the result": ("steps", "walk/", "_scored", walk),
    "step back": ("steps", "walk/", "_gone", walk),
    "card": ("card", "own/", "card_changes", fill_card),
    "second on the card": ("card", "own/", "Cards._written", fill_card),
}
"""What is left out: site, page, function of kwispel's Python, and what happens."""


@pytest.mark.parametrize("case", CASES)
def test_complete_runtime_shows_what_it_would_have_shown(
    open_page: OpenPage, serve: Serve, built_site: BuiltSite, watch: Watch, case: str
) -> None:
    """Result, answers, focus, title, address and history, wherever the cut is."""
    site, path, function, act = CASES[case]
    watch.expect(f"left out: {function}, for a test|left out of kwispel's runtime: ")
    folder = built_site(site)
    server = serve(folder)

    def shown(prepare: Callable[[Page], object]) -> Any:  # noqa: ANN401 - compared
        page = open_page(permissions=CLIPBOARD)
        prepare(page)
        page.goto(server.url(path))
        return seen(act(page))

    cut = shown(lambda page: leave_out(page, function))

    whole = shown(lambda page: use_complete(page, folder))
    assert lines(cut) ^ lines(whole) == set()
    assert cut == whole
    assert watch.saw(f"left out: {function}")
    assert completes_asked_for(server) == 1


def test_hook_that_lacks_something_is_not_taken_for_one_that_fails(
    page: Page, serve: Serve, built_site: BuiltSite, watch: Watch
) -> None:
    """Python catches what is thrown there, and goes on without the hook."""
    watch.expect("left out: adjusted, for a test|left out of kwispel's runtime: ")
    leave_out(page, "adjusted")
    page.goto(serve(built_site("hook")).url("care-2/"))
    quiz = QuizPage(page)

    quiz.score({"first": "c", "second": "c", "age": "a"})

    quiz.expect_state("scored")
    expect(quiz.part("result")).to_be_visible()
    expect(quiz.part("unadjusted")).to_be_hidden()
    assert watch.saw("left out: adjusted")


def test_element_takes_the_complete_runtime(
    open_page: OpenPage,
    serve: Serve,
    built_site: BuiltSite,
    tmp_path: Path,
    watch: Watch,
) -> None:
    """In a publisher's page, for each quiz that stands there, and once."""
    watch.expect("left out: finish, for a test|left out of kwispel's runtime: ")
    folder = tmp_path / "dist"
    shutil.copytree(built_site("behaviour"), folder)
    write_host(folder, element_html() + element_html())
    server = serve(folder)
    page = open_page()
    leave_out(page, "finish")
    page.goto(server.url("host.html"))
    first, second = quiz_of(page), quiz_of(page, 1)
    second.choose({"first": "a"})
    second.expect_ready()

    first.score(ANSWERS)
    first.expect_score(TOTAL)
    second.score(ANSWERS)

    second.expect_score(TOTAL)
    expect(first.part("result")).to_be_visible()
    assert completes_asked_for(server) == 1


def test_frame_without_an_origin_takes_the_complete_runtime(
    page: Page, publish: Serve, watch: Watch
) -> None:
    """Where nothing can be kept and no address is its own."""
    watch.expect("left out: finish, for a test|left out of kwispel's runtime: ")
    leave_out(page, "finish")
    page.goto(publish(frame_html(sandbox="allow-scripts")).url())
    quiz = quiz_in(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)


def test_way_without_scripts_takes_over_where_the_complete_runtime_does_not_come(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """The answers are kept, and the button tries again."""
    watch.expect("left out: finish, for a test|left out of kwispel's runtime: ")
    watch.expect("console error: Failed to load resource")
    leave_out(page, "finish")
    page.route(COMPLETE, lambda route: route.abort())
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    quiz.expect_state("failed")
    expect(quiz.part("failed")).to_be_visible()
    expect(quiz.radio("third", "b")).to_be_checked()
    page.unroute(COMPLETE)
    quiz.submit()
    quiz.expect_score(TOTAL)


@pytest.fixture
def lacking(page: Page, server: StaticServer, watch: Watch) -> QuizPage:
    """Open a quiz of which both runtimes lack something."""
    watch.expect("left out: finish, for a test|left out of kwispel's runtime: ")
    leave_out(page, "finish")
    leave_out(page, "finish", scripts=COMPLETE)
    page.goto(server.url("mirror/"))
    return QuizPage(page)


def test_complete_runtime_that_lacks_something_too_ends_in_the_way_without_scripts(
    lacking: QuizPage, server: StaticServer
) -> None:
    """It is asked for once, and no loop begins."""
    lacking.score(ANSWERS)

    lacking.expect_state("failed")
    expect(lacking.part("failed")).to_be_visible()
    assert completes_asked_for(server) == 1


def test_who_submits_where_both_runtimes_lack_something_waits_for_nothing(
    lacking: QuizPage, server: StaticServer
) -> None:
    """The page has said already that it cannot score, and says it again."""
    lacking.expect_ready()
    lacking.choose(ANSWERS)
    lacking.expect_state("failed")

    lacking.submit_button.click()

    expect(lacking.part("failed")).to_be_visible()
    expect(lacking.part("pending")).to_be_hidden()
    assert completes_asked_for(server) == 1


def test_nothing_asks_for_the_complete_runtime_while_nothing_is_needed(
    page: Page, server: StaticServer
) -> None:
    """It is a file like any other of the site, and no page ever loads it."""
    page.goto(server.url("mirror/"))

    score(page)

    assert completes_asked_for(server) == 0


def test_a_quiz_that_is_not_plain_is_none_for_the_runtime_of_plain_ones(
    page: Page, serve: Serve, built_site: BuiltSite, watch: Watch
) -> None:
    """It would be scored as if it were; a site never names that runtime for it."""
    watch.expect("left out: a quiz that is not plain|left out of kwispel's runtime: ")
    server = serve(built_site("better"))
    plain = load_runtime().plain
    page.route(RUNTIME, lambda route: route.fulfill(body=plain))
    page.goto(server.url("work/"))
    quiz = QuizPage(page)

    page.evaluate(FIRST_OF_EACH)
    quiz.submit()

    expect(quiz.part("result")).to_be_visible()
    quiz.expect_state("scored")
    assert watch.saw("a quiz that is not plain")
    assert completes_asked_for(server) == 1
