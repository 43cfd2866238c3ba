"""Read the markers that stand before options."""

from __future__ import annotations

import re

from kwispel.source.numbers import exact_number
from kwispel.source.shapes import Line, Marker, MarkerKind, Share

_PARENTHESES = re.compile(r"\((?P<inside>[^()]*)\)(?:\s+|$)")
_PAIRS = re.compile(r"[\w-]+\s*=.*")
# What was meant as points or as n.a., and is neither.
_NUMBER_LIKE = re.compile(r"[+\-\u2212\u2013]?\s*[0-9][0-9.,/\s]*")
_NA_LIKE = frozenset({"na", "n/a", "n.a", "n.a.", "nvt", "n.v.t", "n.v.t."})


def read_marker(line: Line) -> tuple[Marker, Line] | None:
    """Take the marker off an item's first line; None where it has none."""
    match = _PARENTHESES.match(line.text)
    if match is None:
        return None
    text = match["inside"].strip()
    kind = _kind(text)
    if kind is None:
        return None
    inside = line.after(match.start("inside")).until(len(match["inside"]))
    shares = _shares(inside) if kind == "per-factor" else ()
    return Marker(kind, text, line.place, shares), line.after(match.end())


def _shares(inside: Line) -> tuple[Share, ...]:
    """Read `factor=points factor=points`; nothing where a part of it is otherwise."""
    shares: list[Share] = []
    for word in re.finditer(r"\S+", inside.text):
        factor, _, written = word[0].partition("=")
        points = exact_number(written)
        if not factor or points is None:
            return ()
        shares.append(Share(factor, points, inside.at(word.start())))
    return tuple(shares)


def _kind(text: str) -> MarkerKind | None:
    if exact_number(text) is not None:
        return "points"
    kinds: tuple[tuple[MarkerKind, bool], ...] = (
        ("na", text == "na"),
        ("advice", text.startswith("#")),
        ("per-factor", bool(_PAIRS.fullmatch(text))),
        ("empty", not text),
        ("odd", bool(_NUMBER_LIKE.fullmatch(text)) or text.casefold() in _NA_LIKE),
    )
    return next((kind for kind, holds in kinds if holds), None)
