"""The PDFs of a site: everything that making them takes, found before it is built."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

from kwispel.errors import BuildFailed
from kwispel.model.shapes import Site
from kwispel.pdf.browsers import chosen_browser, find_browser, places, program_at
from kwispel.pdf.orders import orders, without_result
from kwispel.pdf.problems import no_browser, no_driver, no_program, no_tools

if TYPE_CHECKING:
    from kwispel.build import Printer
    from kwispel.core.shapes import Sheet

_TOOLS = {"playwright": "Playwright", "pypdf": "pypdf"}


def printer(
    browser: Path | None, *, dist: Path, tell: Callable[[str], object]
) -> Printer:
    """Give what prints a site that is built for dist.

    Shape: browser is the one that the author chose, if any; tell hears of each PDF.
    Raises: BuildFailed where a tool or the browser is missing.
    """
    missing = [name for module, name in _TOOLS.items() if find_spec(module) is None]
    if missing:
        raise BuildFailed((no_tools(dist, missing),))
    program = _program(browser or chosen_browser(), dist)
    reason = _driver_fault()
    if reason:
        raise BuildFailed((no_driver(dist, reason),))

    def print_site(
        site: Site, sheets: Mapping[str, Sheet], files: Mapping[str, bytes]
    ) -> Mapping[str, bytes]:
        from kwispel.pdf.finish import finished  # noqa: PLC0415 - needs pypdf
        from kwispel.pdf.printing import (  # noqa: PLC0415 - needs Playwright
            ROOT,
            Press,
            print_pages,
        )

        for quiz in without_result(site):
            tell(f"no result.pdf of {quiz.id}: it has no worked example")
        wanted = orders(site, sheets)
        made = print_pages(wanted, Press(program, files, tell))
        return {
            order.path: finished(
                made[order.path], order, root=ROOT, base_url=site.base_url
            )
            for order in wanted
        }

    return print_site


def _driver_fault() -> str:
    """Say why Playwright's own program does not run, nothing where it does."""
    command = [sys.executable, "-m", "playwright", "--version"]
    tried = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603 - our own Python
    lines = tried.stderr.strip().splitlines() or ["it does not say why"]
    return lines[-1] if tried.returncode else ""


def _program(chosen: Path | None, dist: Path) -> Path:
    """Give the program to start.

    Raises: BuildFailed; a choice is never silently replaced by another.
    """
    found = program_at(chosen) if chosen else find_browser()
    if found is None:
        problem = no_program(chosen) if chosen else no_browser(dist, places())
        raise BuildFailed((problem,))
    return found
