"""What a quiz in a frame and the page around it say to each other."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from testkit.publisher import (
    ANSWERS,
    LISTEN,
    LOADER,
    MINE,
    SANDBOX,
    TOTAL,
    deliver,
    expect_fit,
    frame_html,
    quiz_in,
)
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]


ID = {"kwispel": 1, "id": "kwispel-1"}
EVENT = {**ID, "type": "event", "quiz": "mirror"}


def test_all_that_a_frame_says_in_a_visit(page: Page, publish: Serve) -> None:
    """It is there, so high, look here, begun, complete: and nothing else."""
    page.goto(publish(LISTEN + frame_html() + LOADER).url())
    expect_fit(page)

    quiz_in(page).score(ANSWERS)
    quiz_in(page).expect_score(TOTAL)
    expect_fit(page)

    heard = page.evaluate("heard")
    places = [message.pop(message["type"], message.pop("top", 0)) for message in heard]
    assert {*map(type, places)} == {int}
    assert [one for one in heard if one["type"] not in {"height", "scroll"}] == [
        {"kwispel": 1, "type": "ready"},
        {**EVENT, "name": "start"},
        {**EVENT, "name": "complete"},
    ]
    others = [one for one in heard if one["type"] in {"height", "scroll"}]
    kinds = ({**ID, "type": "height"}, {**ID, "type": "scroll"})
    assert all(kind in others for kind in kinds)
    assert all(one in kinds for one in others)


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


def test_hostile_messages_leave_a_frame_as_it_is(page: Page, publish: Serve) -> None:
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


def test_nobody_else_can_set_the_height_of_a_frame(page: Page, publish: Serve) -> None:
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
    page: Page, publish: Serve, serve: Serve, tmp_path: Path
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
    page: Page, publish: Serve, bad_id: object
) -> None:
    """A name is letters, digits and hyphens; to anything else the frame is silent."""
    page.goto(publish(LISTEN + frame_html()).url())
    page.wait_for_function("() => heard.length")
    hello = {"kwispel": 1, "type": "hello"}

    deliver(
        [{**hello, "id": bad_id}, {**hello, "id": "good"}],
        teller=page.main_frame,
        to=page.frames[1],
        name="frames[0]",
    )

    page.wait_for_function("() => heard.length > 1")
    assert [message.get("id") for message in page.evaluate("heard")] == [None, "good"]


def test_a_frame_listens_to_its_parent_only(page: Page, publish: Serve) -> None:
    """A frame beside it can neither make it talk nor take its scrollbar away."""
    page.goto(publish(LISTEN + frame_html() * 2).url())
    quiz_in(page).expect_ready()
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
