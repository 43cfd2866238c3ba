"""Find out in which encoding a spreadsheet program has written a file.

A first pass reads the whole file, so that nothing is decided by its beginning and no
character fails when half of the respondents have been scored.
"""

from __future__ import annotations

import codecs
from dataclasses import dataclass
from pathlib import Path

from kwispel.respondents.refused import Refused

CHUNK = 1 << 20

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with a byte-order mark"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_GUESSES = (("utf-8", "UTF-8"), ("cp1252", "Windows-1252"))


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a file's bytes become text; codec as Python calls it, name as people do."""

    codec: str
    name: str

    @property
    def is_plain(self) -> bool:
        """Say whether this is UTF-8 without anything around it."""
        return self.codec == "utf-8"


def find_encoding(path: Path) -> Encoding:
    """Give the encoding of a file: what its mark says, else UTF-8, else Windows-1252.

    UTF-16 without a mark is known by its zeros, which text has in every other byte.
    Raises: Refused; OSError.
    Source: docs/reference/commands.md, "A file of respondents".
    """
    if not path.is_file():
        raise Refused(f"{path} can be read only once; save the answers in a file")
    with path.open("rb") as file:
        head = file.read(CHUNK)
    candidates = _candidates(head)
    for encoding in candidates:
        if _can_be(path, encoding):
            return encoding
    names = " nor ".join(encoding.name for encoding in candidates)
    neither = "neither " if len(candidates) > 1 else "not "
    raise Refused(f"{path} is {neither}{names}; save it as UTF-8")


def _candidates(head: bytes) -> list[Encoding]:
    for mark, codec, name in _MARKS:
        if head.startswith(mark):
            return [Encoding(codec, name)]
    for start, codec in ((1, "utf-16-le"), (0, "utf-16-be")):
        half = head[start::2]
        if half and half.count(0) > len(half) / 2:
            return [Encoding(codec, "UTF-16 without a mark")]
    return [Encoding(codec, name) for codec, name in _GUESSES]


def _can_be(path: Path, encoding: Encoding) -> bool:
    decoder = codecs.getincrementaldecoder(encoding.codec)()
    try:
        with path.open("rb") as file:
            while chunk := file.read(CHUNK):
                decoder.decode(chunk)
            decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
