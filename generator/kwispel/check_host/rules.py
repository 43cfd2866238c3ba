"""What is wrong with one answer, by what kind of file it should be."""

from __future__ import annotations

import re
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

from kwispel.check_host.shapes import Answer, Code, Finding, NoAnswer, shown
from kwispel.errors import Level
from kwispel.mime_types import MIME_TYPES
from kwispel.publish.compressed import TEXT_ENDINGS
from kwispel.publish.headers import CHANGING, LASTING

Kind = Literal["page", "frame", "lasting", "shared"]
"""A page, the page for frames, a file with its hash in its name, or a file for all."""

_ALSO_TAKEN = {
    ".js": ("application/javascript", "application/x-javascript"),
    ".json": ("application/json+oembed",),
    ".xml": ("text/xml", "application/atom+xml"),
}
_TYPED = (
    *(".html", ".js", ".json", ".css", ".xml", ".pdf"),
    *(".svg", ".png", ".jpg", ".webp", ".avif", ".gif"),
)
TYPES = {
    ending: (MIME_TYPES[ending].partition(";")[0], *_ALSO_TAKEN.get(ending, ()))
    for ending in _TYPED
}
"""The types that browsers take for a file, by its ending."""

_OK = 200
_MOST_UNPACKED = 20_000_000
_WORTH_PACKING = 2_000
_A_WEEK_S = 604_800
_AN_HOUR_S = 3_600
_ENCODED = 16 + zlib.MAX_WBITS  # what zlib calls gzip
_SETTINGS = "See docs/how-to/deploy.md."


@dataclass(frozen=True, slots=True)
class Look:
    """An answer, and what it should be.

    Shape: ending is that of the file that was asked for, as in `.html`; is_limited
    where not every site may read it.
    """

    answer: Answer
    kind: Kind
    ending: str
    is_limited: bool = False

    def finding(
        self, code: Code, message: str, hint: str, level: Level = "warning"
    ) -> Finding:
        """Say something of the answer."""
        return Finding((self.answer.url,), code, message, hint, level)


def ending_of(url: str) -> str:
    """Give the ending of the file that an address stands for."""
    path = PurePosixPath(urlsplit(url).path)
    return ".html" if url.endswith("/") else path.suffix.lower()


def look_at(look: Look) -> Iterator[Finding]:
    """Give all that is wrong with an answer that has the file."""
    for rule in _RULES:
        yield from rule(look)


def open_too(answer: Answer | NoAnswer) -> Iterator[Finding]:
    """Warn where http has the page that https should have alone."""
    if isinstance(answer, Answer) and answer.status == _OK:
        hint = "Redirect every address to https."
        message = "is also found without encryption"
        yield Finding((answer.url,), "http-too", message, hint)


def unpacked(answer: Answer) -> bytes | None:
    """Give what an answer holds; None where it is not what its headers say."""
    coding = answer.header("content-encoding").strip().lower()
    if coding in {"", "identity"}:
        return answer.body
    if coding not in {"gzip", "x-gzip"}:
        return None
    try:
        reader = zlib.decompressobj(_ENCODED)
        return reader.decompress(answer.body, _MOST_UNPACKED)
    except zlib.error:
        return None


def _type(look: Look) -> Iterator[Finding]:
    sent = look.answer.header("content-type")
    kind, _, rest = sent.lower().partition(";")
    wanted = TYPES.get(look.ending, ())
    if wanted and kind.strip() not in wanted:
        yield look.finding(
            "file-type",
            f"is sent as {shown(sent) if sent else 'nothing'}, not as {wanted[0]}",
            f"Tell the server that {look.ending} is {wanted[0]}.",
            "error",
        )
    charset = re.search(r'charset="?([\w-]+)', rest)
    if charset and charset[1] not in {"utf-8", "utf8", "us-ascii"}:
        yield look.finding(
            "file-charset",
            f"is sent as {shown(charset[1])}, and holds UTF-8",
            "Tell the server that texts are UTF-8, or to name no charset.",
            "error",
        )


