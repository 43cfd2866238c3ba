"""A quiz in a frame on a page of somebody else."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Frame, Locator, Page, Route, expect

from testkit.quiz_page import QuizPage
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]
Publish = Callable[..., StaticServer]

ANSWERS = {"first": "c", "second": "c", "third": "b"}
TOTAL = "8"
SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox"
FIRST_PX = 300
POLICY = (
    "<meta http-equiv=Content-Security-Policy content=\"default-src 'none'; "
    'script-src ORIGIN; frame-src ORIGIN">'
)


@pytest.fixture
def quizzes(serve: Serve, built_site: Callable[[str], Path]) -> StaticServer:
    """Serve the quizzes, on a host of their own."""
    return serve(built_site("behaviour"), "127.0.0.1")


@pytest.fixture
def publish(serve: Serve, quizzes: StaticServer, tmp_path: Path) -> Publish:
    """Give a function that serves a page of another site with this body.

    ORIGIN in it stands for where the quizzes are.
    """

    def publish_body(body: str, head: str = "") -> StaticServer:
        html = f"<!doctype html><html lang=en><title>News</title>{head}<body>{body}"
        (tmp_path / "index.html").write_text(
            html.replace("ORIGIN", quizzes.origin), encoding="utf-8"
        )
        return serve(tmp_path)

    return publish_body


def frame_html(attributes: str = "data-kwispel", sandbox: str = SANDBOX) -> str:
    """Write a frame as `kwispel embed` tells to paste it."""
    return (
        f'<iframe src="ORIGIN/mirror/embed.html" title="The mirror" width="100%" '
        f'height="{FIRST_PX}" sandbox="{sandbox}" {attributes}></iframe>'
    )


MINE = {"kwispel": 1, "type": "height", "id": "kwispel-1", "height": 777}
"""A message that the loader accepts from the first frame."""

LOADER = '<script async src="ORIGIN/embed.js"></script>'


def deliver(
    messages: list[object], *, teller: Frame, to: Frame, name: str = "parent"
) -> None:
    """Post messages, and wait until they have all been heard.

    Shape: name is what the teller calls the window of the other.
    """
    to.evaluate(
        """() => {
          window.allHeard = false;
          addEventListener("message", (event) => {
            if (event.data === "the last") allHeard = true;
          });
        }"""
    )
    teller.evaluate(
        f"messages => messages.forEach(message => {name}.postMessage(message, '*'))",
        [*messages, "the last"],
    )
    to.wait_for_function("allHeard")


def quiz_in(page: Page, number: int = 0) -> QuizPage:
    """Give the quiz in a frame."""
    return QuizPage(page.frame_locator("iframe").nth(number))


def content_height(page: Page, number: int = 0) -> int:
    """Measure how high the page in a frame is."""
    return int(
        page.frame_locator("iframe")
        .nth(number)
        .locator("html")
        .evaluate("html => Math.ceil(html.getBoundingClientRect().height)")
    )


def frame_height(frame: Locator) -> int:
    """Measure how high a frame is."""
    return int(frame.evaluate("frame => frame.clientHeight"))


def expect_fit(page: Page, number: int = 0) -> int:
    """Wait until a frame is as high as what is in it, and give that height."""
    content = page.frame_locator("iframe").nth(number).locator("html")
    expect(content).to_have_css("overflow", "hidden")
    frame = page.locator("iframe").nth(number)
    page.wait_for_function(
        "([frame, height]) => frame.clientHeight === height",
        arg=[frame.element_handle(), content_height(page, number)],
    )
    return frame_height(frame)


@pytest.mark.parametrize("sandbox", ["allow-scripts", SANDBOX])
def test_a_frame_that_may_only_run_scripts_gives_a_result(
    page: Page, publish: Publish, sandbox: str
) -> None:
    """Without forms, and without an origin; that is what publishers' systems allow."""
    page.goto(publish(frame_html(sandbox=sandbox)).url())
    quiz = quiz_in(page)

    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)


