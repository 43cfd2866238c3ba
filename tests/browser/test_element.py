"""A quiz in the publisher's page itself: <kwispel-quiz>, with nothing of it outside."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.axe import faults_through_shadows
from testkit.host_page import (
    OWN_FILES,
    SCRIPT,
    element,
    element_html,
    quiz_of,
    write_host,
)
from testkit.publisher import ANSWERS, TOTAL
from testkit.static_server import StaticServer
from testkit.styled import styled

BuiltSite = Callable[[str], Path]
OpenPage = Callable[..., Page]
Serve = Callable[..., StaticServer]
Host = Callable[..., StaticServer]

HOSTILE = OWN_FILES + '<link rel=stylesheet href="host.css">'
GLOBALS = """() => {
  const found = [];
  for (const name of Object.getOwnPropertyNames(window)) {
    let value;
    try { value = window[name]; } catch { continue; }
    found.push(name);
    const owners = typeof value === "function" ? [value, value.prototype || {}] : [];
    for (const [at, owner] of owners.entries()) {
      const where = at ? `${name}.prototype` : name;
      for (const key of Reflect.ownKeys(owner)) found.push(`${where} ${String(key)}`);
    }
  }
  return found.sort();
}"""
MARK = r"^\w+ (\$\w+|Symbol\(PYOBJFCTS?\))$"
LOOKS = """node => {
  const style = getComputedStyle(node);
  return ["color", "direction", "fontFamily", "fontSize", "fontStyle", "lineHeight",
    "letterSpacing", "textTransform", "visibility", "boxSizing", "backgroundColor"]
    .map((name) => `${name}: ${style[name]}`);
}"""
EVENTS = """() => {
  window.heard = [];
  for (const name of ["kwispel-start", "kwispel-complete"]) {
    document.addEventListener(name, ({ target, detail, composed }) =>
      window.heard.push([name, target.localName, detail, composed]));
  }
}"""


@pytest.fixture(scope="module")
def copied(built_site: BuiltSite, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copy a built site, so that a page of the publisher's own can stand beside it."""
    folder = tmp_path_factory.mktemp("hosted") / "dist"
    shutil.copytree(built_site("behaviour"), folder)
    for more in ("steps", "shared"):
        shutil.copytree(built_site(more), folder, dirs_exist_ok=True)
    return folder


@pytest.fixture
def host(copied: Path, serve: Serve) -> Host:
    """Give a function that serves a page with this body beside the quizzes."""

    def serve_host(body: str, head: str = OWN_FILES) -> StaticServer:
        write_host(copied, body, head)
        return serve(copied)

    return serve_host


def looks(page: Page, selector: str, within: str = "") -> list[str]:
    """Tell what the first such thing in a quiz looks like."""
    found = page.locator(f"{within} {selector}".strip()).first
    return list(found.evaluate(LOOKS))


