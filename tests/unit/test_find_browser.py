"""The browser for the tests is found where the system, or the reader, has it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

import find_browser

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="elsewhere the machine's own browser is found"
)


@pytest.fixture(autouse=True)
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at a machine on which nothing is installed."""
    (tmp_path / "bin").mkdir()
    monkeypatch.delenv("KWISPEL_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))
    monkeypatch.setenv("PLAYWRIGHT_BROWSERS_PATH", str(tmp_path / "playwright"))


def program(path: Path, exit_code: int = 0) -> Path:
    """Put a program there that starts and ends."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\nexit {exit_code}\n")
    path.chmod(0o755)
    return path


def test_browser_in_the_search_path_is_used(tmp_path: Path) -> None:
    """A browser that the system knows by name is found."""
    chrome = program(tmp_path / "bin/google-chrome")

    assert find_browser.installed_browser() == chrome


def test_browser_that_does_not_start_is_passed_over(tmp_path: Path) -> None:
    """A stub that only tells to install another package is no browser."""
    program(tmp_path / "bin/chromium-browser", exit_code=1)
    chrome = program(tmp_path / "bin/google-chrome")

    assert find_browser.installed_browser() == chrome


def test_newest_browser_of_playwright_is_used(tmp_path: Path) -> None:
    """Where no other is installed, Playwright's own will do."""
    for build in ("chromium-1100", "chromium-1200"):
        newest = program(tmp_path / "playwright" / build / "chrome-linux64/chrome")

    assert find_browser.installed_browser() == newest


def test_chosen_browser_goes_before_all_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """KWISPEL_BROWSER decides."""
    program(tmp_path / "bin/chromium")
    chosen = program(tmp_path / "mine")
    monkeypatch.setenv("KWISPEL_BROWSER", str(chosen))

    assert find_browser.installed_browser() == chosen


def test_chosen_browser_that_does_not_start_is_an_error(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A choice is never silently replaced by another."""
    program(tmp_path / "bin/chromium")
    monkeypatch.setenv("KWISPEL_BROWSER", str(tmp_path / "gone"))

    with pytest.raises(find_browser.NoBrowser, match="gone"):
        find_browser.installed_browser()


def test_a_shell_goes_before_the_browser_where_no_window_is_needed(
    tmp_path: Path,
) -> None:
    """It is the same engine in less time; without it the browser itself will do."""
    chromium = program(tmp_path / "bin/chromium")
    assert find_browser.headless_browser() == chromium
    shells = tmp_path / "playwright/chromium_headless_shell-1200"
    of_playwright = program(shells / "chrome-headless-shell-linux64/headless_shell")
    assert find_browser.headless_browser() == of_playwright

    shell = program(tmp_path / "bin/chromium-headless-shell")

    assert find_browser.headless_browser() == shell
    assert find_browser.installed_browser() == chromium


def test_chosen_browser_goes_before_a_shell(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who chooses a browser tests in that."""
    program(tmp_path / "bin/chromium-headless-shell")
    chosen = program(tmp_path / "mine")
    monkeypatch.setenv("KWISPEL_BROWSER", str(chosen))

    assert find_browser.headless_browser() == chosen


def test_missing_browser_is_told_and_nothing_installed() -> None:
    """Without --install it only looks."""
    ran = subprocess.run(
        [sys.executable, find_browser.__file__],
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.returncode == 1
    assert ran.stdout == ""
    assert ran.stderr == "error: no browser found; --install installs one\n"


def test_firefox_in_the_search_path_is_used(tmp_path: Path) -> None:
    """Debian's name for it goes first, and a stub that does not start goes not."""
    program(tmp_path / "bin/firefox-esr", exit_code=1)
    firefox = program(tmp_path / "bin/firefox")

    assert find_browser.installed_firefox() == firefox


def test_webkit_is_there_when_all_its_parts_are(tmp_path: Path) -> None:
    """The driver, a screen to draw on, and a browser to drive."""
    driver = program(tmp_path / "bin/WebKitWebDriver")
    screen = program(tmp_path / "bin/Xvfb")
    assert find_browser.installed_webkit(tmp_path) is None
    small = program(tmp_path / "usr/lib/some-linux/webkit2gtk-4.1/MiniBrowser")

    found = find_browser.installed_webkit(tmp_path)

    assert found == find_browser.WebKitPrograms(driver, small, screen)


def test_missing_engines_are_named(tmp_path: Path) -> None:
    """But for one that Playwright has downloaded."""
    (tmp_path / "playwright/firefox-1500").mkdir(parents=True)

    assert find_browser.missing_engines() == ["webkit"]