def _coding(look: Look) -> Iterator[Finding]:
    coding = look.answer.header("content-encoding")
    if unpacked(look.answer) is None:
        yield look.finding(
            "badly-compressed",
            f"is said to be {shown(coding)}, which its bytes are not",
            "Let one place compress it: the build, the server or the CDN.",
            "error",
        )
    is_worth_it = len(look.answer.body) > _WORTH_PACKING and look.ending in TEXT_ENDINGS
    if is_worth_it and not coding:
        yield look.finding(
            "not-compressed",
            "is sent in full length",
            "Let the server compress texts, or build with --compress.",
        )


def _caching(look: Look) -> Iterator[Finding]:
    cache = look.answer.header("cache-control").lower()
    age = re.search(r"(?<![\w-])max-age=(\d{1,12})", cache)
    seconds = int(age[1]) if age else 0
    is_kept = not re.search(r"no-cache|no-store", cache)
    if look.kind == "lasting" and not (is_kept and seconds >= _A_WEEK_S):
        yield look.finding(
            "asked-again",
            "is asked for again and again, though its name changes when it does",
            f'Send "Cache-Control: {LASTING}" for assets/.',
        )
    if look.kind in {"page", "frame"} and is_kept and seconds > _AN_HOUR_S:
        yield look.finding(
            "kept-too-long",
            f"is kept for {seconds:,} seconds, and names files that a build removes",
            f'Send "Cache-Control: {CHANGING}" for pages.',
        )
    has_version = look.answer.header("etag") or look.answer.header("last-modified")
    if look.kind != "lasting" and not has_version:
        yield look.finding(
            "no-version",
            "has neither ETag nor Last-Modified, so it is sent whole every time",
            "Switch one of them on.",
        )


def _guessing(look: Look) -> Iterator[Finding]:
    if look.answer.header("x-content-type-options").strip().lower() != "nosniff":
        yield look.finding(
            "type-guessing",
            "may be taken for another type than it is sent as",
            'Send "X-Content-Type-Options: nosniff".',
        )


def _isolation(look: Look) -> Iterator[Finding]:
    shared_with = look.answer.header("cross-origin-resource-policy").strip().lower()
    if shared_with in {"same-origin", "same-site"} and look.kind != "page":
        yield look.finding(
            "kept-from-frames",
            f"is kept from frames in a sandbox by {shown(shared_with)}",
            'Send "Cross-Origin-Resource-Policy: cross-origin".',
            "error",
        )
    elif shared_with != "cross-origin" and look.kind in {"frame", "lasting"}:
        yield look.finding(
            "not-for-isolated",
            "cannot be loaded from pages that are isolated",
            'Send "Cross-Origin-Resource-Policy: cross-origin".',
        )
    embedder = look.answer.header("cross-origin-embedder-policy").strip().lower()
    if look.kind == "frame" and embedder not in {"require-corp", "credentialless"}:
        yield look.finding(
            "not-for-isolated",
            "cannot be framed by pages that are isolated",
            'Send "Cross-Origin-Embedder-Policy: require-corp" for embed.html.',
        )


def _reading(look: Look) -> Iterator[Finding]:
    is_promised = look.kind == "shared" or not look.is_limited
    allowed = look.answer.header("access-control-allow-origin").strip()
    if is_promised and allowed != "*":
        yield look.finding(
            "not-readable",
            f"lets pages elsewhere read it only from {shown(allowed)}"
            if allowed
            else "does not let pages elsewhere read it, as <kwispel-quiz> does",
            'Send "Access-Control-Allow-Origin: *".',
        )


def _cookies(look: Look) -> Iterator[Finding]:
    if look.answer.header("set-cookie"):
        yield look.finding(
            "cookie",
            "sets a cookie, and the quizzes say that nothing is kept",
            f"Switch it off in the server or CDN. {_SETTINGS}",
        )


_RULES: tuple[Callable[[Look], Iterator[Finding]], ...] = (
    _type,
    _coding,
    _caching,
    _guessing,
    _isolation,
    _reading,
    _cookies,
)
