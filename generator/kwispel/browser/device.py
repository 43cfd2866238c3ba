"""The other door of the page: what lies around it, from the address to the printer.

Nothing here is done before the reader asks for it, but for reading: the address, and
whether the reader once chose to keep something.
"""

from javascript import NULL, JavascriptError

from browser import document, window
from kwispel.core.show import exact_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from browser import DOMNode, Failure
    from kwispel.browser.dom import Quiz
    from kwispel.browser.shapes import State

REVOKED_AFTER_MS = 60_000
"""A browser may still be reading what it downloads."""

ENGLISH = "en-GB"
"""The English of the interface, where a page says no more than "en"."""


def is_guest() -> bool:
    """Say whether the page is somebody else's, whose address is none of ours.

    Quizzes stand there in shadow trees, into which the document does not look.
    """
    return not document.select('[data-kw="quiz-root"]')


def address(page: "DOMNode") -> str:
    """Give a page's own address, without query and fragment.

    Shape: page is as in `Quiz`. The address of a file, and of somebody else's page,
    means nothing: what it names instead counts, if anything.
    """
    for name in ("data-home", "data-file"):
        if page.hasAttribute(name):
            return page.getAttribute(name) or ""
    return window.location.href.split("#")[0].split("?")[0]


def fragment() -> str:
    """Give what the address holds from its `#` on; nothing where it has none."""
    return "" if is_guest() else window.location.hash


def clear_fragment() -> None:
    """Take the fragment out of the address; the entry in the history stays."""
    whole = window.location.href.split("#")[0]
    window.history.replaceState(window.history.state, "", whole)


def load_again(fragment: str) -> None:
    """Load the page again, with this fragment in its address."""
    whole = window.location.href.split("#")[0]
    window.history.replaceState(window.history.state, "", whole + fragment)
    window.location.reload()


def listen_for_fragments(happened: "Callable[[], None]") -> None:
    """Have a function called when the address gets another fragment."""
    window.addEventListener("hashchange", lambda _: happened())


def add_entry(name: str) -> None:
    """Add an entry to the history that `listen_for_entries` tells of by its name."""
    window.history.pushState(name, "", window.location.href)


def name_entry(name: str) -> None:
    """Name the entry of the history at which the reader is."""
    window.history.replaceState(name, "", window.location.href)


def entry() -> str:
    """Give the name of the entry at which the reader is, nothing where it has none."""
    state = window.history.state
    return state if isinstance(state, str) else ""


def go_back() -> None:
    """Do what the browser's own button for going back does."""
    window.history.back()


def listen_for_entries(happened: "Callable[[str], None]") -> None:
    """Have a function called with an entry's name when the reader goes there."""
    window.addEventListener("popstate", lambda _: happened(entry()))


def after_paint(act: "Callable[[], None]") -> None:
    """Do something once all that was changed has been shown."""
    window.requestAnimationFrame(
        lambda _: window.requestAnimationFrame(lambda _: act())
    )


def is_opaque() -> bool:
    """Say whether the page has no origin: in a sandbox, or opened from a disk."""
    return window.origin == "null"


def is_sandboxed() -> bool:
    """Say whether the page is another's, or in a frame that may not print or save."""
    return is_guest() or (is_opaque() and window.location.protocol != "file:")


def can_keep() -> bool:
    """Say whether something can be kept on the device, by asking for it alone.

    Pages of others, pages for frames and files keep nothing, whatever they could.
    """
    page = document.documentElement
    if is_guest() or is_opaque() or page.matches("[data-frame],[data-file]"):
        return False
    try:
        window.localStorage.getItem("kwispel")
    except JavascriptError:
        return False
    return True


def kept(key: str) -> str:
    """Give what is kept under a key; nothing where nothing is, or may be."""
    if not can_keep():
        return ""
    found = window.localStorage.getItem(key)
    return "" if found is NULL else str(found)


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


def can_share(url: str) -> bool:
    """Say whether the system has a sheet for sharing, and lets this page use it."""
    navigator = window.navigator
    if not hasattr(navigator, "share"):
        return False
    return not hasattr(navigator, "canShare") or navigator.canShare({"url": url})


def share(title: str, text: str, url: str, refused: "Callable[[], None]") -> None:
    """Open the system's sheet for sharing; closing it is no refusal."""

    def failed(error: "Failure") -> None:
        if error.name != "AbortError":
            refused()

    sharing = window.navigator.share({"title": title, "text": text, "url": url})
    sharing.then(lambda _: None, failed)


def announce(quiz: "Quiz", state: "State") -> None:
    """Have the page's own script tell the site around a quiz of a result.

    Shape: the total is told in exact texts, only where its author shares it: its value,
    the ends of its scale, its percent and its band; empty where there is none.
    """
    total = state["result"]["total"] if state["result"] else None
    told: list[str] = []
    if total and quiz.form.hasAttribute("data-shared"):
        numbers = [total["value"], total["min"], total["max"], total["percent"]]
        told = ["" if each is None else exact_text(each) for each in numbers]
        told.append(total["band"] or "")
    options = {"bubbles": True, "detail": told}
    quiz.root.dispatchEvent(window.CustomEvent.new("kw-scored", options))


def print_page() -> None:
    """Open the browser's dialogue for printing."""
    window.print()


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


def day_after(days: int) -> str:
    """Give the day that is so many days from today, as in "2026-11-22"."""
    now = window.Date.new()
    day = window.Date.new(now.getFullYear(), now.getMonth(), now.getDate() + days)
    parts = (day.getFullYear(), day.getMonth() + 1, day.getDate())
    return "-".join([str(part) if part > 9 else f"0{part}" for part in parts])  # noqa: PLR2004 - two digits


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
