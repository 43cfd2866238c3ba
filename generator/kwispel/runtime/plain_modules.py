"""The Python of a runtime that only plain quizzes get."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from kwispel.runtime.fold_python import folded
from kwispel.runtime.plain import DERIVED
from kwispel.runtime.unused_python import without_unused_names

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from kwispel.runtime.compile_python import Module

CALLED = ("start", "mount")
"""The functions of the first module of all that the script itself calls."""


def plain_modules(
    modules: Iterable[Module],
    at_once: Collection[str],
    later: Collection[str],
    entry: str,
) -> tuple[Module, ...]:
    """Give the modules that plain quizzes need, without what none of them does.

    Shape: at_once and later are names of modules; those that come later stay as they
    are, since other runtimes ask for them too.
    """
    known = {module.name: module for module in modules}
    whole = {name: known[name].source for name in at_once}
    others = {name: known[name].source for name in later}
    entries = [f"{entry}.{name}" for name in CALLED]
    sources = without_unused_names(folded(whole, DERIVED), others, entries) | others
    return tuple(replace(known[name], source=text) for name, text in sources.items())
