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

CUTS = ("runtime", "hooked", "complete")
"""That of pages, that of sites with hooks, and the one that both fall back on."""


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


def recording_bundle(
    told_for: str,
    entry: str = ENTRY,
    more_modules: Mapping[str, Path] | None = None,
    *,
    is_whole: bool = False,
) -> Bundle:
    """Bundle a module with all of Brython, which tells what is reached.

    Shape: told_for is "page" or "hooks"; is_whole: nothing comes later.
    """
    before = part("tell_reached").replace("RECORDED_FOR", f'"{told_for}"')
    has_hooks = told_for == "hooks" or is_whole
    treatment = Treatment(recording, before, is_whole=is_whole, has_hooks=has_hooks)
    return make_bundle(entry, more_modules, treatment)
