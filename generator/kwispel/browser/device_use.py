"""What the device is asked to do, once the reader asks for it.

It keeps, copies, shares, prints and saves.
"""

from javascript import JavascriptError

from browser import document, window
from kwispel.browser.device import kept

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from browser import Failure

REVOKED_AFTER_MS = 60_000
"""A browser may still be reading what it downloads."""
ENGLISH = "en-GB"
"""The English of the interface, where a page says no more than "en"."""


def keep(key: str, text: str) -> bool:
    """Keep a text under a key, and say whether that worked: there may be no room."""
    try:
        window.localStorage.setItem(key, text)
    except JavascriptError:
        return False
    return True


def forget(key: str) -> None:
    """Delete what is kept under a key; where nothing is, nothing is touched."""
    if kept(key):
        window.localStorage.removeItem(key)


def copy(
    text: str, copied: "Callable[[], None]", refused: "Callable[[], None]"
) -> None:
    """Put a text on the clipboard, and call the one or the other function."""
    if not hasattr(window.navigator, "clipboard"):
        refused()
        return
    writing = window.navigator.clipboard.writeText(text)
    writing.then(lambda _: copied(), lambda _: refused())


def copy_selection() -> bool:
    """Copy what is selected in a field, and say whether that worked.

    Insecure pages and most frames have no other way.
    """
    return document.execCommand("copy")


def share(title: str, text: str, url: str, refused: "Callable[[], None]") -> None:
    """Open the system's sheet for sharing; closing it is no refusal."""

    def failed(error: "Failure") -> None:
        if error.name != "AbortError":
            refused()

    sharing = window.navigator.share({"title": title, "text": text, "url": url})
    sharing.then(lambda _: None, failed)


def print_part(name: str) -> None:
    """Print a part of the page alone, as the style says for `html[data-print]`."""
    page = document.documentElement
    page.setAttribute("data-print", name)
    # Some browsers return before the dialogue is closed.
    window.addEventListener("afterprint", lambda _: page.removeAttribute("data-print"))
    window.print()


def download(name: str, text: str, kind: str) -> None:
    """Have the browser save a text as a file of a media type."""
    url = window.URL.createObjectURL(window.Blob.new([text], {"type": kind}))
    link = document.createElement("a")
    link.setAttribute("href", url)
    link.setAttribute("download", name)
    link.click()
    window.setTimeout(lambda: window.URL.revokeObjectURL(url), REVOKED_AFTER_MS)


def moment() -> str:
    """Give this moment in UTC, as in "2026-11-22T10:00:00.000Z"."""
    return window.Date.new().toISOString()


def day_in_words(day: str) -> str:
    """Write a day as the page's language does; as it stands where that is not known."""
    year, month, date = [int(part) for part in day.split("-")]
    try:
        # At noon, lest summer time makes it the day before.
        there = window.Date.new(year, month - 1, date, 12)
        lang = document.documentElement.getAttribute("lang") or "en"
        options = {"dateStyle": "long"}
        if not document.select("[data-digits]"):
            # As the page's numbers are; older browsers have other digits for Arabic.
            options["numberingSystem"] = "latn"
        return there.toLocaleDateString(ENGLISH if lang == "en" else lang, options)
    except JavascriptError:
        return day
