"""What matters most to a reader holds in Chromium, Firefox and WebKit."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from kwispel.core.outcome import outcome
from kwispel.core.plain import plain
from testkit.engines.engine import Engine, wait_for
from testkit.engines.quiz import (
    answer,
    expect_score,
    expect_state,
    shown,
    submit,
)
from testkit.publisher import ANSWERS, FIRST_PX, LOADER, SANDBOX, TOTAL, frame_html
from testkit.runtime_page import write_program_page
from testkit.static_server import StaticServer
from testkit.vectors import case_differences, vectors
from testkit.wordpress import MOST_IN_WORDPRESS_PX, WordPress

Serve = Callable[..., StaticServer]

QUIZ = "mirror/"
STEPS = "walk/"
FITS = """
const frame = document.querySelector("iframe");
return frame.clientHeight > arguments[0] && frame.clientHeight;
"""
HAS_HEIGHT = """
const frame = document.querySelector("iframe");
return frame.clientHeight === arguments[0] && !frame.style.clip;
"""
GONE = """
const set = document.querySelector(`[data-question="${arguments[0]}"]`);
return set.getClientRects().length === 0;
"""
SHOWN_IDS = """
return [...document.querySelectorAll("[data-question]")]
  .filter((set) => set.getClientRects().length).map((set) => set.dataset.question);
"""
CIRCLES_AT_THE_RIGHT = """
return [...document.querySelectorAll("[data-question] input")].every((circle) => {
  const words = circle.labels[0].querySelector("[data-kw=label]");
  return circle.getBoundingClientRect().left > words.getBoundingClientRect().left;
});
"""
CHOOSE_ALL = """
for (const set of document.querySelectorAll("[data-question]"))
  set.querySelector("label").click();
"""
KEPT = """
const found = [document.cookie, ...Object.keys(localStorage)];
return found.concat(Object.keys(sessionStorage)).filter(Boolean);
"""


def ids_shown(engine: Engine) -> list[str]:
    """List the questions that are there to see."""
    return list(engine.run(SHOWN_IDS))


@pytest.fixture
def publish(serve: Serve, site: StaticServer, tmp_path: Path) -> Callable[[str], str]:
    """Give a function that publishes a page of another site with this body."""

    def publish_body(body: str) -> str:
        html = f"<!doctype html><html lang=en><title>News</title><body>{body}"
        page = tmp_path / "index.html"
        page.write_text(html.replace("ORIGIN", site.origin), encoding="utf-8")
        return serve(tmp_path).url()

    return publish_body


def test_answers_become_a_result(engine: Engine, site: StaticServer) -> None:
    """The score is shown, and the heading of the result has the focus."""
    engine.go(site.url(QUIZ))

    answer(engine, ANSWERS)
    submit(engine)

    expect_score(engine, TOTAL)
    focused = engine.run("return document.activeElement.dataset.kw;")
    assert focused == "result-heading"


def test_open_questions_are_told(engine: Engine, site: StaticServer) -> None:
    """The summary takes the focus, and its link leads to the first radio."""
    engine.go(site.url(QUIZ))

    answer(engine, {"first": "c"})
    submit(engine)
    wait_for(engine, "return document.querySelector('[data-kw=errors]:not([hidden])');")

    assert len(shown(engine, "[data-open-link]")) == len(ANSWERS) - 1
    engine.click('[data-open-link="second"] a, a[data-open-link="second"]')
    assert engine.run("return document.activeElement.name;") == "second"


def test_the_keyboard_alone_gives_a_result(engine: Engine, site: StaticServer) -> None:
    """Space chooses, arrows move, tab goes on, and enter asks for the result."""
    engine.go(site.url(QUIZ))
    engine.run("document.getElementById('q-first.a').focus();")

    for number, option in enumerate(ANSWERS.values()):
        if number:
            engine.press("Tab")
        engine.press("Space")
        for _ in "abc"[1 : "abc".index(option) + 1]:
            engine.press("ArrowDown")
    engine.press("Enter")

    expect_score(engine, TOTAL)


def test_one_question_is_shown_at_a_time(engine: Engine, site: StaticServer) -> None:
    """The button goes on, and the browser's way back leads to the question before."""
    engine.go(site.url(STEPS))
    for question, option in {"way": "foot", "dog": "no"}.items():
        assert ids_shown(engine) == [question]
        answer(engine, {question: option})
        submit(engine)
        wait_for(engine, GONE, question)
    assert ids_shown(engine) == ["meet"]

    engine.run("history.back();")

    wait_for(engine, GONE, "meet")
    assert ids_shown(engine) == ["dog"]
    assert engine.run("return document.querySelector('[id=\"q-dog.no\"]').checked;")


def test_a_result_link_gives_the_result_again(
    engine: Engine, site: StaticServer
) -> None:
    """Whoever opens it sees the answers and the score."""
    engine.go(site.url(QUIZ))
    answer(engine, ANSWERS)
    submit(engine)
    expect_score(engine, TOTAL)
    code = engine.run("return document.querySelector('[data-part=code]').textContent;")

    engine.go("about:blank")
    engine.go(f"{site.url(QUIZ)}#r={code}")

    expect_score(engine, TOTAL)
    chosen = "return [...document.querySelectorAll(':checked')].map((e) => e.value);"
    assert engine.run(chosen) == list(ANSWERS.values())


