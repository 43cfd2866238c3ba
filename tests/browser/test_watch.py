"""The watch sees everything that a page must not do, and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from testkit.static_server import StaticServer
from testkit.watch import Watch

Serve = Callable[..., StaticServer]


def write_page(folder: Path, body: str, head: str = "") -> Path:
    """Write a page with this body and give its folder."""
    html = f'<!doctype html><html lang="en"><title>t</title>{head}<body>{body}'
    (folder / "index.html").write_text(html, encoding="utf-8")
    return folder


def script(code: str) -> str:
    """Wrap code in a script element."""
    return f"<script>{code}</script>"


OFFENCES = {
    "request: GET http://elsewhere.example/": '<img src="http://elsewhere.example/x.png">',
    "console error: .*no good": script('console.error("no good")'),
    "console warning: .*careful": script('console.warn("careful")'),
    "page error: .*boom": script('throw new Error("boom")'),
    "cookie: crumb": script('document.cookie = "crumb=1"'),
    r"storage: setItem\(a\)": script('localStorage.setItem("a", "1")'),
    "storage: localStorage holds b": script('localStorage.b = "1"'),
    "storage: sessionStorage holds c": script('sessionStorage.c = "1"'),
    r"storage: indexedDB.open\(d\)": script('indexedDB.open("d")'),
    r"storage: caches.open\(e\)": script('caches.open("e")'),
    "storage: serviceWorker.register": script(
        'navigator.serviceWorker.register("worker.js")'
    ),
}

SIDE_EFFECTS = (
    "^console error: Failed to load resource",
    "^storage: ",
)


@pytest.mark.parametrize("offence", OFFENCES)
def test_offence_is_seen(
    offence: str, tmp_path: Path, serve: Serve, page: Page, watch: Watch
) -> None:
    """What a page must not do is found, once the page has done it."""
    (tmp_path / "worker.js").touch()
    server = serve(write_page(tmp_path, OFFENCES[offence]))

    page.goto(server.url())
    watch.look_for_remains(page.context)

    watch.expect(offence)
    for side_effect in SIDE_EFFECTS:
        if watch.saw(side_effect):
            watch.expect(side_effect)


def test_policy_violation_is_seen(
    tmp_path: Path, serve: Serve, page: Page, watch: Watch
) -> None:
    """A blocked inline script is found through its event, in a frame too."""
    policy = "<meta http-equiv=Content-Security-Policy content=\"script-src 'none'\">"
    write_page(tmp_path, script("1"), policy)
    (tmp_path / "frame.html").write_text("<iframe src='index.html'></iframe>", "utf-8")

    page.goto(serve(tmp_path).url("frame.html"))

    watch.expect("policy: script-src-elem blocked inline")
    watch.expect("console error: .*Content Security Policy")


def test_frame_of_another_origin_is_watched(
    tmp_path: Path, serve: Serve, page: Page, watch: Watch
) -> None:
    """What a frame of another origin keeps is found, too."""
    framed = serve(write_page(tmp_path, script('sessionStorage.x = "1"')))
    outer = tmp_path / "outer"
    outer.mkdir()
    write_page(outer, f'<iframe src="{framed.url()}"></iframe>')

    page.goto(serve(outer).url())

    watch.expect("storage: sessionStorage holds x")


def test_innocent_page_passes(tmp_path: Path, serve: Serve, page: Page) -> None:
    """A page with a sandboxed frame and one from another site gives no complaint."""
    (tmp_path / "f.html").write_text("<p>framed" + script("1"), encoding="utf-8")
    elsewhere = serve(tmp_path, "127.0.0.1")
    frames = (
        '<iframe sandbox="allow-scripts" src="f.html"></iframe>'
        f'<iframe src="{elsewhere.url("f.html")}"></iframe>'
    )
    write_page(tmp_path, frames + script("console.log('fine')"))

    page.goto(serve(tmp_path).url())

    assert page.frames[1].locator("p").inner_text() == "framed"


def test_page_without_scripts_is_watched(
    tmp_path: Path, serve: Serve, open_page: Callable[..., Page], watch: Watch
) -> None:
    """With scripts off the watch still sees requests and looks for remains."""
    write_page(
        tmp_path, '<img src="http://elsewhere.example/x.png">' + script("boom()")
    )
    page = open_page(java_script_enabled=False)

    page.goto(serve(tmp_path).url())

    watch.expect("request: GET http://elsewhere.example/")
    watch.expect("console error: .*Failed to load")


def test_expected_offence_that_does_not_occur_is_a_complaint() -> None:
    """An expectation that nothing meets does not stay unnoticed."""
    watch = Watch()

    watch.expect("page error")

    assert watch.complaints() == ["expected, but did not occur: page error"]
