"""Links to results, `#r=CODE`: opened, or refused in words; never the reader's loss."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from kwispel.core.replay import replay
from testkit.fragments import HOSTILE, damaged_codes
from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.watch import Watch

Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]

ANSWERS = {"first": "c", "second": "b", "third": "a"}
"""6 points; with "c" to the third 8."""
OTHERS = {"first": "a", "second": "b", "third": "b"}
"""5 points."""


@pytest.fixture
def site(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the quizzes."""
    return serve(built_site("behaviour"))


def open_quiz(page: Page, url: str) -> QuizPage:
    """Open a quiz and wait until its program has come and done its first work."""
    page.goto("about:blank")
    page.goto(url)
    quiz = QuizPage(page)
    quiz.form.dispatch_event("pointerover")
    expect(quiz.form).to_have_attribute("data-state", re.compile("ready|scored"))
    return quiz


@pytest.fixture
def code(page: Page, site: StaticServer) -> str:
    """Score the answers, and give their code; they are left behind."""
    return code_of(page, site, ANSWERS)


def code_of(page: Page, site: StaticServer, answers: dict[str, str]) -> str:
    """Give the code that the page shows for these answers."""
    quiz = open_quiz(page, site.url("mirror/"))
    quiz.score(answers)
    quiz.expect_state("scored")
    return shown_code(quiz)


def shown_code(quiz: QuizPage) -> str:
    """Give the code under the table of answers."""
    return quiz.root.locator("[data-part=code]").text_content() or ""


def expect_chosen(quiz: QuizPage, answers: dict[str, str]) -> None:
    """Wait until this is chosen in the form, and nothing else."""
    for question, option in answers.items():
        expect(quiz.radio(question, option)).to_be_checked()
    expect(quiz.root.locator("input:checked")).to_have_count(len(answers))


def go_to_fragment(page: Page, fragment: str) -> None:
    """Follow a link within the page, as one pastes it into the address."""
    page.evaluate("fragment => { location.hash = fragment }", fragment)


def test_a_link_shows_the_result_at_once(
    page: Page, site: StaticServer, code: str
) -> None:
    """Nobody has to touch the page; the form is filled in, and the result has focus."""
    page.goto("about:blank")
    page.goto(site.url(f"mirror/#r={code}"))
    quiz = QuizPage(page)

    quiz.expect_score("6")
    expect_chosen(quiz, ANSWERS)
    assert shown_code(quiz) == code
    expect(quiz.part("result-heading")).to_be_focused()
    expect(quiz.part("result-heading")).to_be_in_viewport()
    expect(quiz.part("status")).to_contain_text("6")
    expect(quiz.part("opened")).to_be_visible()
    assert quiz.root.locator("[data-changed]").count() == 0


@pytest.mark.parametrize("written", [str.lower, lambda code: code.replace("-", "")])
def test_a_link_may_be_copied_by_hand(
    page: Page, site: StaticServer, code: str, written: Callable[[str], str]
) -> None:
    """Small letters and missing hyphens make no difference."""
    quiz = open_quiz(page, site.url(f"mirror/#r={written(code)}"))

    quiz.expect_score("6")


def test_a_link_opened_in_an_open_page_is_opened(
    page: Page, site: StaticServer, code: str
) -> None:
    """The address may change while the page is there."""
    quiz = open_quiz(page, site.url("mirror/"))

    go_to_fragment(page, f"#r={code}")

    quiz.expect_score("6")
    expect_chosen(quiz, ANSWERS)


def test_answers_that_a_link_displaces_come_back(
    page: Page, site: StaticServer, code: str
) -> None:
    """With one click, and with them the place where the reader was."""
    quiz = open_quiz(page, site.url("mirror/"))
    quiz.choose({"first": "d"})
    go_to_fragment(page, f"#r={code}")
    quiz.expect_score("6")

    quiz.root.locator("[data-press=put-back]").click()

    expect_chosen(quiz, {"first": "d"})
    expect(quiz.part("result")).to_be_hidden()
    expect(quiz.part("link")).to_be_hidden()
    expect(quiz.radio("first", "a")).to_be_focused()
    expect(page).not_to_have_url(re.compile("#"))


