"""Know an image again that an earlier build has drawn, so that none is drawn twice."""

from __future__ import annotations

import zlib
from hashlib import sha256

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_END = len(_SIGNATURE) + 4 + 4 + 13 + 4
"""Where the first part of a PNG ends, IHDR, which nothing may come before."""

_KIND, _KEYWORD = b"tEXt", b"kwispel\0"
_DIGEST = 64
_LENGTH = 4 + 4 + len(_KEYWORD) + 2 * _DIGEST + 4


def stamped(image: bytes, made_from: bytes) -> bytes:
    """Put into a PNG what it was made from, and what it then was, as digests.

    Source: PNG, third edition, 11.3.3.2, "tEXt".
    """
    digests = _digest(made_from) + _digest(image)
    held = _KIND + _KEYWORD + digests
    length, check = len(held) - len(_KIND), zlib.crc32(held)
    chunk = length.to_bytes(4) + held + check.to_bytes(4)
    return image[:_END] + chunk + image[_END:]


def is_made_from(image: bytes, made_from: bytes) -> bool:
    """Say whether a PNG was made from just this, and is whole."""
    bare = image[:_END] + image[_END + _LENGTH :]
    return image == stamped(bare, made_from)


def _digest(content: bytes) -> bytes:
    return sha256(content).hexdigest().encode()
