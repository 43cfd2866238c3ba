"""brython.js is taken apart by what its blocks set, and refused when it is unknown."""

from __future__ import annotations

import re

import pytest

from kwispel.runtime.brython_blocks import (
    LEFT_OUT,
    TRIMS,
    LeftOut,
    Trim,
    UnknownBrython,
    keep_blocks,
    names_set,
    names_used,
)
from kwispel.runtime.bundle import BRYTHON_JS

FILE = """// a comment
"use strict";
var __BRYTHON__=globalThis.__BRYTHON__ ||{}
(function($B){$B.first=1;$B.shared=2})(__BRYTHON__);
;
(function($B){$B.parse=function(){return $B.first};$B.shared=3})(__BRYTHON__);
;
(function($B){var _b_=$B.builtins
_b_.run=function(x){eval(x);$B.parse(x)}})(__BRYTHON__);
;
"""

PARSER = LeftOut("the parser", ("$B.parse=",))


@pytest.fixture(scope="module")
def brython() -> str:
    """Read the brython.js of the installed wheel."""
    return BRYTHON_JS.read_text(encoding="utf-8")


def test_what_is_left_out_is_gone_and_the_rest_is_kept() -> None:
    """Only the block goes that sets what is named."""
    blocks = keep_blocks(FILE, (PARSER,), ())

    assert "$B.parse=" not in "".join((blocks.first, *blocks.others))
    assert "$B.first=1" in blocks.first
    assert "_b_.run=" in blocks.others[0]


def test_missing_is_what_no_kept_block_sets() -> None:
    """What a kept block or a stand-in sets as well is not missing."""
    assert keep_blocks(FILE, (PARSER,), ()).missing == {"$B.parse": "the parser"}
    assert keep_blocks(FILE, (PARSER,), (), stand_ins="$B.parse = 1;").missing == {}


def test_brython_is_never_taken_from_the_page() -> None:
    """What stands before the first function looks for one that is there; it goes."""
    blocks = keep_blocks(FILE, (PARSER,), ())

    assert blocks.first.startswith("(function($B){")


def test_code_is_never_evaluated() -> None:
    """A call of eval becomes one of a function that the bundle sets."""
    calls = tuple(trim for trim in TRIMS if trim.what == "calls of eval")

    blocks = keep_blocks(FILE, (PARSER,), calls)

    assert "{evaluate(x)" in blocks.others[0]


def test_what_is_to_be_trimmed_must_be_there() -> None:
    """A release that puts it otherwise would bring it back unnoticed."""
    gone = Trim("the chatter", re.compile("chatter"), "")

    with pytest.raises(UnknownBrython, match="no longer hold the chatter"):
        keep_blocks(FILE, (PARSER,), (gone,))


def test_a_block_that_is_not_there_is_named() -> None:
    """The message says which block is looked for, and by what."""
    wanted = LeftOut("the lexer", ("$B.lex=", "$B.tokens="))

    with pytest.raises(
        UnknownBrython, match=r"no block holds \$B\.lex= and \$B\.tokens= \(the lexer\)"
    ):
        keep_blocks(FILE, (wanted,), ())


def test_a_mark_of_several_blocks_is_refused() -> None:
    """Leaving out the wrong one of two would break the runtime."""
    with pytest.raises(UnknownBrython, match=r"2 blocks hold \$B\.shared= \(sharing\)"):
        keep_blocks(FILE, (LeftOut("sharing", ("$B.shared=",)),), ())


def test_two_blocks_that_became_one_are_refused() -> None:
    """What has been merged may hold more than is known."""
    twin = LeftOut("the twin", ("$B.shared=3",))

    with pytest.raises(UnknownBrython, match="holds both the parser and the twin"):
        keep_blocks(FILE, (PARSER, twin), ())


def test_the_first_block_is_never_left_out() -> None:
    """Everything else stands on it."""
    with pytest.raises(UnknownBrython, match="first block also holds the base"):
        keep_blocks(FILE, (LeftOut("the base", ("$B.first=",)),), ())


def test_another_file_is_refused() -> None:
    """A file that is no brython.js at all is told from one."""
    with pytest.raises(UnknownBrython, match=r"first block of brython\.js"):
        keep_blocks("alert(1)", (), ())


def test_names_are_told_by_their_owner() -> None:
    """`$B` and `__BRYTHON__` are the same object, `_b_` is Python's builtins."""
    javascript = "__BRYTHON__.a=1;$B.b = 2;_b_.c=3;x.$B.d=4;$B.e==5;_b_.f()"

    assert names_set(javascript) == {"$B.a", "$B.b", "_b_.c"}
    assert names_used(javascript) == {"$B.a", "$B.b", "_b_.c", "$B.e", "_b_.f"}


@pytest.mark.parametrize("wanted", LEFT_OUT, ids=lambda wanted: wanted.what)
def test_every_block_is_found_in_the_installed_brython(
    wanted: LeftOut, brython: str
) -> None:
    """Each is recognised, and really is left out."""
    blocks = keep_blocks(brython)

    kept = "".join((blocks.first, *blocks.others))
    assert not all(mark in kept for mark in wanted.sets)


@pytest.mark.parametrize("wanted", LEFT_OUT, ids=lambda wanted: wanted.what)
def test_a_brython_that_lacks_a_block_is_refused(wanted: LeftOut, brython: str) -> None:
    """An upgrade that names things otherwise fails the build, with the reason."""
    other = brython.replace(wanted.sets[0], wanted.sets[0].replace("=", "_new="))

    with pytest.raises(UnknownBrython) as refused:
        keep_blocks(other)

    assert wanted.what in str(refused.value)
