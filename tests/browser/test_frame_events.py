"""What a publisher's page hears of a visit: that it began, and that it is complete."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from playwright.sync_api import Page, expect

from testkit.publisher import (
    ANSWERS,
    LOADER,
    TOTAL,
    deliver,
    expect_fit,
    frame_html,
    quiz_in,
)
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]

LISTEN = """<script>
heard = [];
for (const name of ["kwispel-start", "kwispel-complete"])
  document.addEventListener(name, ({ type, target, detail }) =>
    heard.push([type, target.title, detail]));
</script>"""

STARTED = ["kwispel-start", "The mirror", {"quiz": "mirror", "name": "start"}]
DONE = ["kwispel-complete", "The mirror", {"quiz": "mirror", "name": "complete"}]


def open_frames(page: Page, publish: Serve, body: str) -> None:
    """Open a publisher's page that listens."""
    page.goto(publish(LISTEN + body).url())
    quiz_in(page).expect_ready()


def expect_heard(page: Page, *wanted: object) -> None:
    """Wait until the page has heard this, and nothing else."""
    page.wait_for_function("count => heard.length >= count", arg=len(wanted))
    assert page.evaluate("heard") == [*wanted]


def test_the_first_answer_and_the_first_result_are_events(
    page: Page, publish: Serve
) -> None:
    """Each once, on the frame, however often the reader tries another answer."""
    open_frames(page, publish, frame_html() + LOADER)
    expect_fit(page)
    quiz = quiz_in(page)

    quiz.choose({"first": "a"})
    expect_heard(page, STARTED)
    quiz.score(ANSWERS)
    quiz.expect_score(TOTAL)
    expect_heard(page, STARTED, DONE)
    quiz.score({"third": "a"})
    quiz.expect_score("7")

    expect_heard(page, STARTED, DONE)


def test_who_clears_the_answers_begins_anew(page: Page, publish: Serve) -> None:
    """On a device that many share each of them counts, also who never finishes."""
    open_frames(page, publish, frame_html() + LOADER)
    expect_fit(page)
    quiz = quiz_in(page)
    quiz.score(ANSWERS)
    expect_heard(page, STARTED, DONE)

    quiz.reset()
    quiz.choose({"first": "a"})
    quiz.reset()
    quiz.score(ANSWERS)

    expect_heard(page, STARTED, DONE, STARTED, STARTED, DONE)


def test_a_result_that_a_link_brings_is_no_event(page: Page, publish: Serve) -> None:
    """Somebody looks at a result; nobody has answered anything."""
    open_frames(page, publish, frame_html() + LOADER)
    quiz = quiz_in(page)
    quiz.score(ANSWERS)
    code = quiz.root.locator('[data-part="code"]').first.text_content()
    linked = frame_html().replace("embed.html", f"embed.html#r={code}")

    page.goto(publish(LISTEN + linked + LOADER).url())
    quiz_in(page).expect_score(TOTAL)
    expect_fit(page)

    expect_heard(page)


def test_what_happened_before_the_loader_came_is_told(
    page: Page, publish: Serve
) -> None:
    """A reader may be faster than the publisher's network."""
    open_frames(page, publish, frame_html())
    quiz_in(page).score(ANSWERS)
    quiz_in(page).expect_score(TOTAL)

    source = page.frames[1].url.replace("/mirror/embed.html", "/embed.js")
    page.add_script_tag(url=source)

    expect_heard(page, STARTED, DONE)


EVENT = {"kwispel": 1, "type": "event", "id": "kwispel-1", "quiz": "mirror"}
SCORE = {"value": "<b>", "min": 0, "max": ["9"], "percent": "50", "band": "x" * 9}


def test_a_hostile_frame_passes_on_nothing_strange(page: Page, publish: Serve) -> None:
    """Names that are known, texts that can be no markup, and no flood."""
    open_frames(page, publish, frame_html() + LOADER)
    expect_fit(page)
    wrong: list[dict[str, Any]] = [
        {"name": "click"},
        {"name": ["start"]},
        {"name": None},
        {"name": "start", "id": "kwispel-2"},
        {"name": "start", "quiz": "<img src=x onerror=alert(1)>"},
        {"name": "start", "quiz": {"toString": "mirror"}},
    ]
    hostile: list[object] = [{**EVENT, **each} for each in wrong]
    flood: list[object] = [{**EVENT, "name": "start"}] * 1000
    complete = {**EVENT, "name": "complete", "score": SCORE, "answers": {"first": "c"}}

    deliver([*hostile, *flood, complete], teller=page.frames[1], to=page.main_frame)

    safe = {"value": None, "min": None, "max": None, "percent": "50", "band": "x" * 9}
    name, title, detail = DONE
    assert isinstance(detail, dict)
    expect_heard(page, STARTED, [name, title, {**detail, "score": safe}])


def test_a_question_may_be_called_closest_in_a_frame_too(
    page: Page, publish: Serve
) -> None:
    """A click on the form itself, where a radio hides the form's own `closest`."""
    page.goto(publish(frame_html().replace("mirror", "names") + LOADER).url())
    quiz = quiz_in(page)
    quiz.expect_ready()

    quiz.form.dispatch_event("click")

    expect_fit(page)


def test_the_publisher_chooses_light_or_dark(page: Page, publish: Serve) -> None:
    """At first, and later, as when a reader switches the publisher's page."""
    dark = 'data-kwispel data-kwispel-scheme="dark"'
    page.goto(publish(frame_html(attributes=dark) + LOADER).url())
    html = page.frame_locator("iframe").locator("html")
    expect(html).to_have_attribute("data-scheme", "dark")

    page.evaluate("document.querySelector('iframe').dataset.kwispelScheme = 'light'")
    expect(html).to_have_attribute("data-scheme", "light")
    page.evaluate("document.querySelector('iframe').dataset.kwispelScheme = 'url(x)'")
    theme = {"kwispel": 1, "type": "theme"}
    wrong: list[object] = [
        {**theme, "scheme": scheme} for scheme in ("red;}", ["dark"], None, {}, 1)
    ]
    deliver(wrong, teller=page.main_frame, to=page.frames[1], name="frames[0]")

    expect(html).to_have_attribute("data-scheme", "light")
