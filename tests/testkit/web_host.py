"""A site on a real server, and what the server says when it is asked."""

from __future__ import annotations

import http.client
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server says to a request, with the names of headers in small letters."""

    status: int
    headers: dict[str, str]
    body: bytes


@dataclass(frozen=True, slots=True)
class Host:
    """A server with the site at /tests/."""

    name: str
    port: int
    dist: Path

    @property
    def url(self) -> str:
        """Give the address of the site."""
        return f"http://localhost:{self.port}/tests/"

    def get(self, path: str, **headers: str) -> Answer:
        """Ask for a file of the site, without following redirects."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        named = {name.replace("_", "-"): value for name, value in headers.items()}
        line.request("GET", f"/tests/{path}", headers=named)
        answer = line.getresponse()
        body = answer.read()
        line.close()
        told = {name.lower(): value for name, value in answer.getheaders()}
        return Answer(answer.status, told, body)
