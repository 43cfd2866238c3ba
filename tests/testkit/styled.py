"""What has a class of a theme, as the built site says it."""

from __future__ import annotations

from functools import cache

from kwispel.render.class_names import ClassNames, short_markup, short_style
from testkit.sample_pages import packaged_theme


def styled(selector: str, theme: str = "spiegel") -> str:
    """Give a selector, or a script with some, with the short names of classes."""
    return short_style(selector, _classes(theme))


def styled_markup(markup: str, theme: str = "spiegel") -> str:
    """Give a piece of a page with the short names of its classes."""
    return short_markup(markup, _classes(theme))


@cache
def _classes(theme: str) -> ClassNames:
    return packaged_theme(theme).classes
