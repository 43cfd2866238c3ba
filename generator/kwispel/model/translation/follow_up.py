"""Put the texts of a translation into what a quiz offers after its result."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from kwispel.errors import Place, Problem
from kwispel.model.translation.same import check_same_count, differs, is_same
from kwispel.source import keys
from kwispel.source.names import quoted
from kwispel.source.shapes import Entry, Items, Node, Table

KEYS = ("related", "contact", "reading")

_TEXTS = {"related": "title", "reading": "note"}
"""What a translation should say in its own words: a book keeps its title."""

NotTranslated = Callable[[Place, str], Problem]


@dataclass(frozen=True, slots=True)
class FollowUpMerger:
    """Merges what follows on a result.

    Shape: place is that of the translation's settings; a warning is told there.
    """

    place: Place
    problems: list[Problem]
    not_translated: NotTranslated

    def merge(
        self, original: Mapping[str, Entry], own: Mapping[str, Entry]
    ) -> dict[str, Entry]:
        """Give the entries of the original, with the translation's own on top."""
        merged = {
            key: self._entry(original.get(key), own.get(key))
            for key in KEYS
            if key in original or key in own
        }
        return {key: entry for key, entry in merged.items() if entry}

    def _entry(self, original: Entry | None, own: Entry | None) -> Entry | None:
        if original is None or own is None:
            return self._alone(original, own)
        if isinstance(original.value, Table):
            table = keys.table(own, self.problems)
            return replace(own, value=_over(original.value, table)) if table else None
        return self._list(original, own)

    def _alone(self, original: Entry | None, own: Entry | None) -> Entry | None:
        """Give what the original has alone; a translation has nothing of its own."""
        if own:
            self.problems.append(differs(own.place, f"{quoted(own.key)} is"))
        elif original and _has_text(original):
            what = quoted(original.key)
            self.problems.append(self.not_translated(self.place, what))
        return original

    def _list(self, original: Entry, own: Entry) -> Entry:
        originals = _items(original.value)
        items = tuple(keys.items(own, self.problems))
        counts = (len(items), len(originals))
        if not check_same_count(counts, "item", own.place, self.problems):
            return original
        pairs = zip(originals, items, strict=True)
        merged = tuple(self._item(same, one) for same, one in pairs)
        return replace(own, value=Items(merged, own.value.place))

    def _item(self, original: Node, own: Node) -> Node:
        if isinstance(original, Table) and isinstance(own, Table):
            return _over(original, own)
        if not is_same(original, own):
            self.problems.append(
                Problem(
                    own.place,
                    "translation-differs",
                    "this item is not as it is in the original",
                    "Write the same id, or a map with the texts translated.",
                )
            )
        return original


def _over(original: Table, own: Table) -> Table:
    return Table({**original.entries, **own.entries}, own.place)


def _items(node: Node) -> tuple[Node, ...]:
    return node.items if isinstance(node, Items) else ()


def _has_text(entry: Entry) -> bool:
    name = _TEXTS.get(entry.key)
    return any(
        isinstance(item, Table) and name in item.entries for item in _items(entry.value)
    )
