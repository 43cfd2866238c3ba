"""Watches what pages do in the browser, and holds it against what they may do.

Source: docs/decisions, "nothing is stored or sent": no request to another host, no
console error or warning, no page error, no policy violation, no cookie, no storage;
and nothing may turn out to be needed that the runtime leaves out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Frame, Request

_MARK = "kwispel-watch:"
"""Begins the console lines in which the spy in the page tells what it saw."""

_SPY = """
(() => {
  const debug = console.debug.bind(console);
  const tell = (what) => debug("MARK" + what);
  document.addEventListener("securitypolicyviolation", (event) =>
    tell(`policy: ${event.effectiveDirective} blocked ${event.blockedURI}`));
  document.addEventListener("kw-left-out", ({ detail }) => tell(`left out: ${detail}`));
  const spy = (owner, method, name) => {
    if (!owner || !owner.prototype[method]) return;
    const original = owner.prototype[method];
    owner.prototype[method] = function (...given) {
      tell(`storage: ${name}(${given[0]})`);
      return original.apply(this, given);
    };
  };
  spy(self.Storage, "setItem", "setItem");
  spy(self.IDBFactory, "open", "indexedDB.open");
  spy(self.CacheStorage, "open", "caches.open");
  spy(self.ServiceWorkerContainer, "register", "serviceWorker.register");
})()
""".replace("MARK", _MARK)
"""Tells of what the page does as it happens: databases can be gone by the end."""

_REMAINS = """
async () => {
  try { sessionStorage; }
  catch { return []; }  // sandboxed or third-party: nothing can be kept here
  const found = [];
  const note = (name, keys) => {
    for (const key of keys) found.push(`storage: ${name} holds ${key}`);
  };
  note("localStorage", Object.keys(localStorage));
  note("sessionStorage", Object.keys(sessionStorage));
  note("document.cookie", document.cookie.split(";").filter(Boolean));
  note("indexedDB", (await indexedDB.databases()).map((database) => database.name));
  if (self.isSecureContext && location.protocol !== "file:") {
    note("caches", await caches.keys());
    const workers = await navigator.serviceWorker.getRegistrations();
    note("serviceWorker", workers.map((worker) => worker.scope));
  }
  return found;
}
"""


class Watch:
    """Collects what the pages of one test did that pages must not do.

    Shape: findings are lines that begin with their kind: `request: `,
    `console error: `, `console warning: `, `page error: `, `policy: `, `cookie: `,
    `left out: ` or `storage: `.
    """

    def __init__(self) -> None:
        """Start with nothing seen and nothing allowed."""
        self.findings: list[str] = []
        self._expected: list[str] = []
        self._origins: set[str] = set()

    def allow_origin(self, origin: str) -> None:
        """Let pages ask this origin for files."""
        self._origins.add(origin)

    def expect(self, pattern: str) -> None:
        """Declare that findings which match this regular expression must occur."""
        self._expected.append(pattern)

    def attach(self, context: BrowserContext) -> None:
        """Watch every page and frame of a context, from its first document on."""
        context.add_init_script(_SPY)
        context.on("request", self._note_request)
        context.on("console", self._note_console)
        context.on("weberror", lambda e: self._note(f"page error: {e.error}"))
        context.on("serviceworker", lambda w: self._note(f"storage: worker {w.url}"))

    def look_for_remains(self, context: BrowserContext) -> None:
        """Note what is left in cookies and storage, before the context closes."""
        for page in context.pages:
            for frame in page.frames:
                self.findings += _remains(frame)
        for cookie in context.cookies():
            self._note(f"cookie: {cookie.get('name')} of {cookie.get('domain')}")
        for origin in context.storage_state().get("origins", []):
            self._note(f"storage: localStorage of {origin.get('origin')}")

    def complaints(self) -> list[str]:
        """Give the findings that were not expected, and expected ones that failed."""
        unexpected = [f for f in self.findings if not self._is_expected(f)]
        missing = [
            f"expected, but did not occur: {pattern}"
            for pattern in self._expected
            if not self.saw(pattern)
        ]
        return unexpected + missing

    def saw(self, pattern: str) -> bool:
        """Say whether a finding so far matches this regular expression."""
        return any(re.search(pattern, finding) for finding in self.findings)

    def _is_expected(self, finding: str) -> bool:
        return any(re.search(pattern, finding) for pattern in self._expected)

    def _note(self, finding: str) -> None:
        self.findings.append(finding)

    def _note_request(self, request: Request) -> None:
        parts = urlsplit(request.url)
        if parts.scheme in {"data", "blob", "about", "file"}:
            return
        if f"{parts.scheme}://{parts.netloc}" not in self._origins:
            self._note(f"request: {request.method} {request.url}")

    def _note_console(self, message: ConsoleMessage) -> None:
        if message.text.startswith(_MARK):
            self._note(message.text.removeprefix(_MARK))
        elif message.type in {"error", "warning", "assert"}:
            self._note(f"console {message.type}: {message.text}")


def _remains(frame: Frame) -> Iterator[str]:
    """List what a frame's storage holds; a frame that went away holds nothing."""
    if frame.url in {"", "about:blank"} or frame.is_detached():
        return
    yield from frame.evaluate(_REMAINS)
