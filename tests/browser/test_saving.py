"""A saved result is one file that shows what the reader saw, and needs nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.markup import Markup
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.step_page import ON_FOOT
from testkit.styled import styled

Serve = Callable[..., StaticServer]
OpenPage = Callable[..., Page]
BuiltSite = Callable[[str], Path]

ANSWERS = {"first": "c", "second": "b", "third": "a"}
TOTAL = '[data-score="total"] [data-part=value]'
WORDS = """
() => [...document.querySelectorAll("[data-kw=result] :is(h2, h3, h4, p, td, th, li)")]
  .filter((node) => node.checkVisibility()
    && !node.closest("[data-unsaved],[data-kw=picks],[data-kw=ranked],[data-kw=card]")
    && !node.querySelector("button, textarea, input"))
  .map((node) => node.innerText.trim()).filter(Boolean)
"""
"""What is seen of a result, but for what does nothing in a file."""


@pytest.fixture
def site(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the quizzes."""
    return serve(built_site("behaviour"))


@pytest.fixture
def quiz(page: Page, site: StaticServer) -> QuizPage:
    """Score the answers, on a day that is known."""
    page.clock.set_fixed_time("2026-11-22T10:00:00Z")
    page.goto(site.url("mirror/"))
    quiz = QuizPage(page)
    quiz.score(ANSWERS)
    quiz.expect_score("6")
    return quiz


def save(page: Page, folder: Path) -> Path:
    """Click on the button, and give the file."""
    with page.expect_download() as downloading:
        page.locator('[data-press="save"]').click()
    path = folder / downloading.value.suggested_filename
    downloading.value.save_as(path)
    return path


def test_the_file_is_named_after_the_quiz_and_the_day(
    page: Page, quiz: QuizPage, tmp_path: Path
) -> None:
    """So that a second one lies beside the first."""
    expect(quiz.part("keep")).to_be_visible()

    assert save(page, tmp_path).name == "mirror-2026-11-22.html"


def test_the_file_shows_what_was_seen(
    page: Page, quiz: QuizPage, open_page: OpenPage, tmp_path: Path
) -> None:
    """Word for word, without a script and without the network."""
    quiz.part("result").locator("summary:visible").first.click()
    seen = page.evaluate(WORDS)
    file = save(page, tmp_path)
    saved = open_page(java_script_enabled=False, offline=True)

    saved.goto(file.as_uri())

    assert saved.evaluate(WORDS) == seen
    expect(saved.locator('[data-score="total"] [data-part=value]').first).to_have_text(
        "6"
    )


def test_the_file_looks_like_the_page(
    page: Page, quiz: QuizPage, open_page: OpenPage, tmp_path: Path
) -> None:
    """The style came along, that of the result too."""
    look = styled("""
    () => [".kw-result__heading", ".kw-ledger__table", "h1"].map((part) => {
      const style = getComputedStyle(document.querySelector(part));
      return [style.fontSize, style.fontFamily, style.color, style.borderCollapse];
    })
    """)
    expect(quiz.part("keep")).to_be_visible()
    seen = page.evaluate(look)
    saved = open_page()

    saved.goto(save(page, tmp_path).as_uri())

    assert saved.evaluate(look) == seen


def test_the_file_says_when_and_where_it_was_made(
    page: Page, quiz: QuizPage, open_page: OpenPage, tmp_path: Path, site: StaticServer
) -> None:
    """With a link to the quiz, that holds no answers."""
    expect(quiz.part("keep")).to_be_visible()
    saved = open_page()

    saved.goto(save(page, tmp_path).as_uri())

    note = saved.locator(".kw-keep__note")
    expect(note).to_have_text(f"Saved on 22 November 2026 from {site.url('mirror/')}")
    expect(note.locator("a")).to_have_attribute("href", site.url("mirror/"))
    expect(saved).to_have_title("The mirror")


def test_the_file_holds_no_script_and_asks_for_nothing(
    page: Page, quiz: QuizPage, open_page: OpenPage, tmp_path: Path
) -> None:
    """Its own policy forbids all but its style; nothing in it wants more."""
    expect(quiz.part("keep")).to_be_visible()
    file = save(page, tmp_path)
    text = file.read_text(encoding="utf-8")
    saved = open_page()
    asked: list[str] = []
    saved.on("request", lambda request: asked.append(request.url))

    saved.goto(file.as_uri())

    assert asked == [file.as_uri()]
    policy = saved.locator("meta[http-equiv]").get_attribute("content") or ""
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; ")
    for part in ("script", "link", "form", "input", "button", "iframe", "[hidden]"):
        assert saved.locator(f"html {part}").count() == 0, part
    body = Markup("<html><body" + text.partition("<body")[2])
    assert body.faults == []
    assert not [n for _, named in body.elements for n in named if n.startswith("on")]


def test_links_in_the_file_lead_where_they_did(
    page: Page, quiz: QuizPage, open_page: OpenPage, tmp_path: Path
) -> None:
    """An address that was relative would lead into the reader's own disk."""
    expect(quiz.part("keep")).to_be_visible()
    hrefs = "() => [...document.querySelectorAll('.kw-about a')].map((a) => a.href)"
    seen = page.evaluate(hrefs)
    saved = open_page()

    saved.goto(save(page, tmp_path).as_uri())

    assert saved.evaluate(hrefs) == seen
    assert seen


