"""Note which branches of Brython the pages of the tests reach, for `make shake`.

Every page of a context is given a function, which a runtime that records calls; what
it was told is written to a file when the tests are done, one for each of their workers.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, Page

FOLDER = os.environ.get("KWISPEL_REACHED")
"""Where to write; nothing is noted without it."""

_REACHED: dict[str, set[int]] = {}
_UNWRITTEN: list[str] = []


def note(told_for: str, places: list[int]) -> None:
    """Note places that were reached in a runtime made for "page" or "hooks"."""
    _REACHED.setdefault(told_for, set()).update(places)
    _UNWRITTEN.append(told_for)


def listen_everywhere() -> None:
    """Have every context that a browser makes from now on give pages the function."""
    new_context, new_page = Browser.new_context, Browser.new_page

    def context_that_listens(self: Browser, **options: Any) -> BrowserContext:  # noqa: ANN401 - Playwright's own options
        return _listening(new_context(self, **options))

    def page_that_listens(self: Browser, **options: Any) -> Page:  # noqa: ANN401 - the same
        page = new_page(self, **options)
        _listening(page.context)
        return page

    Browser.new_context = context_that_listens  # type: ignore[method-assign]
    Browser.new_page = page_that_listens  # type: ignore[method-assign]


def _listening(context: BrowserContext) -> BrowserContext:
    context.expose_binding(
        "kwispelReached", lambda _, told_for, places: note(told_for, places)
    )
    return context


def write_down() -> None:
    """Write what was noted, beside what other workers write."""
    if FOLDER is None or not _UNWRITTEN:
        return
    _UNWRITTEN.clear()
    folder = Path(FOLDER)
    folder.mkdir(parents=True, exist_ok=True)
    worker = os.environ.get("PYTEST_XDIST_WORKER", "main")
    told = {what: sorted(places) for what, places in sorted(_REACHED.items())}
    (folder / f"{worker}-{os.getpid()}.json").write_text(json.dumps(told))
