"""What browsers get, who ask for brotli, is a page."""

from __future__ import annotations

import gzip

import brotli
import pytest

from kwispel.check_host.brotli_page import brotli_findings, page_of
from kwispel.check_host.shapes import Answer

PAGE = b"<!doctype html>\n<title>words</title>" * 300
PACKED = brotli.compress(PAGE)


def answered(coding: str, body: bytes) -> Answer:
    """Make an answer that is said to be compressed in some way, or in none."""
    headers = {"content-encoding": coding} if coding else {}
    return Answer("https://example.org/", 200, headers, body)


@pytest.mark.parametrize(
    ("coding", "body"),
    [("br", PACKED), ("BR", PACKED), ("gzip", gzip.compress(PAGE)), ("", PAGE)],
)
def test_a_page_may_be_compressed_in_any_way(coding: str, body: bytes) -> None:
    """As long as the host says in which."""
    answer = answered(coding, body)

    assert list(brotli_findings(answer)) == []
    assert page_of(answer) == PAGE


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("", PACKED),
        ("gzip", PACKED),
        ("zstd", PACKED),
        ("br", PAGE),
        ("br", gzip.compress(PAGE)),
        ("br", PACKED[:-9]),
        ("br", brotli.compress(b"another text")),
        ("br", brotli.compress(bytes(30_000_000), quality=1)),
    ],
)
def test_what_is_no_page_as_it_is_sent_is_found(coding: str, body: bytes) -> None:
    """Browsers would show signs without sense, or nothing."""
    [found] = brotli_findings(answered(coding, body))

    assert found.code == "badly-compressed"
    assert found.level == "error"
