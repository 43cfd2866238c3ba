"""Tell names apart: ids, the nearest known word, names made from other names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from difflib import get_close_matches
from itertools import islice
from pathlib import PurePosixPath

from kwispel.errors import Place, Problem

RESERVED = frozenset({"total", "na"})
ID_RULE = 'small letters a to z, digits, "-" and "_", first a letter or digit'

_ID = re.compile(r"[a-z0-9][a-z0-9_-]*")
_ORDER = re.compile(r"[0-9]+(?:[-_. ]+|$)")
_LONGEST_SHOWN = 60
_MOST_KNOWN = 500


def is_id(text: str) -> bool:
    """Say whether a text may be an id, reserved or not."""
    return _ID.fullmatch(text) is not None


def check_id(text: str, place: Place, problems: list[Problem]) -> bool:
    """Say whether a text may be an id, and report it where it may not."""
    if text in RESERVED:
        problems.append(
            Problem(
                place,
                "reserved-id",
                f"{quoted(text)} means something else already",
                "Choose another id.",
            )
        )
        return False
    if not is_id(text):
        known = slug(text)
        hint = f'Write "{known}".' if known else f"Use {ID_RULE}."
        problems.append(
            Problem(place, "bad-id", f"{quoted(text)} cannot be an id", hint)
        )
        return False
    return True


def quoted(text: str) -> str:
    """Put the author's own words between quotes, cut where they run on."""
    line = " ".join(text.split())
    cut = line if len(line) <= _LONGEST_SHOWN else line[: _LONGEST_SHOWN - 1] + "…"
    return f'"{cut}"'


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Give the known word that a mistyped one must have meant."""
    if len(word) > _LONGEST_SHOWN:
        return None
    matches = get_close_matches(word, islice(known, _MOST_KNOWN), n=1, cutoff=0.6)
    return matches[0] if matches else None


def listed(words: Iterable[str]) -> str:
    """Give words between quotes, with commas."""
    return ", ".join(f'"{word}"' for word in words)


def counted(number: int, noun: str) -> str:
    """Say how many there are of something."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def slug(title: str) -> str:
    """Make an id of a title, or nothing where letters would be lost.

    Shape: accents go; a title in another script than Latin gives "".
    """
    plain = unicodedata.normalize("NFKD", title.casefold())
    letters = [c for c in plain if not unicodedata.combining(c)]
    if any(c.isalnum() and not c.isascii() for c in letters):
        return ""
    return re.sub(r"[^a-z0-9]+", "-", "".join(letters)).strip("-")


def id_of_file(name: PurePosixPath) -> str | None:
    """Give a question file's id: its name without number and ending."""
    stem = name.name.removesuffix(name.suffix)
    return _ORDER.sub("", stem, count=1) if not _is_number(stem) else None


def _is_number(stem: str) -> bool:
    return _ORDER.fullmatch(stem) is not None


def letter(position: int) -> str:
    """Give the id of the option at a position: a to z, then aa, ab and so on."""
    letters = ""
    rest = position + 1
    while rest:
        rest, last = divmod(rest - 1, 26)
        letters = chr(ord("a") + last) + letters
    return letters
