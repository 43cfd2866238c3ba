"""Show pages that stand nowhere yet: a browser of one's own gets them from memory.

Source: docs/decisions/0014-pdfs-by-playwright.md.
"""

from __future__ import annotations

import asyncio
import os
import re
from collections.abc import AsyncGenerator, Callable, Mapping
from contextlib import asynccontextmanager, suppress
from pathlib import Path, PurePosixPath
from typing import Literal
from urllib.parse import unquote, urlsplit

from playwright.async_api import (
    Browser,
    Error,
    Page,
    Playwright,
    Route,
    ViewportSize,
    async_playwright,
)
from playwright.async_api import TimeoutError as NotInTime

from kwispel.errors import BuildFailed
from kwispel.headless.problems import not_started
from kwispel.mime_types import mime_type

State = Literal["ready", "scored"]

ROOT = "https://kwispel.invalid/"
"""Where the browser takes the site to be; no such address can ever exist.

Source: RFC 2606, section 2.
"""

PATIENCE_S = 60
"""What a browser may take to start, and a page to come to its state."""

_FLAGS = (
    "--font-render-hinting=none",
    "--host-resolver-rules=MAP * ~NOTFOUND",
)

_NOW = "2000-01-01T00:00:00Z"
"""What a page takes the hour to be: today must not make what comes of it another."""

_DRAWN = """
    () => document.fonts.ready.then(() => new Promise((done) =>
        requestAnimationFrame(() => requestAnimationFrame(() => done(null)))))
"""
"""Comes when the page has been drawn once as it now is."""

_INTEREST = """
    () => document.querySelector("form[data-kw=quiz]")
        ?.dispatchEvent(new Event("pointerover", { bubbles: true }))
"""
"""Nothing brings the program of a page but a reader who shows some."""

_END_S = 10
_ERROR_LINE = re.compile(r"^\[pid=\d+\]\[err\] (.+)$", re.MULTILINE)
_MOST_LINES = 5


@asynccontextmanager
async def running(
    program: Path, patience_s: float = PATIENCE_S
) -> AsyncGenerator[Browser]:
    """Start a browser; when this one ends, even killed, the browser does too.

    Units: patience_s is what it may take to start.
    Raises: BuildFailed.
    """
    async with async_playwright() as driver:
        browser = await _launched(driver, program, patience_s)
        try:
            yield browser
        finally:
            await _closed(browser)


async def _launched(driver: Playwright, program: Path, patience_s: float) -> Browser:
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    try:
        return await driver.chromium.launch(
            executable_path=program,
            # Chromium refuses to run as root within its sandbox.
            chromium_sandbox=not is_root,
            args=_FLAGS,
            # Ctrl-C reaches the driver too; from here the browser ends in good order.
            handle_sigint=False,
            timeout=patience_s * 1000,
        )
    except NotInTime as error:
        reason = f"it was not there after {patience_s:g} seconds"
        raise BuildFailed((not_started(program, reason),)) from error
    except Error as error:
        said = _ERROR_LINE.findall(error.message)[-_MOST_LINES:]
        has_run = "<launched>" in error.message
        reason = "it ended at once" if has_run else "the system cannot run it"
        raise BuildFailed((not_started(program, reason, said),)) from error


async def _closed(browser: Browser) -> None:
    """End the browser; one that hangs is killed together with the driver."""
    with suppress(TimeoutError, Error):
        async with asyncio.timeout(_END_S):
            await browser.close()


@asynccontextmanager
async def new_page(
    browser: Browser, files: Mapping[str, bytes], viewport: ViewportSize | None = None
) -> AsyncGenerator[Page]:
    """Open a page that knows nothing of the one before, and asks for these files."""
    context = await browser.new_context(
        color_scheme="light", locale="en-US", timezone_id="UTC", viewport=viewport
    )
    await context.clock.set_fixed_time(_NOW)
    await context.route("**/*", _memory(files))
    yield await context.new_page()
    await context.close()


async def come_to(page: Page, path: str, state: State, patience_s: float) -> str:
    """Open a quiz's page and wait until it is drawn in this state.

    Shape: the reason where it does not come to it, nothing where it does.
    """
    form = page.locator("form[data-kw=quiz]")
    wanted = page.locator(f"form[data-kw=quiz][data-state={state}]")
    page.set_default_timeout(patience_s * 1000)
    try:
        await page.goto(f"{ROOT}{path}")
        await page.evaluate(_INTEREST)
        await wanted.wait_for(state="attached")
    except NotInTime:
        found = await form.get_attribute("data-state") if await form.count() else "gone"
        return f'its page stays "{found}", and does not come to "{state}"'
    await page.evaluate(_DRAWN)
    return ""


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


def first_line(error: Exception) -> str:
    """Give what an error says, as the end of a sentence."""
    text = next(iter(str(error).splitlines()), "no reason was given")
    return text[:1].lower() + text[1:]
