"""Let the browser have its turn while a block of Brython runs.

The runtime is one generator (docs/decisions/0020-starting-in-slices.md), and so is each
of its blocks: wherever one statement of a block is over and the next begins, it may
`yield`, and turns.js says when the browser takes that.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

from kwispel.runtime.node import run_node

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

LEAST = 4000
"""Characters of a block between two turns at least; a function hardly takes time."""

TURN = "yield;\n"

_AT_ONCE = "kwispelAtOnce"
_AT_ONCE_ENDS = re.compile(rf""",\s*["'`]{_AT_ONCE}["'`]\)""")
_PLACES = Path(__file__).parent / "javascript" / "list_places.js"
_BLOCK = re.compile(
    r"(?:\"use strict\";)?[\s;]*\(function\(\$B\)\{(?P<body>.*)\}\)\(__BRYTHON__\);?",
    re.DOTALL,
)


def at_once(function: str) -> str:
    """Mark a function that is called where it stands.

    Engines that see it in brackets of its own compile it while they read the script,
    and not again when it is called; but minifiers take such brackets away.
    """
    return f'{_AT_ONCE}({function}, "{_AT_ONCE}")'


def in_brackets(script: str) -> str:
    """Put the functions that are marked so in brackets, once all else is done."""
    return _AT_ONCE_ENDS.sub(")", script.replace(f"{_AT_ONCE}(", "("))


class CannotSlice(Exception):  # noqa: N818 - it says what is the case
    """Raised when an engine cannot read what is to be cut."""


def with_turns(blocks: Iterable[str], least: int = LEAST) -> list[str]:
    """Give blocks that let the browser have its turn, to be run in a generator.

    Raises: CannotSlice.
    """
    blocks = list(blocks)
    found = [_BLOCK.fullmatch(block) for block in blocks]
    bodies = [block["body"] if block else "" for block in found]
    cut = map(_cut, bodies, _places(bodies, least))
    return [
        f"yield* {_generator(body)}(__BRYTHON__);\n{TURN}"
        if one
        else f"{block}\n;{TURN}"
        for one, body, block in zip(found, cut, blocks, strict=True)
    ]


def _generator(body: str) -> str:
    return at_once(f"function* ($B) {{{body}}}")


def _cut(body: str, places: Sequence[int]) -> str:
    starts = [0, *places]
    ends = [*places, len(body)]
    return f";{TURN}".join(body[a:b] for a, b in zip(starts, ends, strict=True))


def _places(bodies: Sequence[str], least: int) -> list[list[int]]:
    """Ask a JavaScript engine where statements of scripts begin."""
    ran = run_node(str(_PLACES), str(least), given=json.dumps(bodies))
    if ran.returncode:
        raise CannotSlice(f"where to cut Brython cannot be told:\n{ran.stderr}")
    places: list[list[int]] = json.loads(ran.stdout)
    return places
