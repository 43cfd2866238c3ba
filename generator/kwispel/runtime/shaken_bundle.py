"""Make the runtimes: shaken, complete, and those that record what to keep."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from kwispel.runtime.bundle import BRYTHON_JS, ENTRY, Treatment, make_bundle, part
from kwispel.runtime.reached import read_reached
from kwispel.runtime.shake import recording, shaken

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from kwispel.runtime.bundle import Bundle
    from kwispel.runtime.names import Names

CUTS = ("runtime", "hooked", "complete")
"""That of pages, that of sites with hooks, and the one that all fall back on."""


def shaken_bundle(
    runtime: str, entry: str = ENTRY, more_modules: Mapping[str, Path] | None = None
) -> Bundle:
    """Bundle a module with what one of CUTS holds of Brython.

    Raises: CannotCompile, UnknownBrython, RecordDoesNotFit.
    """
    if runtime == "complete":
        return make_bundle(entry, more_modules)
    reached = read_reached(BRYTHON_JS.read_text(encoding="utf-8"))
    is_page = runtime == "runtime"
    kept = reached.page if is_page else reached.page | reached.hooks
    rewrite = functools.partial(shaken, reached=kept, whole=not is_page)
    treatment = Treatment(
        rewrite,
        is_page=is_page,
        is_whole=not is_page,
        has_hooks=not is_page,
        net="journal",
    )
    return make_bundle(entry, more_modules, treatment)


def plain_bundle(page: Bundle) -> Bundle:
    """Bundle what plain quizzes need; later they ask for what a page's bundle does.

    Raises: CannotCompile, UnknownBrython, RecordDoesNotFit.
    """
    reached = read_reached(BRYTHON_JS.read_text(encoding="utf-8"))
    rewrite = functools.partial(shaken, reached=reached.plain)
    treatment = Treatment(rewrite, is_page=True, is_plain=True, net="journal")
    return make_bundle(treatment=treatment, names=page.names)


def recording_bundle(
    told_for: str,
    entry: str = ENTRY,
    more_modules: Mapping[str, Path] | None = None,
    *,
    is_whole: bool = False,
    names: Names | None = None,
) -> Bundle:
    """Bundle a module with all of Brython, which tells what is reached.

    Shape: told_for is "page", "plain" or "hooks"; is_whole: nothing comes later; names
    are those of the bundle whose script of what comes later this one asks for.
    """
    before = part("tell_reached").replace("RECORDED_FOR", f'"{told_for}"')
    has_hooks = told_for == "hooks" or is_whole
    is_plain = told_for == "plain"
    treatment = Treatment(
        recording, before, is_plain=is_plain, is_whole=is_whole, has_hooks=has_hooks
    )
    return make_bundle(entry, more_modules, treatment, names=names)
