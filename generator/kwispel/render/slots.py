"""Texts with slots: what is filled in later, by a script or by CSS."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from markupsafe import Markup, escape

_NAME = re.compile(r"\{(\w+)\}")
_SLOT = Markup('<span data-part="{}"></span>')
_BAND_NAME = Markup('<span data-kw="band-name"></span>')


def with_slots(text: str) -> Markup:
    """Turn `{name}` into a slot that the reader's browser fills."""
    return _replaced(
        text, lambda name: _BAND_NAME if name == "band" else _SLOT.format(name)
    )


def with_counters(text: str, counters: Mapping[str, str]) -> Markup:
    """Turn `{name}` into an element that shows a CSS counter, or into plain text.

    Shape: counters maps a name to the counter's, which begins with "kw-", or to
    what is printed as it stands.
    """
    return _replaced(text, lambda name: _counted(counters[name]))


def _counted(value: str) -> Markup:
    if value.startswith("kw-"):
        return Markup(
            '<span class="kw-count" dir="ltr" data-counter="{}"></span>'
        ).format(value)
    return escape(value)


def _replaced(text: str, replacement: Callable[[str], Markup]) -> Markup:
    """Escape a text, and put markup in the place of its `{names}`."""
    parts = _NAME.split(text)
    return Markup().join(
        replacement(part) if position % 2 else escape(part)
        for position, part in enumerate(parts)
    )
