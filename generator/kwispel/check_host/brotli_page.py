"""What a host sends to those who can read brotli, which all browsers can."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.util import find_spec

from kwispel.check_host.rules import unpacked
from kwispel.check_host.shapes import Answer, Finding, shown

BROTLI = "br"

_PAGE_START = b"<!doctype html"
_GZIP_START = b"\x1f\x8b"
_MOST_UNPACKED = 20_000_000
_PIECE = 16
"""So few bytes at a time that what bursts is seen before it fills the memory."""


def brotli_findings(answer: Answer) -> Iterator[Finding]:
    """Say that an answer to who asks for brotli is no page as it is sent."""
    if not _is_page(answer):
        coding = answer.header("content-encoding")
        said = (
            f"is said to be {shown(coding)}" if coding else "is not said to be packed"
        )
        yield Finding(
            (answer.url,),
            "badly-compressed",
            f"is said to be {said} when brotli is asked for, which its bytes are not",
            "Let the server send .br with Content-Encoding: br, and nothing else so.",
            "error",
        )


def page_of(answer: Answer) -> bytes | None:
    """Give the page in an answer; None where it cannot be had from it."""
    if _coding(answer) != BROTLI:
        return unpacked(answer)
    return _unpacked_brotli(answer.body) if find_spec("brotli") else None


def _is_page(answer: Answer) -> bool:
    if _coding(answer) == BROTLI and find_spec("brotli") is None:
        # It cannot be read here, but what is surely none can be told.
        return not (_is_html(answer.body) or answer.body.startswith(_GZIP_START))
    page = page_of(answer)
    return page is not None and _is_html(page)


def _is_html(body: bytes) -> bool:
    return body.lstrip()[: len(_PAGE_START)].lower() == _PAGE_START


def _coding(answer: Answer) -> str:
    return answer.header("content-encoding").strip().lower()


def _unpacked_brotli(body: bytes) -> bytes | None:
    import brotli  # noqa: PLC0415 - who does not compress need not have it

    reader, page = brotli.Decompressor(), bytearray()
    try:
        for start in range(0, len(body), _PIECE):
            page += reader.process(body[start : start + _PIECE])
            if len(page) > _MOST_UNPACKED:
                return None
    except brotli.error:
        return None
    return bytes(page) if reader.is_finished() else None
