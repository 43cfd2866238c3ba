# ruff: noqa: PYI021 - docstrings warn
"""Brython's `javascript`, as far as kwispel's page uses it."""

from collections.abc import Callable
from typing import TypeAlias

Json: TypeAlias = bool | int | float | str | list[Json] | dict[str, Json] | None

class NullType:
    """The type of JavaScript's null, which is neither None nor false."""

NULL: NullType

class JavascriptError(Exception):
    """Whatever the browser throws; kwispel's runtime adds it to this module."""

class JSON:
    """JavaScript's own reader and writer of JSON.

    Shape: parse gives dicts, lists, str, bool, None and numbers: what is written
    without a fraction is an int (`3.0` too), the rest a float. An object's keys that
    look like whole numbers come first, in rising order. stringify wants text as keys.
    """

    @staticmethod
    def parse(text: str) -> Json: ...
    @staticmethod
    def stringify(value: object) -> str: ...

def bring_modules(
    address: str, come: Callable[..., None], failed: Callable[..., None]
) -> None:
    """Fetch and run modules; kwispel's runtime adds this."""
