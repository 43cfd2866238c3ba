"""What readers do to a page: zoom in, space the text out, use a thumb."""

from __future__ import annotations

from collections.abc import Iterator

from playwright.sync_api import Frame, Page

from testkit.axe import wide_elements

ZOOMED = {"width": 320, "height": 256}
"""A window of 1280 by 1024 at 400 % (WCAG 1.4.10)."""

SPACED = """
* { line-height: 1.5 !important; letter-spacing: .12em !important;
    word-spacing: .16em !important }
p { margin-block-end: 2em !important }
"""
"""The distances of WCAG 1.4.12."""

SMALLEST_PX = 24
SMALLEST_OPTION_PX = 44

_STYLE = """
(css) => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets = css ? [sheet] : [];
}
"""

_SMALL = """
([smallest, smallestOption]) => {
  const inText = (e) => e.matches("a") && getComputedStyle(e).display === "inline"
    && e.parentElement.textContent.trim() !== e.textContent.trim();
  const size = (e) => {
    const box = e.getBoundingClientRect();
    return Math.min(box.width, box.height);
  };
  const targets = document.querySelectorAll("a[href], button, summary, select, " +
    "label[for], input:not([type=radio], [type=checkbox])");
  return [...targets]
    .filter((e) => e.checkVisibility({visibilityProperty: true}) && size(e) > 1)
    .filter((e) => !inText(e))
    .filter((e) => size(e) < (e.matches("[data-question] label") ?
      smallestOption : smallest))
    .map((e) => `${size(e)} pixels: ${e.outerHTML.slice(0, 120)}`);
}
"""
"""Links within a sentence may be as small as it is (WCAG 2.5.8)."""


def strained(page: Page, frame: Frame) -> Iterator[str]:
    """List what does not stand up to being zoomed, enlarged and spaced out."""
    page.set_viewport_size({**ZOOMED})
    for name, css in (("zoomed", ""), ("spaced", SPACED)):
        frame.evaluate(_STYLE, css)
        for fault in wide_elements(frame):
            yield f"{name}: {fault}"
    frame.evaluate(_STYLE, "")


def small_targets(frame: Frame) -> list[str]:
    """List what is too small for a finger."""
    return list(frame.evaluate(_SMALL, [SMALLEST_PX, SMALLEST_OPTION_PX]))
