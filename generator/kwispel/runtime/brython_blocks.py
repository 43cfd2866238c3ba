"""Take brython.js apart, and leave out the blocks that a quiz never reaches.

The file is a row of blocks, one from each of Brython's own source files. They are
recognised by what they set, never by place, so that another release of Brython is
read the same way, or refused with a message that says what is no longer there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

Rewrite = Callable[[str, int], str]

_SEPARATOR = "\n;\n"
_FIRST_FUNCTION = "(function($B){"
_USED = re.compile(r"(?<![\w$.])(\$B|_b_|__BRYTHON__)\.([\w$]+)")
_SET = re.compile(_USED.pattern + r"\s*=(?!=)")


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A block that the runtime does without.

    Shape: sets is what this block alone sets, as it stands in the file; builtins and
    methods are the names in Python that need it.
    """

    what: str
    sets: tuple[str, ...]
    builtins: tuple[str, ...] = ()
    methods: tuple[str, ...] = ()


LEFT_OUT = (
    LeftOut("the list of tokens", ("$B.py_tokens=",)),
    LeftOut("the tokenizer", ("$B.tokenizer=",), methods=("isidentifier",)),
    LeftOut("the classes of syntax trees", ("__BRYTHON__.ast_classes=",)),
    LeftOut("the syntax trees", ("$B.ast_js_to_py=", "$B.python_ast_classes=")),
    LeftOut("the code generator", ("$B.js_from_root=", "$B.js_from_ast=")),
    LeftOut("the symbol table", ("$B._PySymtable_Build=",)),
    LeftOut("the actions of the parser", ("$B._PyPegen=",)),
    LeftOut("the reader of text literals", ("$B.prepare_string=",)),
    LeftOut("the reader of number literals", ("$B.prepare_number=",)),
    LeftOut("the parser", ("$B.Parser=",)),
    LeftOut("the helpers of the parser", ("$B.PyPegen=",)),
    LeftOut("the grammar", ("_PyPegen.parse=",)),
    LeftOut("the documentation of builtins", ("var docs={",)),
    LeftOut("the loader of Python scripts", ("$B.run_script=", "$B.brython=")),
    LeftOut("the loader of files", ("$B.ajax_load_script=", "$B.idb_open=")),
    LeftOut("the promise of a loaded page", ("$B.whenReady=",)),
    LeftOut("eval and exec", ("_b_.eval=", "_b_.exec="), ("eval", "exec", "compile")),
    LeftOut(
        "bytes",
        ("$B.fast_bytes=", "$B.bytes_decode="),
        ("bytes", "bytearray", "ascii"),
        ("encode", "decode", "to_bytes", "from_bytes"),
    ),
    LeftOut("memoryview", ("$B.memory_iterator.tp_iter=",), ("memoryview",)),
    LeftOut("complex numbers", ("$B.make_complex=",), ("complex",)),
    LeftOut("files", ("_b_.open=", "$B._TextIOWrapper="), ("open",)),
    LeftOut("pattern matching", ("$B.pattern_match=",)),
    LeftOut("coroutines", ("$B.make_async=", "$B.promise="), ("aiter", "anext")),
    LeftOut("its own sort", ("$B.$TimSort=",)),
)


@dataclass(frozen=True, slots=True)
class Trim:
    """Something inside kept blocks that is taken out, or put in another way."""

    what: str
    pattern: re.Pattern[str]
    instead: str


TRIMS = (
    Trim("calls of eval", re.compile(r"(?<![\w$.\"'])eval\("), "evaluate("),
    Trim("calls of import", re.compile(r"(?<![\w$.\"'])import\("), "refuse("),
    Trim(
        "the documentation of types",
        re.compile(r"^(init_type\([^`\n]*,)`[^`]*`", re.MULTILINE),
        r"\1``",
    ),
    Trim(
        "debugging that is switched off",
        re.compile(r"if\(\$?test\)\{console\.log\([^{}]*?\)\}"),
        "if(0){}",
    ),
    # Whatever the page calls in Python goes through one of these two: listeners,
    # timers, promises. Nothing of a script that is over may happen any more.
    Trim(
        "how Python listens",
        re.compile(r"(?<=callback=\(function\(f\)\{return function\(ev\)\{)(?=try\{)"),
        "if(isOver)return;",
    ),
    Trim(
        "how the page calls Python",
        re.compile(r"(?<=let jsobj=function\(\)\{)(?=try\{\s*var args=)"),
        "if(isOver)return;",
    ),
    # Elements without a class of their own are of the one that all share.
    Trim(
        "the list of HTML elements",
        re.compile(r"(?<=var tags=)\['A','ABBR',[^\]]*\]"),
        "[]",
    ),
    # There are more types than can be made ready in one slice of the start, and to go
    # through the names of an object takes longer than through a list of them.
    Trim(
        "the names of slots",
        re.compile(
            r"(\$B\.finalize_type=.*?)for\(var slot in \$B\.wrapper_methods\)",
            re.DOTALL,
        ),
        r"const slots=Object.keys($B.wrapper_methods)\n\1for(var slot of slots)",
    ),
    Trim(
        "the types that are made ready",
        re.compile(r"(?<=\{var cls=ns\[name\]\n)\$B\.finalize_type\(cls\)(?=\})"),
        "$B.finalize_type(cls);yield",
    ),
)


