"""Let axe judge what a page shows, in each frame by itself.

axe looks into frames of its own origin only, so it is put into each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Frame, Page

_AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_JUDGE = """
(tags) => axe.run({runOnly: tags, resultTypes: ["violations"], preload: false,
  iframes: false})
  .then((found) => found.violations.flatMap((fault) => fault.nodes.map(
    (node) => `${fault.id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`)))
"""

_WIDE = """
() => document.documentElement.scrollWidth <= innerWidth ? []
  : [...document.body.querySelectorAll("*")]
    .filter((e) => {
      const box = e.getBoundingClientRect();
      return box.right > innerWidth + 1 || box.left < -1;
    })
    .map((e) => `too wide: ${e.outerHTML.slice(0, 90)}`)
    .concat(`${document.documentElement.scrollWidth} pixels in ${innerWidth}`)
"""

_CUT_OFF = """
() => {
  const clips = (e) => /hidden|clip/.test(getComputedStyle(e).overflow);
  const meant = (e) => {
    const look = getComputedStyle(e);
    return look.clipPath !== "none" || look.webkitLineClamp !== "none"
      || /auto|scroll/.test(look.overflow);
  };
  const found = [];
  const texts = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const text = texts.currentNode, holder = text.parentElement;
    if (!text.data.trim() || !holder.checkVisibility()
      || holder.closest("input, textarea, svg[aria-hidden]")) continue;
    const range = document.createRange();
    range.selectNodeContents(text);
    const box = range.getBoundingClientRect();
    for (let e = holder; e !== document.documentElement; e = e.parentElement) {
      if (meant(e)) break;
      if (!clips(e)) continue;
      const edge = e.getBoundingClientRect();
      if (box.right > edge.right + 1 || box.left < edge.left - 1
        || box.bottom > edge.bottom + 1 || box.top < edge.top - 1)
        found.push(`cut off by ${e.tagName}.${e.className}: ${text.data.trim()}`);
    }
  }
  for (const area of document.querySelectorAll("textarea"))
    if (area.checkVisibility() && area.scrollHeight > area.clientHeight + 1)
      found.push(`cut off: ${area.value}`);
  return found;
}
"""
"""Texts that reach beyond an edge that hides them, as `main` does: what is wider than
that makes no window scroll, and still cannot be read. What scrolls by itself, is an
ornament or for screen readers, or is cut short on purpose is meant to be.
"""

EACH = ((320, "light"), (320, "dark"), (768, "light"), (1280, "dark"))
"""Every width, and by day and by night: colours do not go by the width."""

IN_TURN = ((320, "light"), (1280, "dark"))
"""The narrowest and the widest, and both schemes: for what differs little."""


def faults(frame: Frame) -> list[str]:
    """List what axe finds in a frame as it is now."""
    if not frame.evaluate("() => 'axe' in window"):
        frame.evaluate(_AXE)
    return list(frame.evaluate(_JUDGE, _RULES))


def wide_elements(frame: Frame) -> list[str]:
    """List what in a frame is wider than its window, or cut off by it."""
    return [*frame.evaluate(_WIDE), *frame.evaluate(_CUT_OFF)]


def faults_in(
    page: Page, frame: Frame, modes: Sequence[tuple[int, str]]
) -> Iterator[str]:
    """List what is wrong in each width and scheme, with the two before it."""
    for width, scheme in modes:
        page.set_viewport_size({"width": width, "height": 700})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for fault in [*faults(frame), *wide_elements(frame)]:
            yield f"{width} {scheme}: {fault}"
