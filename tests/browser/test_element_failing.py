"""Where a quiz cannot stand in the page, its link does, and never half a quiz."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from testkit.host_page import OWN_FILES, element_html, quiz_of, write_host
from testkit.publisher import ANSWERS, TOTAL
from testkit.static_server import StaticServer
from testkit.watch import Watch

BuiltSite = Callable[[str], Path]
Serve = Callable[..., StaticServer]

THROW = "() => { throw new Error('mine') }"
LINKS = {
    "customElements.get": (f"customElements.get = {THROW};", "pageerror"),
    "XMLHttpRequest": (f"window.XMLHttpRequest = {THROW};", "console"),
    "attachShadow": ("Element.prototype.attachShadow = null;", "console"),
    "iterator": (f"Array.prototype[Symbol.iterator] = {THROW};", "pageerror"),
}
"""What a page may have overridden so that no quiz comes, and how that is told."""

FAILURES = {
    "Array.map": f"Array.prototype.map = {THROW};",
    "Function.call": f"Function.prototype.call = {THROW};",
    "JSON": "window.JSON = { parse: () => null, stringify: () => '' };",
    "Object.keys": f"Object.keys = {THROW};",
}
"""What keeps the runtime from working, but not the quiz from counting by itself."""

SPARED = f"""
customElements.define = {THROW};
window.XMLHttpRequest = window.fetch = {THROW};
window.Promise = function () {{ throw new Error("mine"); }};
Element.prototype.attachShadow = {THROW};
window.IntersectionObserver = undefined;
"""
"""What a page may override once its quizzes stand there."""


@pytest.fixture
def hosted(built_site: BuiltSite, tmp_path: Path) -> Path:
    """Copy a built site that a test may break."""
    folder = tmp_path / "dist"
    shutil.copytree(built_site("behaviour"), folder)
    return folder


def link_of(page: Page) -> Locator:
    """Give the link that the publisher wrote."""
    return page.get_by_role("link", name="The quiz mirror")


def open_overridden(site: Path, server: StaticServer, page: Page, script: str) -> None:
    """Open a page whose own script comes before that of the quizzes."""
    (site / "first.js").write_text(script, encoding="utf-8")
    head = OWN_FILES + '<script src="first.js"></script>'
    write_host(site, element_html(), head)
    page.goto(server.url("host.html"))


def leave(page: Page) -> None:
    """Leave a page in which nothing can be looked up any more."""
    page.goto("about:blank")


@pytest.mark.parametrize("missing", ["mirror/element.html", "style"])
def test_link_stays_where_a_file_is_missing(
    hosted: Path, serve: Serve, page: Page, watch: Watch, missing: str
) -> None:
    """And the console says what could not be had."""
    markup = hosted / "mirror/element.html"
    style = re.search(r'href="\.\./(assets/[^"]+\.css)"', markup.read_text("utf-8"))
    assert style
    (hosted / style[1] if missing == "style" else markup).unlink()
    write_host(hosted, element_html())
    watch.expect("console error: Failed to load resource")
    watch.expect('console warning: <kwispel-quiz src="mirror/">: it')

    with page.expect_console_message(lambda told: told.type == "warning"):
        page.goto(serve(hosted).url("host.html"))

    expect(link_of(page)).to_be_visible()
    expect(page.locator("kw-html")).to_be_hidden()


def test_page_that_is_no_quiz_leaves_the_link(
    hosted: Path, serve: Serve, page: Page, watch: Watch
) -> None:
    """A server that answers everything with its front page is no quiz."""
    (hosted / "mirror/element.html").write_text("<h1>Welcome</h1>", encoding="utf-8")
    write_host(hosted, element_html())
    watch.expect("console warning: .*it cannot be fetched")

    with page.expect_console_message():
        page.goto(serve(hosted).url("host.html"))

    expect(link_of(page)).to_be_visible()


def test_quiz_counts_by_itself_where_the_runtime_is_missing(
    hosted: Path, serve: Serve, page: Page, watch: Watch
) -> None:
    """A note says so, the way without scripts takes over, and the link is back."""
    for runtime in hosted.glob("assets/runtime.*.js"):
        runtime.unlink()
    write_host(hosted, element_html())
    watch.expect("console error: Failed to load resource")
    page.goto(serve(hosted).url("host.html"))
    quiz = quiz_of(page)

    quiz.score(ANSWERS)

    quiz.expect_state("failed")
    expect(quiz.part("failed")).to_be_visible()
    expect(quiz.part("result")).to_be_visible()
    expect(link_of(page)).to_be_visible()


def test_anchor_without_the_runtime_stays_in_the_quiz(
    hosted: Path, serve: Serve, page: Page, watch: Watch
) -> None:
    """It leads to the result, and leaves the address of the page alone."""
    for runtime in hosted.glob("assets/runtime.*.js"):
        runtime.unlink()
    write_host(hosted, element_html())
    watch.expect("console error: Failed to load resource")
    server = serve(hosted)
    page.goto(server.url("host.html"))
    quiz = quiz_of(page)
    quiz.score(ANSWERS)
    quiz.expect_state("failed")

    quiz.root.locator('a[href="#result"]:visible').first.click()

    expect(quiz.part("result")).to_be_in_viewport()
    expect(page).to_have_url(server.url("host.html"))


@pytest.mark.parametrize("name", LINKS)
def test_link_stays_where_the_page_has_overridden_what_brings_a_quiz(
    hosted: Path, serve: Serve, page: Page, watch: Watch, name: str
) -> None:
    """The console has the word; a reader loses nothing but the way round."""
    watch.expect("page error: |console warning: <kwispel-quiz ")

    script, told_by = LINKS[name]
    with page.expect_event(told_by):  # type: ignore[call-overload] # any of two names
        open_overridden(hosted, serve(hosted), page, script)

    expect(page.locator("h1")).to_have_text("An article")
    expect(link_of(page)).to_be_visible()
    expect(page.locator("kw-html")).to_be_hidden()
    leave(page)


@pytest.mark.parametrize("name", FAILURES)
def test_quiz_says_so_where_the_page_has_overridden_what_it_works_with(
    hosted: Path, serve: Serve, page: Page, watch: Watch, name: str
) -> None:
    """The note and the link are there, and the quiz counts by itself."""
    watch.expect("page error: ")
    watch.expect("console error: |page error: |left out: ")
    open_overridden(hosted, serve(hosted), page, FAILURES[name])
    quiz = quiz_of(page)

    quiz.score(ANSWERS)

    quiz.expect_state("failed")
    expect(quiz.part("failed")).to_be_visible()
    expect(link_of(page)).to_be_visible()
    leave(page)


def test_quiz_gives_way_to_its_link_where_its_script_cannot_go_on(
    hosted: Path, serve: Serve, page: Page, watch: Watch
) -> None:
    """Half a quiz is none, and a link leads to a whole one."""
    watch.expect("console warning: <kwispel-quiz ")
    script = f"Map.prototype.get = {THROW};"
    open_overridden(hosted, serve(hosted), page, script)

    quiz_of(page).form.hover()

    expect(link_of(page)).to_be_visible()
    expect(page.locator("kw-html")).to_have_count(0)
    leave(page)


def test_quiz_that_stands_there_outlives_what_the_page_overrides(
    hosted: Path, serve: Serve, page: Page
) -> None:
    """What the script needs of the page it has taken by then."""
    write_host(hosted, element_html())
    page.goto(serve(hosted).url("host.html"))
    quiz = quiz_of(page)

    page.evaluate(SPARED)
    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
