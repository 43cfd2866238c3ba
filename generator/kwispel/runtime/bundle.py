"""Put Brython's kept blocks and our compiled modules into one script.

Only the build of the package comes here: the script needs brython.js, Node and the
minifier, and what it makes goes into the wheel.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

import minify  # the wheel tdewolff-minify

from kwispel.runtime.brython_blocks import (
    LEFT_OUT,
    Blocks,
    keep_blocks,
    names_set,
    names_used,
)
from kwispel.runtime.brython_functions import without_functions
from kwispel.runtime.compile_python import (
    CannotCompile,
    compile_modules,
    find_modules,
    read_modules,
    shortened,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

PACKAGE = Path(__file__).parents[1]
ENTRY = "kwispel.browser.page"
BRYTHON_JS = Path(str(files("brython").joinpath("data", "brython.js")))

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Bundle:
    """A runtime, before it is minified.

    Shape: notice is the licence, a comment; script one function that runs at once.
    """

    notice: str
    script: str

    def text(self) -> str:
        """Give the script as it can be read."""
        return f"{self.notice}\n{self.script}\n"

    def minified(self) -> str:
        """Give the script as it goes over the wire."""
        return f"{self.notice}\n{minified_script(self.script)}\n"


def minified_script(script: str) -> str:
    """Give a script with short names and no white space."""
    return minify.string("text/javascript", script)


def our_modules() -> dict[str, Path]:
    """Give the files of kwispel's Python for the browser by the modules' names."""
    return find_modules(PACKAGE / "core", "kwispel.core") | find_modules(
        PACKAGE / "browser", "kwispel.browser"
    )


def make_bundle(
    entry: str = ENTRY, more_modules: Mapping[str, Path] | None = None
) -> Bundle:
    """Bundle a module with all that it imports; its `start` is called at the end.

    Shape: more_modules are importable beside kwispel's own, for the tests.
    Raises: CannotCompile, UnknownBrython, UnknownFunction.
    """
    modules = read_modules(entry, our_modules() | dict(more_modules or {}))
    blocks = keep_blocks(without_functions(BRYTHON_JS), stand_ins=_part("stand_ins"))
    compiled = compile_modules(modules, BRYTHON_JS)
    for name, javascript in compiled.items():
        _refuse_missing(name, javascript, blocks)
    short = {name: shortened(javascript) for name, javascript in compiled.items()}
    return Bundle(_notice(), _script(blocks, short, entry))


def _script(blocks: Blocks, compiled: Mapping[str, str], entry: str) -> str:
    parts = [
        _part("surroundings"),
        blocks.first,
        *_refusals(blocks),
        _part("stand_ins"),
        *blocks.others,
        *_refusing_types(),
        _part("modules"),
        _part("short_names"),
        "try {",
        *_registered(compiled),
        "loadHooks();",
        f'callPython("{entry}", "start");',
        "} catch (error) { $B.handle_error($B.exception(error)); }",
    ]
    return '(function () {\n"use strict";\n' + "\n;\n".join(parts) + "\n})();"


def _part(name: str) -> str:
    return (_HERE / "javascript" / f"{name}.js").read_text(encoding="utf-8").strip()


def _refusals(blocks: Blocks) -> Iterator[str]:
    """Give a stand-in that refuses for every name that is missing."""
    reached = names_used("\n".join((blocks.first, *blocks.others)))
    for name, what in blocks.missing.items():
        if name.startswith("_b_."):
            yield f"$B.builtins{name[3:]} = () => refuse({json.dumps(what)});"
        elif name in reached:
            yield f"{name} = leftOut({json.dumps(what)});"


def _refusing_types() -> Iterator[str]:
    """Have the types refuse to be made whose blocks are left out."""
    for block in LEFT_OUT:
        for name in block.builtins:
            yield f"refuseToMake({json.dumps(name)}, {json.dumps(block.what)});"


def _registered(compiled: Mapping[str, str]) -> Iterator[str]:
    """Give the registration of every module, and of the packages around it."""
    added: set[str] = set()
    for name, javascript in compiled.items():
        parts = name.split(".")
        for depth in range(1, len(parts)):
            package = ".".join(parts[:depth])
            if package not in added:
                yield f'addModule("{package}", true);'
                added.add(package)
        if name not in added:
            yield f'addModule("{name}", false);'
            added.add(name)
        yield javascript


def _refuse_missing(name: str, javascript: str, blocks: Blocks) -> None:
    for used in names_used(javascript) - names_set(javascript):
        if what := blocks.missing.get(used):
            raise CannotCompile(
                f"{name} needs {what} ({used}), which the runtime leaves out"
            )


def _notice() -> str:
    text = (_HERE / "brython_notice.txt").read_text(encoding="utf-8")
    return f"/*!\n{text.replace('VERSION', version('brython')).strip()}\n*/"