def test_quiz_in_the_page_scores_under_the_strictest_policy(
    host: Host, page: Page
) -> None:
    """The link gives way to the quiz, whose result has the focus in its own tree."""
    page.goto(host(element_html()).url("host.html"))
    quiz = quiz_of(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    expect(page.get_by_role("link", name="The quiz mirror")).to_be_hidden()
    focused = "element => element.shadowRoot.activeElement.dataset.kw"
    assert element(page).evaluate(focused) == "result-heading"


def test_two_of_the_same_quiz_stay_apart(host: Host, page: Page) -> None:
    """Names and ids are those of each alone, and both have one runtime."""
    server = host(element_html() + element_html())
    page.goto(server.url("host.html"))

    quiz_of(page, 0).score(ANSWERS)
    quiz_of(page, 1).choose({"first": "a"})
    quiz_of(page, 1).expect_ready()

    quiz_of(page, 0).expect_score(TOTAL)
    expect(quiz_of(page, 0).radio("first", "c")).to_be_checked()
    expect(quiz_of(page, 1).radio("first", "a")).to_be_checked()
    expect(quiz_of(page, 1).part("result")).to_be_hidden()
    assert len([path for path in server.asked_for if "runtime" in path]) == 1


def test_quiz_that_comes_after_the_runtime_works(host: Host, page: Page) -> None:
    """What a page adds later is mounted once, by the one runtime of its layout."""
    server = host(element_html())
    page.goto(server.url("host.html"))
    quiz_of(page).score(ANSWERS)
    quiz_of(page).expect_score(TOTAL)

    page.evaluate(
        "html => document.body.insertAdjacentHTML('beforeend', html)",
        element_html("walk"),
    )
    element(page, 1).scroll_into_view_if_needed()
    later = quiz_of(page, 1)
    later.expect_ready()
    page.evaluate("document.body.prepend(document.querySelector('kwispel-quiz'))")

    later.expect_state("ready")
    quiz_of(page, 0).expect_score(TOTAL)
    asked_for = [path for path in server.asked_for if "runtime" in path]
    assert len(asked_for) == len(set(asked_for)) == 2  # one for each layout


def test_including_the_script_twice_does_nothing(host: Host, page: Page) -> None:
    """Nor does another copy of it, from another address."""
    other = SCRIPT.replace("element.js", "element.js?2")
    server = host(element_html(), OWN_FILES + SCRIPT + other)
    page.goto(server.url("host.html"))

    quiz_of(page).expect_ready()

    assert server.asked_for.count("/mirror/element.html") == 1


def test_nothing_is_fetched_before_the_quiz_is_near(host: Host, page: Page) -> None:
    """And the runtime not before a reader shows interest."""
    server = host(f"<canvas height=5000></canvas>{element_html()}")
    page.goto(server.url("host.html"))
    expect(page.locator("kwispel-quiz:defined")).to_be_attached()
    assert not [path for path in server.asked_for if "mirror" in path]

    element(page).scroll_into_view_if_needed()

    expect(quiz_of(page).form).to_be_visible()
    assert not [path for path in server.asked_for if "runtime" in path]


def test_page_keeps_its_title_address_and_history(host: Host, page: Page) -> None:
    """They are the publisher's: in steps, with errors, and after a result too."""
    server = host(element_html("walk"))
    page.goto(server.url("host.html#here"))
    entries = page.evaluate("history.length")
    quiz = quiz_of(page)
    quiz.expect_ready()

    quiz.submit()
    expect(quiz.part("errors")).to_be_visible()
    quiz.root.locator("[data-open-link] a:visible").first.click()
    quiz.root.locator("[data-step][data-current] label").first.click()
    quiz.submit()
    expect(quiz.root.locator("[data-step]").first).to_be_hidden()

    expect(page).to_have_title("News")
    expect(page).to_have_url(server.url("host.html#here"))
    assert page.evaluate("history.length") == entries


def test_link_to_a_result_is_none_of_the_element(host: Host, page: Page) -> None:
    """The fragment of the address is the publisher's, whatever it says."""
    page.goto(host(element_html()).url("host.html#r=0.mirror.1.abc"))
    quiz = quiz_of(page)

    quiz.expect_ready()

    expect(quiz.part("link")).to_be_hidden()
    assert page.url.endswith("#r=0.mirror.1.abc")


def test_result_leads_to_the_page_of_the_quiz(host: Host, page: Page) -> None:
    """Nothing is kept, printed or saved here; the link to the result is the quiz's."""
    server = host(element_html())
    page.goto(server.url("host.html"))
    quiz = quiz_of(page)
    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)

    own = quiz.part("own-result")
    expect(own).to_be_visible()
    assert (own.get_attribute("href") or "").startswith(server.url("mirror/#r="))
    for press in ("print", "save", "keep"):
        expect(quiz.root.locator(f'[data-press="{press}"]:visible')).to_have_count(0)


def test_globals_of_the_page_stay_as_they_are(host: Host, page: Page) -> None:
    """No name is added to the window, and nothing to what objects have.

    Brython marks some functions, such as Date, with what it knows of them.
    """
    page.goto(host(element_html()).url("host.html"))
    before = page.evaluate(GLOBALS)

    quiz_of(page).score(ANSWERS)
    quiz_of(page).expect_score(TOTAL)

    changes = set(page.evaluate(GLOBALS)) ^ set(before)
    assert [each for each in changes if not re.search(MARK, each)] == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_hostile_style_stays_outside(
    host: Host, open_page: OpenPage, scheme: str
) -> None:
    """A quiz looks as it does beside no style at all, however important the other."""
    seen = []
    for head in (OWN_FILES, HOSTILE):
        page = open_page(color_scheme=scheme)
        page.goto(host(element_html(), head).url("host.html"))
        quiz_of(page).score(ANSWERS)
        quiz_of(page).expect_score(TOTAL)
        things = ("h1", "kw-html", "legend", "label", "[data-kw=result-heading]")
        seen.append([looks(page, each, "kwispel-quiz") for each in things])
        page.close()

    assert seen[0] == seen[1]


