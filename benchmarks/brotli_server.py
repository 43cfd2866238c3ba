"""A local HTTP/1.1 server that sends files as a good host does: compressed, cacheable.

Every file is compressed before the first request, so that no visit waits for it; what
was compressed is kept from one run to the next.
"""

from __future__ import annotations

import hashlib
import threading
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import brotli
from program import KEPT

QUALITY = 11

MIME_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".xml": "application/xml",
    ".zip": "application/zip",
}
"""What is sent compressed; everything else is sent as it is."""

BINARY_TYPES = {".png": "image/png", ".woff2": "font/woff2"}


@dataclass(frozen=True, slots=True)
class Answer:
    """A file as it goes over the wire."""

    body: bytes
    headers: tuple[tuple[str, str], ...]


class BrotliServer(ThreadingHTTPServer):
    """Serves the folders below one folder until it is closed.

    Shape: sent lists path and number of bytes of each body sent, in order.
    """

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        """Compress the files, listen at a free port and start serving."""
        self.answers = _answers(folder)
        self.sent: list[tuple[str, int]] = []
        super().__init__(("127.0.0.1", 0), _Visit)
        self.origin = f"http://localhost:{self.server_address[1]}"
        self._thread = threading.Thread(target=partial(self.serve_forever, 0.02))
        self._thread.start()

    def close(self) -> None:
        """Stop serving and give the port back."""
        self.shutdown()
        self._thread.join()
        self.server_close()


class _Visit(BaseHTTPRequestHandler):
    """Answer requests over a connection that stays open."""

    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    wbufsize = -1  # headers and body leave in one piece
    server: BrotliServer

    def do_GET(self) -> None:
        """Send a file; a browser without brotli would measure something else."""
        answer = self.server.answers.get(self.path.partition("?")[0])
        if answer is None:
            self._start(HTTPStatus.NOT_FOUND, (("Content-Length", "0"),))
            return
        if "br" not in self.headers.get("Accept-Encoding", ""):
            self._start(HTTPStatus.NOT_ACCEPTABLE, (("Content-Length", "0"),))
            return
        self.server.sent.append((self.path, len(answer.body)))
        self._start(HTTPStatus.OK, answer.headers)
        self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        """Print nothing."""

    def _start(self, status: HTTPStatus, headers: tuple[tuple[str, str], ...]) -> None:
        self.send_response(status)
        for name, value in headers:
            self.send_header(name, value)
        self.end_headers()


def compressed(content: bytes) -> bytes:
    """Compress a file as it would be compressed once, before it is put on a host."""
    name = f"{hashlib.sha256(content).hexdigest()}.br"
    path = KEPT / "compressed" / name
    if not path.is_file():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(brotli.compress(content, quality=QUALITY))
    return path.read_bytes()


def _answers(folder: Path) -> dict[str, Answer]:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    answers = {
        f"/{path.relative_to(folder).as_posix()}": _answer(path) for path in files
    }
    indexes = {
        name.removesuffix("index.html"): answer
        for name, answer in answers.items()
        if name.endswith("/index.html")
    }
    return answers | indexes


def _answer(path: Path) -> Answer:
    content = path.read_bytes()
    is_text = path.suffix in MIME_TYPES
    body = compressed(content) if is_text else content
    kind = (MIME_TYPES | BINARY_TYPES).get(path.suffix, "application/octet-stream")
    # A page is asked for again, what it names is not: kwispel's files are named after
    # their content, and the peers' are taken to be.
    keeps = "no-cache" if path.suffix == ".html" else "max-age=31536000, immutable"
    encoding = (("Content-Encoding", "br"), ("Vary", "Accept-Encoding"))
    return Answer(
        body,
        (
            ("Content-Type", kind),
            ("Content-Length", str(len(body))),
            ("Cache-Control", keeps),
            ("X-Content-Type-Options", "nosniff"),
            *(encoding if is_text else ()),
        ),
    )
