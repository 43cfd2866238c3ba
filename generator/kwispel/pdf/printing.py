"""Print pages that stand nowhere yet: a browser of one's own gets them from memory.

Source: docs/decisions/0014-pdfs-by-playwright.md.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncGenerator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from playwright.async_api import (
    Browser,
    Error,
    Page,
    Playwright,
    Route,
    async_playwright,
)
from playwright.async_api import TimeoutError as NotInTime

from kwispel.errors import BuildFailed, Problem
from kwispel.pdf.orders import Order
from kwispel.pdf.problems import not_ended, not_printed, not_started
from kwispel.site_server import mime_type

ROOT = "https://kwispel.invalid/"
"""Where the browser takes the site to be; no such address can ever exist.

Source: RFC 2606, section 2.
"""

_FLAGS = (
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)

_NOW = "2000-01-01T00:00:00Z"
"""What a page takes the hour to be: today must not make its PDF another."""

_DRAWN = """
    () => document.fonts.ready.then(() => new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))
"""
"""Comes when the page has been drawn once as it now is."""

_END_S = 10
_ERROR_LINE = re.compile(r"^\[pid=\d+\]\[err\] (.+)$", re.MULTILINE)
_MOST_LINES = 5


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
    patience_s: float = 60


def print_pages(orders: Sequence[Order], press: Press) -> dict[str, bytes]:
    """Print pages, each as a browser that knows of no other.

    Shape: path of each PDF to what the browser made.
    Raises: BuildFailed; nothing of the browser is left then either.
    """
    return asyncio.run(_printed_all(orders, press))


async def _printed_all(orders: Sequence[Order], press: Press) -> dict[str, bytes]:
    made: dict[str, bytes] = {}
    async with _running(press) as browser:
        for number, order in enumerate(orders, 1):
            made[order.path] = await _printed(order, browser, press)
            press.tell(f"printed {order.path} ({number} of {len(orders)})")
    return made


@asynccontextmanager
async def _running(press: Press) -> AsyncGenerator[Browser]:
    """Start the browser; when this one ends, even killed, the browser does too."""
    async with async_playwright() as driver:
        browser = await _launched(driver, press)
        try:
            yield browser
        finally:
            await _closed(browser)


async def _launched(driver: Playwright, press: Press) -> Browser:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    try:
        return await driver.chromium.launch(
            executable_path=press.browser,
            # Chromium refuses to run as root within its sandbox.
            chromium_sandbox=not is_root,
            args=_FLAGS,
            # Ctrl-C reaches the driver too; from here the browser ends in good order.
            handle_sigint=False,
            timeout=press.patience_s * 1000,
        )
    except NotInTime as error:
        reason = f"it was not there after {press.patience_s:g} seconds"
        raise BuildFailed((not_started(press.browser, reason),)) from error
    except Error as error:
        said = _ERROR_LINE.findall(error.message)[-_MOST_LINES:]
        has_run = "<launched>" in error.message
        reason = "it ended at once" if has_run else "the system cannot run it"
        raise BuildFailed((not_started(press.browser, reason, said),)) from error


async def _closed(browser: Browser) -> None:
    """End the browser; one that hangs is killed together with the driver."""
    with suppress(TimeoutError, Error):
        async with asyncio.timeout(_END_S):
            await browser.close()


async def _printed(order: Order, browser: Browser, press: Press) -> bytes:
    """Open a page that knows nothing of the one before, and print it."""
    try:
        async with asyncio.timeout(2 * press.patience_s):
            context = await browser.new_context(
                color_scheme="light", locale="en-US", timezone_id="UTC"
            )
            await context.clock.set_fixed_time(_NOW)
            await context.route("**/*", _memory(press.files))
            page = await context.new_page()
            await _arrived(page, order, press)
            pdf = await page.pdf(
                format="A4", prefer_css_page_size=True, tagged=True, outline=True
            )
            await context.close()
            return pdf
    except TimeoutError as error:
        what = f"took over {2 * press.patience_s:g} seconds"
        problem = not_ended(press.browser, order.path, what)
        raise BuildFailed((problem,)) from error
    except Error as error:
        raise BuildFailed((_failed(error, order, browser, press),)) from error


async def _arrived(page: Page, order: Order, press: Press) -> None:
    """Wait until the page is as it should be on paper.

    Raises: BuildFailed.
    """
    form = page.locator("form[data-kw=quiz]")
    wanted = page.locator(f"form[data-kw=quiz][data-state={order.state}]")
    page.set_default_timeout(press.patience_s * 1000)
    try:
        await page.goto(f"{ROOT}{order.page}{order.fragment}")
        await wanted.wait_for(state="attached")
    except NotInTime as error:
        state = await form.get_attribute("data-state") if await form.count() else "gone"
        reason = f'its page stays "{state}", and does not come to "{order.state}"'
        problem = not_printed(order.quiz, order.path, reason)
        raise BuildFailed((problem,)) from error
    await page.evaluate(_DRAWN)


def _memory(files: Mapping[str, bytes]) -> Callable[[Route], object]:
    """Stand in for the network: the site's own files, and nothing else."""

    async def answer(route: Route) -> None:
        bare = urlsplit(route.request.url)._replace(query="", fragment="").geturl()
        name = unquote(bare.removeprefix(ROOT))
        if not bare.startswith(ROOT) or name not in files:
            await route.abort()
            return
        content_type = mime_type(PurePosixPath(name))
        await route.fulfill(body=files[name], content_type=content_type)

    return answer


def _failed(error: Error, order: Order, browser: Browser, press: Press) -> Problem:
    """Tell whether it was the page that failed, or the whole browser."""
    if browser.is_connected():
        return not_printed(order.quiz, order.path, _first_line(error))
    return not_ended(press.browser, order.path, "ended")


def _first_line(error: Exception) -> str:
    text = next(iter(str(error).splitlines()), "no reason was given")
    return text[:1].lower() + text[1:]