def test_a_result_that_a_link_displaces_comes_back(
    page: Page, site: StaticServer, code: str
) -> None:
    """What had been scored is scored again."""
    quiz = open_quiz(page, site.url("mirror/"))
    quiz.score(OTHERS)
    quiz.expect_score("5")
    go_to_fragment(page, f"#r={code}")
    quiz.expect_score("6")

    quiz.root.locator("[data-press=put-back]").click()

    quiz.expect_score("5")
    expect_chosen(quiz, OTHERS)
    expect(quiz.part("opened")).to_be_hidden()


def test_a_second_link_does_not_displace_the_readers_own(
    page: Page, site: StaticServer, code: str
) -> None:
    """What comes back is what the reader chose, not what the first link brought."""
    other = code_of(page, site, OTHERS)
    quiz = open_quiz(page, site.url("mirror/"))
    quiz.choose({"first": "d"})
    go_to_fragment(page, f"#r={other}")
    quiz.expect_score("5")
    go_to_fragment(page, f"#r={code}")
    quiz.expect_score("6")

    quiz.root.locator("[data-press=put-back]").click()

    expect_chosen(quiz, {"first": "d"})


def test_without_answers_there_is_nothing_to_put_back(
    page: Page, site: StaticServer, code: str
) -> None:
    """The button would do nothing."""
    quiz = open_quiz(page, site.url(f"mirror/#r={code}"))
    quiz.expect_score("6")

    expect(quiz.root.locator("[data-press=put-back]")).to_be_hidden()


def test_a_link_to_ones_own_result_displaces_nothing(
    page: Page, site: StaticServer, code: str
) -> None:
    """The same answers are in the form before and after."""
    quiz = open_quiz(page, site.url("mirror/"))
    quiz.score(ANSWERS)
    quiz.expect_score("6")

    go_to_fragment(page, f"#r={code}")

    expect(quiz.part("opened")).to_be_visible()
    expect(quiz.root.locator("[data-press=put-back]")).to_be_hidden()


def test_the_address_forgets_a_link_that_is_no_longer_shown(
    page: Page, site: StaticServer, code: str
) -> None:
    """To load the page again must not bring back what the reader went on from."""
    quiz = open_quiz(page, site.url(f"mirror/?a=1#r={code}"))
    quiz.expect_score("6")

    quiz.score({"third": "c"})

    quiz.expect_score("8")
    expect(quiz.part("opened")).to_be_hidden()
    expect(page).to_have_url(site.url("mirror/?a=1"))


def test_a_way_within_the_page_does_not_keep_a_link_alive(
    page: Page, site: StaticServer, code: str
) -> None:
    """The address loses a link to an anchor, and the page still knows of it."""
    quiz = open_quiz(page, site.url(f"mirror/#r={code}"))
    quiz.expect_score("6")
    quiz.choose({"third": "c"})
    quiz.part("stale").get_by_role("link").click()

    quiz.submit()

    quiz.expect_score("8")
    expect(quiz.part("opened")).to_be_hidden()
    expect(quiz.part("link")).to_be_hidden()


def test_going_back_from_a_link_leaves_the_way_back_open(
    page: Page, site: StaticServer, code: str
) -> None:
    """What was displaced comes back by the button, which then has nothing to do."""
    quiz = open_quiz(page, site.url("mirror/"))
    quiz.choose({"first": "d"})
    go_to_fragment(page, f"#r={code}")
    quiz.expect_score("6")
    page.go_back()

    quiz.root.locator("[data-press=put-back]").click()

    expect_chosen(quiz, {"first": "d"})
    expect(quiz.part("link")).to_be_hidden()


def test_ones_own_result_never_gets_into_the_address(
    page: Page, site: StaticServer
) -> None:
    """Nothing makes a link that nobody asked for."""
    quiz = open_quiz(page, site.url("mirror/"))

    quiz.score(ANSWERS)
    quiz.expect_score("6")

    expect(page).to_have_url(site.url("mirror/"))


def damaged(code: str) -> str:
    """Change a letter in the middle of a code."""
    return code[:9] + ("0" if code[9] != "0" else "1") + code[10:]


@pytest.mark.parametrize("loaded", [True, False], ids=["loaded", "in an open page"])
def test_a_damaged_link_is_told_and_scores_nothing(
    page: Page, site: StaticServer, code: str, *, loaded: bool
) -> None:
    """The form stays as it was, the words have the focus."""
    fragment = f"#r={damaged(code)}"
    quiz = open_quiz(page, site.url("mirror/") + (fragment if loaded else ""))
    if not loaded:
        quiz.choose({"first": "d"})
        go_to_fragment(page, fragment)

    expect_refused(quiz, "damaged")

    expect_chosen(quiz, {} if loaded else {"first": "d"})
    expect(quiz.part("result")).to_be_hidden()