def test_arabic_is_laid_out_from_right_to_left(
    engine: Engine, site: StaticServer
) -> None:
    """Circles stand to the right of their words, and the result comes as elsewhere."""
    engine.go(site.url("ar/feedback/"))
    assert engine.run("return document.documentElement.dir;") == "rtl"
    assert engine.run(CIRCLES_AT_THE_RIGHT)

    engine.run(CHOOSE_ALL)
    submit(engine)

    expect_state(engine, "scored")
    assert engine.run("return document.documentElement.scrollWidth <= innerWidth;")


def test_nothing_is_kept(engine: Engine, site: StaticServer) -> None:
    """No cookie and no storage, after a whole visit."""
    engine.go(site.url(QUIZ))
    answer(engine, ANSWERS)
    submit(engine)
    expect_score(engine, TOTAL)

    assert engine.run(KEPT) == []


@pytest.mark.parametrize("sandbox", ["allow-scripts", SANDBOX])
def test_a_sandboxed_frame_gives_a_result(
    engine: Engine, publish: Callable[[str], str], sandbox: str
) -> None:
    """On the page of another site, without an origin of its own."""
    engine.go(publish(frame_html(sandbox=sandbox)))
    engine.enter("iframe")

    answer(engine, ANSWERS)
    submit(engine)

    expect_score(engine, TOTAL)


def test_a_frame_without_sandbox_gives_a_result(
    engine: Engine, publish: Callable[[str], str]
) -> None:
    """A plain frame on the page of another site."""
    engine.go(publish(frame_html().replace("sandbox=", "data-was=")))
    engine.enter("iframe")

    answer(engine, ANSWERS)
    submit(engine)

    expect_score(engine, TOTAL)


def test_the_loader_gives_a_frame_its_height(
    engine: Engine, publish: Callable[[str], str]
) -> None:
    """It grows with the result."""
    engine.go(publish(frame_html() + LOADER))
    before = wait_for(engine, FITS, FIRST_PX)
    engine.enter("iframe")
    answer(engine, ANSWERS)
    submit(engine)
    expect_score(engine, TOTAL)
    engine.leave()

    assert wait_for(engine, FITS, before) > before


def test_wordpress_shows_a_quiz_whose_address_was_pasted(
    engine: Engine, wordpress: WordPress
) -> None:
    """In a sandbox, as high as WordPress allows."""
    engine.go(wordpress.posts["mirror"])
    wait_for(engine, HAS_HEIGHT, MOST_IN_WORDPRESS_PX)
    engine.enter("iframe")

    answer(engine, ANSWERS)
    submit(engine)

    expect_score(engine, TOTAL)


def test_every_vector_is_reproduced(
    engine: Engine, serve: Serve, tmp_path: Path
) -> None:
    """What a vector says is what each engine computes, exactly."""
    all_vectors = list(vectors().values())
    data = json.dumps(all_vectors).replace("<", "\\u003c")
    block = f'<script type="application/json" id="vectors">{data}</script>'
    write_program_page(tmp_path, "run_vectors", block + '<pre id="outcomes"></pre>')

    engine.go(serve(tmp_path).url())

    said = "return document.getElementById('outcomes').textContent;"
    outcomes = json.loads(wait_for(engine, said))
    for vector, found in zip(all_vectors, outcomes, strict=True):
        for case, one in zip(vector["cases"], found, strict=True):
            assert case_differences(case, one) == [], vector["rule"]
            assert one == plain(outcome(vector["sheet"], case["answers"]))


def test_paper_shows_the_form_and_after_scoring_the_result(
    engine: Engine, site: StaticServer
) -> None:
    """The style sheet for print is understood."""
    engine.go(site.url(QUIZ))
    engine.to_print(really=True)
    assert shown(engine, "[data-question]")
    assert not shown(engine, "button[type=submit]")
    engine.to_print(really=False)
    answer(engine, ANSWERS)
    submit(engine)
    expect_score(engine, TOTAL)

    engine.to_print(really=True)

    assert not shown(engine, "[data-question]")
    assert shown(engine, "#result")
    engine.to_print(really=False)


@pytest.mark.parametrize("name", ["firefox", "webkit"])
def test_a_system_without_a_language_is_served(
    start_engine: Callable[[str, str], Engine], site: StaticServer, name: str
) -> None:
    """It calls its language "C", which is no language tag.

    For Chromium tests/browser/test_runtime.py shows it.
    """
    engine = start_engine(name, "C")
    engine.go(site.url(QUIZ))
    assert engine.run("return navigator.language;") == "C"

    answer(engine, ANSWERS)
    submit(engine)

    expect_score(engine, TOTAL)


def test_the_watch_sees_what_goes_wrong(started: Engine, site: StaticServer) -> None:
    """Otherwise it would prove nothing: a picture from elsewhere is told twice.

    Where it is not, the test ends with the time it may take.
    """
    started.errors()
    started.go(site.url(QUIZ))

    started.run(
        "document.body.append(Object.assign(new Image(), {src: arguments[0]}));",
        "https://example.org/x.png",
    )
    errors: list[str] = []
    while not any("example.org" in error for error in errors):
        errors += started.errors()
    while not any("example.org" in report for report in site.reports):
        time.sleep(0.05)
    site.reports.clear()
