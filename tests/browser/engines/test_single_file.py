"""A quiz as one file works in each engine: from a disk, in a sandbox, in `srcdoc`."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from pathlib import Path

import pytest

from testkit.engines.engine import Engine
from testkit.engines.quiz import answer, expect_state, submit
from testkit.file_site import HOOK, file_of
from testkit.static_server import StaticServer

Publish = Callable[[str], str]

ANSWERS = {"first": "c", "second": "c", "age": "a"}
CALM = """
const values = document.querySelectorAll('[data-score="calm"] [data-part="value"]');
return [...new Set([...values].map((value) => value.textContent))];
"""
HOOKED = ["65"]
"""What the quiz's hook makes of these answers; without it they come to less."""


@pytest.fixture
def file(built_site: Callable[[str], Path]) -> Path:
    """Give the file of a quiz with a hook, whose site does not know its address."""
    return built_site("files") / file_of(HOOK)


@pytest.fixture
def publish(serve: Callable[..., StaticServer], tmp_path: Path) -> Callable[[str], str]:
    """Give a function that serves a page of another site, and gives its address."""

    def publish_body(body: str) -> str:
        html = f"<!doctype html><html lang=en><title>News</title><body>{body}"
        (tmp_path / "index.html").write_text(html, encoding="utf-8")
        return serve(tmp_path).url()

    return publish_body


def expect_hooked(engine: Engine) -> None:
    """Answer, and find what the hook made of it."""
    answer(engine, ANSWERS)
    submit(engine)
    expect_state(engine, "scored")
    assert engine.run(CALM) == HOOKED


def test_it_scores_from_a_disk(engine: Engine, file: Path) -> None:
    """With its hook, and with the address as it was."""
    engine.go(file.as_uri())

    expect_hooked(engine)

    assert engine.run("return location.href;") == file.as_uri()


def test_it_scores_in_a_sandboxed_frame_of_another_site(
    engine: Engine, serve: Callable[..., StaticServer], file: Path, publish: Publish
) -> None:
    """Also where the engine takes 'self' for nothing: its policy names no place."""
    server = serve(file.parent, "127.0.0.1")
    source = server.url(file.name)
    sandbox = 'sandbox="allow-scripts"'
    engine.go(publish(f'<iframe src="{source}" {sandbox} title="Quiz"></iframe>'))
    engine.enter("iframe")

    expect_hooked(engine)


def test_it_scores_in_a_frame_that_holds_it(
    engine: Engine, file: Path, publish: Publish
) -> None:
    """In `srcdoc`, where a frame has no address at all."""
    text = escape(file.read_text(encoding="utf-8"))
    frame = f'<iframe srcdoc="{text}" sandbox="allow-scripts" title="Quiz"></iframe>'
    engine.go(publish(frame))
    engine.enter("iframe")

    expect_hooked(engine)
