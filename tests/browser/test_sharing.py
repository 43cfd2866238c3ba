"""To share, print and save a result: nothing by itself, each at one click."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, Route, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.watch import Watch

Serve = Callable[..., StaticServer]
OpenPage = Callable[..., Page]
BuiltSite = Callable[[str], Path]

ANSWERS = {"first": "c", "second": "b", "third": "a"}
CLIPBOARD = ["clipboard-read", "clipboard-write"]


@pytest.fixture
def site(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the quizzes."""
    return serve(built_site("behaviour"))


def scored(page: Page, url: str) -> QuizPage:
    """Open a quiz and score the answers."""
    page.goto(url)
    quiz = QuizPage(page)
    quiz.score(ANSWERS)
    quiz.expect_score("6")
    return quiz


def press(quiz: QuizPage, name: str) -> Locator:
    """Give a button by what it is for."""
    return quiz.root.locator(f'[data-press="{name}"]')


def link_of(quiz: QuizPage, site: StaticServer) -> str:
    """Give the link that belongs to what is shown."""
    code = quiz.root.locator("[data-part=code]").text_content() or ""
    assert code
    return site.url(f"mirror/#r={code}")


def test_nothing_is_offered_before_there_is_a_result(
    page: Page, site: StaticServer
) -> None:
    """There is nothing to keep."""
    page.goto(site.url("mirror/"))

    expect(QuizPage(page).part("keep")).to_be_hidden()


def test_a_link_is_copied_and_opens_the_result(
    open_page: OpenPage, site: StaticServer
) -> None:
    """It is on the clipboard and in sight, and it is said that it is."""
    page = open_page(permissions=CLIPBOARD)
    quiz = scored(page, site.url("mirror/index.html?from=mail"))

    press(quiz, "copy").click()

    expect(quiz.part("copied")).to_be_visible()
    said = quiz.part("copied").text_content() or "?"
    expect(quiz.part("status")).to_have_text(said)
    expect(press(quiz, "copy")).to_be_focused()
    link = page.evaluate("navigator.clipboard.readText()")
    assert link == link_of(quiz, site)
    expect(quiz.part("result-link").locator("input")).to_have_value(link)
    page.goto("about:blank")
    page.goto(link)
    QuizPage(page).expect_score("6")


def test_the_link_stays_out_of_the_address(page: Page, site: StaticServer) -> None:
    """To copy a link is not to go there."""
    quiz = scored(page, site.url("mirror/"))

    press(quiz, "copy").click()

    expect(quiz.part("result-link")).to_be_visible()
    expect(page).to_have_url(site.url("mirror/"))


def test_without_a_clipboard_the_link_is_selected_and_copied(
    page: Page, site: StaticServer
) -> None:
    """Pages without https have none; the older way works there."""
    page.add_init_script("delete Navigator.prototype.clipboard")
    quiz = scored(page, site.url("mirror/"))

    press(quiz, "copy").click()

    expect(quiz.part("copied")).to_be_visible()
    expect(quiz.part("result-link").locator("input")).to_be_focused()
    assert page.evaluate("getSelection().toString()") == link_of(quiz, site)


def test_where_nothing_may_be_copied_the_reader_is_asked_to(
    page: Page, site: StaticServer
) -> None:
    """The link is selected, and no promise is made."""
    page.add_init_script("delete Navigator.prototype.clipboard")
    page.add_init_script("document.execCommand = () => false")
    quiz = scored(page, site.url("mirror/"))

    press(quiz, "copy").click()

    expect(quiz.part("uncopied")).to_be_visible()
    expect(quiz.part("copied")).to_be_hidden()
    expect(quiz.part("result-link").locator("input")).to_be_focused()


def test_another_result_has_another_link(page: Page, site: StaticServer) -> None:
    """That of the last one is no longer shown."""
    quiz = scored(page, site.url("mirror/"))
    press(quiz, "copy").click()
    expect(quiz.part("result-link")).to_be_visible()

    quiz.score({"third": "c"})
    quiz.expect_score("8")

    expect(quiz.part("result-link")).to_be_hidden()
    press(quiz, "copy").click()
    field = quiz.part("result-link").locator("input")
    expect(field).to_have_value(link_of(quiz, site))


SHARING = """
navigator.canShare = () => true;
navigator.share = (data) => { window.shared = data; return OUTCOME; };
"""


def test_the_system_shares_a_link_and_no_score(page: Page, site: StaticServer) -> None:
    """The name of the quiz and the link are all that is handed over."""
    page.add_init_script(SHARING.replace("OUTCOME", "Promise.resolve()"))
    quiz = scored(page, site.url("mirror/"))

    press(quiz, "share").click()
    page.wait_for_function("() => window.shared")

    assert page.evaluate("window.shared") == {
        "title": "The mirror",
        "text": "The mirror",
        "url": link_of(quiz, site),
    }


def test_where_sharing_is_refused_the_link_is_shown(
    page: Page, site: StaticServer
) -> None:
    """The reader can do the rest."""
    refused = "Promise.reject(new DOMException('', 'NotAllowedError'))"
    page.add_init_script(SHARING.replace("OUTCOME", refused))
    quiz = scored(page, site.url("mirror/"))

    press(quiz, "share").click()

    expect(quiz.part("result-link").locator("input")).to_be_focused()


def test_without_a_sheet_for_sharing_there_is_no_button(
    page: Page, site: StaticServer
) -> None:
    """Most computers have none."""
    page.add_init_script("delete Navigator.prototype.share")
    quiz = scored(page, site.url("mirror/"))

    expect(press(quiz, "share")).to_be_hidden()
    expect(press(quiz, "copy")).to_be_visible()


