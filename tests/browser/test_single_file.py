"""A quiz as one file: everything its page does, from anywhere, with no request."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest
from playwright.sync_api import FrameLocator, Locator, Page, expect

from testkit.file_site import HOOK, PICTURE, QUIZZES, STEPS, VOICES, file_of
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer

OpenPage = Callable[..., Page]
Serve = Callable[..., StaticServer]
Publish = Callable[[str], str]

FIRST_OPTIONS = """
root => Object.fromEntries([...root.querySelectorAll("[data-question]")].map((set) =>
  [set.dataset.question, set.querySelector("input").value]))
"""
RESULT = """
root => {
  const result = root.querySelector("[data-kw=result]").cloneNode(true);
  for (const left of result.querySelectorAll("[data-unsaved],[hidden],template"))
    left.remove();
  const blocks = "h2,h3,h4,p,div,section,details,dl,ol,svg";
  for (const block of result.querySelectorAll(blocks)) block.before(" ");
  return [...result.querySelectorAll("[href],[src]")].reduce((text, node) =>
    text.replaceAll(node.getAttribute("href") || node.getAttribute("src"), "…"),
    result.textContent.replace(/\\s+/g, " "));
}
"""
"""What a result says, without what can be done with it; blocks and drawings stand
apart anyhow."""


@pytest.fixture
def site(built_site: Callable[[str], Path]) -> Path:
    """Give the folder of the site."""
    return built_site("files")


@pytest.fixture
def publish(serve: Serve, tmp_path: Path) -> Publish:
    """Give a function that serves a page of another site, and gives its address."""

    def publish_body(body: str) -> str:
        html = f"<!doctype html><html lang=en><title>News</title><body>{body}"
        (tmp_path / "index.html").write_text(html, encoding="utf-8")
        return serve(tmp_path).url()

    return publish_body


def address(site: Path, quiz: str) -> str:
    """Give the address of a quiz's file on the disk."""
    return (site / file_of(quiz)).as_uri()


def srcdoc(site: Path, quiz: str, sandbox: str) -> str:
    """Write a frame that holds all of a file."""
    text = escape((site / file_of(quiz)).read_text(encoding="utf-8"))
    return f'<iframe {sandbox} srcdoc="{text}" width="800" height="900"></iframe>'


def take(where: Page | FrameLocator) -> QuizPage:
    """Choose the first option of each question, and wait for the result."""
    quiz = QuizPage(where)
    quiz.expect_ready()
    quiz.take_at_once(quiz.root.evaluate(FIRST_OPTIONS))
    quiz.expect_state("scored")
    return quiz


def pressable(quiz: QuizPage) -> set[str]:
    """Name the buttons under "Keep and share" that are shown."""
    shown = quiz.part("keep").locator("[data-press]:visible")
    return {str(button.get_attribute("data-press")) for button in shown.all()}


def expect_drawn(picture: Locator) -> None:
    """Wait until a picture has come."""
    expect(picture).to_have_js_property("complete", value=True)
    assert picture.evaluate("picture => picture.naturalWidth") > 0


@pytest.mark.parametrize("quiz", QUIZZES)
def test_it_gives_the_result_of_the_page_without_a_request(
    open_page: OpenPage, serve: Serve, site: Path, quiz: str
) -> None:
    """From a disk, word for word, late markup and hook and all."""
    asked_for: list[str] = []
    page, file = open_page(), open_page()
    file.on("request", lambda request: asked_for.append(request.url))

    page.goto(serve(site).url(f"{quiz}/"))
    file.goto(address(site, quiz))
    taken = [take(each) for each in (page, file)]
    for each in taken:
        expect(each.part("keep")).to_be_visible()
    said = [each.root.evaluate(RESULT) for each in taken]

    assert said[0] == said[1]
    assert [url for url in asked_for if not url.startswith("data:")] == [
        address(site, quiz)
    ]