def test_enter_submits_in_a_frame_that_may_not_submit(
    page: Page, publish: Publish
) -> None:
    """The browser stops at the click that Enter makes; the page does not."""
    page.goto(publish(frame_html(sandbox="allow-scripts")).url())
    quiz = quiz_in(page)
    quiz.choose(ANSWERS)

    quiz.radio("third", "b").press("Enter")

    quiz.expect_score(TOTAL)


def test_early_submission_in_a_frame_is_scored_when_the_runtime_comes(
    page: Page, publish: Publish
) -> None:
    """Nor is it sent anywhere while the page waits."""
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    page.route(re.compile("/assets/runtime"), hold)
    page.goto(publish(frame_html(sandbox="allow-scripts")).url())
    quiz = quiz_in(page)
    quiz.score(ANSWERS)
    expect(quiz.part("pending")).to_be_visible()

    held[0].continue_()

    quiz.expect_score(TOTAL)


def test_a_frame_without_loader_scrolls(page: Page, publish: Publish) -> None:
    """Nobody granted it a height, so it keeps its own scrollbar."""
    page.goto(publish(frame_html()).url())
    quiz = quiz_in(page)
    quiz.expect_state("ready")

    content = page.frame_locator("iframe").locator("html")

    expect(content).not_to_have_css("overflow", "hidden")
    assert frame_height(page.locator("iframe")) == FIRST_PX


def test_the_loader_keeps_a_frame_as_high_as_its_content(
    page: Page, publish: Publish
) -> None:
    """It grows with the result, and shrinks again."""
    page.goto(publish(frame_html() + LOADER).url())
    at_first = expect_fit(page)
    quiz = quiz_in(page)

    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)
    with_result = expect_fit(page)
    quiz.reset()
    expect(quiz.part("result")).to_be_hidden()
    after_reset = expect_fit(page)

    assert with_result > at_first
    assert after_reset == at_first


def test_a_frame_follows_the_width_that_it_is_given(
    page: Page, publish: Publish
) -> None:
    """A narrow column needs more height."""
    page.goto(publish(frame_html() + LOADER).url())
    wide = expect_fit(page)

    page.set_viewport_size({"width": 320, "height": 640})
    page.wait_for_function(
        "(height) => document.querySelector('iframe').clientHeight > height", arg=wide
    )

    assert expect_fit(page) > wide


def test_a_long_result_fits_in_a_narrow_column(
    page: Page, serve: Serve, built_site: Callable[[str], Path], tmp_path: Path
) -> None:
    """Ten questions with advice and six factors are some 26,000 pixels high there."""
    quizzes = serve(built_site("content"), "127.0.0.1")
    body = (frame_html() + LOADER).replace("/mirror/", "/klantgerichtheid/")
    html = f"<!doctype html><title>News</title>{body}"
    (tmp_path / "index.html").write_text(
        html.replace("ORIGIN", quizzes.origin), encoding="utf-8"
    )
    page.set_viewport_size({"width": 320, "height": 640})
    page.goto(serve(tmp_path).url())
    quiz = quiz_in(page)

    for question in quiz.root.locator("[data-question]").all():
        question.locator("label").first.click()
    quiz.submit()
    quiz.expect_state("scored")

    assert expect_fit(page) > 20_000


def test_the_loader_works_under_a_strict_policy_of_the_publisher(
    page: Page, publish: Publish
) -> None:
    """No inline style, no inline script, nothing but what is named."""
    page.goto(publish(frame_html() + LOADER, head=POLICY).url())

    assert expect_fit(page) > FIRST_PX


def test_a_border_does_not_cost_the_frame_its_height(
    page: Page, publish: Publish
) -> None:
    """Where the height is to hold the borders too, the frame gets that much more."""
    style = "<style>iframe {box-sizing: border-box; border: 9px solid}</style>"

    page.goto(publish(frame_html() + LOADER, head=style).url())

    expect_fit(page)


