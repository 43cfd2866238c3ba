"""What of a text can be drawn with the fonts of a theme."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from kwispel.publish.share.faces import Face

# What steers direction, the choice of a glyph or the end of a line. The joiners of
# Persian and of the scripts of India are not among them: letters change with them.
_UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069"
    "\ufe00-\ufe0f\ufeff\U000e0000-\U000e01ef]"
)
_JOINERS = "\u200c\u200d"
_UNBROKEN = "\u00a0\u2007\u202f"
_SPACES = re.compile(r"\s")


@dataclass(frozen=True, slots=True)
class Drawable:
    """A text as it can be drawn.

    Shape: text is empty where letters are missing, which no font has: a word without
    one of its letters would be another word.
    """

    text: str
    missing: str


def drawable(text: str, faces: tuple[Face, ...]) -> Drawable:
    """Leave out what has no looks, and pictures and signs that no font has."""
    spaced = _SPACES.sub(lambda found: _space(found[0], faces), text)
    signs = _UNSEEN.sub("", unicodedata.normalize("NFC", spaced))
    absent = {s for s in signs if not any(face.has(s) for face in faces)}
    missing = [s for s in signs if s in absent and unicodedata.category(s)[0] in "LMN"]
    if missing:
        return Drawable("", "".join(dict.fromkeys(missing)))
    kept = "".join(sign for sign in signs if sign not in absent)
    words = (word for word in kept.split(" ") if word.strip(_JOINERS))
    return Drawable(" ".join(words), "")


def _space(sign: str, faces: tuple[Face, ...]) -> str:
    """Keep a space that is to hold words together, where a font has it."""
    is_kept = sign in _UNBROKEN and any(face.has(sign) for face in faces)
    return sign if is_kept else " "
