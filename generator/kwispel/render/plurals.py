"""Texts in all the forms that a language has for numbers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache, lru_cache

from markupsafe import Markup

from kwispel.render.conventions import known_locale

OTHER = "other"
"""The category of numbers that every language has, as the CLDR calls it."""

_CATEGORIES = ("zero", "one", "two", "few", "many", OTHER)

_SAMPLES = (*range(200), 1_000_000)
"""Whole numbers, of which each category that has any has one here."""


@dataclass(frozen=True, slots=True)
class Plural:
    """A text whose number is known when the page is built.

    Shape: forms by category, of which "other" is always there.
    """

    lang: str
    forms: Mapping[str, str]

    def of(self, number: Fraction | int) -> str:
        """Give the form that goes with a number; its `{names}` are still to fill."""
        category = _category(self.lang, number.numerator, number.denominator)
        return self.forms.get(category, self.forms[OTHER])


@lru_cache(maxsize=1024)
def _category(lang: str, numerator: int, denominator: int) -> str:
    """Give the category of a number; a site has the same few again and again."""
    value = Decimal(numerator) / Decimal(denominator)
    return str(known_locale(lang).plural_form(value))


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a text whose number is known in the reader's browser alone."""

    category: str
    text_html: Markup


@cache
def numbers_by_category(lang: str) -> Mapping[str, tuple[int, ...]]:
    """Give whole numbers of each category that a language has, "other" last.

    Shape: none where a category is for fractions alone.
    """
    rule = known_locale(lang).plural_form
    return {
        category: tuple(n for n in _SAMPLES if rule(n) == category)
        for category in _CATEGORIES
        if category in rule.tags or category == OTHER
    }
