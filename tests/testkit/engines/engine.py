"""What a test asks of a browser, whichever engine is in it.

`WebDriverEngine` does it by the commands of the W3C, which Firefox hears over
Marionette and WebKit over HTTP; `PlaywrightEngine` where Playwright drives.
"""

from __future__ import annotations

import time
from typing import Any, Protocol

PATIENCE_S = 30

KEYS = {
    "Tab": "\ue004",
    "Enter": "\ue007",
    "ArrowDown": "\ue015",
    "Space": " ",
}
"""Keys by Playwright's names, as the W3C's commands want them."""


class Engine(Protocol):
    """A browser with one window, as a reader uses it."""

    name: str

    def go(self, url: str) -> None:
        """Open a page and wait until it has loaded; look at it, not into a frame."""

    def enter(self, frame: str) -> None:
        """Look into the frame that this CSS selector finds."""

    def leave(self) -> None:
        """Look at the page again."""

    def click(self, selector: str) -> None:
        """Click on the middle of what this CSS selector finds first."""

    def press(self, key: str) -> None:
        """Press and release a key: a name of KEYS, or a letter."""

    def run(self, script: str, *given: object) -> Any:  # noqa: ANN401 - JSON
        """Run the body of a function in the page, and give what it returns."""

    def to_print(self, *, really: bool) -> None:
        """Show the page as on paper, or no longer."""

    def errors(self) -> list[str]:
        """List the errors and warnings of pages since the last time."""

    def close(self) -> None:
        """End the browser."""


def wait_for(engine: Engine, script: str, *given: object) -> Any:  # noqa: ANN401 - JSON
    """Wait until a script's function returns something true, and give that.

    Raises: TimeoutError with the script when it never does.
    """
    end = time.monotonic() + PATIENCE_S
    while not (found := engine.run(script, *given)):
        if time.monotonic() > end:
            raise TimeoutError(f"{engine.name} waited in vain for: {script} {given}")
        time.sleep(0.05)
    return found
