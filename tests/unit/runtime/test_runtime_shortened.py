"""Compiled Python is written in short where it is known to mean the same."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from kwispel.runtime.bundle import BRYTHON_JS
from kwispel.runtime.compile_python import compile_modules, read_modules, shortened
from kwispel.runtime.compiled_calls import OPERATIONS, SHORT_NAMES


def in_short(folder: Path, source: str) -> str:
    """Compile one module, and say in short what it says at length."""
    file = folder / "some.py"
    file.write_text(source, encoding="utf-8")
    modules = read_modules("some", {"some": file})

    return shortened(compile_modules(modules, BRYTHON_JS)["some"])


def test_functions_are_written_in_short(tmp_path: Path) -> None:
    """Methods, inner functions and lambdas too; each with the line where it begins."""
    short = in_short(
        tmp_path,
        "def f(a, b):\n    if a:\n        return b\n    return 1\n\n\n"
        "class C:\n    def m(self):\n        return lambda x: self\n\n\n"
        "def g():\n    def h(y):\n        return y\n    return h\n",
    )

    assert "locals_some.f = $define('f a b', 1, (locals, frame) => {" in short
    assert "locals_some_C.m = $define('C.m self', 8, " in short
    assert "= $define('C.m.<locals>.<lambda> x', 9, " in short
    assert "locals_some.g = $define('g', 12, " in short
    assert "$define('g.<locals>.h y', 13, " in short
    assert "return locals.b" in short
    assert "set_lineno(" not in short
    assert "$B.args_parser(" not in short


@pytest.mark.parametrize(
    "source",
    [
        "def f(x=1):\n    return x\n",
        "def f(*x):\n    return x\n",
        "def f(*, x):\n    return x\n",
        "class C:\n    def m(self):\n        return super().m()\n",
    ],
)
def test_other_functions_are_left_as_brython_writes_them(
    source: str, tmp_path: Path
) -> None:
    """Such as take their arguments in another way, or ask for their class."""
    short = in_short(tmp_path, source)

    assert "$define(" not in short
    assert short.count("$B.args_parser(") == 1


def test_a_name_of_the_module_is_looked_for_there_alone(tmp_path: Path) -> None:
    """A name that the function gives a value to, or that nobody does, is not."""
    short = in_short(tmp_path, "def f():\n    return g() + h()\n\n\ndef g(): 0\n")

    assert "$call(locals_some.g, )" in short
    assert "resolve_in_scopes('h', " in short


@pytest.mark.parametrize(
    ("condition", "short"),
    [
        ("a is b", "if($is(locals.a, locals.b)){"),
        ("a is not b", "if(! $is(locals.a, locals.b)){"),
        ("a in b", "if($in(locals.a, locals.b)){"),
        ("a < b", "if($lt(locals.a, locals.b)){"),
        ("a", "if($true(locals.a)){"),
        ("a + b", "if($true($add(locals.a, locals.b))){"),
        ("not a", "if(! $true(locals.a)){"),
        ("a | b", "if($true($B.rich_op('__or__', locals.a, locals.b))){"),
    ],
)
def test_what_is_a_boolean_is_not_asked_whether_it_is_true(
    condition: str, short: str, tmp_path: Path
) -> None:
    """Only what a comparison gives is one for sure."""
    source = f"def f(a, b):\n    if {condition}:\n        return a\n"

    assert short in in_short(tmp_path, source)


def test_every_short_name_is_given_once() -> None:
    """What compiled modules call stands in the script that they become part of."""
    script = files("kwispel.runtime").joinpath("javascript", "short_names.js")
    text = script.read_text(encoding="utf-8")

    given = re.findall(r"^const (\$\w+) = ", text, re.MULTILINE)

    operations = [f"${operation}" for operation in OPERATIONS]
    assert sorted(given) == sorted([*SHORT_NAMES.values(), *operations, "$iterate"])