class UnknownBrython(Exception):  # noqa: N818 - it says what is the case
    """Raised when brython.js is not put together as this module knows it."""


@dataclass(frozen=True, slots=True)
class Blocks:
    """The blocks of one brython.js.

    Shape: first is the block that all others stand on, without what comes before its
    function; missing maps each name that a block left out sets, and no kept one, to
    what that block is.
    """

    first: str
    others: tuple[str, ...]
    missing: dict[str, str]


def keep_blocks(
    brython: str,
    left_out: tuple[LeftOut, ...] = LEFT_OUT,
    trims: tuple[Trim, ...] = TRIMS,
    *,
    stand_ins: str = "",
    rewrite: Rewrite | None = None,
) -> Blocks:
    """Take brython.js apart, keep what left_out does not name, and trim it.

    Shape: stand_ins is JavaScript that sets some of the missing names again; rewrite is
    given each kept block with its place in the file, and gives what stands instead.
    Raises: UnknownBrython.
    """
    starts, blocks = _taken_apart(brython)
    if _FIRST_FUNCTION not in blocks[0]:
        raise UnknownBrython(
            f"the first block of brython.js holds no {_FIRST_FUNCTION!r}"
        )
    dropped = _places(blocks, left_out)
    if 0 in dropped:
        raise UnknownBrython(f"the first block also holds {dropped[0]}")
    kept = [block for i, block in enumerate(blocks) if i not in dropped]
    missing = {n: what for i, what in dropped.items() for n in names_set(blocks[i])}
    for name in names_set("\n".join((*kept, stand_ins))):
        missing.pop(name, None)
    if rewrite:
        places = [start for i, start in enumerate(starts) if i not in dropped]
        kept = [rewrite(block, at) for block, at in zip(kept, places, strict=True)]
        trims = tuple(trim for trim in trims if trim.pattern.search("\n".join(kept)))
    first, *others = _trimmed(kept, trims)
    return Blocks(
        first[first.index(_FIRST_FUNCTION) :],
        tuple(others),
        dict(sorted(missing.items())),
    )


def _taken_apart(brython: str) -> tuple[list[int], list[str]]:
    """Give the blocks, and where each begins."""
    starts: list[int] = []
    blocks: list[str] = []
    at = 0
    for piece in brython.split(_SEPARATOR):
        if block := piece.strip():
            starts.append(at + piece.index(block))
            blocks.append(block)
        at += len(piece) + len(_SEPARATOR)
    return starts, blocks


def _trimmed(blocks: list[str], trims: tuple[Trim, ...]) -> list[str]:
    text = _SEPARATOR.join(blocks)
    for trim in trims:
        text, count = trim.pattern.subn(trim.instead, text)
        if count == 0:
            raise UnknownBrython(f"the kept blocks no longer hold {trim.what}")
    return text.split(_SEPARATOR)


def names_set(javascript: str) -> set[str]:
    """Give the names that JavaScript sets on Brython's objects: `$B.x`, `_b_.x`."""
    return {_name(found) for found in _SET.finditer(javascript)}


def names_used(javascript: str) -> set[str]:
    """Give the names that JavaScript mentions of Brython's objects."""
    return {_name(found) for found in _USED.finditer(javascript)}


def _name(found: re.Match[str]) -> str:
    owner, name = found.groups()
    return f"{'_b_' if owner == '_b_' else '$B'}.{name}"


def _places(blocks: list[str], left_out: tuple[LeftOut, ...]) -> dict[int, str]:
    found: dict[int, str] = {}
    for wanted in left_out:
        place = _place(blocks, wanted)
        if place in found:
            raise UnknownBrython(
                f"one block holds both {found[place]} and {wanted.what}"
            )
        found[place] = wanted.what
    return found


def _place(blocks: list[str], wanted: LeftOut) -> int:
    places = [
        place
        for place, block in enumerate(blocks)
        if all(mark in block for mark in wanted.sets)
    ]
    if len(places) == 1:
        return places[0]
    marks = " and ".join(wanted.sets)
    count = f"{len(places)} blocks hold" if places else "no block holds"
    raise UnknownBrython(
        f"{count} {marks} ({wanted.what}): this brython.js is put together in another "
        "way; see what now tells that block from all others, and say so in LEFT_OUT"
    )
