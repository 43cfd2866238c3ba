"""Markup as a reader would see it: slots filled, and shown what scripts would show.

The numbers are samples and fit no answers; whole pages are in the gallery as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

_SHARE = 0.62
"""How far along its scale every score of a specimen lies."""

_SLOTS = {
    "value": "9",
    "min": "4",
    "max": "12",
    "percent": "62",
    "answered": "4",
    "of": "5",
    "count": "3",
    "before": "7",
    "left": "1",
    "answer": "I stop, wait until it is over, and then go on.",
    "band": "You hear what is said",
    "code": "K7Q2-9FXM",
    "then": "7",
    "now": "9",
    "difference": "+2",
}
_NAMED_SLOTS = {
    "data-answer": _SLOTS["answer"],
    "data-band-limit": "7",
    "data-outstanding": "<li>Letting others finish</li>",
    "data-share": "1",
    "band-name": _SLOTS["band"],
}

_LINK = "Question 2 of 4\nIt is quiet for five seconds."
"""What the runtime puts into the link to a question that is still open."""

_LATE = re.compile("</?template[^>]*>")
"""Around what comes late to a page, and is part of its component."""

_CONTRARY = {
    "data-kw": frozenset(
        {
            "absent",
            "added",
            "errors",
            "failed",
            "full",
            "lacking",
            "open",
            "pending",
            "stale",
            "unadjusted",
            "unasked",
        }
    ),
    "data-count": frozenset({"one"}),
    "data-plural": frozenset({"zero", "one", "two", "few", "many"}),
    "data-standing": frozenset({"equal", "highest tie", "lowest tie"}),
}
"""What stands there only when something else does not."""

_FIRST = ("data-band", "data-band-name", "data-ahead", "data-advice")
"""Of these a reader sees one in each score or question."""

_TAG = re.compile(r"<([a-z][\w-]*)((?:\s[^<>]*)?)>")
_ATTRIBUTE = re.compile(r'([\w-]+)(?:="([^"]*)")?')
_EMPTY = re.compile(r"(<([a-z]+)\b([^<>]*)>)(</\2>)")


def staged(markup: str, *, is_whole: bool) -> str:
    """Fill the slots of a component's markup, and show what it holds back."""
    revealing = _Revealing(is_whole)
    markup = _LATE.sub("", markup)
    return _EMPTY.sub(_filled, _TAG.sub(revealing.tag, markup))


@dataclass(slots=True)
class _Revealing:
    """Goes through the tags in order, and shows one of what a reader sees one of."""

    is_whole: bool
    seen: set[str] = field(default_factory=set)

    def tag(self, found: re.Match[str]) -> str:
        """Give a tag as the runtime would leave it."""
        attributes = dict(_ATTRIBUTE.findall(found[2]))
        if {"data-score", "data-result-question"} & set(attributes):
            self.seen.clear()
        said, slash = found[2].rstrip("/"), "/" if found[2].endswith("/") else ""
        if "hidden" in attributes and self._is_shown(attributes):
            said = re.sub(r"\shidden(?=[\s/]|$)", "", said)
        return f"<{found[1]}{said}{''.join(_drawn(attributes))}{slash}>"

    def _is_shown(self, attributes: dict[str, str]) -> bool:
        data = {key for key in attributes if key.startswith("data-")}
        if self.is_whole or not data:
            return bool(data)
        firsts = data & set(_FIRST)
        is_later = bool(firsts & self.seen)
        self.seen |= firsts
        return not is_later and not any(
            attributes.get(key) in names for key, names in _CONTRARY.items()
        )


def _drawn(attributes: dict[str, str]) -> Iterator[str]:
    """Give what the runtime adds to a drawing."""
    if attributes.get("data-kw") == "marker":
        yield f' transform="translate({100 * _SHARE:.0f} 0)"'
    if attributes.get("data-kw") == "shape":
        ends = re.findall(r"-?[\d.]+", attributes.get("data-axes", ""))
        yield f' points="{" ".join(f"{_SHARE * float(end):.0f}" for end in ends)}"'


def _filled(found: re.Match[str]) -> str:
    attributes = dict(_ATTRIBUTE.findall(found[3]))
    part = attributes.get("data-part", "")
    named = next((t for key, t in _NAMED_SLOTS.items() if key in attributes), "")
    kind = _NAMED_SLOTS.get(attributes.get("data-kw", ""), "")
    link = _LINK if found[2] == "a" else ""
    return found[1] + (_SLOTS.get(part) or named or kind or link) + found[4]
