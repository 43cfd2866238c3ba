"""The result as one file that needs nothing else: no script, no network.

It is made from a copy of what is on the page, so it shows what the reader sees, and
what the page would unfold at a click.
"""

from javascript import JavascriptError

from browser import document, window
from kwispel.browser.arrived import LATE, rules
from kwispel.browser.device_use import day_in_words

TYPE_CHECKING = False
if TYPE_CHECKING:
    from browser import DOMNode

POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
PARTS = ('[data-kw="result"]', ".kw-about")
"""What is saved of a quiz, after its title."""
LEFT_OUT = (
    "script,template,noscript,button,[hidden],[data-unsaved],[data-kw=stale],"
    "[data-kw=opened],[data-kw=picks],[data-kw=ranked],[data-kw=card-intro],"
    "[data-kw=card]:not(:has([data-place]:not([data-free])))"
)
"""What does nothing in a file, is empty, or is not about the result."""
LATER = "data-later"
ENTRIES = "input,textarea,select"
TICKS = ("checkbox", "radio")
MOVING = ("data-link", "data-granted", "data-frame", "data-stage")
"""Attributes of the page that would mean something else in a file."""


def style_text() -> str:
    """Give all style of a page that has it."""
    inline = [node.textContent for node in document.select("style")]
    late = [rule.cssText for link in document.select(LATE) for rule in rules(link)]
    return "\n".join([*inline, *late])


def saved_page(root: "DOMNode", style: str, note: str) -> str:
    """Give the file: a page with the title of the quiz, a note, and the result."""
    title = document.select("title")[0].outerHTML
    heading = root.select("h1")[0].outerHTML
    copies = [_copied(node).outerHTML for part in PARTS for node in root.select(part)]
    return "".join(
        [
            "<!doctype html>\n",
            _opening_tag(document.select("html")[0]),
            '<head><meta charset="utf-8">',
            f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"{title}<style>{_safe(style)}</style></head>",
            _opening_tag(document.select("body")[0]),
            f'<main>{_opening_tag(root)}<header class="kw-opening">{heading}',
            f'<p class="kw-keep__note">{note}</p></header>',
            *copies,
            "</article></main></body></html>\n",
        ]
    )


def escaped(text: str) -> str:
    """Write a text so that it stays one in a file of HTML."""
    for sign, name in (("&", "&amp;"), ("<", "&lt;"), (">", "&gt;"), ('"', "&quot;")):
        text = text.replace(sign, name)
    return text


def _safe(style: str) -> str:
    """Keep a style from ending its element early."""
    return style.replace("</", "<\\/")


def _opening_tag(node: "DOMNode") -> str:
    """Give the tag with which an element begins."""
    shell = node.cloneNode(0)
    for name in MOVING:
        shell.removeAttribute(name)
    return shell.outerHTML.split("</")[0]


def _copied(node: "DOMNode") -> "DOMNode":
    """Give a copy of a part of the page without anything that a file cannot do."""
    copy = node.cloneNode(1)
    for original, copied in zip(node.select("*"), copy.select("*"), strict=True):
        if original.matches(ENTRIES):
            copied.replaceWith(_written(original))
        elif original.matches(LEFT_OUT) or not _is_displayed(original):
            copied.remove()
        elif original.matches("img"):
            _draw(original, copied)
        elif original.matches("a[href]"):
            copied.setAttribute("href", original.href)
        copied.removeAttribute(LATER)
    return copy


def _written(entry: "DOMNode") -> str:
    """Give what was typed, as one reads it."""
    if entry.type == "date" and entry.value:
        return day_in_words(entry.value)
    return "" if entry.type in TICKS else entry.value


def _is_displayed(node: "DOMNode") -> bool:
    if node.hasAttribute(LATER):
        return True
    return window.getComputedStyle(node).display != "none"


def _draw(picture: "DOMNode", copied: "DOMNode") -> None:
    """Put a picture itself into the file; where it cannot be had, its words."""
    data = _drawn(picture)
    if data:
        copied.setAttribute("src", data)
    else:
        copied.replaceWith(picture.getAttribute("alt") or "")


def _drawn(picture: "DOMNode") -> str:
    """Give a picture as an address that holds it whole; nothing where that fails.

    A page that is a file is told nothing of pictures that are files.
    """
    canvas = document.createElement("canvas")
    canvas.setAttribute("width", str(picture.naturalWidth))
    canvas.setAttribute("height", str(picture.naturalHeight))
    try:
        canvas.getContext("2d").drawImage(picture, 0, 0)
        return canvas.toDataURL() if picture.naturalWidth else ""
    except JavascriptError:
        return ""
