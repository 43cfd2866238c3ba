"""What a host said, and what there is to say of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Literal

from kwispel.errors import Level

Code = Literal[
    "asked-again",
    "badly-compressed",
    "cookie",
    "file-charset",
    "file-differs",
    "file-type",
    "framed-by-all",
    "framed-by-others",
    "http-too",
    "kept-from-frames",
    "kept-too-long",
    "moved",
    "no-address",
    "no-answer",
    "no-index",
    "no-quizzes",
    "no-version",
    "not-compressed",
    "not-for-isolated",
    "not-found",
    "not-framed",
    "not-https",
    "not-oembed",
    "not-readable",
    "old-loader",
    "other-address",
    "page-changed",
    "second-policy",
    "type-guessing",
]
"""What each finding is called; the names do not change."""

_MOST_SHOWN = 80


@dataclass(frozen=True, slots=True)
class Answer:
    """What a host sent for an address.

    Shape: headers by their names in small letters, the values of one name joined with
    commas; body as it was sent, so perhaps compressed.
    """

    url: str
    status: int
    headers: Mapping[str, str]
    body: bytes

    def header(self, name: str) -> str:
        """Give a header, or nothing where it was not sent."""
        return self.headers.get(name, "")


@dataclass(frozen=True, slots=True)
class NoAnswer:
    """Nothing that can be used came from an address, and why."""

    url: str
    reason: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that whoever runs the host should mend, or look at.

    Shape: urls are all addresses of which it is true; message and hint are as those of
    a Problem.
    Source: docs/reference/commands.md, "What it finds", has a row for each code.
    """

    urls: tuple[str, ...]
    code: Code
    message: str
    hint: str
    level: Level = "warning"


def shown(text: str) -> str:
    """Give what a host said as a terminal can show it: in one line, and not long."""
    plain = "".join(sign if sign.isprintable() else "?" for sign in text[:_MOST_SHOWN])
    return f'"{plain}{"…" if len(text) > _MOST_SHOWN else ""}"'


def merged(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Say once what is true of several addresses."""
    found: dict[Finding, tuple[str, ...]] = {}
    for one in findings:
        key = replace(one, urls=())
        known = found.get(key, ())
        found[key] = known + tuple(url for url in one.urls if url not in known)
    return tuple(replace(one, urls=urls) for one, urls in found.items())
