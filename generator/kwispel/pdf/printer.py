"""The PDFs of a site: everything that making them takes, found before it is built."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kwispel.headless.tools import PLAYWRIGHT, ready_browser
from kwispel.model.shapes import Site
from kwispel.pdf.orders import orders, without_result

if TYPE_CHECKING:
    from kwispel.build import Printer
    from kwispel.core.shapes import Sheet

_TOOLS = {**PLAYWRIGHT, "pypdf": "pypdf"}


def printer(
    browser: Path | None, *, dist: Path, tell: Callable[[str], object]
) -> Printer:
    """Give what prints a site that is built for dist.

    Shape: browser is the one that the author chose, if any; tell hears of each PDF.
    Raises: BuildFailed where a tool or the browser is missing.
    """
    program = ready_browser(browser, dist, "PDFs are made", _TOOLS)

    def print_site(
        site: Site, sheets: Mapping[str, Sheet], files: Mapping[str, bytes]
    ) -> Mapping[str, bytes]:
        from kwispel.headless.driving import ROOT  # noqa: PLC0415 - needs Playwright
        from kwispel.pdf.finish import finished  # noqa: PLC0415 - needs pypdf
        from kwispel.pdf.printing import (  # noqa: PLC0415 - as above
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
