"""Remember the last build of a site, so that the next one does only what is new.

One file for each folder that sites are built into, in the user's folder for caches. It
may be deleted or damaged at any time: what is not whole is as good as absent. Pages are
not in it: those of the last build are in the site itself.
"""

from __future__ import annotations

import contextlib
import gc
import json
import os
import sys
from collections.abc import Iterable, Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any, TypedDict

import kwispel
from kwispel.caches import cache_folder, forget_old, keep, kept

_FOLDER = "builds"

Files = list[tuple[str, str]]
"""Names of files in the site, with the SHA-256 of what they hold."""


class QuizRecord(TypedDict):
    """What is known of a quiz.

    Shape: inside is what lies in its folder, and read its stamp, beside that of files
    outside of it, and key the digest of both; files are what it has in the site, and
    built their stamp. names are the quizzes that it names, and named the digest of what
    it tells of them. problems, editions and listing are for the rest of the site, and
    told the digest of all that hangs on.
    """

    inside: list[str]
    read: str
    beside: str
    outside: list[str]
    key: str
    files: Files
    built: str
    names: list[str]
    named: str
    problems: list[list[str | int]]
    editions: list[tuple[str, str, str]]
    heights: dict[str, int]
    langs: list[str]
    variants: list[str]
    listing: dict[str, Any]
    told: str


class Record(TypedDict):
    """What a build wrote down.

    Shape: root is what stood in the content folder; files are those of the site as a
    whole, built their stamp, told the digest of what quizzes told of themselves for
    them, and whole the problems that were found then, which are in problems too.
    """

    root: list[str]
    quizzes: dict[str, QuizRecord]
    problems: list[list[str | int]]
    whole: list[list[str | int]]
    files: Files
    built: str
    told: str
    has_address: bool


NO_RECORD = Record(
    root=[],
    quizzes={},
    problems=[],
    whole=[],
    files=[],
    built="",
    told="",
    has_address=False,
)
"""Where nothing is known."""


def record_path(dist: Path) -> Path:
    """Give the file that tells of the last build into a folder."""
    name = sha256(os.fsencode(dist.absolute())).hexdigest()[:32]
    return cache_folder() / _FOLDER / f"{name}.json"


def read_record(path: Path, key: str) -> Record | None:
    """Give what was written down under this key, if it is there and whole."""
    text = kept(path)
    if text is None or not text.startswith(f"{key}\n".encode()):
        return None
    written = str(memoryview(text)[len(key) :], "ascii")
    del text  # it may be long
    # Nothing of it is to be collected, and to look for that takes as long again.
    gc.disable()
    record, *quizzes = json.loads(written)
    if not gc.get_freeze_count():
        gc.freeze()
    gc.enable()
    found: Record = record | {"quizzes": dict(quizzes)}
    return found


def write_record(path: Path, key: str, record: Record) -> None:
    """Write down a build; where that cannot be, nothing is lost but time."""
    keep(path, _lines(key, record))
    forget_old(path.parent)


def _lines(key: str, record: Record) -> Iterator[bytes]:
    """Write the record without its quizzes, and these one by one: they may be many."""
    written = json.JSONEncoder(separators=(",", ":")).encode
    yield f"{key}\n[{written(record | {'quizzes': {}})}".encode()
    for quiz in record["quizzes"].items():
        yield f",\n{written(quiz)}".encode()
    yield b"]"


def site_key(
    parts: Iterable[str],
    folders: Iterable[Path],
    files: Iterable[Path],
    *,
    has_program: bool = True,
) -> str:
    """Name texts and bytes; with those of the program, libraries and Python included.

    Shape: folders are read whole.
    Raises: OSError.
    """
    digest = sha256()
    program = [sys.version, sys.platform, *_libraries()] if has_program else []
    for part in (*program, *parts):
        digest.update(f"{len(part)} {part}\n".encode(errors="surrogateescape"))
    here = [Path(kwispel.__file__).parent] if has_program else []
    inside = ((each, path) for each in (*here, *folders) for path in _files(each))
    for folder, path in (*inside, *((file.parent, file) for file in files)):
        content = path.read_bytes()
        name = os.fsencode(path.relative_to(folder))
        digest.update(b"%d %s %d\n" % (len(name), name, len(content)))
        digest.update(content)
    return digest.hexdigest()


def _libraries() -> Iterator[str]:
    """Name what is installed, with versions."""
    for folder in sys.path:
        with contextlib.suppress(OSError):
            found = sorted(path.name for path in Path(folder or ".").iterdir())
            yield from (n for n in found if n.endswith((".dist-info", ".egg-info")))


def _files(folder: Path) -> Iterator[Path]:
    for root, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            yield Path(root, name)
