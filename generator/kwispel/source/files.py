"""Read text files below the content folder; nothing else here opens a file."""

from __future__ import annotations

import codecs
import os
import stat
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from kwispel.errors import Place, Problem
from kwispel.source.characters import CONTROL
from kwispel.source.names import quoted
from kwispel.source.shapes import Line, SourceFile

MOST_BYTES = 256 * 1024
"""Of a text file: an author writes less, and Markdown has slow corners."""

MOST_LINES = 4_000

_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


@dataclass(frozen=True, slots=True)
class Content:
    """The content folder: where it is, and from where its files are shown."""

    path: Path
    shown_from: Path

    def shown(self, name: PurePosixPath) -> str:
        """Give a file's path as its author types it, from the working folder."""
        path = os.path.abspath(self.path / name)  # noqa: PTH100 - keeps symlinks
        try:
            relative = os.path.relpath(path, self.shown_from)
        except ValueError:  # on another drive of Windows
            relative = path
        # A name that is no text, or holds line ends, must not break the report.
        characters = (c if c.isprintable() else ascii(c)[1:-1] for c in relative)
        return "".join(characters).replace(os.sep, "/")

    def place(self, name: PurePosixPath) -> Place:
        """Give the beginning of a file, as the place of a problem."""
        return Place(self.shown(name))

    def find(self, name: PurePosixPath) -> Path | None:
        """Give the file that a name below the folder stands for, if there is one.

        A symbolic link on the way is as good as nothing: it may lead anywhere.
        """
        path = self.path
        for part in name.parts:
            path = path / part
            if path.is_symlink():
                return None
        return path if path.is_file() else None


def read_text(
    content: Content,
    name: PurePosixPath,
    problems: list[Problem],
    most_bytes: int = MOST_BYTES,
) -> SourceFile | None:
    """Read a text file into lines, or report why that cannot be done."""
    data = _read_bytes(content, name, most_bytes, problems)
    if data is None:
        return None
    text = _decode(data, content.place(name), problems)
    if text is None:
        return None
    shown = content.shown(name)
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if len(lines) > MOST_LINES:
        amount, limit = f"{len(lines)} lines", f"{MOST_LINES} lines"
        problems.append(_too_large(content.place(name), amount, limit))
        return None
    placed = tuple(Line(line, Place(shown, n)) for n, line in enumerate(lines, 1))
    odd = _control_characters(placed)
    problems.extend(odd)
    return None if odd else SourceFile(shown, name, placed)


def _read_bytes(
    content: Content, name: PurePosixPath, most_bytes: int, problems: list[Problem]
) -> bytes | None:
    path = content.path / name
    try:
        status = path.lstat()
        if not stat.S_ISREG(status.st_mode):
            reason = "it is not a file"
        elif status.st_size > most_bytes:
            amount, limit = _kilobytes(status.st_size), _kilobytes(most_bytes)
            problems.append(_too_large(content.place(name), amount, limit))
            return None
        else:
            return path.read_bytes()
    except OSError as error:
        reason = str(error.strerror)
    problems.append(unreadable(content, name, reason))
    return None


def unreadable(content: Content, name: PurePosixPath, reason: str) -> Problem:
    """Report a file or folder that the system does not let us read."""
    return Problem(
        content.place(name),
        "unreadable",
        f"{quoted(name.name)} cannot be read: {reason}",
        "Put something here that you may read, or take it away.",
    )


def _kilobytes(size: int) -> str:
    return f"{-(-size // 1024)} kB"


def _too_large(place: Place, amount: str, limit: str) -> Problem:
    return Problem(
        place,
        "too-large",
        f"the file holds {amount}, and may hold {limit}",
        "Split the file, or take out what is no text.",
    )


def _decode(data: bytes, place: Place, problems: list[Problem]) -> str | None:
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8")
    except UnicodeDecodeError as error:
        before = error.object[: error.start].decode("utf-8")
        lines = before.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        what = "is UTF-16" if data.startswith(_UTF_16) else "is not UTF-8"
        problems.append(
            Problem(
                Place(place.file, len(lines), len(lines[-1]) + 1),
                "not-utf-8",
                f"the file {what}",
                "Save the file as UTF-8.",
            )
        )
        return None


def _control_characters(lines: tuple[Line, ...]) -> list[Problem]:
    return [
        Problem(
            line.at(match.start()),
            "control-character",
            f"the line holds the control character U+{ord(match[0]):04X}",
            "Delete it; it cannot be seen, but it stands at this column.",
        )
        for line in lines
        if (match := CONTROL.search(line.text))
    ]
