"""Plays the visits of the fuzzing in Chromium, and tells what a page did wrong."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from fuzz_plans import Action, Plan
from playwright.sync_api import Browser, BrowserContext, Error, Page
from playwright.sync_api import TimeoutError as TooLate
from program import ROOT

sys.path.insert(0, str(ROOT / "tests"))

from testkit.quiz_page import WAITING
from testkit.watch import Watch

FIND = (Path(__file__).parent / "fuzz.js").read_text(encoding="utf-8")

SHOWS = '!!document.querySelector("[data-kw=result]:not([hidden])")'

SETTLED = """
() => {
  const form = document.querySelector("form[data-kw=quiz]");
  return !form || (!form.hasAttribute("data-pending")
    && !document.querySelector(WAITING));
}
""".replace("WAITING", repr(WAITING))

SHARES = """
navigator.share = () => OUTCOME === "done"
  ? Promise.resolve() : Promise.reject(new DOMException("for a test", OUTCOME));
"""

STAYS = """
addEventListener("click", (event) => {
  const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
  if (link && link.origin !== location.origin) event.preventDefault();
});
"""
"""Keeps a reader who follows a link to elsewhere, by a key too, where the page is."""

LEFT = (
    "context was destroyed",
    "because of a navigation",
    "interrupted by another",
    "Not attached to an active page",
)
"""What Playwright says when a page went away under what it did."""

PATIENCE_MS = 15_000
LATE_MS = 150
"""How long a page may still tell of errors after all is done."""

OWN = ("storage: ", "cookie: ")
"""What a page may do when its reader asks for it."""


@dataclass(slots=True)
class Seen:
    """What came of one visit.

    Shape: wrong are lines as tests/testkit/watch.py writes them; failed_at is the
    number of actions that were done when the first of them came, or None.
    """

    actions: int = 0
    results: int = 0
    wrong: list[str] = field(default_factory=list)
    failed_at: int | None = None


def play(browser: Browser, origin: str, given: Plan) -> Seen:
    """Do all of a plan with a browser that has kept nothing."""
    context = browser.new_context(
        viewport={"width": given.width, "height": 700},
        reduced_motion="reduce" if given.is_still else "no-preference",
        permissions=["clipboard-read", "clipboard-write"] if given.is_still else [],
    )
    watch = Watch()
    watch.allow_origin(origin)
    watch.attach(context)
    context.add_init_script(STAYS)
    if given.shares:
        context.add_init_script(SHARES.replace("OUTCOME", repr(given.shares)))
    try:
        return _played(context, watch, origin, given)
    finally:
        context.close()


def _played(context: BrowserContext, watch: Watch, origin: str, given: Plan) -> Seen:
    page = context.new_page()
    page.set_default_timeout(PATIENCE_MS)
    seen = Seen()
    page.goto(origin + given.path)
    for one in given.actions:
        _try(page, one, seen)
        seen.actions += 1
        _note(seen, watch)
    _settle(page, seen)
    page.wait_for_timeout(LATE_MS)
    _note(seen, watch)
    return seen


def _try(page: Page, one: Action, seen: Seen) -> None:
    """Do one action; a page that is just being left knows nothing of it."""
    try:
        _do(page, one)
        seen.results += _asks(one) and bool(page.evaluate(SHOWS))
    except Error as error:
        if not any(said in error.message for said in LEFT):
            seen.wrong.append(f"undone: {one.kind}: {error.message}")


def _settle(page: Page, seen: Seen) -> None:
    """Wait until nothing is on its way; what never comes is wrong."""
    try:
        page.wait_for_function(SETTLED)
    except TooLate:
        seen.wrong.append("stuck: what the reader asked for does not come")
    if page.locator("form[data-kw=quiz][data-state=failed]").count():
        seen.wrong.append("failed: the page gave its runtime up")


def _asks(one: Action) -> bool:
    return one.kind in {"submit", "valid"}


def _note(seen: Seen, watch: Watch) -> None:
    wrong = [line for line in watch.findings if not line.startswith(OWN)]
    seen.wrong += [line for line in wrong if line not in seen.wrong]
    if seen.wrong and seen.failed_at is None:
        seen.failed_at = seen.actions


def _do(page: Page, one: Action) -> None:
    """Do one action, wherever in the page it can be done."""
    page.bring_to_front()
    acts: dict[str, Callable[[], object]] = {
        "key": lambda: page.keyboard.press(one.text),
        "pause": lambda: page.wait_for_timeout(int(one.text)),
        "back": lambda: page.evaluate("history.back()"),
        "forward": lambda: page.evaluate("history.forward()"),
        "reload": page.reload,
    }
    if one.kind in acts:
        acts[one.kind]()
    elif one.kind in {"valid", "damaged", "hostile"}:
        page.evaluate(f"location.hash = 'r=' + {json.dumps(one.text)}")
    else:
        _point(page, one)


def _point(page: Page, one: Action) -> None:
    """Click on a part of the page as a mouse does, and write where that is asked."""
    place = page.evaluate(FIND, [one.kind, one.number])
    if place:
        page.mouse.click(*place)
    if place and one.kind == "write":
        page.keyboard.insert_text(one.text)
    if _asks(one):
        page.wait_for_timeout(LATE_MS if one.number % 2 else 0)