def test_a_height_that_is_held_down_leaves_the_scrollbar(
    page: Page, publish: Publish
) -> None:
    """A publisher's maximum wins, and everything stays within reach."""
    style = "<style>iframe {max-height: 400px}</style>"

    page.goto(publish(frame_html() + LOADER, head=style).url())
    page.wait_for_function("document.querySelector('iframe').clientHeight === 400")
    quiz = quiz_in(page)
    quiz.score(ANSWERS)

    quiz.expect_score(TOTAL)
    content = page.frame_locator("iframe").locator("html")
    expect(content).not_to_have_css("overflow", "hidden")


def test_every_frame_has_a_height_of_its_own(page: Page, publish: Publish) -> None:
    """Two frames, and the loader twice, as when two articles are on one page."""
    page.goto(publish((frame_html() + LOADER) * 2).url())
    first = expect_fit(page, 0)
    second = expect_fit(page, 1)

    quiz_in(page, 1).score(ANSWERS)
    quiz_in(page, 1).expect_score(TOTAL)

    assert expect_fit(page, 1) > second
    assert frame_height(page.locator("iframe").first) == first


def test_the_loader_works_once_however_often_it_is_there(
    page: Page, publish: Publish
) -> None:
    """One height, one answer."""
    page.goto(publish(frame_html() + LOADER * 3).url())
    expect_fit(page)
    frame, parent = page.frames[1], page.main_frame
    frame.evaluate("() => { heard = []; onmessage = e => heard.push(e.data) }")

    deliver([MINE], teller=frame, to=parent)
    deliver([], teller=parent, to=frame, name="frames[0]")

    answers = frame.evaluate("heard.filter(message => message.height === 777)")
    assert answers == [{"kwispel": 1, "type": "granted", "height": 777}]


def test_a_loader_that_comes_late_greets_the_frames(
    page: Page, publish: Publish
) -> None:
    """What a frame said of itself before that, nobody heard."""
    page.goto(publish(frame_html()).url())
    quiz_in(page).expect_state("ready")
    source = page.frames[1].url.replace("/mirror/embed.html", "/embed.js")

    page.add_script_tag(url=source)

    assert expect_fit(page) > FIRST_PX


def test_a_frame_that_comes_later_is_served(page: Page, publish: Publish) -> None:
    """Pages bring in articles as the reader scrolls."""
    page.goto(publish(LOADER, head="").url())
    page.wait_for_function("Symbol.for('kwispel.embed') in window")

    page.evaluate(
        "(html) => document.body.insertAdjacentHTML('beforeend', html)",
        frame_html().replace("ORIGIN", origin_of_quizzes(page)),
    )

    assert expect_fit(page) > FIRST_PX


def test_a_frame_that_is_marked_later_is_served(page: Page, publish: Publish) -> None:
    """The frame has introduced itself by then, so the loader goes to it."""
    page.goto(publish(frame_html(attributes="") + LOADER).url())
    quiz_in(page).expect_state("ready")
    page.wait_for_function("Symbol.for('kwispel.embed') in window")

    page.evaluate("document.querySelector('iframe').dataset.kwispel = ''")

    assert expect_fit(page) > FIRST_PX


def test_a_lazy_frame_is_served_when_it_is_reached(
    page: Page, publish: Publish
) -> None:
    """It loads when the reader comes near."""
    tall = "<div style='height: 9000px'></div>"
    lazy = frame_html(attributes="data-kwispel loading=lazy")
    page.goto(publish(tall + lazy + LOADER).url())
    frame = page.locator("iframe")
    assert frame_height(frame) == FIRST_PX

    frame.scroll_into_view_if_needed()

    assert expect_fit(page) > FIRST_PX


