"""Names that Brython has made are short, and alike in all functions."""

from __future__ import annotations

import pytest

from kwispel.runtime.compiled_names import shared_names, with_short_names

HEAD = (
    "runModule('some', (locals_some, locals, frame, __file__, $define, $import) => {\n"
)


def named(body: str) -> str:
    """Give the body of a module with short names."""
    shared = {"$define": "d", "$import": "i", "$get": "g"}
    head = "runModule('some', ($, _, $f, __file__, d, i) => {\n"
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
        ("$get(item, 'item $get')", "g($i, 'item $get')"),
        ("\"locals\\\"locals\" + '\\'$get'", "\"locals\\\"locals\" + '\\'$get'"),
        ("{$kw:[{item: item, result: locals}]}", "{$kw:[{item: $i, result: _}]}"),
        ("(aa ? item: locals)", "(aa ? $i: _)"),
    ],
)
def test_names_become_short(body: str, short: str) -> None:
    """Texts, attributes and what arguments are called stay as they are."""
    assert named(body) == short


def test_functions_beside_each_other_are_told_apart() -> None:
    """What is written at length stands in one scope with the rest of its module."""
    body = (
        "function f500001() {}\n"
        "locals_some.g = $define('g', (locals, frame) => {v500003})\n"
        "function h500002() {}\n"
    )

    assert named(body) == (
        "function $$0() {}\n$.g = d('g', (_, $f) => {$0})\nfunction $$1() {}\n"
    )


def test_each_function_begins_to_count_anew() -> None:
    """But not for a name that more than one of them uses."""
    body = (
        "locals_some.f = $define('f', (locals, frame) => {x(v500001, v500002)})\n"
        "locals_some.g = $define('g', (locals, frame) => {x(v500003, v500002)})\n"
    )

    assert named(body) == (
        "$.f = d('f', (_, $f) => {x($0, $$0)})\n$.g = d('g', (_, $f) => {x($0, $$0)})\n"
    )
