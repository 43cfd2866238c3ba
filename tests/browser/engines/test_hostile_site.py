"""Nothing that an author writes runs, in any engine and on any page of a quiz."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from testkit.engines.engine import Engine
from testkit.engines.quiz import answer, expect_state, submit
from testkit.hostile_site import ANSWERS, ATTACK, QUIZ
from testkit.static_server import StaticServer

PWNED = "return window.pwned;"
ADDED = "return document.querySelector('[data-kw=added]').textContent;"


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
