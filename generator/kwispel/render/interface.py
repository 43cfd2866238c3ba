"""What a site's author should know of the texts of the interface."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from kwispel.errors import Place, Problem
from kwispel.model.shapes import Site
from kwispel.render.catalogue_file import NoCatalogue
from kwispel.render.catalogues import (
    Flaw,
    Text,
    flaw,
    named,
    own_translations,
    slots,
    sources,
)
from kwispel.render.conventions import less_and_less_exact
from kwispel.render.editions import editions
from kwispel.render.wording import Own, is_english, languages, translated
from kwispel.source.names import nearest
from kwispel.source.own_texts import catalogue_name
from kwispel.source.shapes import SourceFile


def interface_problems(site: Site) -> tuple[Problem, ...]:
    """Tell what the interface cannot say in the languages of a site."""
    return tuple(_problems(site))


def _problems(site: Site) -> Iterator[Problem]:
    readable: list[SourceFile] = []
    for file in site.own_texts:
        try:
            texts = own_translations(file)
        except NoCatalogue as broken:
            yield _no_catalogue(file, broken)
        else:
            readable.append(file)
            yield from _flaws(file, texts)
    unread = {_language(file) for file in site.own_texts if file not in readable}
    spoken = [(site.lang, site.lang_place or site.place)]
    spoken.extend(
        (edition.lang, edition.lang_place or edition.place)
        for quiz in site.quizzes
        for edition in editions(quiz)
    )
    for lang, place in spoken:
        if lang.lower() not in unread:
            yield from _untranslated(lang, place, tuple(readable))


def _language(file: SourceFile) -> str:
    return catalogue_name(file).partition("@")[0].replace("_", "-").lower()


def _no_catalogue(file: SourceFile, broken: NoCatalogue) -> Problem:
    return Problem(
        replace(file.place, line=broken.line),
        "catalogue-file",
        f"this catalogue cannot be read: {broken.reason}",
        "Mend the line, or make the file anew with an editor for catalogues.",
    )


def _flaws(file: SourceFile, texts: Mapping[str, Text]) -> Iterator[Problem]:
    """Tell which texts of a site's own catalogue are not used.

    One that is empty is no fault: the catalogue of kwispel may have it.
    """
    for name, text in texts.items():
        found = flaw(name, text)
        if found not in {"", "empty"}:
            message, hint = _told(found, name)
            place = replace(file.place, line=text.line)
            yield Problem(place, "interface-text", message, hint, level="warning")


def _told(found: Flaw, name: str) -> tuple[str, str]:
    """Say what is wrong with a translation, and what to do."""
    if found == "unknown":
        meant = nearest(name, sources())
        hint = f'Write msgctxt "{meant}".' if meant else "Take it out."
        return f'the interface has no text "{name}"', hint
    if found == "nameless":
        return f'"{name}" has no name', f'Write msgctxt "{named(name)}" above it.'
    if found == "forms":
        hint = "Write each msgstr[…] that Plural-Forms tells of."
        return f'"{name}" has no form for some numbers, and is not used', hint
    if found == "fuzzy":
        hint = "See whether it says what the English does, and take the mark away."
        return f'"{name}" is marked as fuzzy, and not used', hint
    source = sources()[name]
    if found == "outdated":
        message = f'"{name}" translates another English text than the interface has'
        return message, f'Translate "{source.only}".'
    wanted = ", ".join(sorted(f"{{{slot}}}" for slot in slots(source.only)))
    message = f'"{name}" has other names in braces than are filled in'
    return message, f"Write {wanted or 'none'}."


def _untranslated(lang: str, place: Place, own: Own) -> Iterator[Problem]:
    """Tell what is English though the language is another."""
    if is_english(lang):
        return
    found = translated(lang, "formal", own)
    files = [
        file for file in own if _language(file) in less_and_less_exact(lang.lower())
    ]
    if not found and not files:
        yield Problem(
            place,
            "no-interface-language",
            f'the interface has no texts in "{lang}", so it speaks English',
            f"Use one of {', '.join(languages())}, or write a catalogue in _strings.",
            level="warning",
        )
        return
    missing = [name for name in sources() if name not in found]
    if missing:
        told = (
            f'the interface lacks {len(missing)} of its texts in "{lang}", which are'
            if len(missing) < len(found)
            else f'the interface says {len(found)} of its texts in "{lang}", others are'
        )
        where = f'"{files[0].name}"' if files else "the catalogue of the language"
        yield Problem(
            place,
            "interface-text-missing",
            f'{told} English now, such as "{missing[0]}"',
            f"Translate them in {where}.",
            level="warning",
        )
