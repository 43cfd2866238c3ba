"""When the runtime comes, when it comes late, and when it does not come."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from playwright.sync_api import Page, Route, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.watch import Watch

Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]

ANSWERS = {"first": "c", "second": "c", "third": "b"}
TOTAL = "8"
RUNTIME = re.compile(r"/assets/runtime[^/]*\.js$")


@pytest.fixture
def server(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the site of these tests."""
    return serve(built_site("behaviour"))


def runtimes_asked_for(server: StaticServer) -> int:
    """Count how often the runtime was asked for."""
    return sum(1 for path in server.asked_for if RUNTIME.search(path))


def hold_runtime(page: Page) -> list[Route]:
    """Let the runtime wait, and give the list of the requests for it."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(RUNTIME, hold)
    return held


def submitted_early(page: Page, server: StaticServer) -> tuple[QuizPage, list[Route]]:
    """Answer and submit while the runtime is held back."""
    held = hold_runtime(page)
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)
    quiz.score(ANSWERS)
    expect(quiz.part("pending")).to_be_visible()
    return quiz, held


def without_runtime(page: Page, server: StaticServer) -> QuizPage:
    """Visit a quiz whose runtime does not come."""
    page.route(RUNTIME, lambda route: route.abort())
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)
    quiz.show_interest()
    quiz.expect_state("failed")
    return quiz


def plain_mode_is_on(page: Page) -> bool:
    """Say whether the page works as it does without scripts."""
    return not page.evaluate("document.documentElement.hasAttribute('data-scripts')")


def test_no_sign_of_interest_loads_nothing(page: Page, server: StaticServer) -> None:
    """Who only passes by pays for no runtime, however long the page is open."""
    page.goto(server.url("mirror/"), wait_until="networkidle")

    assert runtimes_asked_for(server) == 0
    QuizPage(page).expect_state("idle")


@pytest.mark.parametrize(
    "sign", ["pointerover", "pointerdown", "focusin", "input", "keydown"]
)
def test_any_sign_of_interest_loads_the_runtime(
    page: Page, server: StaticServer, sign: str
) -> None:
    """On whatever comes first, inside the form."""
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.radio("first", "a").dispatch_event(sign)

    quiz.expect_state("ready")


def test_the_runtime_is_asked_for_once(page: Page, server: StaticServer) -> None:
    """However many signs there are."""
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)
    quiz.reset()
    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    assert runtimes_asked_for(server) == 1


def test_what_is_submitted_early_is_scored_when_the_runtime_comes(
    page: Page, server: StaticServer
) -> None:
    """The reader sees and hears that the page is at it, and need not ask again."""
    held = hold_runtime(page)
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    expect(quiz.part("pending")).to_be_visible()
    expect(quiz.part("status")).to_have_text(quiz.part("pending").inner_text())
    expect(quiz.form).to_have_attribute("data-pending", "")
    expect(quiz.part("result")).to_be_hidden()
    quiz.expect_state("idle")

    held[0].continue_()

    quiz.expect_score(TOTAL)
    expect(quiz.part("pending")).to_be_hidden()
    expect(quiz.part("result-heading")).to_be_focused()
    assert quiz.form.get_attribute("data-pending") is None


def test_an_early_submission_is_scored_with_the_answers_of_later(
    page: Page, server: StaticServer
) -> None:
    """The answers are read when they are scored, not when the button was pressed."""
    quiz, held = submitted_early(page, server)

    quiz.choose({"third": "c"})
    held[0].continue_()

    quiz.expect_score("9")


def test_clearing_the_answers_takes_an_early_submission_back(
    page: Page, server: StaticServer
) -> None:
    """Nobody who starts anew is told, when the runtime comes, what is still open."""
    quiz, held = submitted_early(page, server)

    quiz.reset()

    expect(quiz.part("pending")).to_be_hidden()
    expect(quiz.part("status")).to_be_empty()
    held[0].continue_()
    quiz.expect_ready()
    expect(quiz.part("errors")).to_be_hidden()
    assert quiz.form.get_attribute("data-pending") is None


def test_a_submission_while_the_page_still_arrives_waits(
    page: Page, server: StaticServer
) -> None:
    """The button is there, the end of the page is not: no result can be drawn yet."""
    page.add_init_script(
        """new MutationObserver((_, observer) => {
          const button = document.querySelector("button[type=submit]");
          if (!button) return;
          observer.disconnect();
          button.click();
          window.runtimesThen = document.querySelectorAll("script[src]").length;
          window.stateThen = document.readyState;
        }).observe(document, {childList: true, subtree: true})"""
    )

    page.goto(server.url("mirror/"))

    quiz = QuizPage(page)
    expect(quiz.part("errors")).to_be_focused()
    quiz.expect_open("first", "second", "third")
    assert page.evaluate("[stateThen, runtimesThen]") == ["loading", 0]
    expect(page).to_have_url(server.url("mirror/"))


def test_a_runtime_that_does_not_come_leaves_the_plain_page(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """The page says so, keeps the answers, and works as without scripts."""
    watch.expect("console error: Failed to load resource")
    quiz, held = submitted_early(page, server)

    held[0].abort()

    quiz.expect_state("failed")
    assert plain_mode_is_on(page)
    expect(quiz.part("failed")).to_be_visible()
    expect(quiz.part("pending")).to_be_hidden()
    expect(quiz.part("status")).to_have_text(quiz.part("failed").inner_text())
    expect(quiz.part("result")).to_be_visible()
    assert quiz.form.get_attribute("data-pending") is None
    for question, option in ANSWERS.items():
        expect(quiz.radio(question, option)).to_be_checked()


def test_submitting_again_tries_again(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """The network may be back, and then everything is as it should have been."""
    watch.expect("console error: Failed to load resource")
    quiz = without_runtime(page, server)
    page.unroute(RUNTIME)
    quiz.choose(ANSWERS)

    quiz.submit()

    quiz.expect_score(TOTAL)
    quiz.expect_state("scored")
    assert not plain_mode_is_on(page)
    expect(quiz.part("failed")).to_be_hidden()


def test_only_a_submission_tries_again(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """Not every movement of a reader whose network is gone."""
    watch.expect("console error: Failed to load resource")
    quiz = without_runtime(page, server)

    for sign in ("pointerover", "pointerdown", "focusin", "input", "keydown"):
        quiz.radio("first", "a").dispatch_event(sign)

    assert page.locator("script[src*=runtime]").count() == 1


def test_a_runtime_that_breaks_leaves_the_plain_page(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """It came, but it did not get as far as reading the quiz."""
    watch.expect("page error: .*broken")
    page.route(RUNTIME, lambda route: route.fulfill(body="throw Error('broken')"))
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)

    quiz.show_interest()

    quiz.expect_state("failed")

    assert plain_mode_is_on(page)
    expect(quiz.part("failed")).to_be_visible()


def test_a_runtime_that_breaks_while_scoring_leaves_the_plain_page(
    page: Page, server: StaticServer, watch: Watch
) -> None:
    """No reader is left with a button that does nothing."""
    watch.expect("page error: ")
    watch.expect("console error: ")
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)
    quiz.expect_ready()
    page.evaluate(
        "() => { Element.prototype.replaceChildren = () => { throw Error('broken') } }"
    )

    quiz.score(ANSWERS)

    quiz.expect_state("failed")
    assert plain_mode_is_on(page)
    expect(quiz.part("failed")).to_be_visible()


def test_a_program_that_submits_the_form_is_scored_too(
    page: Page, server: StaticServer
) -> None:
    """There are other ways to submit than the button."""
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)
    quiz.expect_ready()
    quiz.choose(ANSWERS)

    quiz.form.evaluate("form => form.requestSubmit()")

    quiz.expect_score(TOTAL)


def test_one_press_scores_once(page: Page, server: StaticServer) -> None:
    """A click is one submission: scored twice, it would say that nothing changed."""
    page.goto(server.url("mirror/"))
    quiz = QuizPage(page)
    quiz.expect_ready()

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    scored = quiz.root.locator("[data-say=scored]").text_content() or ""
    expect(quiz.part("status")).to_have_text(scored)


def test_questions_may_be_called_after_parts_of_a_form(
    page: Page, server: StaticServer
) -> None:
    """A radio called `reset` hides the form's own reset, and `closest` its closest."""
    page.goto(server.url("names/"))
    quiz = QuizPage(page)
    fieldsets = quiz.root.locator("fieldset[data-question]").all()
    names = [fieldset.get_attribute("data-question") or "" for fieldset in fieldsets]

    quiz.form.dispatch_event("click")
    quiz.submit()
    expect(quiz.part("errors")).to_be_focused()
    quiz.expect_open(*names)

    quiz.score(dict.fromkeys(names, "b"))
    quiz.expect_score(str(2 * len(names)))

    quiz.reset()
    expect(quiz.part("result")).to_be_hidden()


