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
"""All that axe knows, but for what is experimental or for a special purpose."""

_COLOURS = ["color-contrast", "link-in-text-block"]
"""What can be otherwise by night: markup and places are the same."""

_PLACES = ["scrollable-region-focusable", "target-size"]
"""What can be otherwise, too, in another width."""

_SETUP = """
;(() => {
  axe.configure({rules: [{id: "color-contrast", selector: "[data-looked-at]"}]});

  const look = (element, looks) => {
    if (element === document) return "";
    if (!looks.has(element)) {
      const style = getComputedStyle(element);
      looks.set(element, [look(element.parentNode, looks), element.tagName,
        element.getAttribute("class"), style.backgroundColor, style.backgroundImage,
        style.opacity].join());
    }
    return looks.get(element);
  };

  const hasText = (element) => element.matches("input, textarea, select")
    || [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE
      && node.data.trim());

  const seen = new Set();

  const choose = (isEach) => {
    const looks = new Map(), window = [innerWidth, matchMedia(
      "(prefers-color-scheme: dark)").matches];
    for (const element of document.body.querySelectorAll("*")) {
      element.removeAttribute("data-looked-at");
      if (!hasText(element) || !element.checkVisibility()) continue;
      const {color, fontSize, fontWeight} = getComputedStyle(element);
      const key = [window, look(element, looks), color, fontSize, fontWeight].join();
      if (isEach || !seen.has(key)) element.setAttribute("data-looked-at", "");
      seen.add(key);
    }
  };

  window.judge = async ([only, isEach]) => {
    choose(isEach);
    const found = await axe.run({runOnly: only, resultTypes: ["violations"],
      preload: false, iframes: false});
    return found.violations.flatMap((fault) => fault.nodes.map(
      (node) => `${fault.id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`));
  };
})();
"""
"""Two thirds of axe's time go into contrast. Where not each element is to be judged,
one stands for all that have its colours, all the way up, and its size, for as long as
the page is there and in a window like that one.
"""

_THROUGH = """
async (only) => {
  const found = await axe.run({runOnly: only, resultTypes: ["violations"],
    preload: false, iframes: false});
  return found.violations.flatMap((fault) => fault.nodes.map(
    (node) => `${fault.id}: ${node.html.slice(0, 200)}: ${node.failureSummary}`));
}
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

WIDTHS = (320, 768, 1280)
SCHEMES = ("light", "dark")

EVERYWHERE = tuple((width, scheme) for scheme in SCHEMES for width in WIDTHS)


def faults(frame: Frame, only: Sequence[str] = ()) -> list[str]:
    """List what axe finds in a frame as it is now, by every rule and in each element.

    Shape: by some rules only, of elements that look the same one is judged.
    """
    if not frame.evaluate("() => 'judge' in window"):
        frame.evaluate(_AXE + _SETUP)
    asked = [[*only] or _RULES, not only]
    return list(frame.evaluate("(asked) => judge(asked)", asked))


def faults_through_shadows(frame: Frame) -> list[str]:
    """List what axe finds in a frame and in the shadow trees there, by every rule."""
    frame.evaluate(_AXE)
    return list(frame.evaluate(_THROUGH, _RULES))


def wide_elements(frame: Frame) -> list[str]:
    """List what in a frame is wider than its window, or cut off by it."""
    return [*frame.evaluate(_WIDE), *frame.evaluate(_CUT_OFF)]


def faults_in(
    page: Page, frame: Frame, modes: Sequence[tuple[int, str]] = EVERYWHERE
) -> Iterator[str]:
    """List what is wrong in each width and scheme, with the two before it.

    Every rule is asked in the first of them, in the others what can have changed.
    """
    for width, scheme in modes:
        page.set_viewport_size({"width": width, "height": 700})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        is_new_place = scheme == modes[0][1]
        only = [*_COLOURS, *(_PLACES if is_new_place else [])]
        told = faults(frame, _RULES if (width, scheme) == modes[0] else only)
        for fault in [*told, *(wide_elements(frame) if is_new_place else [])]:
            yield f"{width} {scheme}: {fault}"