def expect_refused(quiz: QuizPage, why: str) -> None:
    """Wait until the page says why a link opens nothing."""
    words = quiz.root.locator(f'[data-word="{why}"]').text_content() or "?"
    expect(quiz.part("link")).to_have_text(words)
    expect(quiz.part("link")).to_be_focused()
    expect(quiz.part("link")).to_be_in_viewport()


def test_a_link_of_another_quiz_is_told(
    page: Page, site: StaticServer, code: str
) -> None:
    """By words of its own."""
    quiz = open_quiz(page, site.url(f"names/#r={code}"))

    expect_refused(quiz, "other-quiz")


CHANGE = """
([key, value]) => document.addEventListener("DOMContentLoaded", () => {
  const block = document.querySelector("[data-kw=sheet]");
  if (!block) return;
  const sheet = JSON.parse(block.textContent);
  block.textContent = JSON.stringify({ ...sheet, [key]: value });
})
"""


@pytest.mark.parametrize("changed", ["version", "key"])
def test_a_link_of_another_edition_is_told(
    page: Page, site: StaticServer, code: str, changed: str
) -> None:
    """Of another version, or of the same with other points: words of its own."""
    page.add_init_script(f"({CHANGE})(['{changed}', 9])")
    quiz = open_quiz(page, site.url(f"mirror/#r={code}"))

    expect_refused(quiz, f"other-{changed}")
    expect_chosen(quiz, {})


def test_a_result_outlives_a_link_that_is_refused(
    page: Page, site: StaticServer, code: str
) -> None:
    """What is shown is still the reader's."""
    quiz = open_quiz(page, site.url("mirror/"))
    quiz.score(ANSWERS)
    quiz.expect_score("6")

    go_to_fragment(page, f"#r={damaged(code)}")

    expect_refused(quiz, "damaged")
    quiz.expect_score("6")


FOLLOW = """
async (fragments) => {
  const told = document.querySelector("[data-kw=link]");
  const elements = () => document.querySelectorAll("*").length;
  const before = elements();
  const seen = [];
  for (const fragment of fragments) {
    const here = location.hash;
    const heard = new Promise((done) =>
      addEventListener("hashchange", done, { once: true }));
    told.textContent = "";
    location.hash = fragment;
    if (location.hash === here) continue;
    await heard;
    const chosen = [...document.querySelectorAll("fieldset input:checked")];
    seen.push({
      text: location.hash.slice(3),
      told: told.textContent,
      more: elements() - before,
      state: document.querySelector("form").dataset.state,
      chosen: chosen.map((entry) => entry.id).join(),
    });
  }
  return seen;
}
"""


def test_two_hundred_hostile_fragments_do_nothing(
    page: Page, site: StaticServer, code: str
) -> None:
    """No markup, no error, no score and no answer lost; the page works afterwards."""
    quiz = open_quiz(page, site.url("mirror/"))
    quiz.choose({"first": "d"})
    sheet = json.loads(quiz.part("sheet").text_content() or "")
    texts = [
        text for text in damaged_codes(code, 200) if replay(sheet, text)["refused"]
    ]
    words = {
        why: quiz.root.locator(f'[data-word="{why}"]').text_content()
        for why in ("damaged", "other-quiz", "other-version", "other-key")
    }

    page.evaluate("location.hash = '#r=damaged'")
    expect(quiz.part("link")).to_have_text(words["damaged"] or "")
    seen = page.evaluate(FOLLOW, ["#r=" + text for text in HOSTILE + texts])

    assert len(seen) >= 200
    for one in seen:
        assert one["told"] == words[replay(sheet, one["text"])["refused"]], one
        assert one["more"] == 0, one
        assert (one["state"], one["chosen"]) == ("ready", "q-first.d"), one
    quiz.score(ANSWERS)
    quiz.expect_score("6")


