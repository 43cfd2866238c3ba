"""Fonts that come with themes: what they can write, and how wide it is."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import cache
from itertools import groupby
from pathlib import Path

import uharfbuzz as hb

EM = 1000
"""The units of widths: thousandths of the size of the text."""

# The names of OpenType's name table, in the order in which fontdb asks for them.
_TYPOGRAPHIC_FAMILY, _FAMILY = 16, 1

_OPENING = frozenset({"Ps", "Pi"})
"""Brackets and quotation marks that belong to what follows them."""


@dataclass(frozen=True, slots=True)
class Face:
    """A font of a theme."""

    path: Path
    family: str
    signs: frozenset[int]
    upem: int
    font: hb.Font

    def has(self, sign: str) -> bool:
        """Say whether it has a glyph for a character."""
        return ord(sign) in self.signs


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one font."""

    text: str
    face: Face


@cache
def face_of(path: Path) -> Face:
    """Read a font."""
    face = hb.Face(hb.Blob.from_file_path(str(path)))
    family = face.get_name(_TYPOGRAPHIC_FAMILY) or face.get_name(_FAMILY) or path.stem
    return Face(path, family, frozenset(face.unicodes), face.upem, hb.Font(face))


def runs(text: str, faces: tuple[Face, ...]) -> tuple[Run, ...]:
    """Part a text by the fonts that have its characters, with as few changes as can be.

    Shape: every character is in one of the fonts.
    """
    chosen: list[Face] = []
    for sign in text:
        able = (face for face in (*chosen[-1:], *faces) if face.has(sign))
        chosen.append(next(able, faces[0]))
    for at in reversed(range(len(text) - 1)):
        opens = unicodedata.category(text[at]) in _OPENING
        if opens and chosen[at + 1].has(text[at]):
            chosen[at] = chosen[at + 1]
    stretches = groupby(zip(text, chosen, strict=True), key=lambda pair: pair[1].path)
    return tuple(_run(tuple(pairs)) for _, pairs in stretches)


def width(text: str, faces: tuple[Face, ...]) -> int:
    """Give how wide a text is when it is set.

    Units: thousandths of the size, see EM.
    """
    return sum(_advance(run) for run in runs(text, faces))


def _run(pairs: tuple[tuple[str, Face], ...]) -> Run:
    return Run("".join(sign for sign, _ in pairs), pairs[0][1])


def _advance(run: Run) -> int:
    buffer = hb.Buffer()
    buffer.add_str(run.text)
    buffer.guess_segment_properties()
    hb.shape(run.face.font, buffer)
    units = sum(position.x_advance for position in buffer.glyph_positions)
    return -(-units * EM // run.face.upem)
