"""What belongs to a type of which nothing is ever made goes, and nothing else."""

from __future__ import annotations

import pytest

from kwispel.runtime.unused import without_unused

MAKE = "var X=$B.make_builtin_class('X')\n"
ROW = "init_type(_b_,'X',['X'])\n"


def left(statements: str, around: str = "") -> str:
    """Give what is left of the statements of one block."""
    (block,) = without_unused([f"(function($B){{{statements}}})(__BRYTHON__)"], around)
    body = block.removeprefix("(function($B){").removesuffix("})(__BRYTHON__)")
    return "\n".join(body.replace(";", "").split("\n\n")).strip()


@pytest.mark.parametrize(
    "statements",
    [
        f"{MAKE}X.tp_repr=function(self){{return a(self)}}",
        f"{MAKE}X.$factory=function(){{return{{ob_type:X}}}}",
        f"{MAKE}var X_funcs=X.tp_funcs={{}}\nX_funcs.get=b\nX.tp_methods=['get']",
        f"{MAKE}X[$B.FAST_ITER]=function(){{a()}}",
        f"{ROW}_b_.X.tp_hash=cut",
        f"{ROW}var x=_b_.X\nx.nb_bool=function(){{a()}}",
        f"{ROW}init_type(_b_,'Y',['Y',_b_.X])",
    ],
)
def test_a_type_that_nothing_makes_has_nothing(statements: str) -> None:
    """Its members, its tables and the type itself, and those made from it alone."""
    assert left(statements) == ""


def test_two_types_that_only_make_each_other_have_nothing() -> None:
    """There is none that would begin."""
    other = "var Y=$B.make_builtin_class('Y')\nY.tp_iter=function(){return{ob_type:X}}"

    assert left(f"{MAKE}X.tp_iter=function(){{return{{ob_type:Y}}}}\n{other}") == ""


@pytest.mark.parametrize(
    "compares",
    [
        "a($B.$isinstance(b,X))",
        "a($B.exact_type(b,[X,c]))",
        "a(b===X)",
        "switch(b){case X:\na()}",
    ],
)
def test_a_type_that_is_compared_with_stays_bare(compares: str) -> None:
    """It compares unequal with the type of anything that there is."""
    assert left(f"{MAKE}X.tp_repr=b\n{compares}") == f"{MAKE}{compares}"


@pytest.mark.parametrize(
    "uses",
    [
        "a({ob_type:X})",
        "a(X)",
        "$B.$isinstance(X,b)",
        "a(X.tp_repr)",
        "a(X.tp_funcs.get)",
        "for(var attr in X){a(attr)}",
    ],
)
def test_a_type_that_may_be_made_keeps_all(uses: str) -> None:
    """Whatever is more than comparing may make one, or give it to what does."""
    statements = f"{MAKE}X.tp_repr=b\n{uses}"

    assert left(statements) == statements


@pytest.mark.parametrize("asks", ["_b_.X", "builtins.X", "$resolve('X')"])
def test_a_type_that_python_asks_for_keeps_all(asks: str) -> None:
    """Our own modules ask for what is built in by its name."""
    statements = f"{ROW}_b_.X.tp_repr=b"

    assert left(statements, f"{asks};tp_repr") == statements


def test_what_is_done_while_members_are_given_is_done() -> None:
    """Calling is more than giving a type a member."""
    statements = f"{MAKE}X.tp_repr=a()"

    assert left(statements) == statements
