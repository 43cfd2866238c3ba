"""Ask a host for a file, within bounds that no host can stretch.

The standard library's client is used by itself, because a host that sends a byte now
and then is stopped by closing the socket under it: libraries above it have a limit for
each read, and none for the whole.
"""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Generator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from kwispel.check_host.shapes import Answer, NoAnswer

MOST_BYTES = 20_000_000
MOST_REDIRECTS = 5

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
_PORTS = {"http": 80, "https": 443}
_SAFE = "/%:@!$&'()*+,;=~-._"


@dataclass(frozen=True, slots=True)
class Patience:
    """How long a host may take: for each step, and for one answer altogether."""

    step_s: float = 10
    whole_s: float = 30


def fetch(url: str, patience: Patience, coding: str = "gzip") -> Answer | NoAnswer:
    """Ask for an address, and for where it leads, as long as that is on this host.

    Shape: the answer's url is the one that was answered at last; coding is how it may
    be compressed.
    """
    asked = urlsplit(url)
    for _ in range(MOST_REDIRECTS + 1):
        answer = ask(url, patience, coding)
        if isinstance(answer, NoAnswer) or answer.status not in _REDIRECTS:
            return answer
        further = _further(answer)
        if further is None:
            return NoAnswer(url, "redirects to what is no address")
        if urlsplit(further)[:2] != asked[:2]:
            return answer
        url = further
    return NoAnswer(url, "redirects without an end")


def _further(answer: Answer) -> str | None:
    """Give where an answer leads; None where that cannot be read."""
    try:
        url = urljoin(answer.url, answer.header("location")).partition("#")[0]
        return url if urlsplit(url).hostname else None
    except ValueError:
        return None


def ask(url: str, patience: Patience, coding: str = "gzip") -> Answer | NoAnswer:
    """Ask for one address; a redirect is an answer."""
    is_late = threading.Event()
    try:
        parts = urlsplit(url)
        with _line(parts, patience, is_late) as line:
            target = quote(parts.path or "/", safe=_SAFE)
            query = f"?{quote(parts.query, safe=_SAFE)}" if parts.query else ""
            line.request(
                "GET",
                target + query,
                headers={"Accept-Encoding": coding, "User-Agent": "kwispel check-host"},
            )
            answer = _answer(url, line.getresponse())
    except (OSError, HTTPException, ValueError) as error:
        answer = NoAnswer(url, _reason(error))
    if is_late.is_set():
        return NoAnswer(url, f"takes longer than {patience.whole_s:g} seconds")
    return answer


@contextmanager
def _line(
    parts: SplitResult, patience: Patience, is_late: threading.Event
) -> Generator[HTTPConnection]:
    """Open a connection that is cut when the time is up."""
    host, is_safe = parts.hostname or "", parts.scheme == "https"
    port = parts.port or _PORTS[parts.scheme]
    line = (HTTPSConnection if is_safe else HTTPConnection)(host, port)
    raw = socket.create_connection((host, port), timeout=patience.step_s)
    timer = threading.Timer(0, lambda: None)
    try:
        if is_safe:
            raw = ssl.create_default_context().wrap_socket(
                raw, server_hostname=host, do_handshake_on_connect=False
            )
        timer = threading.Timer(patience.whole_s, _cut, [raw, is_late])
        timer.daemon = True
        timer.start()
        if isinstance(raw, ssl.SSLSocket):
            raw.do_handshake()
        line.sock = raw
        yield line
    finally:
        timer.cancel()
        line.close()
        raw.close()


def _cut(line: socket.socket, is_late: threading.Event) -> None:
    is_late.set()
    try:
        # The one of SSLSocket would take the engine from under the reader's hands.
        socket.socket.shutdown(line, socket.SHUT_RDWR)
    except OSError:
        return  # it is closed already


def _answer(url: str, response: HTTPResponse) -> Answer | NoAnswer:
    body = bytearray()
    while part := response.read1(65536):
        body += part
        if len(body) > MOST_BYTES:
            return NoAnswer(url, f"sends more than {MOST_BYTES:,} bytes")
    if response.length:
        return NoAnswer(url, "breaks off in the middle")
    headers: dict[str, str] = {}
    for name, value in response.getheaders():
        key = name.lower()
        headers[key] = f"{headers[key]}, {value}" if key in headers else value
    return Answer(url, response.status, headers, bytes(body))


def _reason(error: Exception) -> str:
    """Say in a few words why nothing came."""
    if isinstance(error, ssl.SSLCertVerificationError):
        return f"its certificate cannot be trusted: {error.verify_message}"
    if isinstance(error, socket.gaierror):
        return "no such host is known"
    if isinstance(error, TimeoutError):
        return "does not answer in time"
    if isinstance(error, OSError) and error.strerror:
        return error.strerror.lower()
    return f"does not speak HTTP as it should ({type(error).__name__})"
