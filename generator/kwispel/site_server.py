"""A web server for a folder of static files, made for looking at a site at home."""

from __future__ import annotations

import hashlib
import os
import socket
import socketserver
import sys
from collections.abc import Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote

from kwispel.mime_types import MIME_TYPES, mime_type


@dataclass(frozen=True, slots=True)
class Reply:
    """What a browser gets for an address."""

    status: HTTPStatus
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict[str, str])


def reply_to(target: str, site: Path) -> Reply:
    """Give the file for an address, or say why there is none.

    Shape: target is what stands in the request's first line: path and query.
    """
    if not site.is_dir():
        return _told(HTTPStatus.SERVICE_UNAVAILABLE, "there is no site yet")
    path, _, query = target.partition("?")
    names = _names(path)
    if names is None:
        return _told(HTTPStatus.NOT_FOUND, "there is nothing here")
    file = site.joinpath(*names)
    # Path.is_dir would raise on a name that is longer than any file's.
    if os.path.isdir(file) and not path.endswith("/"):  # noqa: PTH112 - the library's paths are texts
        folder = "".join(f"/{quote(name)}" for name in names)
        return _moved(f"{folder}/?{query}" if query else f"{folder}/")
    return _file(file / "index.html" if path.endswith("/") else file, site)


def _names(path: str) -> list[str] | None:
    """Split a path into names of files; None where one is not for readers."""
    try:
        names = [unquote(name, errors="strict") for name in path.split("/")]
    except UnicodeDecodeError:
        return None
    if names[0] or len(names) == 1:
        return None
    asked = names[1:] if names[-1] else names[1:-1]
    return asked if all(map(_is_for_readers, asked)) else None


def _is_for_readers(name: str) -> bool:
    """Say whether a name is a plain one: no dot file, no way out of the folder."""
    return not (name == "" or name.startswith(".") or set(name) & set("/\\:\0"))


def _file(file: Path, site: Path) -> Reply:
    """Give a file of the site."""
    try:
        real = file.resolve(strict=True)
        body = real.read_bytes() if real.is_relative_to(site.resolve()) else None
    except OSError:  # whatever cannot be opened is not there for readers
        body = None
    if body is None:
        return _told(HTTPStatus.NOT_FOUND, "there is nothing here")
    tag = hashlib.sha256(body).hexdigest()[:32]
    return Reply(
        HTTPStatus.OK, body, {"Content-Type": mime_type(file), "ETag": f'"{tag}"'}
    )


def _moved(address: str) -> Reply:
    """Send the browser to another address of this site."""
    return Reply(HTTPStatus.MOVED_PERMANENTLY, b"", {"Location": address})


def _told(status: HTTPStatus, message: str) -> Reply:
    """Give a page that only says something."""
    body = f"{status.value}: {message}\n".encode()
    return Reply(status, body, {"Content-Type": MIME_TYPES[".txt"]})


class CannotListen(Exception):  # noqa: N818 - it says what is the case
    """Raised when the address is taken, or none of this machine's."""


class SiteServer(ThreadingHTTPServer):
    """Serves a folder, which may come, change and go meanwhile.

    Raises: CannotListen.
    """

    daemon_threads = True
    # On Windows this would let two servers share a port.
    allow_reuse_address = os.name != "nt"

    def __init__(self, site: Path, host: str, port: int) -> None:
        """Take the port, where 0 stands for any that is free."""
        self.site = site
        if ":" in host:
            self.address_family = socket.AF_INET6
        try:
            super().__init__((host, port), _Handler)
        except OSError as error:
            reason = error.strerror or str(error)
            raise CannotListen(f"{host}, port {port}: {reason.lower()}") from error
        shown_host = f"[{host}]" if ":" in host else host
        self.url = f"http://{shown_host}:{self.server_port}/"

    def server_bind(self) -> None:
        """Bind without asking the network for this machine's name."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = (
            str(self.server_address[0]),
            int(self.server_address[1]),
        )

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401 - the library's
        """Pass over a browser that hung up, which is nobody's mistake."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class _Handler(BaseHTTPRequestHandler):
    """Answers GET and HEAD; a browser asks again each time, and is told what is new."""

    protocol_version = "HTTP/1.1"
    timeout = 60
    server: SiteServer  # pyright: ignore[reportIncompatibleVariableOverride] # ours alone

    def do_GET(self) -> None:
        """Give a file."""
        self._send(self._reply(), with_body=True)

    def do_HEAD(self) -> None:
        """Give what GET would, without the file itself."""
        self._send(self._reply(), with_body=False)

    def version_string(self) -> str:
        """Keep the versions of Python and kwispel to ourselves."""
        return "kwispel"

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the library's
        """Print nothing: the terminal is for what the author should see."""

    def _reply(self) -> Reply:
        reply = reply_to(self.path, self.server.site)
        known = self.headers.get("If-None-Match", "")
        if reply.headers.get("ETag") in {tag.strip() for tag in known.split(",")}:
            return Reply(HTTPStatus.NOT_MODIFIED, b"", reply.headers)
        return reply

    def _send(self, reply: Reply, *, with_body: bool) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-cache")
        self.send_header("X-Content-Type-Options", "nosniff")
        if reply.status != HTTPStatus.NOT_MODIFIED:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        if with_body:
            self.wfile.write(reply.body)