def test_steps_have_their_way_back(page: Page, site: Path) -> None:
    """The browser's own, as on the page."""
    page.goto(address(site, STEPS))
    quiz = QuizPage(page)
    quiz.expect_ready()
    quiz.score({"way": "foot"})
    expect(quiz.fieldset("way")).to_be_hidden()

    page.go_back()

    expect(quiz.fieldset("way")).to_be_visible()
    expect(quiz.radio("way", "foot")).to_be_checked()


def test_pictures_are_in_it_and_files_to_save(page: Page, site: Path) -> None:
    """A link to a file holds it, since a site that is not known cannot."""
    page.goto(address(site, PICTURE))

    expect_drawn(page.locator("img").first)
    link = page.locator("a[download]").first
    assert link.get_attribute("download") == "table.csv"
    assert str(link.get_attribute("href")).startswith("data:application/octet-stream")


def test_it_offers_what_works_from_a_disk(page: Page, site: Path) -> None:
    """Printing and saving; no link to a file that only this reader has, no storage."""
    page.goto(address(site, VOICES))
    quiz = take(page)

    assert pressable(quiz) == {"print", "save"}
    expect(quiz.part("device")).to_have_count(0)
    with page.expect_download() as saving:
        quiz.root.locator("[data-press=save]").click()
    saved = saving.value.path().read_text(encoding="utf-8")
    assert "file://" not in saved
    assert quiz.root.locator("h1").inner_text() in saved.partition("kw-keep__note")[2]


def test_a_result_opens_from_the_address_of_a_file(page: Page, site: Path) -> None:
    """Who keeps the file can open a result in it by its code."""
    page.goto(address(site, VOICES))
    code = take(page).part("ledger").locator("[data-part=code]").inner_text()

    page.goto("about:blank")
    page.goto(f"{address(site, VOICES)}#r={code}")

    QuizPage(page).expect_state("scored")


@pytest.mark.parametrize("quiz", [HOOK, STEPS, PICTURE])
@pytest.mark.parametrize("sandbox", ['sandbox="allow-scripts"', ""])
def test_it_works_in_a_frame_that_holds_it(
    page: Page, site: Path, publish: Publish, quiz: str, sandbox: str
) -> None:
    """In `srcdoc`, which has no address; in a sandbox also without an origin."""
    page.goto(publish(srcdoc(site, quiz, sandbox)))

    found = take(page.frame_locator("iframe"))

    assert pressable(found) == (set() if sandbox else {"print", "save"})


def test_it_works_in_a_sandboxed_frame_of_another_site(
    page: Page, serve: Serve, site: Path, publish: Publish
) -> None:
    """Where a page of the site's has to ask for more, it asks for nothing."""
    server = serve(site, "127.0.0.1")
    source = server.url(file_of(HOOK))
    frame = f'<iframe sandbox="allow-scripts" src="{source}" title="Quiz"></iframe>'
    page.goto(publish(frame))

    take(page.frame_locator("iframe"))

    assert server.asked_for == [f"/{file_of(HOOK)}"]


def test_the_loader_gives_it_its_height(
    page: Page, serve: Serve, site: Path, publish: Publish
) -> None:
    """A frame with a file in it is a frame like any other."""
    server = serve(site, "127.0.0.1")
    page.goto(
        publish(
            f'<iframe sandbox="allow-scripts" src="{server.url(file_of(HOOK))}" '
            'title="Quiz" height="100" data-kwispel></iframe>'
            f'<script async src="{server.url("embed.js")}"></script>'
        )
    )

    page.wait_for_function("() => document.querySelector('iframe').clientHeight > 500")


def test_without_scripts_it_counts_as_the_page_does(
    open_page: OpenPage, site: Path
) -> None:
    """All of its style is there, and what only scripts use is not shown."""
    page = open_page(java_script_enabled=False)
    page.goto(address(site, VOICES))

    expect(page.locator("#result")).to_be_visible()
    expect(page.locator("template[data-late]").first).to_be_hidden()
    expect(page.locator("[data-kw=keep]")).to_have_count(0)
