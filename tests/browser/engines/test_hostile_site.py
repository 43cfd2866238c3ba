"""Nothing that an author writes runs, in any engine and on any page of a quiz."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from testkit.engines.engine import Engine, wait_for
from testkit.engines.quiz import answer, expect_state, submit
from testkit.hostile_site import ANSWERS, ATTACK, QUIZ
from testkit.static_server import StaticServer

PWNED = "return window.pwned;"
ADDED = "return document.querySelector('[data-kw=added]').textContent;"
TAKE = """
const root = document.querySelector("kwispel-quiz").shadowRoot;
const button = root && root.querySelector("button[type=submit]");
if (!button || !button.getClientRects().length) return false;
for (const [question, option] of Object.entries(arguments[0]))
  root.querySelector(`label[for="q-${question}.${option}"]`).click();
button.click();
return true;
"""
ADDED_THERE = """
const root = document.querySelector("kwispel-quiz").shadowRoot;
return root.querySelector("[data-kw=added]").textContent;
"""
HOST = """<!doctype html><html lang=en><meta charset=utf-8><title>News</title>
<body><kwispel-quiz src="trap/"><a href="trap/">The quiz</a></kwispel-quiz>
<script async src="element.js"></script>"""


@pytest.mark.parametrize("name", ["index.html", "embed.html", f"{QUIZ}.html"])
def test_an_attack_is_text(
    engine: Engine,
    built_site: Callable[[str], Path],
    serve: Callable[..., StaticServer],
    name: str,
) -> None:
    """Before and after the result, with what its hook adds; the policy had no work."""
    server = serve(built_site("hostile"))
    engine.go(server.url(f"{QUIZ}/{name}"))

    answer(engine, ANSWERS)
    submit(engine)
    expect_state(engine, "scored")

    assert f"hook {ATTACK}" in engine.run(ADDED)
    assert engine.run(PWNED) is None


def test_an_attack_is_text_around_the_quizzes(
    engine: Engine,
    built_site: Callable[[str], Path],
    serve: Callable[..., StaticServer],
) -> None:
    """On the contents page, and on the one for publishers."""
    server = serve(built_site("hostile"))

    for path in ("index.html", f"{QUIZ}/embed/index.html"):
        engine.go(server.url(path))
        assert engine.run(PWNED) is None


def test_an_attack_is_text_in_the_page_of_a_publisher(
    engine: Engine,
    built_site: Callable[[str], Path],
    serve: Callable[..., StaticServer],
    tmp_path: Path,
) -> None:
    """There it would run with the rights of that page, which has no policy."""
    folder = shutil.copytree(built_site("hostile"), tmp_path / "site")
    (folder / "host.html").write_text(HOST, encoding="utf-8")
    engine.go(serve(folder).url("host.html"))

    wait_for(engine, TAKE, ANSWERS)

    assert f"hook {ATTACK}" in wait_for(engine, ADDED_THERE)
    assert engine.run(PWNED) is None