def test_the_file_has_the_result_of_that_moment(
    page: Page, quiz: QuizPage, open_page: OpenPage, tmp_path: Path
) -> None:
    """What was changed in the form since is no part of it."""
    quiz.expect_score("6")
    quiz.choose({"third": "c"})
    expect(quiz.part("stale")).to_be_visible()
    saved = open_page()

    saved.goto(save(page, tmp_path).as_uri())

    expect(saved.locator('[data-score="total"] [data-part=value]').first).to_have_text(
        "6"
    )
    expect(saved.locator("[data-kw=stale]")).to_have_count(0)


PICTURE = """
(src) => {
  const picture = new Image();
  picture.src = src;
  picture.alt = "A <b>drawing</b>";
  document.querySelector("[data-kw=result]").append(picture);
  return picture.decode().catch(() => 0);
}
"""
DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="10">'
    '<rect width="20" height="10"/></svg>'
)


def test_pictures_come_along(
    page: Page, serve: Serve, built_site: BuiltSite, open_page: OpenPage, tmp_path: Path
) -> None:
    """As what they are; of one that is not there, its words."""
    page.route(
        "**/drawing.svg",
        lambda route: route.fulfill(body=DRAWING, content_type="image/svg+xml"),
    )
    page.goto(serve(built_site("behaviour")).url("mirror/"))
    QuizPage(page).score(ANSWERS)
    QuizPage(page).expect_score("6")
    page.evaluate(PICTURE, "../drawing.svg")
    page.evaluate(PICTURE, "data:image/png;base64,none")
    saved = open_page()

    saved.goto(save(page, tmp_path).as_uri())

    picture = saved.locator("[data-kw=result] img")
    expect(picture).to_have_count(1)
    assert picture.evaluate("img => [img.naturalWidth, img.naturalHeight]") == [20, 10]
    assert (picture.get_attribute("src") or "").startswith("data:image/png")
    expect(saved.locator("[data-kw=result]")).to_contain_text("A <b>drawing</b>")


def test_all_advice_is_saved(
    page: Page, serve: Serve, built_site: BuiltSite, open_page: OpenPage, tmp_path: Path
) -> None:
    """What the page unfolds at a click nothing could unfold in a file."""
    page.goto(serve(built_site("content")).url("klantgerichtheid/"))
    quiz = QuizPage(page)
    names = quiz.root.locator("fieldset[data-question]").evaluate_all(
        "all => all.map((each) => each.dataset.question)"
    )
    quiz.score(dict.fromkeys(names, "a"))
    quiz.expect_state("scored")
    answers = "[data-kw=result] [data-result-question]:visible"
    assert page.locator(answers).count() < len(names)
    saved = open_page()

    saved.goto(save(page, tmp_path).as_uri())

    expect(saved.locator(answers)).to_have_count(len(names))


def test_a_card_is_saved_as_it_was_filled_in(
    page: Page, quiz: QuizPage, open_page: OpenPage, tmp_path: Path
) -> None:
    """With the day in words; an empty one is no part of a result."""
    saved = open_page()
    saved.goto(save(page, tmp_path).as_uri())
    expect(saved.locator("[data-kw=card]")).to_have_count(0)

    page.locator("[data-press=own]").click()
    page.locator('[data-place="1"] [data-kw=what]').fill("Ask, then <wait>.")
    quiz.part("again").fill("2027-01-31")
    saved.goto(save(page, tmp_path).as_uri())

    card = saved.locator("[data-kw=card]")
    expect(card).to_contain_text("Ask, then <wait>.")
    expect(card).to_contain_text("31 January 2027")
    expect(card.locator("fieldset")).to_have_count(1)


def test_a_result_of_steps_is_saved_as_any_other(
    page: Page, serve: Serve, built_site: BuiltSite, open_page: OpenPage, tmp_path: Path
) -> None:
    """Its title is as large; in a file there is nowhere to step to."""
    page.goto(serve(built_site("steps")).url("walk/"))
    QuizPage(page).take(ON_FOOT)
    expect(page.locator("[data-kw=result]")).to_be_visible()
    saved = open_page()

    saved.goto(save(page, tmp_path).as_uri())

    size = "heading => parseFloat(getComputedStyle(heading).fontSize)"
    assert saved.locator("h1").evaluate(size) > saved.locator("h2").first.evaluate(size)


def test_only_the_voice_that_was_chosen_is_saved(
    page: Page, serve: Serve, built_site: BuiltSite, open_page: OpenPage, tmp_path: Path
) -> None:
    """Without the form nothing could choose any more."""
    page.goto(serve(built_site("voices")).url("blik/"))
    quiz = QuizPage(page)
    quiz.score({"eerst": "a", "vraagt": "a", "rust": "a"})
    quiz.expect_state("scored")
    told = page.locator("[data-kw=result] [data-voice]:visible").all_inner_texts()
    saved = open_page()

    saved.goto(save(page, tmp_path).as_uri())

    assert saved.locator("[data-voice]").all_inner_texts() == told
    assert told
