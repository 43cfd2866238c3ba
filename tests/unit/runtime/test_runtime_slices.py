"""Where the runtime may be broken off while it starts."""

from __future__ import annotations

import re

import pytest

from kwispel.runtime.bundle import Bundle, make_bundle
from kwispel.runtime.slices import TURN, at_once, in_brackets, with_turns

LONGEST = 8_000
"""Characters of Brython between two turns: nearly all of it functions."""


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    """Make the complete runtime, which has the most between two turns."""
    return make_bundle()


def block(*statements: str) -> str:
    """Write a block of Brython."""
    return "(function($B){" + "\n".join(statements) + "})(__BRYTHON__);"


def turns_in(*statements: str) -> list[str]:
    """Cut a block wherever that can be, and give what stands between."""
    (cut,) = with_turns([block(*statements)], least=1)
    body = cut[cut.index("{") + 1 : cut.rindex("}")]
    return [piece.strip("\n;") for piece in body.split(TURN)]


def test_a_turn_stands_between_statements_in_their_order() -> None:
    """One statement after another, as before."""
    statements = ["var a=1", "function f(){\nreturn a\n}", "$B.f=f", "for(;;){\nf()}"]

    assert turns_in(*statements) == statements


@pytest.mark.parametrize(
    "statement",
    [
        "if(a){\nb()}\nelse{\nc()}",
        "if(a)\nb()",
        "try{\na()}\ncatch(e){\nb()}\nfinally{\nc()}",
        "for(var x of y)\nf(x)",
        "var a=b\n+c",
        "var a=`\nvar b=1\n`",
        "var a={b:/[}]/,\nc:1}",
        "while(a)\nb()",
        "a\n.b()",
    ],
)
def test_no_turn_stands_within_a_statement(statement: str) -> None:
    """The engine that runs it says what is whole, and what goes on in the next line."""
    pieces = turns_in("a()", statement, "b()")

    assert len(pieces) > 1
    assert any(statement in piece for piece in pieces)


def test_what_is_no_block_is_followed_by_a_turn() -> None:
    """It is short, and left as it is."""
    assert with_turns(["$B.a=1"]) == [f"$B.a=1\n;{TURN}"]


def test_brackets_come_back_that_minifiers_take_away() -> None:
    """Around what is called where it stands, and around nothing else."""
    script = f"f(g);{at_once('function(a){b(c,d)}')}(e)"

    assert in_brackets(script) == "f(g);(function(a){b(c,d)})(e)"


def test_no_stretch_of_brython_is_long(bundle: Bundle) -> None:
    """Between two turns there is what a slow processor does in a moment."""
    blocks = bundle.text().split("yield* (function* ($B) {")[1:]
    assert len(blocks) > 1
    bodies = [one.split("})(__BRYTHON__)")[0] for one in blocks]
    stretches = [len(one) for body in bodies for one in re.split(r"yield\b", body)]

    assert max(stretches) < LONGEST


def test_each_module_has_a_turn_of_its_own(bundle: Bundle) -> None:
    """However many there will be."""
    heads = r"\('kwispel\.(?:core|browser)\.\w+', \("
    counts = [len(re.findall(heads, each)) for each in bundle.modules.split(TURN)]

    assert len(counts) > 1
    assert set(counts) == {1}
