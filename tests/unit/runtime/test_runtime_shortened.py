"""Compiled Python is written in short where it is known to mean the same."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from kwispel.runtime.bundle import BRYTHON_JS
from kwispel.runtime.compile_python import (
    CannotCompile,
    compile_modules,
    names_in_calls,
    read_modules,
    shortened,
)
from kwispel.runtime.compiled_calls import OPERATIONS, SHORT_NAMES


def in_short(folder: Path, source: str, by_name: tuple[str, ...] | None = None) -> str:
    """Compile one module, and say in short what it says at length."""
    file = folder / "some.py"
    file.write_text(source, encoding="utf-8")
    modules = read_modules("some", {"some": file})
    compiled = compile_modules(modules, BRYTHON_JS)["some"]

    return re.sub(r"\$50\d{4}", "", shortened(compiled, by_name))


def test_functions_are_written_in_short(tmp_path: Path) -> None:
    """Methods, inner functions and lambdas too; their variables are JavaScript's."""
    short = in_short(
        tmp_path,
        "def f(a, b):\n    if a:\n        c = b\n        return c\n    return 1\n\n\n"
        "class C:\n    def m(self):\n        return lambda: self\n\n\n"
        "def g():\n    def h(y):\n        return y\n    return h\n",
        (),
    )

    assert "\n$define('f', 2, (a, b, c) => {\n" in short
    assert "$class('C', (locals) => {\n" in short
    assert "$define('m', 1, (self) => {" in short
    assert "return $function(0, 0, () => {" in short
    assert "return self\n" in short
    assert "\n$define('g', 0, (h) => {" in short
    assert "h = $function('h', 1, (y) => {" in short
    for written in ("locals_some", "set_lineno(", "$B.args_parser(", "$function_infos"):
        assert written not in short.partition("\n")[2]


@pytest.mark.parametrize(
    ("function", "short"),
    [
        ("def f(a, b=1): 0", "'a b', (a, b) => {"),
        ("def f(*a): 0", "'*a', (a) => {"),
        ("def f(a, *, b): 0", "'a * b', (a, b) => {"),
        ("def f(a, *b, c, **d): 0", "'a *b c **d', (a, c, b, d) => {"),
        ("def f(a): 0", "'a', (a) => {"),
        ("def f(): 0", "'', () => {"),
    ],
)
def test_the_words_tell_how_arguments_are_taken(
    function: str, short: str, tmp_path: Path
) -> None:
    """As Python writes it, without what they are by default."""
    assert f"$define('f', {short}" in in_short(tmp_path, function)


@pytest.mark.parametrize(
    ("function", "by_name", "short"),
    [
        ("def f(a, b): 0", ("c",), "2, (a, b) => {"),
        ("def f(a, b): 0", ("a",), "'a b', (a, b) => {"),
        ("def f(a, b=1): 0", (), "2, (a, b) => {"),
        ("def f(*a): 0", (), "'*a', (a) => {"),
    ],
)
def test_arguments_that_no_call_names_need_no_name(
    function: str, by_name: tuple[str, ...], short: str, tmp_path: Path
) -> None:
    """Those of a function that takes them in order are only counted."""
    assert f"$define('f', {short}" in in_short(tmp_path, function, by_name)


def test_what_calls_name_is_gathered(tmp_path: Path) -> None:
    """A call that hands over what it does not say would leave that open."""
    file = tmp_path / "some.py"
    file.write_text("f(1, a=2)\ng(b=f(a=1))\n", encoding="utf-8")
    assert names_in_calls(read_modules("some", {"some": file})) == {"a", "b"}

    file.write_text("f(1)\nf(**x)\n", encoding="utf-8")
    with pytest.raises(CannotCompile, match=r"some\.py:2: name the arguments"):
        names_in_calls(read_modules("some", {"some": file}))


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
    short = in_short(tmp_path, source)

    assert "$define(" not in short
    assert "$function(" not in short


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

    assert "for(x of $iterate(a)){" in short
    assert short.count("no_break") == 3
    assert "return $collect((x) => $collect((z) => z, $iterate(x))\n, " in short
    assert ", $iterate(a), (x) => $true(x))" in short
    assert "function(expr)" not in short


def test_what_is_taken_apart_is_written_in_short(tmp_path: Path) -> None:
    """In a statement, in a loop, and where a dict is made; not what takes a rest."""
    short = in_short(
        tmp_path,
        "def f(a):\n    b, c = a\n    for d, e in a:\n        f(d)\n"
        "    *g, h = a\n    return {i: j for i, j in a}\n",
    )

    assert ";[b, c] = $unpack(a, 2)\n" in short
    assert "for([d, e] of $iterate(a, 2)){" in short
    assert "return $dict($collect(([i, j]) => [ i, j], $iterate(a, 2)))" in short
    assert short.count("read_rest()") == 1


@pytest.mark.parametrize(
    ("value", "short"),
    [
        ("a is b and a", "return ($is(a, b) && (a))"),
        ("a < b or a", "return ($lt(a, b) || (a))"),
        ("a and b", "return (! $true($test = a) ? $test : b)"),
        (
            "a in b and b and a",
            "return ($in(a, b) && (! $true($test = b) ? $test : a))",
        ),
    ],
)
def test_a_boolean_decides_by_itself(value: str, short: str, tmp_path: Path) -> None:
    """Nothing else is held while what comes after it is looked at."""
    written = in_short(tmp_path, f"def f(a, b):\n    return {value}\n")

    assert short in written
    assert ("$test) => {" in written) == ("$test" in short)


def test_a_name_of_the_module_is_looked_for_there_alone(tmp_path: Path) -> None:
    """A name that the function gives a value to, or that nobody does, is not."""
    short = in_short(tmp_path, "def f():\n    return g() + h()\n\n\ndef g(): 0\n")

    assert "$call(locals_some.g, )" in short
    assert "resolve_in_scopes('h', " in short


@pytest.mark.parametrize(
    ("condition", "short"),
    [
        ("a is b", "if($is(a, b)){"),
        ("a is not b", "if(! $is(a, b)){"),
        ("a in b", "if($in(a, b)){"),
        ("a < b", "if($lt(a, b)){"),
        ("a", "if($true(a)){"),
        ("a + b", "if($true($add(a, b))){"),
        ("not a", "if(! $true(a)){"),
        ("a | b", "if($true($B.rich_op('__or__', a, b))){"),
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
    written = ("$class", "$collect", "$define", "$function", "$iterate", "$unpack")
    assert sorted(given) == sorted([*SHORT_NAMES.values(), *operations, *written])
