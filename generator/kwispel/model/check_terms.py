"""Check the terms of a quiz, and choose among their variants."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from kwispel.errors import Place, Problem
from kwispel.source import keys
from kwispel.source.names import check_id, listed, nearest, quoted
from kwispel.source.schema import BAND, OPTION, QUESTION
from kwispel.source.shapes import Entry, Line, ParsedQuiz, Table
from kwispel.source.terms import Terms, mistaken_braces, names_in

MOST_SIGNS = 200
"""Of a term's text, which may stand in many places."""

# At the end of a heading these would be read as attribute lists.
_TAKEN = frozenset({*QUESTION.names, *OPTION.names, *BAND.names})


def check_terms(
    entry: Entry | None, variants: Collection[str], problems: list[Problem]
) -> Terms:
    """Give the terms of quiz.md in the first of these variants that each has."""
    table = keys.table(entry, problems) if entry else None
    read = {
        name: _text(term, variants, problems)
        for name, term in (table.entries.items() if table else ())
        if _is_name(term, problems)
    }
    return Terms({name: text for name, text in read.items() if text})


def check_variants(
    chosen: Mapping[str, Place], names: Iterable[str]
) -> Iterator[Problem]:
    """Report variants in site.toml that no term has; names are those of all terms."""
    known = sorted(set(names))
    for name, place in chosen.items():
        if name not in known:
            meant = nearest(name, known)
            others = f"Write one of: {listed(known)}." if known else "Leave it out."
            yield Problem(
                place,
                "unknown-variant",
                f"no term of any quiz has a variant {quoted(name)}",
                f'Write "{meant}".' if meant else others,
            )


def variants_of(quiz: ParsedQuiz) -> Iterator[str]:
    """Give the variants that terms of a quiz have."""
    terms = quiz.settings.entries.get("terms")
    table = terms.value if terms else None
    for term in table.entries.values() if isinstance(table, Table) else ():
        if isinstance(term.value, Table):
            yield from term.value.entries


def _is_name(term: Entry, problems: list[Problem]) -> bool:
    if term.key in _TAKEN:
        problems.append(
            Problem(
                term.place,
                "reserved-id",
                f"{quoted(term.key)} in braces is a setting",
                "Choose another name for the term.",
            )
        )
        return False
    return check_id(term.key, term.place, problems)


def _text(
    term: Entry, variants: Collection[str], problems: list[Problem]
) -> str | None:
    """Give the text of a term, in the variant that is chosen."""
    if not isinstance(term.value, Table):
        return _checked(term, problems)
    texts: dict[str, str | None] = {}
    for variant in term.value.entries.values():
        check_id(variant.key, variant.place, problems)
        texts[variant.key] = _checked(variant, problems)
    if not texts:
        hint = 'Write a text, or variants such as "{client: clients, pupil: pupils}".'
        problems.append(keys.wrong_type(term, "a text or variants of one", hint))
        return None
    chosen = next((name for name in variants if name in texts), next(iter(texts)))
    return texts[chosen]


def _checked(entry: Entry, problems: list[Problem]) -> str | None:
    text = keys.text(entry, problems)
    if text is None:
        return None
    if len(text) > MOST_SIGNS:
        problems.append(
            Problem(
                entry.value.place,
                "too-much-markdown",
                f"the text is longer than {MOST_SIGNS} signs",
                "Shorten it; a term stands for a word or a few.",
            )
        )
    line = Line(text, entry.value.place)
    problems.extend(
        mistaken_braces(line, found, "Write out what it stands for")
        for found in names_in(line)
    )
    return text
