"""Every piece of a script that may stay unreached is found, by where it begins."""

from __future__ import annotations

import pytest

from kwispel.runtime.branches import find_branches


def found(script: str) -> list[tuple[str, str]]:
    """Give the kinds of branches, and what they say."""
    return [(one.kind, script[one.start : one.end]) for one in find_branches(script)]


@pytest.mark.parametrize(
    ("script", "branches"),
    [
        ("if(a){b}else c", [("block", "{b}"), ("arm", "c")]),
        ("x=a?b:c", [("value", "b"), ("value", "c")]),
        ("a&&b||c", [("value", "b"), ("value", "c")]),
        ("for(;;)a", [("arm", "a")]),
        ("while(1){a}", [("block", "{a}")]),
        ("try{a}catch{b}", [("block", "{b}")]),
        ("x=function(){a}", [("function", "{a}")]),
        ("function f(){a}", [("declared", "{a}")]),
        ("x={get a(){b}}", [("method", "{b}")]),
        ("x=()=>a", [("value", "a")]),
        ("switch(a){case 1:b;default:{c}}", [("rest", "b;"), ("block", "{c}")]),
        ("{f();b;c}", [("rest", "b;c")]),
        ("{a=1;b}", []),
    ],
)
def test_a_branch_is_what_may_be_left_out(
    script: str, branches: list[tuple[str, str]]
) -> None:
    """Arms, values, bodies, and what comes after something that may leave."""
    assert found(script) == branches


def test_what_is_declared_ends_the_rest_of_a_list() -> None:
    """A function is there before its declaration is come by."""
    assert found("{f();a;function f(){b}c}") == [
        ("rest", "a;"),
        ("declared", "{b}"),
        ("rest", "c"),
    ]


def test_a_function_that_cannot_be_read_is_one_branch() -> None:
    """The grammar knows no line that goes on where a semicolon is left away."""
    script = "function f(){var x,y\n[x,y]=z.split()\nif(x){y()}}"

    assert [kind for kind, _ in found(script)] == ["declared"]


def test_places_count_signs() -> None:
    """A text with other letters than those of English moves nothing."""
    assert found("x='é';if(a){b}") == [("block", "{b}")]
