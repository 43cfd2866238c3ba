"""What keeps a browser from doing its work, told as problems."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from kwispel.errors import Place, Problem


def no_tools(work: str, dist: Path, missing: Iterable[str]) -> Problem:
    """Tell that what does a work, such as "PDFs are made", is not installed."""
    return Problem(
        Place(str(dist)),
        "pdf-tools",
        f"{work} with {' and '.join(missing)}: not installed here",
        'Run in the folder of kwispel: pip install ".[pdf]".',
    )


def no_driver(dist: Path, reason: str) -> Problem:
    """Tell that Playwright is there and does not run."""
    return Problem(
        Place(str(dist)),
        "pdf-tools",
        f"Playwright, which drives the browser, does not run: {reason}",
        "Install what it lacks, or name another Node in PLAYWRIGHT_NODEJS_PATH.",
    )


def no_browser(work: str, dist: Path, places: Iterable[str]) -> Problem:
    """Tell that no browser was found, and where it was looked for."""
    return Problem(
        Place(str(dist)),
        "no-browser",
        f"{work} by a browser, and none was found",
        "Install Chromium, Chrome or Edge, or name one with --browser. Looked for:\n"
        + "\n".join(places),
    )


def no_program(path: Path) -> Problem:
    """Tell that there is nothing to start where a browser should be."""
    return Problem(
        Place(str(path)),
        "no-browser",
        f'there is no program "{path}"',
        "Name Chromium, Chrome or Edge with --browser, or leave it out.",
    )


def not_started(path: Path, reason: str, said: Iterable[str] = ()) -> Problem:
    """Tell that a program does not do as a browser."""
    return _browser_failed(
        path,
        f'"{path}" does not start as a browser: {reason}',
        "Name Chromium, Chrome or Edge with --browser.",
        said,
    )


def not_ended(path: Path, page: str, what: str) -> Problem:
    """Tell that the browser did not do its work to the end."""
    hint = "Build again; if it stays so, name another browser with --browser."
    return _browser_failed(path, f'the browser {what} at "{page}"', hint, ())


def _browser_failed(
    path: Path, message: str, hint: str, said: Iterable[str]
) -> Problem:
    return Problem(
        Place(str(path)), "browser-failed", message, "\n".join([hint, *said])
    )