def test_a_frame_that_is_not_marked_is_left_alone(page: Page, publish: Publish) -> None:
    """Only what the publisher has marked is given a height."""
    page.goto(publish(frame_html() + frame_html(attributes="") + LOADER).url())
    expect_fit(page, 0)
    quiz_in(page, 1).score(ANSWERS)
    quiz_in(page, 1).expect_score(TOTAL)

    assert frame_height(page.locator("iframe").nth(1)) == FIRST_PX


def test_the_result_comes_into_view_on_the_publishers_page(
    page: Page, publish: Publish
) -> None:
    """In its upper half, though the page was not long enough for that before."""
    tall = "<div style='height: 900px'></div>"
    page.goto(publish(tall + frame_html() + LOADER).url())
    expect_fit(page)
    quiz = quiz_in(page)

    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)

    heading = quiz.part("result-heading")
    expect(heading).to_be_focused()
    expect(heading).to_be_in_viewport()
    expect_fit(page)
    box = heading.bounding_box()
    assert box
    assert 0 <= box["y"] < page.evaluate("innerHeight") / 2


def test_the_publishers_page_scrolls_to_what_the_frame_asks_for(
    page: Page, publish: Publish
) -> None:
    """Only for the frame in which the reader is, and only within that frame."""
    tall = "<div style='height: 900px'></div>"
    page.goto(publish(tall + frame_html() + LOADER + tall * 3).url())
    height = expect_fit(page)
    ask = {"kwispel": 1, "type": "scroll", "id": "kwispel-1"}
    frame, parent = page.frames[1], page.main_frame
    page.evaluate("scrollTo(0, 0)")

    deliver([{**ask, "top": 100}], teller=frame, to=parent)
    assert page.evaluate("scrollY") == 0

    page.locator("iframe").focus()
    deliver([{**ask, "top": 10**9}], teller=frame, to=parent)
    top = page.locator("iframe").evaluate("f => f.getBoundingClientRect().top")
    assert abs(top + height) <= 1


def test_messages_hold_nothing_of_the_reader(page: Page, publish: Publish) -> None:
    """All that a frame says is that it is there, how high it is, and where to look."""
    listen = "<script>heard = []; onmessage = e => heard.push(e.data)</script>"
    page.goto(publish(listen + frame_html() + LOADER).url())
    expect_fit(page)

    quiz_in(page).score(ANSWERS)
    quiz_in(page).expect_score(TOTAL)
    expect_fit(page)

    heard = page.evaluate("heard")
    allowed = {
        "ready": {"kwispel", "type"},
        "height": {"kwispel", "type", "id", "height"},
        "scroll": {"kwispel", "type", "id", "top"},
    }
    assert {message["type"] for message in heard} == set(allowed)
    assert all(set(message) == allowed[message["type"]] for message in heard)


NAN, INFINITY = float("nan"), float("inf")
BAD_HEIGHTS = (NAN, INFINITY, -INFINITY, -5, 0, 49, 50001, 1e9, True)
NO_HEIGHTS = ("500", None, {}, [], [500])
JUNK = (None, 1, "kwispel", [], {}, {"kwispel": 2}, {"kwispel": 1})
WRONG = ({"kwispel": "1"}, {"id": "kwispel-2"}, {"id": None}, {"type": "HEIGHT"})

RECORD = """() => {
  const frame = document.querySelector("iframe");
  window.heights = [];
  new MutationObserver(() => heights.push(frame.style.height)).observe(
    frame, {attributes: true, attributeFilter: ["style"]});
}"""


def test_hostile_messages_leave_a_frame_as_it_is(page: Page, publish: Publish) -> None:
    """From the frame itself, under its own name; a good one at the end is heard."""
    page.goto(publish(frame_html() + LOADER).url())
    expect_fit(page)
    page.evaluate(RECORD)
    hostile = [
        *JUNK,
        *({**MINE, "height": height} for height in BAD_HEIGHTS + NO_HEIGHTS),
        *({**MINE, "height": 500, **wrong} for wrong in WRONG),
    ]

    deliver([*hostile, MINE], teller=page.frames[1], to=page.main_frame)

    assert page.evaluate("heights") == ["777px"]


