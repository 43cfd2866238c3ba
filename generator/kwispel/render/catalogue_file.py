"""Read a catalogue of gettext, and tell where one cannot be read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from gettext import c2py
from typing import TYPE_CHECKING

from kwispel.render.conventions import known_locale

if TYPE_CHECKING:
    from babel.messages import Catalog

PLURALS = "Plural-Forms"

_BEGINNING = re.compile(r'\s*(?:msg\w+(?:\[\d+\])?\s*)?"')
_TEXT = re.compile(_BEGINNING.pattern + r'(?:[^"\\]|\\.)*"\s*\Z')
_CONTEXT = re.compile(r'\s*msgctxt\s*"(.*)"\s*\Z')

_UNREAD = re.compile(r'"(?:Language|POT-Creation-Date|PO-Revision-Date):.*"')
"""Entries of the head that have no use here: a fault in them does not matter."""

_SAMPLES = range(200)
"""Numbers that meet each form which a rule for plurals has."""


class NoCatalogue(Exception):  # noqa: N818 - it says the event
    """Raised for a file that cannot be used as a catalogue."""

    def __init__(self, reason: str, line: int) -> None:
        """Keep why, and where."""
        self.reason = reason
        self.line = line
        super().__init__(reason)


def read_catalogue(lines: Sequence[str], lang: str) -> Catalog:
    """Read a catalogue; where it has no rule for plurals, it has its language's.

    Raises: NoCatalogue.
    """
    # Loading it takes a while, and not every command needs it.
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415

    _check_lines(lines)
    used = [_UNREAD.sub('""', line) for line in lines]
    try:
        catalog = read_po(
            used,
            locale=str(known_locale(lang)),
            ignore_obsolete=True,
            abort_invalid=True,
        )
        _check_plurals(catalog, lang)
    except PoFileError as error:
        # It counts lines from 0.
        reason = str(error).partition(" on ")[0]
        raise NoCatalogue(reason, error.lineno + 1) from error
    except (ValueError, ZeroDivisionError) as error:
        rule = next((at for at, line in enumerate(lines, 1) if PLURALS in line), 1)
        raise NoCatalogue(f"the rule for plurals: {error}", rule) from error
    return catalog


def plural_rule(catalog: Catalog) -> Callable[[int], int]:
    """Give what tells the form that goes with a number."""
    return c2py(catalog.plural_expr)


def _check_lines(lines: Sequence[str]) -> None:
    """Refuse what gettext would read as something else than was meant.

    Raises: NoCatalogue.
    """
    named: dict[str, int] = {}
    for at, line in enumerate(lines, 1):
        if _BEGINNING.match(line) and not _TEXT.match(line):
            raise NoCatalogue("the text has no quotation mark at its end", at)
        if found := _CONTEXT.match(line):
            name = found[1]
            if name in named:
                raise NoCatalogue(f'"{name}" stands on line {named[name]} too', at)
            named[name] = at


def _check_plurals(catalog: Catalog, lang: str) -> None:
    """Refuse a rule that does not fit, neither the file nor the language.

    Raises: ValueError, ZeroDivisionError.
    """
    from babel.messages.plurals import get_plural  # noqa: PLC0415 - see read_catalogue

    forms = {plural_rule(catalog)(number) for number in _SAMPLES}
    count = catalog.num_plurals
    if max(forms) >= count:
        raise ValueError(f"it gives form {max(forms)}, and the last is {count - 1}")
    least = get_plural(str(known_locale(lang))).num_plurals
    has_plurals = any(not isinstance(message.id, str) for message in catalog)
    if has_plurals and count < least:
        raise ValueError(f'it has {count} forms, and "{lang}" has {least}')
