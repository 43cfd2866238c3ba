"""Wait for what a page says, where its policy forbids what Playwright does for that.

`wait_for_function` evaluates text in the page. That works while it is true at once, and
fails under a policy as soon as one has to wait.
"""

from __future__ import annotations

import time

from playwright.sync_api import Frame, Page

LONGEST_S = 30


def until(where: Page | Frame, expression: str, arg: object = None) -> None:
    """Wait until an expression, or a function of what is given, is true in a page."""
    last = time.monotonic() + LONGEST_S
    while not where.evaluate(expression, arg):
        assert time.monotonic() < last, f"never true: {expression}, for {arg!r}"
        where.wait_for_timeout(20)
