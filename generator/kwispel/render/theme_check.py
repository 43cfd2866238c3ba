"""What keeps a theme from being shown as its author meant it, with the place."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from pathlib import Path

from jinja2 import UndefinedError

from kwispel.errors import Place, Problem

_CODE = "theme-file"
_HINT = "Write it as docs/reference/theme.md shows."
_SUFFIXES = (".css", ".jinja")

_SIGNS = re.compile(
    r"""
    (?P<ends></(?:style|script)|<!--)
    | (?P<foreign>@import\b|url\(\s*["']?(?:https?:)?//)
    | /\*.*?\*/
    | (?P<comment>/\*)
    | (?P<quote>["'])
      (?:(?!(?P=quote)|</(?:style|script)|<!--)(?:[^\\\n]|\\.))*(?P=quote)
    | (?P<open>\{) | (?P<close>\})
    """,
    re.DOTALL | re.IGNORECASE | re.VERBOSE,
)
_SAID = {
    "ends": 'ends the style of the page early: "{}"',
    "foreign": 'asks for another file, which the policy of the page forbids: "{}"',
    "comment": "begins a comment that nothing ends",
    "open": 'opens a "{{" that nothing closes',
    "close": 'has a "}}" that closes nothing',
}


def text_problems(folders: tuple[Path, ...]) -> Iterator[Problem]:
    """Report the files of a theme, and of those it extends, that cannot be read."""
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix in _SUFFIXES and path.is_file():
                yield from _in_file(path)


def unused_problems(
    folders: tuple[Path, ...], used: AbstractSet[str]
) -> Iterator[Problem]:
    """Report style that adds to a component which no page of the theme imports."""
    for folder in folders:
        for path in sorted(folder.glob("components/*/own.css")):
            if path.parent.name not in used:
                message = (
                    f'no page of this theme shows a component "{path.parent.name}"'
                )
                hint = "Give the folder the name of a component, or delete it."
                yield Problem(Place(str(path)), _CODE, message, hint)


def template_problem(error: Exception, folders: tuple[Path, ...]) -> Problem | None:
    """Tell what a template asked for in vain; None where the fault is not a theme's."""
    is_call = isinstance(error, TypeError) and str(error).startswith("macro ")
    if not (is_call or isinstance(error, UndefinedError)):
        return None
    lines = [
        Place(frame.filename, frame.lineno or 1)
        for frame in traceback.extract_tb(error.__traceback__)
        if any(Path(frame.filename).is_relative_to(folder) for folder in folders)
    ]
    place = lines[-1] if lines else Place(str(folders[0]))
    message = f"this template asks for what is not there: {error}"
    return Problem(place, _CODE, message, _HINT)


def _in_file(path: Path) -> Iterator[Problem]:
    try:
        text = path.read_bytes().decode()
    except UnicodeDecodeError:
        message = "this file is not UTF-8"
        yield Problem(Place(str(path)), _CODE, message, "Save it as UTF-8.")
        return
    found = _first_fault(text) if path.suffix == ".css" else None
    if found:
        kind, said, at = found
        line = text.count("\n", 0, at) + 1
        place = Place(str(path), line, at - text.rfind("\n", 0, at))
        message = f"this style {_SAID[kind].format(said)}"
        yield Problem(place, _CODE, message, "Mend it here, or leave it out.")


def _first_fault(css: str) -> tuple[str, str, int] | None:
    """Give the kind of the first fault in a style, what stands there, and where."""
    opened: list[int] = []
    for match in _SIGNS.finditer(css):
        kind = match.lastgroup
        if kind == "open":
            opened.append(match.start())
        elif kind == "close" and opened:
            opened.pop()
        elif kind in _SAID:
            return kind, match[0], match.start()
    return ("open", "{", opened[-1]) if opened else None
