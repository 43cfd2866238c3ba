"""Where a browser that can be driven is to be found, on Linux, macOS and Windows."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

CHOSEN_BY_ENV = "KWISPEL_BROWSER"

# Ubuntu's chromium-browser may only tell to install another package: it comes last.
_COMMANDS = (
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "microsoft-edge-stable",
    "msedge",
    "chromium-headless-shell",
    "chromium-browser",
)

_MAC_APPS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)

_WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)


def chosen_browser() -> Path | None:
    """Give what the environment names, None where it names nothing."""
    named = os.environ.get(CHOSEN_BY_ENV)
    return Path(named) if named else None


def find_browser() -> Path | None:
    """Give the first browser that is installed, None where there is none."""
    commands = (Path(found) for name in _COMMANDS if (found := shutil.which(name)))
    files = (path for path in programs() if path.is_file())
    return next(commands, None) or next(files, None)


def program_at(path: Path) -> Path | None:
    """Give the program at a path, or the command by a name; None where there is none.

    An app of macOS is a folder, and what can be started lies in it.
    """
    if path.suffix == ".app":
        path = path / "Contents/MacOS" / path.stem
    found = shutil.which(str(path))
    return Path(found).absolute() if found else None


def places() -> tuple[str, ...]:
    """List where `find_browser` looks: commands, and paths of programs."""
    return (*_COMMANDS, *map(str, programs()))


def programs() -> Iterator[Path]:
    """List the programs that lie where this system has its own, found by no name."""
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        if folder.is_dir():
            yield from (folder / app for app in _MAC_APPS)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if variable in os.environ:
            folder = Path(os.environ[variable])
            yield from (folder / program for program in _WINDOWS_PROGRAMS)
