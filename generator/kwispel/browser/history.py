"""The browser's history, in which each step is an entry."""

from browser import window

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable


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