def test_nobody_else_can_set_the_height_of_a_frame(
    page: Page, publish: Publish
) -> None:
    """Not the page's own window, and not a frame beside it."""
    page.goto(publish(frame_html() + frame_html(attributes="") + LOADER).url())
    expect_fit(page, 0)
    page.evaluate(RECORD)
    pretended = {**MINE, "height": 500}

    for teller, message in (
        (page.main_frame, pretended),
        (page.frames[2], pretended),
        (page.frames[1], MINE),
    ):
        deliver([message], teller=teller, to=page.main_frame)

    assert page.evaluate("heights") == ["777px"]


def test_a_frame_that_went_elsewhere_is_not_served(
    page: Page, publish: Publish, serve: Serve, tmp_path: Path
) -> None:
    """Its window is the same, its origin is not."""
    other = tmp_path / "other"
    other.mkdir()
    (other / "index.html").write_text("<p>Elsewhere", encoding="utf-8")
    elsewhere = serve(other, "127.0.0.1").url()
    page.goto(
        publish(frame_html(sandbox=SANDBOX + " allow-same-origin") + LOADER).url()
    )
    expect_fit(page)
    page.evaluate(RECORD)
    page.frames[1].goto(elsewhere)

    ready = {"kwispel": 1, "type": "ready"}
    deliver([ready, MINE], teller=page.frames[1], to=page.main_frame)

    assert page.evaluate("heights") == []


@pytest.mark.parametrize(
    "bad_id", ["", "a b", "A", "<b>", "x" * 65, 7.5, None, {}, "good\n", ["good"]]
)
def test_a_frame_does_not_answer_to_a_strange_name(
    page: Page, publish: Publish, bad_id: object
) -> None:
    """A name is letters, digits and hyphens; to anything else the frame is silent."""
    listen = "<script>heard = []; onmessage = e => heard.push(e.data)</script>"
    page.goto(publish(listen + frame_html()).url())
    page.wait_for_function("heard.length")
    hello = {"kwispel": 1, "type": "hello"}

    deliver(
        [{**hello, "id": bad_id}, {**hello, "id": "good"}],
        teller=page.main_frame,
        to=page.frames[1],
        name="frames[0]",
    )

    page.wait_for_function("heard.length > 1")
    assert [message.get("id") for message in page.evaluate("heard")] == [None, "good"]


def test_a_frame_listens_to_its_parent_only(page: Page, publish: Publish) -> None:
    """A frame beside it can neither make it talk nor take its scrollbar away."""
    listen = "<script>heard = []; onmessage = e => heard.push(e.data)</script>"
    page.goto(publish(listen + frame_html() * 2).url())
    quiz_in(page).expect_state("ready")
    frame, beside, parent = page.frames[1], page.frames[2], page.main_frame
    evil, good = (
        {"kwispel": 1, "type": "hello", "id": name} for name in ("evil", "good")
    )
    granted = {"kwispel": 1, "type": "granted", "height": 50000}

    deliver([evil], teller=beside, to=frame, name="parent.frames[0]")
    deliver([good], teller=parent, to=frame, name="frames[0]")
    deliver([granted], teller=beside, to=frame, name="parent.frames[0]")
    deliver([], teller=frame, to=parent)

    content = page.frame_locator("iframe").first.locator("html")
    expect(content).not_to_have_css("overflow", "hidden")
    heard = page.evaluate("heard.filter(message => message.type === 'height')")
    assert {message["id"] for message in heard} == {"good"}


def origin_of_quizzes(page: Page) -> str:
    """Give the origin that the loader came from."""
    return str(
        page.locator("script[src]").evaluate("script => new URL(script.src).origin")
    )
