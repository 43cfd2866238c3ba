"""What it takes to drive a browser, found before anything is built."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Mapping
from importlib.util import find_spec
from pathlib import Path

from kwispel.errors import BuildFailed
from kwispel.headless.browsers import chosen_browser, find_browser, places, program_at
from kwispel.headless.problems import no_browser, no_driver, no_program, no_tools

PLAYWRIGHT = {"playwright": "Playwright"}


def ready_browser(
    chosen: Path | None, dist: Path, work: str, tools: Mapping[str, str] = PLAYWRIGHT
) -> Path:
    """Give the browser to start.

    Shape: chosen is the one that the author named, if any; work is what it does, such
    as "PDFs are made"; tools are the modules that this takes, with their names.
    Raises: BuildFailed where a tool or the browser is missing; a choice is never
    silently replaced by another.
    """
    missing = [name for module, name in tools.items() if find_spec(module) is None]
    if missing:
        raise BuildFailed((no_tools(work, dist, missing),))
    program = _program(chosen or chosen_browser(), dist, work)
    reason = _driver_fault()
    if reason:
        raise BuildFailed((no_driver(dist, reason),))
    return program


def _driver_fault() -> str:
    """Say why Playwright's own program does not run, nothing where it does."""
    command = [sys.executable, "-m", "playwright", "--version"]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own Python
    lines = tried.stderr.strip().splitlines() or ["it does not say why"]
    return lines[-1] if tried.returncode else ""


def _program(chosen: Path | None, dist: Path, work: str) -> Path:
    found = program_at(chosen) if chosen else find_browser()
    if found is None:
        problem = no_program(chosen) if chosen else no_browser(work, dist, places())
        raise BuildFailed((problem,))
    return found
