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
    found = sorted(
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.suffix.lower() == _SUFFIX
    )
    read = (_read(content, FOLDER / name, problems) for name in found)
    return tuple(file for file in read if file)


def catalogue_name(file: SourceFile) -> str:
    """Give the language of a catalogue, and its form of address: "nl@informal"."""
    return file.name.name.removesuffix(_SUFFIX)


def _read(
    content: Content, name: PurePosixPath, problems: list[Problem]
) -> SourceFile | None:
    if name.parent != FOLDER or name.suffix != _SUFFIX:
        problems.append(_elsewhere(content, name))
        return None
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


def _elsewhere(content: Content, name: PurePosixPath) -> Problem:
    """Tell of a catalogue where others of gettext look, or with a name in capitals."""
    shallow = name.parent == FOLDER
    lang = name.stem if shallow else name.relative_to(FOLDER).parts[0]
    return Problem(
        content.place(name),
        "unknown-file",
        f"{quoted(name.name)} is no file that is read here",
        f'Move it to "{FOLDER / lang}{_SUFFIX}".',
    )
