"""A reader who has no mouse: every stop of the tab key is seen, and nothing traps."""

from __future__ import annotations

from playwright.sync_api import Frame, Page

MOST_STOPS = 400

_SEEN = """
() => {
  const stop = document.activeElement;
  if (stop === document.body || stop.tagName === "IFRAME") return "";
  if (!stop.matches(":focus")) return "";  // a part of it has, which browsers mark
  const marked = [stop, ...(stop.labels || [])].filter((part) => {
    const look = getComputedStyle(part);
    return look.outlineStyle !== "none" && parseFloat(look.outlineWidth) >= 2;
  });
  if (!marked.length) return `no focus is seen on ${stop.outerHTML.slice(0, 120)}`;
  const box = marked[0].getBoundingClientRect();
  const x = box.left + box.width / 2, y = Math.min(box.top + box.height / 2,
    Math.max(box.top, 0) + 20);
  if (y < 0 || y > innerHeight) return `out of view: ${stop.outerHTML.slice(0, 120)}`;
  const top = document.elementFromPoint(x, y);
  const isThere = marked[0].contains(top) || top.contains(marked[0]);
  return isThere ? "" : `${top.outerHTML.slice(0, 90)} is over ${stop.outerHTML}`;
}
"""
"""WCAG 2.4.7 and 2.4.11: a mark of two pixels, within view and under nothing."""


def tab(page: Page, frame: Frame | None = None) -> None:
    """Press the tab key, and see where that leads."""
    page.keyboard.press("Tab")
    problem = (frame or page).evaluate(_SEEN)
    assert not problem, problem


def tab_to(page: Page, selector: str, frame: Frame | None = None) -> int:
    """Press the tab key until this has the focus, and give how often."""
    where = frame or page
    for stops in range(1, MOST_STOPS):
        tab(page, frame)
        matches = "(selector) => document.activeElement.matches(selector)"
        if where.evaluate(matches, selector):
            return stops
    raise AssertionError(f"{selector} cannot be reached by the tab key")
