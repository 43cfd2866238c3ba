"""Print pages of a site that stands nowhere yet.

Source: docs/decisions/0014-pdfs-by-playwright.md.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.async_api import Browser, Error

from kwispel.errors import BuildFailed, Problem
from kwispel.headless.driving import (
    PATIENCE_S,
    come_to,
    first_line,
    new_page,
    running,
)
from kwispel.headless.problems import not_ended
from kwispel.pdf.orders import Order
from kwispel.pdf.problems import not_printed


@dataclass(frozen=True, slots=True)
class Press:
    """A browser to print with, and how it is used.

    Shape: files are those of the site; tell hears of each PDF.
    Units: patience_s is what a browser may take to start, a page to come to its
    state, and a page to be printed.
    """

    browser: Path
    files: Mapping[str, bytes]
    tell: Callable[[str], object]
    patience_s: float = PATIENCE_S


def print_pages(orders: Sequence[Order], press: Press) -> dict[str, bytes]:
    """Print pages, each as a browser that knows of no other.

    Shape: path of each PDF to what the browser made.
    Raises: BuildFailed; nothing of the browser is left then either.
    """
    return asyncio.run(_printed_all(orders, press))


async def _printed_all(orders: Sequence[Order], press: Press) -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    async with running(press.browser, press.patience_s) as browser:
        for number, order in enumerate(orders, 1):
            made[order.path] = await _printed(order, browser, press)
            press.tell(f"printed {order.path} ({number} of {len(orders)})")
    return made


async def _printed(order: Order, browser: Browser, press: Press) -> bytes:
    """Open a page that knows nothing of the one before, and print it."""
    try:
        async with (
            asyncio.timeout(2 * press.patience_s),
            new_page(browser, press.files) as page,
        ):
            path = f"{order.page}{order.fragment}"
            reason = await come_to(page, path, order.state, press.patience_s)
            if reason:
                raise BuildFailed((not_printed(order.quiz, order.path, reason),))
            return await page.pdf(
                format="A4", prefer_css_page_size=True, tagged=True, outline=True
            )
    except TimeoutError as error:
        what = f"took over {2 * press.patience_s:g} seconds"
        problem = not_ended(press.browser, order.path, what)
        raise BuildFailed((problem,)) from error
    except Error as error:
        raise BuildFailed((_failed(error, order, browser, press),)) from error


def _failed(error: Error, order: Order, browser: Browser, press: Press) -> Problem:
    """Tell whether it was the page that failed, or the whole browser."""
    if browser.is_connected():
        return not_printed(order.quiz, order.path, first_line(error))
    return not_ended(press.browser, order.path, "ended")
