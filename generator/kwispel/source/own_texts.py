"""The catalogues with which a site puts its own texts into the interface."""

from __future__ import annotations

from pathlib import PurePosixPath

from kwispel.errors import Problem
from kwispel.source.addresses import is_language
from kwispel.source.files import Content, read_text
from kwispel.source.names import quoted
from kwispel.source.shapes import SourceFile

FOLDER = PurePosixPath("_strings")

_SUFFIX = ".po"


def read_own_texts(content: Content, problems: list[Problem]) -> tuple[SourceFile, ...]:
    """Read the catalogues of a site, in order of name; most sites have none."""
    folder = content.path / FOLDER
    if folder.is_symlink() or not folder.is_dir():
        return ()
    names = sorted(path.name for path in folder.glob(f"*{_SUFFIX}"))
    read = (_read(content, FOLDER / name, problems) for name in names)
    return tuple(file for file in read if file)


def catalogue_name(file: SourceFile) -> str:
    """Give the language of a catalogue, and its form of address: "nl@informal"."""
    return file.name.name.removesuffix(_SUFFIX)


def _read(
    content: Content, name: PurePosixPath, problems: list[Problem]
) -> SourceFile | None:
    lang = name.name.removesuffix(_SUFFIX).removesuffix("@informal").replace("_", "-")
    if is_language(lang):
        return read_text(content, name, problems)
    problems.append(
        Problem(
            content.place(name),
            "bad-language",
            f"{quoted(lang)} is no tag of a language",
            'Name the file after a language, such as "fr.po" or "de@informal.po".',
        )
    )
    return None
