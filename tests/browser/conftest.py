"""What every browser test stands on: a browser, servers, built sites and a watch.

- `page`: a new page in a new context; `open_page(**options)`: more of them, with
  Playwright's context options (`viewport`, `color_scheme`, `java_script_enabled`, …).
- `watch`: fails the test at its end on anything a page must not do; what a test means
  to provoke it declares with `watch.expect(pattern)`.
- `serve(folder)`: a server at an origin of its own; `serve(folder, "127.0.0.1")` is
  another site to the browser, and another port another origin.
- `built_site(name)`: the built site of tests/sites/good/NAME, of the project's own
  content for "content", the same on a site with an address for "addressed", of
  testkit.showcase in a theme for "showcase-THEME", or of testkit.file_site and
  testkit.hostile_site, with their files, for "files" and "hostile".
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, Playwright, expect, sync_playwright

import find_browser
from testkit import reached
from testkit.built import build
from testkit.file_site import write_file_content
from testkit.hostile_site import write_hostile
from testkit.showcase import write_showcase
from testkit.static_server import StaticServer
from testkit.watch import Watch

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent

FLAGS = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-sync",
    "--no-first-run",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1",
)

# A busy machine may let a frame wait for its idle moment.
expect.set_options(timeout=30_000)

WITH_FILES = {"files": write_file_content, "hostile": write_hostile}
"""Sites that are built with a file of each quiz."""

OpenPage = Callable[..., Page]
Serve = Callable[..., StaticServer]
BuiltSite = Callable[[str], Path]


if reached.FOLDER:
    reached.listen_everywhere()


def pytest_runtest_logfinish() -> None:
    """Write down which branches of Brython were reached, where they are recorded."""
    reached.write_down()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark every test in this folder with `browser`, and measure no coverage in it.

    What is covered is what the fast tests prove; tracing what these run costs time.
    """
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)
            item.add_marker(pytest.mark.no_cover)


@pytest.fixture(scope="session")
def browser_path() -> Path:
    """Give the browser to test with: where there is one, a shell without windows."""
    return found(find_browser.headless_browser())


@pytest.fixture(scope="session")
def whole_browser_path() -> Path:
    """Give the browser that readers have, with its windows and all."""
    return found(find_browser.installed_browser())


def found(path: Path | None) -> Path:
    """Give what was found; without a browser CI fails and a home machine skips."""
    if path is not None:
        return path
    reason = "no browser found: run `make test`, or set KWISPEL_BROWSER"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="session")
def playwright() -> Iterator[Playwright]:
    """Start Playwright's driver once, on a Node that runs everywhere."""
    os.environ.setdefault(
        "PLAYWRIGHT_NODEJS_PATH", str(find_browser.node_for_playwright())
    )
    with sync_playwright() as driver:
        yield driver


@pytest.fixture(scope="session")
def browser(playwright: Playwright, browser_path: Path) -> Iterator[Browser]:
    """Start the browser once."""
    started = launch(playwright, browser_path)
    yield started
    started.close()


@pytest.fixture(scope="session")
def whole_browser(
    playwright: Playwright, whole_browser_path: Path
) -> Iterator[Browser]:
    """Start the browser that readers have, once."""
    started = launch(playwright, whole_browser_path)
    yield started
    started.close()


@pytest.fixture(scope="session")
def browser_with_large_text(
    playwright: Playwright, browser_path: Path
) -> Iterator[Browser]:
    """Start one whose reader has set the text twice as large as it comes."""
    started = launch(playwright, browser_path, "--blink-settings=defaultFontSize=32")
    yield started
    started.close()


def launch(playwright: Playwright, browser_path: Path, *more: str) -> Browser:
    """Start a browser; root's needs its sandbox off."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return playwright.chromium.launch(
        executable_path=browser_path,
        args=[*FLAGS, *more, *(["--no-sandbox"] if is_root else [])],
    )


@pytest.fixture
def watch() -> Iterator[Watch]:
    """Fail the test at its end when a page did what pages must not do."""
    the_watch = Watch()
    yield the_watch
    if complaints := the_watch.complaints():
        pytest.fail("the watch saw:\n" + "\n".join(complaints), pytrace=False)


@pytest.fixture
def servers() -> Iterator[list[StaticServer]]:
    """Keep the servers of a test; they are closed after its pages.

    A page that still loads when its server is gone complains of it.
    """
    running: list[StaticServer] = []
    yield running
    for server in running:
        server.close()


@pytest.fixture
def open_page(
    browser: Browser,
    watch: Watch,
    servers: list[StaticServer],  # noqa: ARG001 - so that they outlive the pages
) -> Iterator[OpenPage]:
    """Give a function that opens a watched page in a context of its own."""
    contexts = []

    def open_one(**options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
        context = browser.new_context(**options)
        contexts.append(context)
        watch.attach(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        watch.look_for_remains(context)
        context.close()


@pytest.fixture
def page(open_page: OpenPage) -> Page:
    """Open one watched page."""
    return open_page()


@pytest.fixture
def serve(watch: Watch, servers: list[StaticServer]) -> Serve:
    """Give a function that serves a folder, at localhost or at another host."""

    def serve_one(folder: Path, host: str = "localhost") -> StaticServer:
        server = StaticServer(folder, host)
        servers.append(server)
        watch.allow_origin(server.origin)
        return server

    return serve_one


@pytest.fixture(scope="session")
def built_site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """Give a function that builds a site, once for the whole run."""
    base = tmp_path_factory.getbasetemp()
    # pytest-xdist's workers have folders of their own beside each other.
    shared = base.parent if "PYTEST_XDIST_WORKER" in os.environ else base

    def build_once(name: str) -> Path:
        site = shared / f"site-{name}"
        if not site.exists():
            build_site(name, tmp_path_factory.mktemp(f"building-{name}") / "dist", site)
        return site

    return build_once


def build_site(name: str, scratch: Path, site: Path) -> None:
    """Build a site beside its place and move it there whole.

    Two workers may build it at once; the second one's move then finds the place taken
    by the same bytes, and leaves them.
    """
    content = content_of(name, scratch.parent)
    build(content, scratch, has_files=name in WITH_FILES)
    try:
        scratch.rename(site)
    except OSError:
        if not site.is_dir():
            raise


def write_addressed(folder: Path) -> Path:
    """Write kwispel's own content with the address of a site: its pages say more."""
    shutil.copytree(ROOT / "content", folder)
    settings = folder / "site.toml"
    text = settings.read_text(encoding="utf-8")
    address = 'base_url = "https://quizzes.publisher.example"\n'
    settings.write_text(address + text, encoding="utf-8")
    return folder


def content_of(name: str, scratch: Path) -> Path:
    """Give where the content of a site is; that of a showcase is made."""
    if name == "content":
        return ROOT / "content"
    if name == "addressed":
        return write_addressed(scratch / "content")
    if name in WITH_FILES:
        WITH_FILES[name](scratch / "content")
    elif not name.startswith("showcase-"):
        return ROOT / "tests/sites/good" / name
    else:
        write_showcase(scratch / "content", name.removeprefix("showcase-"))
    return scratch / "content"


@pytest.fixture
def quizzes(serve: Serve, built_site: BuiltSite) -> StaticServer:
    """Serve the quizzes, on a host of their own."""
    return serve(built_site("behaviour"), "127.0.0.1")


@pytest.fixture
def publish(serve: Serve, quizzes: StaticServer, tmp_path: Path) -> Serve:
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
