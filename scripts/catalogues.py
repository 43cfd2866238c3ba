"""Bring the catalogues of the interface up to their template, or begin a new one.

    python scripts/catalogues.py          every catalogue
    python scripts/catalogues.py it       begins Italian

A text whose English has changed is marked fuzzy, which keeps it out of pages until
somebody has looked at it. A form of address keeps only the texts that it has.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.messages import Catalog
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

if TYPE_CHECKING:
    from babel.messages import Message

FOLDER = Path(__file__).parents[1] / "generator/kwispel/render/strings"
TEMPLATE = FOLDER / "interface.pot"


def main() -> None:
    """Write what has changed, and say what is still to do."""
    template = read(TEMPLATE)
    for lang in sys.argv[1:]:
        path = FOLDER / f"{lang}.po"
        if not path.exists():
            path.write_text(begun(lang), encoding="utf-8")
    for path in sorted(FOLDER.glob("*.po")):
        path.write_text(updated(path, template), encoding="utf-8")
        messages = [message for message in read(path) if message.context]
        ready = [each for each in messages if is_ready(each)]
        print(f"{path.name}: {len(ready)} of {len(messages)}")  # noqa: T201 - it tells


def read(path: Path) -> Catalog:
    """Read a catalogue, or stop at what is none."""
    with path.open("rb") as file:
        return read_po(file, abort_invalid=True, ignore_obsolete=True)


def is_ready(message: Message) -> bool:
    """Say whether a text is translated, and nobody has to look at it again."""
    strings = [message.string] if isinstance(message.string, str) else message.string
    return all(strings or [""]) and not message.fuzzy


def begun(lang: str) -> str:
    """Give the head of a catalogue."""
    try:
        name = Locale.parse(lang.partition("@")[0]).english_name
    except (UnknownLocaleError, ValueError):
        sys.exit(f'"{lang}" is no language that the CLDR knows; write it as in "pt_BR"')
    plural = get_plural(lang.partition("@")[0])
    return (
        f'# {name}.\nmsgid ""\nmsgstr ""\n"Language: {lang.partition("@")[0]}\\n"\n'
        '"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=utf-8\\n"\n'
        '"Content-Transfer-Encoding: 8bit\\n"\n'
        f'"Plural-Forms: nplurals={plural[0]}; plural={plural[1]};\\n"\n'
    )


def updated(path: Path, template: Catalog) -> str:
    """Give a catalogue with the texts of the template, in its order."""
    catalog = read(path)
    old = {message.context: message for message in catalog if message.context}
    is_form_of_address = "@" in path.name
    head, _, _ = path.read_text(encoding="utf-8").partition("\n\n")
    entries = [
        "\n".join(entry(message, old.get(message.context), catalog.num_plurals))
        for message in template
        if message.context and (message.context in old or not is_form_of_address)
    ]
    return "\n\n".join([head.rstrip("\n"), *entries]) + "\n"


def entry(message: Message, old: Message | None, forms: int) -> Iterator[str]:
    """Give the lines of one text."""
    yield from (f"# {comment}" for comment in (old.user_comments if old else ()))
    yield from (f"#. {comment}" for comment in message.auto_comments)
    written = old.string if old else ""
    if old and any(written) and (old.fuzzy or old.id != message.id):
        yield "#, fuzzy"
    yield f"msgctxt {quoted(str(message.context))}"
    if isinstance(message.id, str):
        yield f"msgid {quoted(message.id)}"
        yield f"msgstr {quoted(written if isinstance(written, str) else written[-1])}"
        return
    yield f"msgid {quoted(message.id[0])}"
    yield f"msgid_plural {quoted(message.id[1])}"
    strings = [written] if isinstance(written, str) else list(written)
    for at in range(forms):
        yield f"msgstr[{at}] {quoted(strings[at] if at < len(strings) else '')}"


def quoted(text: str) -> str:
    """Write a text as gettext does, on one line."""
    escaped = text.replace("\\", r"\\").replace('"', r"\"").replace("\n", r"\n")
    return f'"{escaped}"'


if __name__ == "__main__":
    main()
