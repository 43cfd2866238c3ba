"""Read which sites may frame the quizzes, and whether they are invited to."""

from __future__ import annotations

import re

from kwispel.errors import Problem
from kwispel.source import keys
from kwispel.source.names import quoted
from kwispel.source.schema import EMBED
from kwispel.source.shapes import Entry, Items

ANYONE = ("*",)

_EXAMPLE = 'Write an origin such as "https://example.org", or "*" for every site.'
# What browsers take as a source in frame-ancestors; a host in other letters than
# ASCII has to be written as the name system has it.
# Source: Content Security Policy Level 3, "host-source".
_HOST = r"(?:\*\.)?[a-z0-9-]+(?:\.[a-z0-9-]+)*(?::[0-9]{1,5})?"
_ORIGIN = re.compile(rf"https?://{_HOST}")
_BEGINS = re.compile(rf"(?P<scheme>https?://)?(?P<host>{_HOST})(?:[/?#].*)?")


def read_embed(
    entry: Entry | None, problems: list[Problem]
) -> tuple[tuple[str, ...], bool]:
    """Give the origins that `[embed]` lets in, and whether quizzes link to the ways.

    Shape: "*" alone, which is also meant where it names none, or origins in small
    letters; none where only the site itself may.
    """
    table = keys.table(entry, problems) if entry else None
    if table is None:
        return ANYONE, True
    found = keys.check_keys(table, EMBED, problems).entries
    link = keys.truth(found["link"], problems) if "link" in found else None
    return _origins(found.get("origins"), problems), link is not False


def _origins(written: Entry | None, problems: list[Problem]) -> tuple[str, ...]:
    if written is None:
        return ANYONE
    nodes = (
        written.value.items if isinstance(written.value, Items) else (written.value,)
    )
    entries = [Entry(written.key, node, node.place) for node in nodes]
    read = [(one, keys.text(one, problems)) for one in entries]
    texts = [(one, text) for one, text in read if text is not None]
    if [text for _, text in texts] == ["*"]:
        return ANYONE
    found = [(one, text) for one, text in texts if not _ORIGIN.fullmatch(text.lower())]
    problems += [_bad_origin(one, text) for one, text in found]
    return tuple(dict.fromkeys(text.lower() for _, text in texts))


def _bad_origin(entry: Entry, text: str) -> Problem:
    if text == "*":
        message = '"*" lets in every site, and others are named beside it'
        hint = 'Leave "*" out, or leave the others out.'
    else:
        message, hint = f"{quoted(text)} is no origin of a site", _hint(text)
    return Problem(entry.value.place, "bad-origin", message, hint)


def _hint(text: str) -> str:
    """Say what was meant, where that can be known."""
    found = _BEGINS.fullmatch(_in_ascii(text.lower()))
    if found is None or ("." not in found["host"] and not found["scheme"]):
        return _EXAMPLE
    return f'Write "{found["scheme"] or "https://"}{found["host"]}".'


def _in_ascii(text: str) -> str:
    """Write the name of a host as the name system has it, where that can be done."""
    scheme, mark, rest = text.rpartition("://")
    host = rest.partition("/")[0]
    try:
        return f"{scheme}{mark}{host.encode('idna').decode()}"
    except UnicodeError:
        return text