def test_printing_opens_the_browsers_dialogue(page: Page, site: StaticServer) -> None:
    """With the keyboard as with the mouse."""
    page.add_init_script("window.print = () => { window.printed = true }")
    quiz = scored(page, site.url("mirror/"))

    expect(press(quiz, "print")).to_be_visible()  # `press` would not wait for that
    press(quiz, "print").press("Enter")

    page.wait_for_function("() => window.printed === true")


@pytest.fixture
def sandboxed(
    page: Page, site: StaticServer, serve: Serve, tmp_path: Path
) -> FrameLocator:
    """Open the quiz in the frame that the documentation recommends."""
    (tmp_path / "index.html").write_text(
        "<!doctype html><title>News</title><iframe height=1200 width=700 "
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        f'src="{site.url("mirror/embed.html")}"></iframe>',
        encoding="utf-8",
    )
    page.goto(serve(tmp_path).url())
    return page.frame_locator("iframe")


def test_a_sandbox_offers_what_works_there(
    page: Page, site: StaticServer, sandboxed: FrameLocator
) -> None:
    """And the way to the quiz's own page, with the result, for all the rest."""
    quiz = QuizPage(sandboxed)
    quiz.score(ANSWERS)
    quiz.expect_score("6")

    for name in ("print", "save"):
        expect(press(quiz, name)).to_be_hidden()
    expect(quiz.part("device")).to_be_hidden()
    with page.context.expect_page() as opening:
        quiz.part("own-result").click()

    own = opening.value
    expect(own).to_have_url(link_of(quiz, site))
    QuizPage(own).expect_score("6")
    expect(press(QuizPage(own), "print")).to_be_visible()


def test_a_sandbox_has_the_link_to_the_quizs_own_page(
    site: StaticServer, sandboxed: FrameLocator, watch: Watch
) -> None:
    """Not to the frame, which is nothing without the page around it."""
    watch.expect("console error: .*Clipboard API has been blocked")
    quiz = QuizPage(sandboxed)
    quiz.score(ANSWERS)
    quiz.expect_score("6")

    press(quiz, "copy").click()

    field = quiz.part("result-link").locator("input")
    expect(field).to_have_value(link_of(quiz, site))
    expect(
        quiz.root.locator("[data-kw=copied],[data-kw=uncopied]").filter(visible=True)
    ).to_have_count(1)


def test_a_file_can_be_linked_to_and_printed(page: Page, built_site: BuiltSite) -> None:
    """What Chromium keeps from files is not offered: to save, and to keep."""
    quiz = scored(page, (built_site("behaviour") / "mirror/index.html").as_uri())

    expect(press(quiz, "copy")).to_be_visible()
    expect(press(quiz, "print")).to_be_visible()
    expect(press(quiz, "save")).to_be_hidden()
    expect(quiz.part("device")).to_be_hidden()


def test_nothing_of_all_this_asks_a_server(
    open_page: OpenPage, site: StaticServer, watch: Watch
) -> None:
    """After the page and its files only the script that does all this is asked for."""
    page = open_page(permissions=CLIPBOARD)
    page.add_init_script("window.print = () => {}")
    page.add_init_script(SHARING.replace("OUTCOME", "Promise.resolve()"))
    quiz = scored(page, site.url("mirror/"))
    before = list(site.asked_for)

    for name in ("copy", "share", "print"):
        press(quiz, name).click()
    with page.expect_download():
        press(quiz, "save").click()

    more = [path for path in site.asked_for if "/assets/more." in path]
    assert site.asked_for == [*before, *more]
    assert len(more) == 1
    assert not watch.saw("storage")


def test_the_row_is_of_use_with_the_keyboard(page: Page, site: StaticServer) -> None:
    """Every button can be reached in order, and is large enough to be hit."""
    quiz = scored(page, site.url("mirror/"))
    shown = quiz.part("keep").locator("button:visible, summary:visible")
    expect(press(quiz, "print")).to_be_visible()

    shown.first.focus()
    for button in shown.all():
        expect(button).to_be_focused()
        box = button.bounding_box()
        assert box
        assert box["height"] >= 24
        page.keyboard.press("Tab")


def test_without_scripts_there_is_nothing_to_click(
    open_page: OpenPage, site: StaticServer
) -> None:
    """None of it would work."""
    page = open_page(java_script_enabled=False)
    page.goto(site.url("mirror/"))

    expect(QuizPage(page).part("keep")).to_be_hidden()


def test_what_cannot_be_brought_is_told_and_asked_for_again(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """The result stands meanwhile, and the next press works."""
    watch.expect("console error: Failed to load resource")
    quiz = scored(page, site.url("mirror/"))
    page.route("**/assets/more.*", lambda route: route.abort())

    press(quiz, "copy").click()

    expect(quiz.part("lacking")).to_be_visible()
    expect(quiz.part("result")).to_be_visible()
    page.unroute("**/assets/more.*")
    press(quiz, "copy").click()
    expect(quiz.part("result-link")).to_be_visible()
    expect(quiz.part("lacking")).to_be_hidden()


def test_what_is_pressed_before_it_can_be_done_is_done_as_soon_as_it_can(
    page: Page, site: StaticServer
) -> None:
    """Two presses at once are both done, in order, when the second script has come."""
    quiz = scored(page, site.url("mirror/"))
    waiting: list[Route] = []
    page.route("**/assets/more.*", lambda route: waiting.extend([route]))

    press(quiz, "own").click()
    press(quiz, "copy").click()
    expect(quiz.part("result-link")).to_be_hidden()
    waiting[0].continue_()

    expect(quiz.part("result-link")).to_be_visible()
    expect(quiz.root.locator('[data-place="1"]')).to_be_visible()
    assert len(waiting) == 1
