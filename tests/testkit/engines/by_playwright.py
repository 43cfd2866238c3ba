"""An engine that Playwright drives: Chromium, or one of Playwright's own."""

from __future__ import annotations

from typing import Any

from playwright.sync_api import Browser, ConsoleMessage, Error, Frame


class PlaywrightEngine:
    """One window in a context of its own."""

    def __init__(self, browser: Browser, language: str = "en-US") -> None:
        """Open the window."""
        self.name = browser.browser_type.name
        self._browser = browser
        self._page = browser.new_page(viewport={"width": 1280, "height": 900})
        if language != "en-US":
            self._page.add_init_script(
                "Object.defineProperty(Navigator.prototype, 'language',"
                f"{{ get: () => {language!r} }});"
            )
        self._frame: Frame = self._page.main_frame
        self._seen: list[str] = []
        self._page.on("console", self._note_console)
        self._page.on("pageerror", self._note_error)

    def go(self, url: str) -> None:
        """Open a page and wait until it has loaded."""
        self._frame = self._page.main_frame
        self._page.goto(url)

    def enter(self, frame: str) -> None:
        """Look into a frame, when it has loaded."""
        found = self._frame.locator(frame).element_handle().content_frame()
        assert found, f"{frame} is no frame"
        found.wait_for_load_state()
        self._frame = found

    def leave(self) -> None:
        """Look at the page again."""
        self._frame = self._page.main_frame

    def click(self, selector: str) -> None:
        """Click on what a CSS selector finds first."""
        self._frame.locator(selector).first.click()

    def press(self, key: str) -> None:
        """Press and release a key."""
        self._page.keyboard.press(key)

    def run(self, script: str, *given: object) -> Any:  # noqa: ANN401 - JSON
        """Run the body of a function in the page."""
        body = f"(given) => (function () {{ {script} }}).apply(null, given)"
        return self._frame.evaluate(body, list(given))

    def to_print(self, *, really: bool) -> None:
        """Have the medium of the page be paper."""
        self._page.emulate_media(media="print" if really else "null")

    def errors(self) -> list[str]:
        """List what pages said that they should not have."""
        seen, self._seen = self._seen, []
        return seen

    def close(self) -> None:
        """Close the window; its browser stays for others."""
        self._page.close()

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning", "assert"}:
            self._seen.append(f"console {message.type}: {message.text}")

    def _note_error(self, error: Error) -> None:
        self._seen.append(f"page error: {error}")