def two_quizzes(site: Path, folder: Path) -> Path:
    """Put a second quiz under the first one on a page; give the folder of the site."""
    whole = folder / "site"
    copytree(site, whole)
    article = re.compile(r"<article.*</article>", re.DOTALL)
    second = article.search((site / "names/index.html").read_text("utf-8"))
    assert second
    page = whole / "mirror/index.html"
    first_html = page.read_text("utf-8")
    both = article.sub(lambda first: first[0] + second[0], first_html)
    page.write_text(both, "utf-8")
    return whole


def test_two_quizzes_on_a_page_do_not_disturb_each_other(
    page: Page, serve: Serve, built_site: BuiltSite, tmp_path: Path
) -> None:
    """Each has its own list, result and words."""
    server = serve(two_quizzes(built_site("behaviour"), tmp_path))
    page.goto(server.url("mirror/"))
    first, second = QuizPage(page, 0), QuizPage(page, 1)

    first.score(ANSWERS)
    first.expect_score(TOTAL)
    second.submit()

    expect(second.part("errors")).to_be_focused()
    expect(second.part("result")).to_be_hidden()
    expect(first.part("errors")).to_be_hidden()
    first.expect_score(TOTAL)
    first.expect_state("scored")
    second.expect_ready()
    second.reset()
    first.expect_score(TOTAL)


def test_a_page_from_a_disk_works_as_from_a_server(
    page: Page, built_site: BuiltSite
) -> None:
    """Without any origin, under the same policy."""
    page.goto((built_site("behaviour") / "mirror/index.html").as_uri())
    quiz = QuizPage(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
