"""Put the texts of a translation's front matter in the place of the original's."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kwispel.errors import Place, Problem
from kwispel.model.translation.follow_up import KEYS as FOLLOW_UP
from kwispel.model.translation.follow_up import FollowUpMerger
from kwispel.model.translation.same import (
    check_same,
    check_same_count,
    differs,
    is_same,
    unknown_name,
)
from kwispel.source import keys
from kwispel.source.languages import proper_tag
from kwispel.source.names import quoted
from kwispel.source.shapes import (
    Entry,
    Items,
    Node,
    ParsedTranslation,
    Scalar,
    Table,
)

_OWN_ONLY = ("title", "description", "scope")
_OWN_OR_ORIGINAL = ("authors", "source", "licence", "address", "updated")
_OPTIONAL = ("description", "scope")
_MAPS = ("scales", "factors", "perspectives", "terms")

_Merge = Callable[[Entry, Entry], Entry]


def merge_settings(
    original: Table, translation: ParsedTranslation, problems: list[Problem]
) -> Table:
    """Give the settings of quiz.md with the texts of its translation."""
    own, held = translation.settings.entries, original.entries
    texts = {*_OWN_ONLY, *_OWN_OR_ORIGINAL, *_MAPS, *FOLLOW_UP, "lang"}
    check_same(translation.settings, held, problems, texts=texts)
    place = translation.settings.place
    entries = {key: entry for key, entry in held.items() if key not in texts}
    entries["lang"] = _lang(translation, problems)
    for key in (*_OWN_ONLY, *_OWN_OR_ORIGINAL):
        entry = own.get(key) or (held.get(key) if key in _OWN_OR_ORIGINAL else None)
        if entry:
            entries[key] = entry
        elif key in held and key in _OPTIONAL:
            problems.append(not_translated(place, quoted(key)))
    entries |= _Maps(place, problems).merge(held, own)
    entries |= FollowUpMerger(place, problems, not_translated).merge(held, own)
    return Table(entries, place)


def with_id(table: Table, known_id: str, place: Place) -> Table:
    """Give settings with the id that the original has, written or not."""
    scalar = Scalar(known_id, is_plain=True, lines=(), place=place)
    return replace(table, entries={**table.entries, "id": Entry("id", scalar, place)})


def not_translated(place: Place, what: str) -> Problem:
    """Warn of a text that the original has and the translation has not."""
    return Problem(
        place,
        "not-translated",
        f"the original has {what}, and the translation has none",
        'Translate it, or write "intended: not-translated" in quiz.md.',
        level="warning",
    )


def _lang(translation: ParsedTranslation, problems: list[Problem]) -> Entry:
    tag = proper_tag(translation.lang)
    place = translation.settings.place
    written = translation.settings.entries.get("lang")
    text = keys.text(written, problems) if written else None
    if written and text and text.lower() != translation.lang:
        problems.append(
            Problem(
                written.value.place,
                "translation-differs",
                f'"lang" is {quoted(text)}, and the name of the file says "{tag}"',
                "Leave it out, or rename the files.",
            )
        )
    return Entry("lang", Scalar(tag, is_plain=True, lines=(), place=place), place)


@dataclass(frozen=True, slots=True)
class _Maps:
    """Merges the maps that hold texts; place is where one is missed."""

    place: Place
    problems: list[Problem]

    def merge(
        self, original: Mapping[str, Entry], own: Mapping[str, Entry]
    ) -> dict[str, Entry]:
        merges: dict[str, _Merge] = {
            "scales": self._scale,
            "factors": self._factor,
            "perspectives": self._perspective,
            "terms": self._term,
        }
        merged = {
            key: self._whole(original.get(key), own.get(key), merge)
            for key, merge in merges.items()
            if key in original or key in own
        }
        return {key: entry for key, entry in merged.items() if entry}

    def _whole(
        self, original: Entry | None, own: Entry | None, merge: _Merge
    ) -> Entry | None:
        """Give a map of the original with the texts of its translation."""
        if own is None:
            name = original.key if original else ""
            hint = f'Write "{name}" with the names of the original, texts translated.'
            self._miss(self.place, name, "the translation", hint)
            return None
        if original is None:
            self.problems.append(differs(own.place, f"{quoted(own.key)} is"))
            return None
        return self._map(original, own, merge)

    def _map(self, original: Entry, own: Entry, merge: _Merge) -> Entry:
        names = _entries(original)
        table = keys.table(own, self.problems) or Table(names, own.place)
        self.problems.extend(
            unknown_name(entry, names, own.key)
            for name, entry in table.entries.items()
            if name not in names
        )
        merged: dict[str, Entry] = {}
        for name, entry in names.items():
            if name in table.entries:
                merged[name] = merge(entry, table.entries[name])
            else:
                hint = f'Write "{name}" as in the original, with its text translated.'
                self._miss(own.place, name, quoted(own.key), hint)
        return replace(own, value=Table(merged, table.place))

    def _miss(self, place: Place, name: str, subject: str, hint: str) -> None:
        self.problems.append(keys.missing_key(place, name, subject, hint))

    def _factor(self, original: Entry, own: Entry) -> Entry:
        table = keys.table(own, self.problems)
        if table is None:
            return own
        held = _entries(original)
        check_same(table, held, self.problems, texts=("title",))
        numbers = {key: entry for key, entry in held.items() if key != "title"}
        return replace(own, value=Table({**numbers, **table.entries}, table.place))

    def _perspective(self, original: Entry, own: Entry) -> Entry:
        """Look for an introduction; whatever else a perspective has is required."""
        if "intro" in _entries(original) and "intro" not in _entries(own):
            self.problems.append(not_translated(own.place, '"intro"'))
        return own

    def _term(self, original: Entry, own: Entry) -> Entry:
        """Give the variants in the order of the original: the first one counts."""
        if isinstance(original.value, Table):
            return self._map(original, own, lambda _, text: text)
        if isinstance(own.value, Table):
            self.problems.append(differs(own.place, f"{quoted(own.key)} is"))
        return own

    def _scale(self, original: Entry, own: Entry) -> Entry:
        originals = _items(original.value)
        items = tuple(keys.items(own, self.problems))
        counts = (len(items), len(originals))
        if not check_same_count(counts, "option", own.place, self.problems):
            return own
        pairs = zip(originals, items, strict=True)
        merged = tuple(self._option(same, one) for same, one in pairs)
        return replace(own, value=Items(merged, own.value.place))

    def _option(self, original: Node, own: Node) -> Node:
        """Give an option of a scale with its label, which may stand alone."""
        points, _, *rest = _items(original)
        if isinstance(own, Scalar):
            return Items((points, own, *rest), own.place)
        given = _items(own)
        # An option without an id of its own may leave it out here too.
        written = (*given[:1], *given[2:], *rest[max(0, len(given) - 2) :])
        same = Items((points, *rest), own.place)
        if len(given) > 1 and is_same(Items(written, own.place), same):
            return Items((points, given[1], *rest), own.place)
        self.problems.append(
            Problem(
                own.place,
                "translation-differs",
                "this option is not as it is in the original",
                "Write its label alone.",
            )
        )
        return original


def _entries(entry: Entry) -> Mapping[str, Entry]:
    return entry.value.entries if isinstance(entry.value, Table) else {}


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Items) else ()
