"""Three engines for the smoke tests, and the sites that they visit.

At home an engine that is missing is skipped with its reason; in CI it is a failure.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Playwright

import find_browser
from testkit.built import serve_at_own_address
from testkit.engines.by_playwright import PlaywrightEngine
from testkit.engines.engine import Engine
from testkit.engines.marionette import Firefox
from testkit.engines.webkit import WebKit
from testkit.static_server import StaticServer
from testkit.wordpress import WordPress, wordpress_programs

VISITED = ("behaviour/mirror", "steps/walk", "directions/feedback")
ENGINES = ("chromium", "firefox", "webkit")

StartEngine = Callable[[str, str], Engine]


@pytest.fixture(scope="session")
def start_engine(
    playwright: Playwright,
    whole_browser: Browser,
) -> Iterator[StartEngine]:
    """Give a function that starts an engine by its name, for readers of a language.

    Shape: the language is a tag as "en-US", or "C" where the system has none.
    """
    started: list[Engine] = []

    def start(name: str, language: str) -> Engine:
        if name == "chromium":
            engine: Engine = PlaywrightEngine(whole_browser, language)
        else:
            engine = other_engine(name, language, playwright)
        started.append(engine)
        return engine

    yield start
    for engine in started:
        engine.close()


def other_engine(name: str, language: str, playwright: Playwright) -> Engine:
    """Start Firefox or WebKit: the machine's own before Playwright's."""
    if name == "firefox" and (firefox := find_browser.installed_firefox()):
        return Firefox(firefox, language)
    if name == "webkit" and (webkit := find_browser.installed_webkit()):
        locale = {"C": "C.UTF-8", "en-US": "en_US.UTF-8"}[language]
        return WebKit(webkit, locale)
    if find_browser.has_playwrights_own(name):
        return PlaywrightEngine(getattr(playwright, name).launch(), language)
    reason = f"no {name}: {find_browser.ADVICE[name]}"
    if os.environ.get("CI"):
        pytest.fail(reason)
    pytest.skip(reason)


@pytest.fixture(scope="module", params=ENGINES)
def started(request: pytest.FixtureRequest, start_engine: StartEngine) -> Engine:
    """Start each engine once."""
    return start_engine(request.param, "en-US")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[StaticServer]:
    """Serve the quizzes, built for the address that they are served at.

    WebKit needs that address in the policy of a frame without an origin.
    """
    folder = tmp_path_factory.mktemp("engines")
    settings = 'title = "Visited"\nlang = "en"\n'
    server = serve_at_own_address(folder, VISITED, settings)
    server.asks_for_reports = True
    yield server
    server.close()


@pytest.fixture(scope="module")
def wordpress(
    site: StaticServer, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[WordPress]:
    """Set up WordPress, where somebody has pasted the address of a quiz."""
    wordpress = WordPress(
        wordpress_programs(),
        tmp_path_factory.mktemp("wp"),
        quizzes=site.origin,
        posts={"mirror": "ORIGIN/mirror/"},
    )
    yield wordpress
    wordpress.close()


@pytest.fixture
def engine(started: Engine, site: StaticServer) -> Iterator[Engine]:
    """Give an engine whose pages do nothing that they must not do."""
    site.reports.clear()
    yield started
    assert started.errors() == []
    assert site.reports == []
    started.go("about:blank")
    started.errors()