@pytest.mark.parametrize("fragment", ["#result", "#finish", "#R=1", "#"])
def test_other_fragments_are_left_alone(
    page: Page, site: StaticServer, fragment: str
) -> None:
    """They are the page's own."""
    quiz = open_quiz(page, site.url(f"mirror/{fragment}"))

    expect(quiz.part("link")).to_be_hidden()
    expect(quiz.part("result")).to_be_hidden()


def test_who_asked_for_a_result_gets_that_and_no_link(
    page: Page, site: StaticServer, code: str, watch: Watch
) -> None:
    """The button was pressed while the runtime was still to come."""
    watch.expect("console error: Failed to load resource")
    page.goto("about:blank")
    page.route("**/runtime*", lambda route: route.abort())
    page.goto(site.url("mirror/"), wait_until="commit")
    quiz = QuizPage(page)
    quiz.show_interest()
    quiz.expect_state("failed")
    quiz.choose(OTHERS)
    page.unroute("**/runtime*")
    page.evaluate("code => history.replaceState(null, '', '#r=' + code)", code)

    quiz.submit()

    quiz.expect_score("5")
    expect(page).not_to_have_url(re.compile("#"))


def test_a_link_moves_nothing_on_the_page(
    page: Page, site: StaticServer, code: str
) -> None:
    """Opened or refused, what stands in view stays where it is."""
    for fragment in (code, damaged(code)):
        page.goto("about:blank")
        page.goto(site.url(f"mirror/#r={fragment}"))
        expect(QuizPage(page).form).to_have_attribute(
            "data-state", "scored" if fragment == code else "ready"
        )
        shift = page.evaluate(
            "() => new Promise((done) => new PerformanceObserver((list) => done("
            "list.getEntries().reduce((sum, entry) => sum + entry.value, 0)))"
            ".observe({type: 'layout-shift', buffered: true})"
            " || setTimeout(() => done(0), 500))"
        )
        assert shift == 0, fragment


def test_a_failed_runtime_says_nothing_of_a_link(
    page: Page, site: StaticServer, code: str, watch: Watch
) -> None:
    """No promise is left standing that cannot be kept."""
    watch.expect("console error: Failed to load resource")
    page.route("**/runtime*", lambda route: route.abort())

    page.goto("about:blank")
    page.goto(site.url(f"mirror/#r={code}"))

    quiz = QuizPage(page)
    quiz.expect_state("failed")
    expect(quiz.part("link")).to_be_hidden()
    page.unroute("**/runtime*")


def test_without_scripts_a_link_is_a_page(
    open_page: Callable[..., Page], site: StaticServer, code: str
) -> None:
    """The form is there to be filled in."""
    page = open_page(java_script_enabled=False)

    page.goto(site.url(f"mirror/#r={code}"))

    expect(QuizPage(page).part("link")).to_be_hidden()


def test_a_link_opens_in_a_frame_too(
    page: Page, site: StaticServer, code: str, serve: Serve, tmp_path: Path
) -> None:
    """A publisher may show a result, even in a sandbox."""
    address = site.url(f"mirror/embed.html#r={code}")
    (tmp_path / "index.html").write_text(
        f'<!doctype html><iframe sandbox="allow-scripts" height="900" src="{address}">',
        encoding="utf-8",
    )

    page.goto(serve(tmp_path).url())

    quiz = QuizPage(page.frame_locator("iframe"))
    quiz.expect_score("6")


def test_a_link_opens_from_a_disk(page: Page, built_site: BuiltSite, code: str) -> None:
    """The address of a file may have a fragment as well."""
    file = built_site("behaviour") / "mirror/index.html"
    quiz = open_quiz(page, f"{file.as_uri()}#r={code}")

    quiz.expect_score("6")


def test_a_link_does_not_tell_from_whose_point_of_view(
    page: Page, serve: Serve, built_site: BuiltSite
) -> None:
    """The page claims none, until the reader answers."""
    site = serve(built_site("voices"))
    answers = {"eerst": "a", "vraagt": "a", "rust": "a"}
    quiz = open_quiz(page, site.url("blik/"))
    quiz.score(answers)
    quiz.expect_state("scored")
    told = quiz.root.locator("[data-kw=result] > [data-voice]:visible")
    expect(told).to_have_count(1)
    code = shown_code(quiz)

    quiz = open_quiz(page, site.url(f"blik/#r={code}"))

    quiz.expect_state("scored")
    expect(told).to_have_count(0)
    quiz.submit()
    expect(told).to_have_count(1)
