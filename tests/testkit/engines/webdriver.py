"""A browser that hears the commands of the W3C's WebDriver.

Source: https://www.w3.org/TR/webdriver2/.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import Any

from testkit.engines.engine import KEYS

ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
"""The key under which the W3C's commands name an element."""


class WebDriverError(Exception):
    """Raised when a browser refuses a command."""


class WebDriverEngine(ABC):
    """The part of an engine that is the same over Marionette and over HTTP."""

    name: str

    @abstractmethod
    def command(self, name: str, **given: object) -> Any:  # noqa: ANN401 - JSON
        """Give a command by its name in the W3C's list, without spaces.

        Raises: WebDriverError when the browser refuses.
        """

    def go(self, url: str) -> None:
        """Open a page and wait until it has loaded."""
        self.leave()
        self.command("Navigate", url=url)

    def enter(self, frame: str) -> None:
        """Look into a frame."""
        self.command("SwitchToFrame", id={ELEMENT: self._find(frame)})

    def leave(self) -> None:
        """Look at the page again."""
        self.command("SwitchToFrame", id=None)

    def click(self, selector: str) -> None:
        """Click on what a CSS selector finds first."""
        self.command("ElementClick", id=self._find(selector))

    def press(self, key: str) -> None:
        """Press and release a key."""
        value = KEYS.get(key, key)
        strokes = [{"type": kind, "value": value} for kind in ("keyDown", "keyUp")]
        keyboard = {"type": "key", "id": "keyboard", "actions": strokes}
        self.command("PerformActions", actions=[keyboard])

    def run(self, script: str, *given: object) -> Any:  # noqa: ANN401 - JSON
        """Run the body of a function in the page."""
        return self.command("ExecuteScript", script=script, args=list(given))

    def _find(self, selector: str) -> str:
        """Give an element's name in commands."""
        found = self.command("FindElement", using="css selector", value=selector)
        return str(found[ELEMENT])
