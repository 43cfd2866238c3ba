"""WebKit, as Debian has it: its driver, a small browser, and a screen of its own."""

from __future__ import annotations

import http.client
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from find_browser import WebKitPrograms
from testkit.engines.engine import PATIENCE_S, wait_for
from testkit.engines.webdriver import WebDriverEngine, WebDriverError

_SCREEN = "1280x1000x24"

_COMMANDS = {
    "NewSession": ("POST", ""),
    "DeleteSession": ("DELETE", ""),
    "Navigate": ("POST", "/url"),
    "SwitchToFrame": ("POST", "/frame"),
    "FindElement": ("POST", "/element"),
    "ElementClick": ("POST", "/element/{id}/click"),
    "PerformActions": ("POST", "/actions"),
    "ExecuteScript": ("POST", "/execute/sync"),
}

_SPY = """
if (window.kwispelSpy) return;
window.kwispelSpy = [];
const note = (text) => window.kwispelSpy.push(text);
addEventListener("error", (e) => note(`error: ${e.message}`), true);
addEventListener("unhandledrejection", (e) => note(`rejected: ${e.reason}`));
document.addEventListener("securitypolicyviolation", (e) => {
  if (e.blockedURI.endsWith("/favicon.ico")) return;  // the browser's own wish
  note(`policy: ${e.effectiveDirective} blocked ${e.blockedURI}`);
});
for (const level of ["error", "warn"])
  console[level] = (...given) => note(`console ${level}: ${given.join(" ")}`);
"""
"""Notes what goes wrong from the end of loading on; the runtime comes after that."""

_ALL_SHEETS = """
const links = [...document.querySelectorAll("link[rel=stylesheet]")];
const isRead = (link) => {
  try { return Boolean(link.sheet && link.sheet.cssRules); }
  catch (refused) {
    if (!link.href.includes("?")) link.href += "?anew";
    return false;
  }
};
return links.filter((link) => !isRead(link)).length === 0;
"""
"""Those for paper come late. One that came to a sandbox before is remembered as of
another origin, and may not be looked into: then it is asked for anew."""

_FOR_PAPER = """
window.kwispelMedia = [];
const visit = (rule) => {
  const said = rule.media ? rule.media.mediaText : "";
  if (/print|screen/.test(said)) {
    window.kwispelMedia.push([rule.media, said]);
    rule.media.mediaText = /print/.test(said) ? "all" : "not all";
  }
  for (const inner of rule.cssRules || []) visit(inner);
};
[...document.styleSheets].forEach(visit);
"""

_FOR_SCREEN = """
for (const [media, said] of window.kwispelMedia) media.mediaText = said;
"""

_MIDDLE = """
const box = document.querySelector(arguments[0]).getBoundingClientRect();
return (box.top + box.bottom) / 2;
"""

_SCROLL = """
const top = document.querySelector(arguments[0]).getBoundingClientRect().top;
scrollBy(0, top + arguments[1] - innerHeight / 2);
"""


