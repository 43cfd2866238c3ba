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

    assert "locals_some.f = $define('f a b', (locals, frame) => {" in short
    assert "locals_some_C.m = $define('C.m self', " in short
    assert "return $define('C.m.<locals>.<lambda> x', " in short
    assert "locals_some.g = $define('g', " in short
    assert "$define('g.<locals>.h y', " in short
    assert "return locals.b" in short
    assert "set_lineno(" not in short
    assert "$B.args_parser(" not in short


@pytest.mark.parametrize(
    ("function", "short"),
    [
        ("def f(a, b=1): 0", "$define('f a b', (locals, frame) => {"),
        ("def f(*a): 0", "$define('f *a', "),
        ("def f(a, *, b): 0", "$define('f a * b', "),
        ("def f(a, *b, c, **d): 0", "$define('f a *b c **d', "),
    ],
)
def test_the_signature_tells_how_arguments_are_taken(
    function: str, short: str, tmp_path: Path
) -> None:
    """As Python writes it, without what they are by default."""
    assert f"locals_some.f = {short}" in in_short(tmp_path, function)


@pytest.mark.parametrize(
    ("function", "defaults"),
    [
        ("def f(a, b=g, c=[1]): 0", "}, [locals.g,$list([1])])"),
        ("def f(*, b=g): 0", "}, $None, {b:locals.g})"),
        ("def f(a, b=1, *, c=2): 0", "}, [1], {c:2})"),
    ],
)
def test_defaults_come_after_the_body(
    function: str, defaults: str, tmp_path: Path
) -> None:
    """Those of arguments by place, then those of arguments by name."""
    assert defaults in in_short(tmp_path, f"g = 1\n{function}").replace(": ", ":")


@pytest.mark.parametrize(
    "source",
    [
        "class C:\n    def m(self):\n        return super().m()\n",
        "def f():\n    yield 1\n",
        "async def f():\n    return 1\n",
    ],
)
def test_other_functions_are_left_as_brython_writes_them(
    source: str, tmp_path: Path
) -> None:
    """Such as ask for their class, and such as give more than once."""
    assert "$define(" not in in_short(tmp_path, source)


def test_modules_say_what_they_import_together(tmp_path: Path) -> None:
    """One line for all that comes from one module."""
    short = in_short(
        tmp_path, "from browser import document, window\nfrom javascript import NULL\n"
    )

    assert short.startswith("runModule('some', (locals_some, locals, frame, ")
    assert "$import('browser', 'document window')" in short
    assert "$import('javascript', 'NULL')" in short


def test_loops_and_lists_are_written_in_short(tmp_path: Path) -> None:
    """A loop that asks whether it was broken off says so at length."""
    short = in_short(
        tmp_path,
        "def f(a):\n    for x in a:\n        f(x)\n    while a:\n        f(a)\n"
        "    for y in a:\n        break\n    else:\n        f(0)\n"
        "    return [[z for z in x] for x in a if x]\n",
    )

    assert "of $iterate(locals.a)){" in short
    assert short.count("no_break") == 3
    assert short.count("$collect((item, result) => {") == 2
    assert "function(expr)" not in short


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
    assert sorted(given) == sorted(
        [*SHORT_NAMES.values(), *operations, "$collect", "$iterate"]
    )
