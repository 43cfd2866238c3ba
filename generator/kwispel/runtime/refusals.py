"""Have what is left out of Brython refuse, and Python that needs it not be bundled."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from kwispel.runtime.brython_blocks import LEFT_OUT, names_set, names_used
from kwispel.runtime.compile_python import CannotCompile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kwispel.runtime.brython_blocks import Blocks


def refusals(blocks: Blocks) -> Iterator[str]:
    """Give a stand-in that refuses for every name that is missing."""
    reached = names_used("\n".join((blocks.first, *blocks.others)))
    for name, what in blocks.missing.items():
        if name.startswith("_b_."):
            yield f"$B.builtins{name[3:]} = () => refuse({json.dumps(what)});"
        elif name in reached:
            yield f"{name} = leftOut({json.dumps(what)});"


def refusing_types() -> Iterator[str]:
    """Have the types refuse to be made whose blocks are left out."""
    for block in LEFT_OUT:
        for name in block.builtins:
            yield f"refuseToMake({json.dumps(name)}, {json.dumps(block.what)});"


def refuse_missing(name: str, javascript: str, blocks: Blocks) -> None:
    """Refuse a compiled module that needs what is left out.

    Raises: CannotCompile.
    """
    for used in names_used(javascript) - names_set(javascript):
        if what := blocks.missing.get(used):
            raise CannotCompile(
                f"{name} needs {what} ({used}), which the runtime leaves out"
            )
