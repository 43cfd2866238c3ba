"""Share and save a result: what happens only when the reader asks for it."""

from kwispel.browser import device, device_use
from kwispel.browser.arrived import has_style
from kwispel.browser.keep import COPIED, FIELD, UNCOPIED, link_changes
from kwispel.browser.link import link_of, page_of
from kwispel.browser.reading import word, words
from kwispel.browser.saved import escaped, saved_page, style_text
from kwispel.browser.since import filled

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kwispel.browser.dom import Quiz
    from kwispel.browser.shapes import State

HTML = "text/html;charset=utf-8"


class Sharing:
    """What can be done with a result besides reading it."""

    def __init__(self, quiz: "Quiz", state: "Callable[[], State]") -> None:
        """Begin with nothing asked for."""
        self._quiz = quiz
        self._state = state
        self._page = page_of(device.address(quiz.page))
        self.actions = {
            "copy": self.copy,
            "share": self.share,
            "save": self.save,
        }

    def copy(self) -> None:
        """Copy the link, and show it."""
        link = self._shown()
        device_use.copy(link, self._copied, self._select)

    def share(self) -> None:
        """Hand the link to the system; where that refuses, show it."""
        title = words(self._quiz.root, "h1")
        device_use.share(title, title, self._link() or self._page, self._show)

    def save(self) -> None:
        """Save the result as a file of its own."""
        if not has_style():
            return
        today = device.day_after(0)
        page = escaped(self._page)
        link = f'<a dir="ltr" href="{page}">{page}</a>'
        note = filled(
            word(self._quiz.root, "saved"),
            {
                "date": escaped(device_use.day_in_words(today)),
                "page": link if page else escaped(words(self._quiz.root, "h1")),
            },
        )
        text = saved_page(self._quiz.root, style_text(), note)
        name = self._state()["sheet"]["quiz"]
        device_use.download(f"{name}-{today}.html", text, HTML)

    def _link(self) -> str | None:
        return link_of(self._state(), self._page)

    def _shown(self) -> str:
        """Show the link that was asked for, and give it."""
        link = self._link() or self._page
        self._quiz.perform([("enter", FIELD, link), *link_changes("")])
        return link

    def _copied(self) -> None:
        self._quiz.perform(link_changes(COPIED))

    def _show(self) -> None:
        """Show the link to a reader who could not share it."""
        self._shown()
        self._select()

    def _select(self) -> None:
        """Select the link for the reader, and try to copy what is selected."""
        self._quiz.perform([("choose", FIELD, "")])
        is_copied = device_use.copy_selection()
        self._quiz.perform(link_changes(COPIED if is_copied else UNCOPIED))
