"""What a template may see of a quiz in its other languages."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class LanguageView:
    """A link to a quiz in one of its languages; name is the language's own.

    Shape: direction is empty where it is that of the page.
    """

    lang: str
    direction: str
    name: str
    title: str
    url: str
    is_current: bool
