"""Read which old paths of the site lead where now."""

from __future__ import annotations

import re

from kwispel.errors import Place, Problem
from kwispel.site_files import OWN, PAGE_END
from kwispel.source import keys
from kwispel.source.names import quoted
from kwispel.source.shapes import Entry, Redirect

# Such names mean the same to every server, and need no escapes in what they are told.
_PART = re.compile(r"[A-Za-z0-9][A-Za-z0-9._~-]*")
_RULE = 'Write a path as it stands behind the address of the site, such as "old-name".'


def read_redirects(
    entry: Entry | None, problems: list[Problem]
) -> tuple[Redirect, ...]:
    """Give the redirects whose two paths are ones, and report the others."""
    table = keys.table(entry, problems) if entry else None
    found: list[Redirect] = []
    for one in table.entries.values() if table else ():
        target = keys.text(one, problems)
        if target is None:
            continue
        old, new = _path(one.key), _path(target)
        if old is None:
            problems.append(_bad_path(one.place, one.key))
        if new is None:
            problems.append(_bad_path(one.value.place, target))
        if old is not None and new is not None:
            found.append(Redirect(old, new, one.place, one.value.place))
    return tuple(found)


def _path(text: str) -> str | None:
    """Give a path without what it may do without; None where it is none.

    Shape: "" is the page that lists the quizzes.
    """
    if text.startswith("//"):
        return None
    parts = text.removeprefix("/").removesuffix("/").split("/")
    if parts[-1] == OWN:
        parts.pop()
    if not parts or parts == [""]:
        return ""
    has_page_inside = any(part.endswith(PAGE_END) for part in parts[:-1])
    is_path = all(_PART.fullmatch(part) for part in parts) and not has_page_inside
    return "/".join(parts) if is_path else None


def _bad_path(place: Place, text: str) -> Problem:
    message = f"{quoted(text)} is no path in the site"
    return Problem(place, "bad-redirect", message, _RULE)
