"""A quiz in a frame on pages that allow little, in Chromium, Firefox and WebKit."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kwispel.publish.headers import ISOLATED
from kwispel.runtime.load import BUILT
from testkit.engines.engine import Engine, wait_for
from testkit.engines.quiz import answer, expect_score, submit
from testkit.publisher import ANSWERS, FIRST_PX, SANDBOX, TOTAL, frame_html
from testkit.static_server import StaticServer

Serve = Callable[..., StaticServer]

POLICY = "Content-Security-Policy"
STRICT = "default-src 'self'; frame-src ORIGIN"
LISTEN = """
window.heard = [];
for (const name of ["kwispel-start", "kwispel-complete"])
  addEventListener(name, ({ detail }) => heard.push(detail.name));
"""
FITS = """
const frame = document.querySelector("iframe");
return frame.clientHeight > arguments[0] && frame.clientHeight;
"""
HEARD = "return window.heard.length > 1 && window.heard;"
FRAMES = {
    "sandboxed": frame_html(sandbox=SANDBOX),
    "open": frame_html().replace("sandbox=", "data-was="),
}
"""As a frame is pasted, and without its sandbox."""

ISOLATION = "return [isSecureContext, window.crossOriginIsolated];"


@pytest.fixture(scope="module", autouse=True)
def headers(site: StaticServer) -> None:
    """Serve quizzes with what kwispel tells hosts to serve them with.

    To all tests alike: browsers keep the headers of what has not changed.
    """
    site.headers.update(ISOLATED)
    site.headers["Cross-Origin-Resource-Policy"] = "cross-origin"


@pytest.fixture
def host(serve: Serve, tmp_path: Path) -> StaticServer:
    """Give another site, which has its own copy of the loader."""
    shutil.copy(BUILT / "embed.js", tmp_path)
    (tmp_path / "listen.js").write_text(LISTEN, encoding="utf-8")
    return serve(tmp_path)


def publish(host: StaticServer, folder: Path, frame: str, origin: str) -> str:
    """Publish a page with a frame, and give its address."""
    scripts = '<script src="listen.js"></script><script async src="embed.js"></script>'
    html = f"<!doctype html><html lang=en><title>News</title>{scripts}<body>{frame}"
    page = folder / "index.html"
    page.write_text(html.replace("ORIGIN", origin), encoding="utf-8")
    return host.url()


@pytest.mark.parametrize("frame", [*FRAMES.values()], ids=[*FRAMES])
def test_a_policy_of_self_and_the_frame_is_enough(
    engine: Engine, site: StaticServer, host: StaticServer, tmp_path: Path, frame: str
) -> None:
    """For the frame, its height and what it tells, with the loader on the host."""
    host.headers[POLICY] = STRICT.replace("ORIGIN", site.origin)

    engine.go(publish(host, tmp_path, frame, site.origin))
    before = wait_for(engine, FITS, FIRST_PX)
    engine.enter("iframe")
    answer(engine, ANSWERS)
    submit(engine)
    expect_score(engine, TOTAL)
    engine.leave()

    assert wait_for(engine, FITS, before) > before
    assert wait_for(engine, HEARD) == ["start", "complete"]


@pytest.mark.parametrize("frame", [*FRAMES.values()], ids=[*FRAMES])
def test_an_isolated_page_shows_a_quiz(
    engine: Engine, site: StaticServer, host: StaticServer, tmp_path: Path, frame: str
) -> None:
    """With the headers that kwispel tells hosts to serve."""
    host.headers.update(ISOLATED)
    host.headers["Cross-Origin-Opener-Policy"] = "same-origin"

    engine.go(publish(host, tmp_path, frame, site.origin))
    assert engine.run(ISOLATION) == [True, True]
    wait_for(engine, FITS, FIRST_PX)
    engine.enter("iframe")
    answer(engine, ANSWERS)
    submit(engine)

    expect_score(engine, TOTAL)
    engine.leave()
