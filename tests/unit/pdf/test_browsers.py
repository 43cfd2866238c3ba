"""A browser to print with is found where it is installed, or where it is said to be."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from kwispel.errors import BuildFailed
from kwispel.headless.browsers import find_browser, program_at
from kwispel.pdf.printer import printer

pytestmark = pytest.mark.skipif(
    sys.platform == "win32", reason="programs are scripts here"
)


@pytest.fixture(autouse=True)
def bare_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Look at a machine on which nothing is installed."""
    monkeypatch.delenv("KWISPEL_BROWSER", raising=False)
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    monkeypatch.setenv("HOME", str(tmp_path / "home"))


def program(path: Path, body: str = "") -> Path:
    """Put a program there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{body}\n")
    path.chmod(0o755)
    return path


def test_command_is_found_on_the_search_path(tmp_path: Path) -> None:
    """Chromium, Chrome and Edge are, by their names."""
    for name in ("microsoft-edge", "google-chrome", "chromium"):
        browser = program(tmp_path / "bin" / name)

        assert find_browser() == browser


def test_stub_of_ubuntu_goes_behind_a_browser(tmp_path: Path) -> None:
    """Its chromium-browser may only say what to install."""
    program(tmp_path / "bin/chromium-browser")
    edge = program(tmp_path / "bin/microsoft-edge")

    assert find_browser() == edge


def test_app_of_macos_is_found_in_the_users_folder(tmp_path: Path) -> None:
    """Who has no right to the system's folder installs there."""
    app = "home/Applications/Chromium.app/Contents/MacOS/Chromium"
    browser = program(tmp_path / app)

    assert find_browser() == browser


def test_program_of_windows_is_found_in_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """No command leads to it there."""
    monkeypatch.setenv("PROGRAMFILES", str(tmp_path / "Program Files"))
    edge = "Program Files/Microsoft/Edge/Application/msedge.exe"
    browser = program(tmp_path / edge)

    assert find_browser() == browser


def test_app_can_be_named_by_its_folder(tmp_path: Path) -> None:
    """The folder is all that macOS shows."""
    app = tmp_path / "Google Chrome.app"
    browser = program(app / "Contents/MacOS/Google Chrome")

    assert program_at(app) == browser


def test_no_browser_is_told_with_the_places() -> None:
    """And with what to do."""
    with pytest.raises(BuildFailed) as failed:
        printer(None, dist=Path("dist"), tell=print)

    (problem,) = failed.value.problems
    assert problem.code == "no-browser"
    assert problem.hint.startswith("Install Chromium, Chrome or Edge, or name one")
    assert "\nchromium\n" in problem.hint


@pytest.mark.parametrize("way", ["option", "environment"])
def test_choice_is_never_replaced_by_another(
    way: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A browser that is named and not there is an error, whatever else there is."""
    program(tmp_path / "bin/chromium")
    gone = tmp_path / "gone"
    if way == "environment":
        monkeypatch.setenv("KWISPEL_BROWSER", str(gone))

    with pytest.raises(BuildFailed, match=r"gone:1:1: error\[no-browser\]"):
        printer(gone if way == "option" else None, dist=Path("dist"), tell=print)


def test_driver_that_does_not_run_is_told_with_what_it_says(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a small system, which lacks a library of its Node."""
    node = program(tmp_path / "node", "echo libatomic.so.1 is missing >&2; exit 127")
    monkeypatch.setenv("PLAYWRIGHT_NODEJS_PATH", str(node))
    program(tmp_path / "bin/chromium")

    with pytest.raises(BuildFailed, match=r"error\[pdf-tools\].*libatomic.so.1 is"):
        printer(None, dist=Path("dist"), tell=print)
