"""Set a text of any length in a box: lines as even as can be, as large as can be."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from kwispel.publish.share.faces import EM, Face, width
from kwispel.render.theme_share import ShareText

ELLIPSIS = "…"

_STEP_PX = 2

# Japanese, Chinese and Korean may be broken between any two signs, and long words of
# other languages after what joins their parts.
_WIDE = "\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef"
_JOINTS = "-\u2013\u2014/"
_PIECE = re.compile(f"[{_WIDE}]|[^{_WIDE}]+")
_PART = re.compile(f"[^{_JOINTS}]*[{_JOINTS}]+|[^{_JOINTS}]+")


@dataclass(frozen=True, slots=True)
class SetText:
    """A text in lines, with its size.

    Units: whole pixels.
    """

    lines: tuple[str, ...]
    size_px: int


@dataclass(frozen=True, slots=True)
class _Piece:
    """What is never broken; space is what stands before it within a line."""

    text: str
    width: int
    space: int


def set_text(text: str, style: ShareText, faces: tuple[Face, ...]) -> SetText:
    """Set a text in the box that a theme gives it.

    It is cut, with an ellipsis, only where it is too long for the smallest size too.
    """
    _, _, width_px, height_px = style.box
    widest = width_px * EM // style.smallest_px
    largest = width_px * EM // style.largest_px
    pieces = tuple(_pieces(text, largest, widest, faces))
    for size_px in range(style.largest_px, style.smallest_px - 1, -_STEP_PX):
        limit = width_px * EM // size_px
        count = max(1, height_px // line_px(size_px, style))
        if all(piece.width <= limit for piece in pieces):
            lines = _wrapped(pieces, limit)
            if len(lines) <= count:
                return SetText(_balanced(pieces, len(lines), limit), size_px)
    count = max(1, height_px // line_px(style.smallest_px, style))
    lines = _wrapped(pieces, widest)
    last = _cut(lines[count - 1], widest, faces)
    return SetText((*lines[: count - 1], last), style.smallest_px)


def line_px(size_px: int, style: ShareText) -> int:
    """Give the height of a line.

    Units: whole pixels.
    """
    return size_px * style.leading // 100


def _pieces(
    text: str, whole: int, widest: int, faces: tuple[Face, ...]
) -> Iterator[_Piece]:
    """Part a text where lines may end.

    Shape: a word within the first width is kept whole, a longer one may be parted
    after a hyphen, and what no line can hold anywhere.
    """
    space = width(" ", faces)
    for word in text.split(" "):
        before = space
        for part in _PIECE.findall(word):
            is_kept = width(part, faces) <= whole
            for some in [part] if is_kept else _PART.findall(part):
                for piece in _chopped(some, widest, faces):
                    yield _Piece(piece, width(piece, faces), before)
                    before = 0


def _chopped(text: str, widest: int, faces: tuple[Face, ...]) -> Iterator[str]:
    if width(text, faces) <= widest:
        yield text
        return
    begun = ""
    for cluster in _clusters(text):
        if begun and width(begun + cluster, faces) > widest:
            yield begun
            begun = ""
        begun += cluster
    yield begun


def _clusters(text: str) -> Iterator[str]:
    """Keep marks with the letters that they belong to."""
    begun = ""
    for sign in text:
        if begun and not unicodedata.combining(sign):
            yield begun
            begun = ""
        begun += sign
    yield begun


def _wrapped(pieces: tuple[_Piece, ...], limit: int) -> tuple[str, ...]:
    lines: list[str] = []
    used = 0
    for piece in pieces:
        if lines and used + piece.space + piece.width <= limit:
            lines[-1] += (" " if piece.space else "") + piece.text
            used += piece.space + piece.width
        else:
            lines.append(piece.text)
            used = piece.width
    return tuple(lines)


def _balanced(pieces: tuple[_Piece, ...], count: int, limit: int) -> tuple[str, ...]:
    """Give as many lines with the longest of them as short as can be."""
    low, high = max(piece.width for piece in pieces), limit
    while low < high:
        middle = (low + high) // 2
        if len(_wrapped(pieces, middle)) <= count:
            high = middle
        else:
            low = middle + 1
    return _wrapped(pieces, high)


def _cut(line: str, limit: int, faces: tuple[Face, ...]) -> str:
    kept = list(_clusters(line))
    while kept and width("".join(kept).rstrip() + ELLIPSIS, faces) > limit:
        kept.pop()
    return "".join(kept).rstrip() + ELLIPSIS
