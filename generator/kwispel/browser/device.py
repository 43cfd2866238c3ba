"""The other door of the page: what lies around it, as far as every visit needs that.

Nothing here is done before the reader asks for it, but for reading: the address, and
whether the reader once chose to keep something.
"""

import javascript
from javascript import NULL, JavascriptError

from browser import document, window
from kwispel.core.show import exact_text

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from browser import DOMNode
    from kwispel.browser.dom import Quiz
    from kwispel.browser.shapes import State


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


def after_paint(act: "Callable[[], None]") -> None:
    """Do something once all that was changed has been shown."""
    window.requestAnimationFrame(
        lambda _: window.requestAnimationFrame(lambda _: act())
    )


def soon(act: "Callable[[], None]") -> None:
    """Do something once the browser has had its turn."""
    window.setTimeout(act, 1)


def clock_ms() -> int:
    """Give the milliseconds of the clock."""
    return window.Date.now()


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


def can_share(url: str) -> bool:
    """Say whether the system has a sheet for sharing, and lets this page use it."""
    navigator = window.navigator
    if not hasattr(navigator, "share"):
        return False
    return not hasattr(navigator, "canShare") or navigator.canShare({"url": url})


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


def bring_modules(
    address: str, come: "Callable[[], None]", failed: "Callable[[], None]"
) -> None:
    """Fetch and run modules of this program; each function is called at most once."""
    javascript.bring_modules(address, lambda *_: come(), lambda *_: failed())


def day_after(days: int) -> str:
    """Give the day that is so many days from today, as in "2026-11-22"."""
    now = window.Date.new()
    day = window.Date.new(now.getFullYear(), now.getMonth(), now.getDate() + days)
    parts = (day.getFullYear(), day.getMonth() + 1, day.getDate())
    return "-".join([str(part) if part > 9 else f"0{part}" for part in parts])  # noqa: PLR2004 - two digits
