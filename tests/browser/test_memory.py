"""Results on this device: by the reader's own click, codes with dates, nothing else."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer
from testkit.watch import Watch

Serve = Callable[..., StaticServer]
OpenPage = Callable[..., Page]
BuiltSite = Callable[[str], Path]

ANSWERS = {"first": "c", "second": "b", "third": "a"}
"""6 points, 4 of them for "listening"; with "c" to the third 8."""
KEY = "kwispel:mirror"
KEPT = (
    r"^storage: (setItem\(kwispel:mirror\)|localStorage holds kwispel:mirror$"
    "|localStorage of http)"
)
"""What the watch sees of the documented key."""


@pytest.fixture
def site(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the quizzes."""
    return serve(built_site("behaviour"))


def scored(
    page: Page, site: StaticServer, answers: dict[str, str], day: str = "2026-11-22"
) -> QuizPage:
    """Open the quiz on a day, and score answers."""
    # While Playwright sets the clock it is 1970 for a moment, which no quiz may see.
    page.goto("about:blank")
    page.clock.set_fixed_time(f"{day}T12:00:00")
    page.goto(site.url("mirror/"))
    quiz = QuizPage(page)
    quiz.score(answers)
    quiz.expect_state("scored")
    return quiz


def code_of(quiz: QuizPage) -> str:
    """Give the code of what is shown."""
    return quiz.root.locator("[data-part=code]").text_content() or ""


def keep(quiz: QuizPage) -> None:
    """Unfold the explanation, and ask for what it explains."""
    quiz.part("device").locator("summary").click()
    quiz.root.locator('[data-press="keep"]').click()
    expect(quiz.part("kept")).to_be_visible()


def stored(page: Page) -> dict[str, str]:
    """Give all that the site has kept in this browser."""
    return page.evaluate("({ ...localStorage })")  # type: ignore[no-any-return]


def expect_stored(page: Page, wanted: Mapping[str, str]) -> None:
    """Wait until the site keeps this in this browser, and nothing else."""
    found = "JSON.stringify(Object.entries({ ...localStorage }).sort())"
    text = json.dumps(sorted(wanted.items()), separators=(",", ":"))
    page.wait_for_function(f"wanted => {found} === wanted", arg=text)


def expect_results(page: Page, count: int) -> None:
    """Wait until so many results are kept; the first line says until when."""
    lines = f"(localStorage['{KEY}'] ?? '').split('\\n')"
    page.wait_for_function(f"count => {lines}.length === count + 1", arg=count)


def expect_row(quiz: QuizPage, score: str, *words: str) -> None:
    """Wait until the comparison says this of a score."""
    cells = quiz.root.locator(f'[data-since="{score}"] > *')
    expect(cells).to_have_text(words, use_inner_text=True)


def test_a_frame_without_a_sandbox_keeps_and_reads_nothing(
    page: Page, site: StaticServer, tmp_path: Path, serve: Serve, watch: Watch
) -> None:
    """What the reader keeps on the quiz's own page stays out of an article's frame."""
    watch.expect(KEPT)
    keep(scored(page, site, ANSWERS))
    before = stored(page)
    host = tmp_path / "article.html"
    host.write_text(f'<iframe height="3000" src="{site.url("mirror/embed.html")}">')
    page.goto(serve(tmp_path).url("article.html"))
    framed = QuizPage(page.frame_locator("iframe"))

    framed.score({**ANSWERS, "third": "c"})

    framed.expect_score("8")
    expect(framed.part("since")).to_be_hidden()
    page.goto(site.url("mirror/"))
    assert stored(page) == before