class WebKit(WebDriverEngine):
    """One browser with WebKit in it."""

    name = "webkit"

    def __init__(self, programs: WebKitPrograms, language: str = "en_US.UTF-8") -> None:
        """Start a screen, the driver on it, and the browser."""
        self._folder = tempfile.mkdtemp(prefix="kwispel-webkit-")
        self._seen: list[str] = []
        self._inside = ""
        self._screen = _start_screen(programs.screen)
        self._port = _free_port()
        self._driver = subprocess.Popen(
            [programs.driver, f"--port={self._port}"],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            env=_environment(self._screen, self._folder, language),
        )
        self._session = ""
        options = {"binary": str(programs.browser), "args": ["--automation"]}
        wanted = {"alwaysMatch": {"webkitgtk:browserOptions": options}}
        self._wait_for_driver()
        answer = self.command("NewSession", capabilities=wanted)
        self._session = f"/{answer['sessionId']}"

    def command(self, name: str, **given: object) -> Any:  # noqa: ANN401 - JSON
        """Give a command, and take its answer."""
        method, path = _COMMANDS[name]
        if "{id}" in path:
            path = path.format(id=given.pop("id"))
        return self._ask(method, f"/session{self._session}{path}", given)

    def go(self, url: str) -> None:
        """Open a page, and watch it from then on."""
        self.errors()
        super().go(url)
        self.run(_SPY)

    def enter(self, frame: str) -> None:
        """Look into a frame, and watch it from then on."""
        super().enter(frame)
        self._inside = frame
        self.run(_SPY)

    def leave(self) -> None:
        """Look at the page again, and remember what was seen in the frame."""
        self._collect()
        super().leave()
        self._inside = ""

    def click(self, selector: str) -> None:
        """Click, after scrolling: the driver does not scroll the page for a frame."""
        if frame := self._inside:
            middle = self.run(_MIDDLE, selector)
            self.leave()
            self.run(_SCROLL, frame, middle)
            self.enter(frame)
        super().click(selector)

    def to_print(self, *, really: bool) -> None:
        """Have rules for paper hold on the screen: the driver has no command."""
        wait_for(self, _ALL_SHEETS)
        self.run(_FOR_PAPER if really else _FOR_SCREEN)

    def errors(self) -> list[str]:
        """List what was seen in the page and in frames that were looked into."""
        self._collect()
        seen, self._seen = self._seen, []
        return seen

    def close(self) -> None:
        """End the browser, the driver and the screen."""
        self.command("DeleteSession")
        for process in (self._driver, self._screen.process):
            process.terminate()
            process.wait()
        shutil.rmtree(self._folder, ignore_errors=True)

    def _collect(self) -> None:
        if self._session:
            self._seen += self.run("return (window.kwispelSpy || []).splice(0);")

    def _wait_for_driver(self) -> None:
        end = time.monotonic() + PATIENCE_S
        while True:
            try:
                self._ask("GET", "/status")
            except ConnectionError:
                if time.monotonic() > end or self._driver.poll() is not None:
                    raise
                time.sleep(0.05)
            else:
                return

    def _ask(self, method: str, path: str, given: object = None) -> Any:  # noqa: ANN401 - JSON
        """Ask the driver; it closes the connection after each answer."""
        line = http.client.HTTPConnection("127.0.0.1", self._port, timeout=120)
        body = json.dumps(given) if method == "POST" else None
        line.request(method, path, body, {"Content-Type": "application/json"})
        answer = json.loads(line.getresponse().read())
        line.close()
        if "error" in answer:
            raise WebDriverError(f"{path}: {answer['error']} {answer.get('message')}")
        value = answer["value"]
        if isinstance(value, dict) and "error" in value:
            raise WebDriverError(f"{path}: {value['error']} {value.get('message')}")
        return value


@dataclass(frozen=True, slots=True)
class _Screen:
    """An X server, and what it is called."""

    process: subprocess.Popen[str]
    display: str


def _start_screen(program: Path) -> _Screen:
    """Start an X server that chooses its own number and tells it."""
    process = subprocess.Popen(
        [program, "-displayfd", "1", "-screen", "0", _SCREEN, "-nolisten", "tcp"],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    )
    assert process.stdout
    number = process.stdout.readline().strip()
    process.stdout.close()
    return _Screen(process, f":{number}")


def _environment(screen: _Screen, folder: str, language: str) -> dict[str, str]:
    """Give it a language, and a folder that nobody else may read.

    Without a language its `navigator.language` is "C".
    """
    others = {k: v for k, v in os.environ.items() if not k.startswith("LC_")}
    return {
        **others,
        "DISPLAY": screen.display,
        "LANG": language,
        "XDG_RUNTIME_DIR": folder,
    }


def _free_port() -> int:
    """Find a port that nobody listens at."""
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])