def test_style_of_the_quiz_stays_inside(host: Host, page: Page) -> None:
    """The publisher's heading looks as it did before there was a quiz."""
    page.goto(host(element_html()).url("host.html"))
    before = looks(page, "main > h1")

    expect(quiz_of(page).form).to_be_visible()

    assert looks(page, "main > h1") == before


def test_letters_are_as_large_as_the_reader_has_set_them(
    host: Host, page: Page
) -> None:
    """Not as the page around has: 62.5 % of it would be too small to read."""
    page.goto(host(element_html(), HOSTILE).url("host.html"))

    expect(quiz_of(page).root.locator(styled(".kw-prose")).first).to_have_css(
        "font-size", "18px"
    )


def test_layout_goes_by_the_column(host: Host, open_page: OpenPage) -> None:
    """In a narrow column of a wide window a quiz is laid out as on a phone."""
    page = open_page(viewport={"width": 1280, "height": 900})
    page.goto(host(element_html()).url("host.html"))
    title = quiz_of(page).root.locator("h1")
    expect(title).to_be_visible()
    wide = title.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")

    page.evaluate("document.body.style.width = '320px'")

    narrow = title.evaluate("node => parseFloat(getComputedStyle(node).fontSize)")
    assert narrow < wide
    assert element(page).evaluate("e => e.scrollWidth <= e.clientWidth")


def test_publisher_can_choose_the_scheme(host: Host, open_page: OpenPage) -> None:
    """A light page stays light, also for readers of dark ones."""
    page = open_page(color_scheme="dark")
    page.goto(host(element_html(attributes='scheme="light"')).url("host.html"))

    expect(quiz_of(page).form).to_be_visible()

    expect(page.locator("kw-html")).to_have_css("color-scheme", "light")


def test_what_happens_is_told_and_no_more(host: Host, page: Page) -> None:
    """Once each until the answers are cleared, on the element, as from a frame."""
    page.goto(host(element_html()).url("host.html"))
    page.evaluate(EVENTS)
    quiz = quiz_of(page)

    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)
    quiz.submit()
    for _ in range(2):
        quiz.reset()
        quiz.choose({"first": "a"})

    start = {"quiz": "mirror", "name": "start"}
    complete = {"quiz": "mirror", "name": "complete"}
    started = ["kwispel-start", "kwispel-quiz", start, True]
    done = ["kwispel-complete", "kwispel-quiz", complete, True]
    assert page.evaluate("heard") == [started, done, started, started]


def test_score_is_told_where_its_author_shares_it(host: Host, page: Page) -> None:
    """As in a frame, and the quiz says so to the reader."""
    page.goto(host(element_html("pass-on")).url("host.html"))
    page.evaluate(EVENTS)
    quiz = quiz_of(page)

    expect(quiz.part("privacy")).to_contain_text("passed on")
    quiz.score(ANSWERS)
    quiz.expect_state("scored")

    told = page.evaluate("heard[1][2].score")
    ends = {"min": "1", "max": "3", "band": "closed"}
    assert told == {"value": "8/3", "percent": "250/3", **ends}


def test_quiz_from_another_origin_works_where_that_allows_it(
    host: Host, serve: Serve, copied: Path, page: Page
) -> None:
    """Its markup needs the header for it; scripts and style need none."""
    other = serve(copied, "127.0.0.1")
    other.headers["Access-Control-Allow-Origin"] = "*"
    body = element_html().replace('src="', f'src="{other.url()}')
    page.goto(host(body, "").url("host.html"))

    quiz_of(page).score(ANSWERS)

    quiz_of(page).expect_score(TOTAL)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_in_the_page_nor_in_the_quiz(
    host: Host, open_page: OpenPage, scheme: str
) -> None:
    """Before there is a result, and with it; in a column that is narrow."""
    page = open_page(color_scheme=scheme, viewport={"width": 360, "height": 800})
    page.goto(host(element_html()).url("host.html"))
    quiz = quiz_of(page)

    before = faults_through_shadows(page.main_frame)
    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)

    assert [*before, *faults_through_shadows(page.main_frame)] == []


def test_quiz_that_the_server_wrote_is_taken_as_it_is(
    host: Host, copied: Path, page: Page
) -> None:
    """Its markup is not fetched again, and what it names is found all the same."""
    markup = (copied / "mirror/element.html").read_text(encoding="utf-8")
    template = f"<template shadowrootmode=open>{markup}</template>"
    server = host(element_html().replace("<a ", f"{template}<a ", 1))
    page.goto(server.url("host.html"))

    quiz_of(page).score(ANSWERS)

    quiz_of(page).expect_score(TOTAL)
    assert "/mirror/element.html" not in server.asked_for
