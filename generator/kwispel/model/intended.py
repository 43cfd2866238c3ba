"""Know the names of warnings, and which of them an author has read and meant."""

from __future__ import annotations

from kwispel.errors import Problem
from kwispel.source import keys
from kwispel.source.names import listed, nearest, quoted
from kwispel.source.shapes import Entry

# All are warnings but unreached-band, an error that an author may know better about:
# no other error may be passed over.
WARNINGS = (
    "equal-points",
    "never-asked",
    "never-scores",
    "no-advice",
    "no-glyph",
    "no-licence",
    "not-translated",
    "opposed-scores",
    "same-letter",
    "unequal-ranges",
    "unreached-band",
)


def read_intended(entry: Entry | None, problems: list[Problem]) -> frozenset[str]:
    """Give the names of the warnings that are meant to be so."""
    names = keys.texts(entry, problems) if entry else ()
    for name in names:
        if entry and name not in WARNINGS:
            meant = nearest(name, WARNINGS)
            choices = f"Write one of: {listed(WARNINGS)}."
            problems.append(
                Problem(
                    entry.value.place,
                    "unknown-warning",
                    f"there is no warning {quoted(name)}",
                    f'Write "{meant}".' if meant else choices,
                )
            )
    return frozenset(names) & set(WARNINGS)
