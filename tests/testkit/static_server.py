"""A small web server for the browser tests: one folder, one origin."""

from __future__ import annotations

import re
import sys
import threading
from functools import partial
from html import unescape
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

if TYPE_CHECKING:
    from socket import socket
    from socketserver import _AddressType as Address

MIME_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".xml": "application/xml",
    ".txt": "text/plain; charset=utf-8",
}

REPORT_ONLY = "Content-Security-Policy-Report-Only"
POLICY = re.compile('<meta http-equiv="Content-Security-Policy" content="([^"]*)"')


class _Files(SimpleHTTPRequestHandler):
    """Serve files; browsers ask again each time.

    `no-cache` and not `no-store`, which would keep pages out of the back-forward cache.
    """

    protocol_version = "HTTP/1.1"
    extensions_map: ClassVar = MIME_TYPES
    server: StaticServer

    def end_headers(self) -> None:
        """Add what every answer carries."""
        self.send_header("Cache-Control", "no-cache")
        for name, value in self.server.headers.items():
            self.send_header(name, value)
        if self.server.asks_for_reports and (policy := self._policy()):
            self.send_header(REPORT_ONLY, f"{policy}; report-uri /reports")
        super().end_headers()

    def do_GET(self) -> None:
        """Serve a file; a browser's own wish for an icon is met with nothing."""
        if self.path == "/favicon.ico":
            self.send_response(HTTPStatus.NO_CONTENT)
            self.end_headers()
            return
        self.server.asked_for.append(self.path)
        super().do_GET()

    def do_POST(self) -> None:
        """Keep what a browser reports."""
        length = int(self.headers["Content-Length"])
        self.server.reports.append(self.rfile.read(length).decode())
        self.send_response(HTTPStatus.NO_CONTENT)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        """Print nothing."""

    def _policy(self) -> str | None:
        """Give the policy that stands in the page itself."""
        path = Path(self.translate_path(self.path))
        page = path / "index.html" if path.is_dir() else path
        if page.suffix != ".html" or not page.is_file():
            return None
        found = POLICY.search(page.read_text(encoding="utf-8"))
        return unescape(found[1]) if found else None


class StaticServer(ThreadingHTTPServer):
    """Serves a folder at an origin of its own until it is closed.

    Shape: headers are added to every answer; asked_for lists the paths that were
    asked for, with their query, in order. With asks_for_reports each page is served
    with its own policy once more, as one that browsers report on: reports lists what
    they then say was against it.
    """

    daemon_threads = True

    def __init__(self, folder: Path, host: str = "localhost") -> None:
        """Listen at a free port and start serving."""
        self.headers: dict[str, str] = {}
        self.asked_for: list[str] = []
        self.asks_for_reports = False
        self.reports: list[str] = []
        super().__init__(("127.0.0.1", 0), partial(_Files, directory=str(folder)))
        self.origin = f"http://{host}:{self.server_address[1]}"
        self._thread = threading.Thread(
            target=self.serve_forever, args=(0.02,), daemon=True
        )
        self._thread.start()

    def handle_error(
        self, request: socket | tuple[bytes, socket], client_address: Address
    ) -> None:
        """Say nothing of a browser that left before its answer was whole."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)

    def url(self, path: str = "") -> str:
        """Give the address of a file, e.g. `url("sus/embed.html")`."""
        return f"{self.origin}/{path.lstrip('/')}"

    def close(self) -> None:
        """Stop serving and give the port back."""
        self.shutdown()
        self._thread.join()
        self.server_close()
