"""Tell translated files from originals, and hold their tags of languages."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from kwispel.errors import Problem
from kwispel.source.addresses import is_language
from kwispel.source.files import Content
from kwispel.source.names import nearest, quoted

_SCRIPT = 4
_REGION = 2

Names = tuple[PurePosixPath, ...]


@dataclass(frozen=True, slots=True)
class TranslatedFiles:
    """The files of a quiz in one other language.

    Shape: lang in small letters; names maps an original to its translation.
    """

    lang: str
    names: Mapping[PurePosixPath, PurePosixPath]


def translated(name: PurePosixPath) -> tuple[PurePosixPath, str] | None:
    """Give what a file translates, and into what; None where it is an original."""
    stem, _, tag = name.name.removesuffix(".md").rpartition(".")
    if name.suffix != ".md" or not stem or not is_language(tag):
        return None
    return name.with_name(f"{stem}.md"), tag.lower()


def proper_tag(tag: str) -> str:
    """Write a tag as it is customary: pt-BR, zh-Hant.

    Source: RFC 5646, section 2.1.1.
    """
    first, *others = tag.lower().split("-")
    parts = [first]
    for part in others:
        is_extension = any(len(earlier) == 1 for earlier in parts)
        if len(part) == _REGION and not is_extension:
            parts.append(part.upper())
        elif len(part) == _SCRIPT and part.isalpha() and not is_extension:
            parts.append(part.capitalize())
        else:
            parts.append(part)
    return "-".join(parts)


def originals(names: Iterable[PurePosixPath]) -> Names:
    """Give the files that translate no other."""
    return tuple(name for name in names if translated(name) is None)


def by_language(
    content: Content, names: Names, problems: list[Problem]
) -> tuple[TranslatedFiles, ...]:
    """Give the translated files of a quiz by language, and report what is missing.

    Shape: names are all files of the quiz, the originals among them.
    """
    known = originals(names)
    found: dict[str, dict[PurePosixPath, PurePosixPath]] = {}
    for name in names:
        read = translated(name)
        if read is None:
            continue
        original, lang = read
        if original not in known:
            problems.append(_translates_nothing(content, name, original, known))
        elif original in found.setdefault(lang, {}):
            problems.append(_twice(content, name, found[lang][original]))
        else:
            found[lang][original] = name
    for lang, files in found.items():
        missing = (name for name in known if name not in files)
        problems.extend(_missing(content, name, lang) for name in missing)
    return tuple(TranslatedFiles(lang, found[lang]) for lang in sorted(found))


def _translates_nothing(
    content: Content, name: PurePosixPath, original: PurePosixPath, known: Names
) -> Problem:
    beside = [other.name for other in known if other.parent == name.parent]
    meant = nearest(original.name, beside)
    hint = f'Name it after "{meant}"' if meant else f'Write "{original.name}" too'
    return Problem(
        content.place(name),
        "unknown-file",
        f"{quoted(name.name)} translates {quoted(original.name)}, which is not here",
        f'{hint}, or let its name begin with "_".',
    )


def _twice(content: Content, name: PurePosixPath, other: PurePosixPath) -> Problem:
    return Problem(
        content.place(name),
        "unknown-file",
        f"{quoted(name.name)} is in the same language as {quoted(other.name)}",
        "Leave one of the two out.",
    )


def _missing(content: Content, name: PurePosixPath, lang: str) -> Problem:
    translation = f"{name.stem}.{lang}.md"
    return Problem(
        content.place(name),
        "translation-incomplete",
        f'this file has no translation into "{lang}", and others of the quiz have',
        f'Write "{translation}", or take the others in "{lang}" away.',
    )
