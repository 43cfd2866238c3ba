"""Names that Brython has made are short, and alike in all functions."""

from __future__ import annotations

import pytest

from kwispel.runtime.compiled_names import shared_names, with_short_names

HEAD = "runModule('some', (locals_some, locals, frame, __file__, $import) => {\n"


def named(body: str) -> str:
    """Give the body of a module with short names."""
    shared = {"$define": "d", "$import": "i", "$get": "g"}
    head = "runModule('some', ($, _, $f, __file__, i) => {\n"
    given = with_short_names(HEAD + body, shared)
    assert given.startswith(head)
    return given.removeprefix(head)


def test_what_is_used_most_gets_the_first_letter() -> None:
    """Names that are not around the modules get none."""
    modules = ["$get(aa, $get(bb, $other))", "$call($get)"]

    assert shared_names(modules, ["$call", "$get", "$unused"]) == {
        "$get": "a",
        "$call": "b",
    }


def test_a_letter_that_a_module_uses_itself_is_left_to_it() -> None:
    """It would mean something else."""
    assert shared_names(["$get(a, c)", "$call($get)"], ["$get", "$call"]) == {
        "$get": "b",
        "$call": "d",
    }


@pytest.mark.parametrize(
    ("body", "short"),
    [
        ("locals_some.f", "$.f"),
        ("locals.a.locals", "_.a.locals"),
        ("x(...$get(...locals.a))", "x(...g(..._.a))"),
        ("locals_some_f.x = next_500001", "$$0.x = $$1"),
        ("$get(item, 'item $get')", "g(item, 'item $get')"),
        ("\"locals\\\"locals\" + '\\'$get'", "\"locals\\\"locals\" + '\\'$get'"),
        ("{$kw:[{frame: frame, result: locals}]}", "{$kw:[{frame: $f, result: _}]}"),
        ("(aa ? frame: locals)", "(aa ? $f: _)"),
    ],
)
def test_names_become_short(body: str, short: str) -> None:
    """Texts, attributes and what arguments are called stay as they are."""
    assert named(body) == short


def test_functions_beside_each_other_are_told_apart() -> None:
    """What is written at length stands in one scope with the rest of its module."""
    body = (
        "function f500001() {}\n"
        "$define('g', (a$500003) => {a$500003})\n"
        "function h500002() {}\n"
    )

    assert named(body) == ("function $$0() {}\nd('g', (P) => {P})\nfunction $$1() {}\n")


def test_each_function_begins_anew() -> None:
    """But not for a name that more than one of them uses."""
    body = (
        "$define('f', (a$500001) => {x(a$500001, v500002)})\n"
        "$define('g', (b$500003) => {x(b$500003, v500002)})\n"
    )

    assert named(body) == ("d('f', (P) => {x(P, $$0)})\nd('g', (P) => {x(P, $$0)})\n")


def test_after_the_letters_come_numbers() -> None:
    """A function with more variables than letters that are left to it."""
    variables = ", ".join(f"a$5000{number}" for number in range(10, 23))

    assert named(f"$define('f', ({variables}) => {{}})") == (
        "d('f', (P, Q, R, S, T, U, V, W, X, Y, Z, $0, $1) => {})"
    )