def test_nothing_is_kept_before_the_click(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """Not even where the reader has read what would be; the watch looks everywhere."""
    quiz = scored(page, site, ANSWERS)

    quiz.part("device").locator("summary").click()
    expect(quiz.part("device")).to_contain_text("Nothing is sent.")
    quiz.score({"third": "c"})
    quiz.expect_score("8")

    assert stored(page) == {}
    assert not watch.saw("storage")
    expect(quiz.part("privacy")).to_be_visible()
    expect(quiz.part("privacy-kept")).to_be_hidden()


def test_the_click_keeps_a_date_and_a_code(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """Under the documented key, and the promise under the form says so."""
    watch.expect(KEPT)
    quiz = scored(page, site, ANSWERS)

    keep(quiz)

    expect_stored(page, {KEY: f"2027-11-22\n2026-11-22 {code_of(quiz)}"})
    expect(quiz.part("kept")).to_be_focused()
    expect(quiz.part("history")).to_have_text("22 November 2026: 6")
    expect(quiz.part("privacy")).to_be_hidden()
    expect(quiz.part("privacy-kept")).to_be_visible()


def test_later_results_are_kept_too(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """One a day, the last; each visit puts off the end."""
    watch.expect(KEPT)
    keep(scored(page, site, ANSWERS))

    quiz = scored(page, site, {**ANSWERS, "third": "b"}, "2027-01-31")
    quiz.score({"third": "c"})
    quiz.expect_score("8")

    expect_results(page, 2)
    lines = stored(page)[KEY].split("\n")
    assert lines[0] == "2028-01-31"
    assert [line.split(" ")[0] for line in lines[1:]] == ["2026-11-22", "2027-01-31"]
    assert lines[2].split(" ")[1] == code_of(quiz)
    quiz.part("device").locator("summary").click()
    expect(quiz.part("history").locator("li")).to_have_text(
        ["31 January 2027: 8", "22 November 2026: 6"]
    )


def test_since_last_time_is_told_by_itself(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """Total and factors, then and now, with sign and word, and what was answered."""
    watch.expect(KEPT)
    keep(scored(page, site, ANSWERS))

    quiz = scored(page, site, {"first": "c", "second": "a", "third": "c"}, "2027-01-31")

    expect(quiz.part("since")).to_be_visible()
    expect(quiz.part("since-date")).to_have_text("22 November 2026")
    expect_row(quiz, "total", "Total", "6", "7", "+1 higher")
    expect_row(quiz, "listening", "Listening", "2.5", "2.0", "\u22120.5 lower")
    quiz.part("since").locator("summary").click()
    expect(quiz.part("since-answers").locator("li")).to_have_text(
        [
            "Question 2\nThen: I waited second.\nNow: I talked second.",
            "Question 3\nThen: I talked third.\nNow: I listened third.",
        ],
        use_inner_text=True,
    )


def test_the_first_time_there_is_no_last_time(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """Nor on the same day."""
    watch.expect(KEPT)
    quiz = scored(page, site, ANSWERS)
    keep(quiz)

    quiz.score({"third": "c"})
    quiz.expect_score("8")

    expect(quiz.part("since")).to_be_hidden()


def test_all_of_it_is_deleted_at_a_click(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """And the promise under the form is the old one."""
    watch.expect(r"storage: setItem\(kwispel:mirror\)")
    quiz = scored(page, site, ANSWERS)
    keep(quiz)

    quiz.root.locator('[data-press="forget"]').click()

    expect(quiz.part("unkept")).to_be_focused()
    expect_stored(page, {})
    expect(quiz.part("privacy")).to_be_visible()
    quiz.score({"third": "c"})
    quiz.expect_score("8")
    assert stored(page) == {}


def test_nothing_on_the_page_remembers_what_was_deleted(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """Neither the list nor the comparison with what was kept."""
    watch.expect(r"storage: setItem\(kwispel:mirror\)")
    keep(scored(page, site, ANSWERS, "2026-10-01"))
    quiz = scored(page, site, {**ANSWERS, "third": "c"})
    expect(quiz.part("since")).to_be_visible()
    quiz.part("device").locator("summary").click()
    expect(quiz.part("history").locator("li")).to_have_count(2)

    quiz.root.locator('[data-press="forget"]').click()

    expect(quiz.part("since")).to_be_hidden()
    expect(quiz.part("history").locator("li")).to_have_count(0)


def test_what_is_kept_in_one_window_is_told_in_the_other(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """The other keeps its next result too, and says so."""
    watch.expect(KEPT)
    quiz = scored(page.context.new_page(), site, ANSWERS)
    keep(scored(page, site, ANSWERS))
    page.clock.set_fixed_time("2026-12-24T12:00:00")

    quiz.score({"third": "c"})

    quiz.expect_score("8")
    expect(quiz.part("privacy-kept")).to_be_visible()
    expect(quiz.part("privacy")).to_be_hidden()
    expect_results(page, 2)


def test_a_click_in_one_window_deletes_nothing_of_the_other(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """Who begins to keep in both has both results."""
    watch.expect(KEPT)
    quiz = scored(page.context.new_page(), site, ANSWERS)
    quiz.part("device").locator("summary").click()
    keep(scored(page, site, ANSWERS))
    page.clock.set_fixed_time("2026-12-24T12:00:00")

    quiz.root.locator('[data-press="keep"]').click()

    expect(quiz.part("history").locator("li")).to_have_count(2)

    expect_results(page, 2)


def test_what_has_expired_is_deleted_when_the_page_opens(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """A year and a day later nothing is left."""
    watch.expect(r"storage: setItem\(kwispel:mirror\)")
    keep(scored(page, site, ANSWERS))
    page.clock.set_fixed_time("2027-11-23T12:00:00")

    page.reload()
    QuizPage(page).form.dispatch_event("pointerover")
    QuizPage(page).expect_ready()

    expect_stored(page, {})


def test_what_is_kept_is_said_from_the_start(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """Before anything is answered."""
    watch.expect(KEPT)
    keep(scored(page, site, ANSWERS))

    page.reload()
    quiz = QuizPage(page)
    quiz.form.dispatch_event("pointerover")

    expect(quiz.part("privacy-kept")).to_be_visible()


def put(page: Page, text: str) -> None:
    """Have something kept under the quiz's key, as if it had been."""
    page.evaluate("([key, text]) => { localStorage[key] = text }", [KEY, text])


def test_results_of_another_version_are_told_and_not_compared(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """The same answers may mean something else by now."""
    watch.expect(KEPT)
    page.goto(site.url("mirror/"))
    put(page, "2027-11-22\n2026-01-09 15RS-ZRF6-23C1-86J")

    quiz = scored(page, site, ANSWERS)

    expect(quiz.part("since")).to_be_hidden()
    quiz.part("device").locator("summary").click()
    expect(quiz.part("history").locator("li")).to_have_text(
        ["22 November 2026: 6", "9 January 2026: another version of this test"]
    )


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "2027-11-22\n<b>x</b> 15RS\n2026-13-99 15RS", "null", "\x00"],
)
def test_whatever_else_is_there_harms_nothing(
    page: Page, site: StaticServer, watch: Watch, text: str
) -> None:
    """The result comes, and no markup with it."""
    page.goto(site.url("mirror/"))
    put(page, text)

    quiz = scored(page, site, ANSWERS)

    quiz.expect_score("6")
    quiz.part("device").locator("summary").click()
    expect(quiz.part("history").locator("b")).to_have_count(0)
    page.evaluate("localStorage.clear()")
    if text.startswith("2027"):
        watch.expect(KEPT)


def test_other_quizzes_and_sites_keep_what_is_theirs(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """To delete is to delete this quiz's results alone."""
    watch.expect(r"^storage: (setItem|localStorage)")
    page.goto(site.url("mirror/"))
    page.evaluate("localStorage['kwispel:names'] = localStorage.other = 'theirs'")
    quiz = scored(page, site, ANSWERS)
    keep(quiz)

    quiz.root.locator('[data-press="forget"]').click()
    expect(quiz.part("unkept")).to_be_focused()

    expect_stored(page, {"kwispel:names": "theirs", "other": "theirs"})


def test_a_device_without_room_says_so(page: Page, site: StaticServer) -> None:
    """Nothing is claimed to be kept."""
    page.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full') }"
    )
    quiz = scored(page, site, ANSWERS)

    quiz.part("device").locator("summary").click()
    quiz.root.locator('[data-press="keep"]').click()

    expect(quiz.part("no-room")).to_be_focused()
    expect(quiz.part("kept")).to_be_hidden()
    expect(quiz.part("privacy")).to_be_visible()


def forbid_storage(context: BrowserContext) -> None:
    """Have the browser throw whenever storage is touched, as its settings can."""
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage',"
        " { get: () => { throw new DOMException('no', 'SecurityError') } })"
    )


def test_where_storage_throws_nothing_is_offered(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """And everything else works."""
    watch.look_for_remains = lambda _context: None  # type: ignore[method-assign] # it throws
    forbid_storage(page.context)
    quiz = scored(page, site, ANSWERS)

    quiz.expect_score("6")
    expect(quiz.part("device")).to_be_hidden()
    expect(quiz.part("keep")).to_be_visible()


def compare(quiz: QuizPage, text: str) -> None:
    """Give an earlier code, with the keyboard."""
    earlier = quiz.part("earlier")
    if earlier.get_attribute("open") is None:
        earlier.locator("summary").click()
    earlier.locator("input").fill(text)
    earlier.locator("input").press("Enter")


@pytest.mark.parametrize("form", ["{code}", "{page}#r={code}", " {code} "])
def test_a_code_from_elsewhere_is_compared(
    page: Page, site: StaticServer, form: str
) -> None:
    """Pasted as a code or a whole link; nothing is kept for it."""
    earlier = code_of(scored(page, site, ANSWERS))
    quiz = scored(page, site, {**ANSWERS, "third": "c"})

    compare(quiz, form.format(code=earlier, page=site.url("mirror/")))

    expect(quiz.part("since")).to_be_focused()
    expect(quiz.part("since")).to_be_in_viewport()
    expect(quiz.part("since-date")).to_be_hidden()
    expect_row(quiz, "total", "Total", "6", "8", "+2 higher")
    assert stored(page) == {}


def test_the_same_answers_are_the_same(page: Page, site: StaticServer) -> None:
    """In words, and without a list."""
    quiz = scored(page, site, ANSWERS)

    compare(quiz, code_of(quiz))

    expect_row(quiz, "total", "Total", "6", "6", "the same")
    expect(quiz.part("since-answers")).to_be_hidden()


def test_a_code_goes_on_to_be_compared_with(page: Page, site: StaticServer) -> None:
    """Another answer, another result, the same time before; until all is cleared."""
    earlier = code_of(scored(page, site, ANSWERS))
    quiz = scored(page, site, {**ANSWERS, "third": "c"})
    compare(quiz, earlier)
    expect(quiz.part("since")).to_be_visible()

    quiz.score({"third": "b"})
    quiz.expect_score("7")

    expect_row(quiz, "total", "Total", "6", "7", "+1 higher")
    quiz.reset()
    quiz.score(ANSWERS)
    quiz.expect_score("6")
    expect(quiz.part("since")).to_be_hidden()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "damaged"),
        ("nonsense", "damaged"),
        ("<img src=x onerror=alert(1)>", "damaged"),
        ("15RS-ZRF6-23C1-86J", "other-quiz"),
    ],
)
def test_a_code_that_cannot_be_compared_is_told(
    page: Page, site: StaticServer, text: str, why: str
) -> None:
    """In words of its own, on the page and to screen readers."""
    quiz = scored(page, site, ANSWERS)

    compare(quiz, text)

    words = quiz.root.locator(f'[data-word="{why}"]').text_content() or "?"
    expect(quiz.part("earlier-refused")).to_have_text(words)
    expect(quiz.part("earlier-refused")).to_be_visible()
    expect(quiz.part("status")).to_have_text(words)
    expect(quiz.part("since")).to_be_hidden()


def test_a_result_from_a_link_is_neither_kept_nor_compared(
    page: Page, site: StaticServer, watch: Watch
) -> None:
    """It may be somebody else's."""
    watch.expect(KEPT)
    other = code_of(scored(page, site, {**ANSWERS, "third": "c"}))
    keep(scored(page, site, ANSWERS))
    kept = stored(page)[KEY].split("\n")[1:]
    page.clock.set_fixed_time("2027-01-31T12:00:00")

    page.goto("about:blank")
    page.goto(site.url(f"mirror/#r={other}"))
    quiz = QuizPage(page)
    quiz.expect_score("8")

    expect(quiz.part("since")).to_be_hidden()
    assert stored(page)[KEY].split("\n")[1:] == kept
