"""Firefox, over the Marionette protocol that every Firefox speaks.

A message is its length, a colon and JSON: `[0, number, name, given]` from us,
`[1, number, error, value]` in answer. geckodriver does no more than translate these.
"""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from itertools import count
from pathlib import Path
from typing import Any

from testkit.engines.engine import PATIENCE_S
from testkit.engines.webdriver import ELEMENT, WebDriverEngine, WebDriverError

_PREFERENCES = {
    "marionette.port": 0,
    # Whatever asks the network by itself.
    "extensions.systemAddon.update.enabled": False,
    "network.captive-portal-service.enabled": False,
    "network.connectivity-service.enabled": False,
}

_ERRORS = """
const storage = Cc["@mozilla.org/consoleAPI-storage;1"].getService(
  Ci.nsIConsoleAPIStorage);
const ours = (address) => /^(http|file)/.test(address);
const found = Services.console.getMessageArray()
  .filter((m) => m instanceof Ci.nsIScriptError && ours(m.sourceName))
  .filter((m) => !(m.flags & Ci.nsIScriptError.warningFlag))
  .map((m) => `${m.category}: ${m.errorMessage}`);
for (const event of storage.getEvents())
  if (ours(event.filename) && /error|warn|assert/.test(event.level))
    found.push(`console ${event.level}: ${event.arguments.map(String).join(" ")}`);
Services.console.reset();
storage.clearEvents();
return found;
"""
"""Reads Firefox's own record, so that nothing escapes that happens while loading.

Its warnings are left out: they tell programmers of unreachable lines, and of how it
keeps storage apart.
"""


class Firefox(WebDriverEngine):
    """One Firefox with a profile of its own and without a window."""

    name = "firefox"

    def __init__(self, program: Path, language: str = "en-US") -> None:
        """Start it, and greet it."""
        self._profile = Path(tempfile.mkdtemp(prefix="kwispel-firefox-"))
        self._write_preferences(language)
        self._process = subprocess.Popen(
            [
                program,
                "--headless",
                "--marionette",
                "--no-remote",
                "--remote-allow-system-access",  # for its record and for printing
                "--profile",
                self._profile,
            ],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "MOZ_HEADLESS_WIDTH": "1280"},
        )
        self._numbers = count(1)
        self._line = socket.create_connection(("127.0.0.1", self._port()), PATIENCE_S)
        self._stream = self._line.makefile("rb")
        self._hear()
        self.command("NewSession", capabilities={})
        self.errors()

    def command(self, name: str, **given: object) -> Any:  # noqa: ANN401 - JSON
        """Give a command, and take its answer."""
        if name == "SwitchToFrame":
            frame = given.pop("id")
            given = {"element": frame[ELEMENT]} if isinstance(frame, dict) else {}
        prefixed = name if ":" in name else f"WebDriver:{name}"
        message = json.dumps([0, next(self._numbers), prefixed, given])
        self._line.sendall(f"{len(message.encode())}:{message}".encode())
        _, _, error, answer = self._hear()
        if error:
            raise WebDriverError(f"{name}: {error['message']}")
        is_wrapped = isinstance(answer, dict) and list(answer) == ["value"]
        return answer["value"] if is_wrapped else answer

    def to_print(self, *, really: bool) -> None:
        """Have the medium of the page be paper."""
        medium = "print" if really else ""
        self._run_as_browser(
            "gBrowser.selectedBrowser.browsingContext.top.mediumOverride ="
            f" {json.dumps(medium)};"
        )

    def errors(self) -> list[str]:
        """Read Firefox's record of what pages did wrong."""
        return list(self._run_as_browser(_ERRORS))

    def close(self) -> None:
        """End it and throw its profile away."""
        self._stream.close()
        self._line.close()
        self._process.terminate()
        self._process.wait()
        shutil.rmtree(self._profile, ignore_errors=True)

    def _run_as_browser(self, script: str) -> Any:  # noqa: ANN401 - JSON
        """Run a script in the browser itself, not in a page."""
        self.command("Marionette:SetContext", value="chrome")
        try:
            return self.run(script)
        finally:
            self.command("Marionette:SetContext", value="content")

    def _write_preferences(self, language: str) -> None:
        chosen = {**_PREFERENCES, "intl.accept_languages": language}
        lines = [
            f"user_pref({json.dumps(name)}, {json.dumps(value)});"
            for name, value in chosen.items()
        ]
        (self._profile / "user.js").write_text("\n".join(lines))

    def _port(self) -> int:
        """Wait until Firefox has written down where it listens."""
        written = self._profile / "MarionetteActivePort"
        end = time.monotonic() + PATIENCE_S
        while not (written.exists() and (text := written.read_text())):
            if time.monotonic() > end or self._process.poll() is not None:
                raise WebDriverError("Firefox did not start")
            time.sleep(0.05)
        return int(text)

    def _hear(self) -> Any:  # noqa: ANN401 - JSON
        """Take the next message."""
        digits = b""
        while (sign := self._stream.read(1)) != b":":
            if not sign:
                raise WebDriverError("Firefox hung up")
            digits += sign
        return json.loads(self._stream.read(int(digits)))
