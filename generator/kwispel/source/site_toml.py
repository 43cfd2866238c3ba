"""Read site.toml: the settings of the whole site."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kwispel.errors import Place, Problem
from kwispel.source import keys
from kwispel.source.addresses import (
    is_language,
    is_site_address,
    is_web_address,
    site_root,
)
from kwispel.source.names import ID_RULE, is_id, quoted
from kwispel.source.origins import read_embed
from kwispel.source.redirects import read_redirects
from kwispel.source.schema import PUBLISHER, SITE
from kwispel.source.shapes import (
    Entry,
    Items,
    Publisher,
    Settings,
    SourceFile,
    Table,
)
from kwispel.source.toml_tree import read_toml

DEFAULT_TITLE = "Quizzes"
DEFAULT_LANG = "en"
DEFAULT_THEME = "spiegel"


def default_settings(place: Place) -> Settings:
    """Give the settings of a site without site.toml."""
    return _settings(Table({}, place), [])


def read_site_toml(file: SourceFile, problems: list[Problem]) -> Settings | None:
    """Give the settings that a file holds; None where it cannot be read."""
    table = read_toml(file, problems)
    if table is None:
        return None
    return _settings(keys.check_keys(table, SITE, problems), problems)


def _settings(table: Table, problems: list[Problem]) -> Settings:
    entries = table.entries
    origins, links_to_ways = read_embed(entries.get("embed"), problems)
    return Settings(
        title=_text(entries.get("title"), problems) or DEFAULT_TITLE,
        base_url=_base_url(entries.get("base_url"), problems),
        lang=_lang(entries.get("lang"), problems),
        theme=_theme(entries.get("theme"), problems),
        theme_options=_texts_by_key(entries.get("theme_options"), problems),
        theme_places=_theme_places(table),
        publisher=_publisher(entries.get("publisher"), problems),
        embed_origins=origins,
        links_to_ways=links_to_ways,
        redirects=read_redirects(entries.get("redirects"), problems),
        variants=_variants(entries.get("terms"), problems),
        place=table.place,
        lang_place=_lang_place(table),
    )


def _text(entry: Entry | None, problems: list[Problem]) -> str | None:
    return None if entry is None else keys.text(entry, problems)


def _checked(
    entry: Entry | None,
    holds: Callable[[str], bool],
    problem: Callable[[Entry, str], Problem],
    problems: list[Problem],
) -> str | None:
    """Give a text of which something holds, or report that it does not."""
    text = _text(entry, problems)
    if entry is None or text is None or holds(text):
        return text
    problems.append(problem(entry, text))
    return None


def _base_url(entry: Entry | None, problems: list[Problem]) -> str | None:
    address = _checked(entry, is_site_address, bad_address, problems)
    return site_root(address) if address else None


def bad_address(entry: Entry, text: str) -> Problem:
    """Report a text that is no web address."""
    return Problem(
        entry.value.place,
        "bad-address",
        f"{quoted(text)} is no web address",
        'Write an address such as "https://example.org/quizzes".',
    )


def _lang_place(table: Table) -> Place:
    entry = table.entries.get("lang")
    return entry.value.place if entry else table.place


def _lang(entry: Entry | None, problems: list[Problem]) -> str:
    return _checked(entry, is_language, bad_language, problems) or DEFAULT_LANG


def bad_language(entry: Entry, text: str) -> Problem:
    """Report a text that is no tag of a language."""
    hint = 'Write a tag such as "nl", "en" or "pt-BR".'
    if is_language(text.replace("_", "-")):
        hint = f'Write "{text.replace("_", "-")}".'
    return Problem(
        entry.value.place,
        "bad-language",
        f"{quoted(text)} is no tag of a language",
        hint,
    )


def _theme(entry: Entry | None, problems: list[Problem]) -> str:
    return _checked(entry, is_id, _bad_theme, problems) or DEFAULT_THEME


def _bad_theme(entry: Entry, text: str) -> Problem:
    return Problem(
        entry.value.place,
        "bad-id",
        f"{quoted(text)} cannot be the name of a theme",
        f"Use {ID_RULE}.",
    )


def _publisher(entry: Entry | None, problems: list[Problem]) -> Publisher | None:
    table = _table(entry, problems)
    if entry is None or table is None:
        return None
    known = keys.check_keys(table, PUBLISHER, problems).entries
    url = _checked(known.get("url"), is_web_address, bad_address, problems)
    if "name" not in known:
        hint = 'Write "name" and the publisher\'s name in it.'
        problems.append(keys.missing_key(entry.place, "name", "publisher", hint))
        return None
    name = keys.text(known["name"], problems)
    return None if name is None else Publisher(name, url)


def _table(entry: Entry | None, problems: list[Problem]) -> Table | None:
    return None if entry is None else keys.table(entry, problems)


def _texts_by_key(entry: Entry | None, problems: list[Problem]) -> dict[str, str]:
    return dict(_pairs(entry, problems))


def _pairs(entry: Entry | None, problems: list[Problem]) -> Iterator[tuple[str, str]]:
    table = _table(entry, problems)
    for inside in table.entries.values() if table else ():
        text = keys.text(inside, problems)
        if text is not None:
            yield inside.key, text


def _variants(entry: Entry | None, problems: list[Problem]) -> dict[str, Place]:
    """Give the variants of terms that the site prefers: one, or a list."""
    if entry is None:
        return {}
    several = entry.value.items if isinstance(entry.value, Items) else (entry.value,)
    inside = [Entry(entry.key, node, entry.place) for node in several]
    read = [(keys.text(one, problems), one.value.place) for one in inside]
    return {name: place for name, place in read if name}


def _places(entry: Entry | None) -> dict[str, Place]:
    table = entry.value if entry else None
    if not isinstance(table, Table):
        return {}
    return {key: inside.place for key, inside in table.entries.items()}


def _theme_places(table: Table) -> dict[str, Place]:
    theme = table.entries.get("theme")
    named = theme.value.place if theme else table.place
    return {"": named, **_places(table.entries.get("theme_options"))}
