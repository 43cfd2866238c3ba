"""What can never be is folded away, and all else does what it did."""

from __future__ import annotations

import ast

import pytest

from kwispel.runtime.fold_python import folded
from kwispel.runtime.plain import Facts

FACTS = Facts(
    absent=frozenset({"when"}),
    present=frozenset({"from"}),
    fixed={"at": "", "hook": None},
    never={"state": frozenset({"hidden"})},
    calls={"turns": False},
)


def fold(source: str, **others: str) -> str:
    """Fold a module that may stand beside others."""
    return folded({"one": source, **others}, FACTS)["one"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a = 'when' in b", "a = False"),
        ("a = 'when' not in b", "a = True"),
        ("a = 'when' in ('when', 'then')", "a = True"),
        ("a = 'when' in f(b)", "a = 'when' in f(b)"),
        ("a = 'from' in b", "a = True"),
        ("a = is_set(b, 'when')", "a = False"),
        ("a = is_set(b, 'then')", "a = is_set(b, 'then')"),
        ("a = b.get('when')", "a = None"),
        ("a = b['at']", "a = ''"),
        ("a = 'x' in b['at']", "a = False"),
        ("b['at'] = 3", "b['at'] = 3"),
        ("a = b['state'] == 'hidden'", "a = False"),
        ("a = b['state'] != 'hidden'", "a = True"),
        ("a = b['state'] == 'open'", "a = b['state'] == 'open'"),
        ("a = turns([1, b])", "a = False"),
        ("a = turns(f())", "a = turns(f())"),
        ("a = not 'when' in b", "a = True"),
        ("a = 'when' in b and c", "a = False"),
        ("a = 'from' in b and c", "a = c"),
        ("a = c and 'when' in b", "a = c and False"),
        ("a = c > 1 and 'from' in b", "a = c > 1"),
        ("a = c > 1 and 'from' in b and d", "a = c > 1 and d"),
        ("a = c or 'from' in b or d", "a = c or True"),
        ("a = 1 if 'when' in b else 2", "a = 2"),
        ("a = 1 if c and 'from' in b else 2", "a = 1 if c else 2"),
        ("a = 1 if f() and 'when' in b else 2", "a = 1 if f() and False else 2"),
        ("a = [c for c in d if 'from' in c]", "a = [c for c in d]"),
        ("a = True in ['when' in c for c in d]", "a = False"),
        ("a = {'x': 1}['x'] < 2 < 3", "a = {'x': 1}['x'] < 2 < 3"),
    ],
)
def test_what_is_known_of_keys_is_written_out(before: str, after: str) -> None:
    """An expression gives what it gave, wherever the facts are true."""
    assert fold(before) == after


def test_statements_that_are_never_reached_go() -> None:
    """A branch that cannot be taken, and what comes after one that leaves."""
    before = """
def f(b, c):
    if 'when' in b:
        return 1
    elif c:
        g()
    if 'from' in b:
        return 2
    return 3
"""
    assert fold(before) == "def f(b, c):\n    if c:\n        g()\n    return 2"


def test_a_loop_keeps_its_body() -> None:
    """Nothing may be left empty that Python wants filled."""
    before = "def f(b):\n    for c in b:\n        if 'when' in c:\n            g()"

    ast.parse(fold(before))
    assert fold(before) == "def f(b):\n    for c in b:\n        pass"


def test_what_a_function_sets_once_is_known_in_it() -> None:
    """So that what hangs on it can be folded too."""
    before = "def f(b):\n    known = 'when' in b\n    return 1 if known else 2"

    assert fold(before) == "def f(b):\n    return 2"


def test_what_a_function_sets_twice_is_not() -> None:
    """Nor what it is given."""
    before = """
def f(b, given):
    known = 'when' in b
    if given:
        known = True
    return known"""

    assert "return known" in fold(before)


def test_a_function_that_gives_one_value_is_not_called() -> None:
    """In any of the modules; its arguments must do nothing but be there."""
    other = "def kind(b):\n    if 'when' in b:\n        return 'a'\n    return 'b'"

    assert fold("a = kind(c) == 'b'", other=other) == "a = True"
    assert fold("a = kind(f()) == 'b'", other=other) == "a = kind(f()) == 'b'"


def test_an_empty_list_adds_nothing() -> None:
    """Where a function that gives none is unpacked, or added."""
    other = "def more(b):\n    if 'when' in b:\n        return [b]\n    return []"
    before = "def f(b):\n    made = [b, *more(b)]\n    made += more(b)\n    return made"

    after = "def f(b):\n    made = [b]\n    return made"
    assert fold(before, other=other) == after


def test_constants_of_a_module_are_known() -> None:
    """But for those that something is put into."""
    before = "BEST = {'high': 100}\nSEEN = {'high': 1}\nSEEN['high'] = 2\n"

    assert fold(f"{before}a = BEST['high']").endswith("a = 100")
    assert fold(f"{before}a = SEEN['high']").endswith("a = SEEN['high']")
