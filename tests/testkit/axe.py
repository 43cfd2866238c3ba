"""Let axe judge what a page shows, in each frame by itself.

axe looks into frames of its own origin only, so it is put into each.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from pathlib import Path

import axe_playwright_python
from playwright.sync_api import Frame, Page

_AXE = next(Path(axe_playwright_python.__file__).parent.rglob("axe.min.js")).read_text()

_RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

_JUDGE = """
(tags) => axe.run({runOnly: tags, resultTypes: ["violations"], preload: false})
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

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")
EACH = tuple(product(WIDTHS, SCHEMES))
"""Every width by day and by night."""

IN_TURN = ((320, "light"), (1280, "dark"))
"""The narrowest and the widest, and both schemes: for what differs little."""


def faults(frame: Frame) -> list[str]:
    """List what axe finds in a frame as it is now."""
    if not frame.evaluate("() => 'axe' in window"):
        frame.evaluate(_AXE)
    return list(frame.evaluate(_JUDGE, _RULES))


def wide_elements(frame: Frame) -> list[str]:
    """List what makes the page in a frame wider than its window."""
    return list(frame.evaluate(_WIDE))


def faults_in(
    page: Page, frame: Frame, modes: Sequence[tuple[int, str]]
) -> Iterator[str]:
    """List what is wrong in each width and scheme, with the two before it."""
    for width, scheme in modes:
        page.set_viewport_size({"width": width, "height": 700})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        for fault in [*faults(frame), *wide_elements(frame)]:
            yield f"{width} {scheme}: {fault}"
