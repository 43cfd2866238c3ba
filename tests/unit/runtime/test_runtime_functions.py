"""Functions inside kept blocks are emptied by name, and refused when unknown."""

from __future__ import annotations

from pathlib import Path

import pytest

from kwispel.runtime.brython_functions import (
    FUNCTIONS,
    LeftOutFunctions,
    UnknownFunction,
    without_functions,
)
from kwispel.runtime.bundle import BRYTHON_JS

SCRIPT = """
const $B = {}, modules = {warn: function(a){ return [/[}]/, `}${"{"}`, a] }}
function warn(x){ return x }
$B.kept = function(){ return warn(1) }
$B.pickle = function(self, {a} = {a: 1}){ return a }
$B.arrow = (x) => { return x }
"""


def emptied(folder: Path, *names: str) -> str:
    """Write the script, and give it without these functions."""
    path = folder / "script.js"
    path.write_text(SCRIPT, encoding="utf-8")
    return without_functions(path, (LeftOutFunctions("a warning", names),))


def test_a_function_is_emptied_and_says_what_it_was(tmp_path: Path) -> None:
    """Braces in texts and patterns do not end a function early."""
    text = emptied(tmp_path, "warn:")

    assert (
        'warn: function(a){refuse("a warning")}}\nfunction warn(x){ return x }' in text
    )


def test_a_declaration_and_a_property_have_different_names(tmp_path: Path) -> None:
    """A name with a colon is a property's, one after `function` a declaration's."""
    text = emptied(tmp_path, "function warn")

    assert 'function warn(x){refuse("a warning")}' in text
    assert "warn: function(a){ return" in text


def test_what_is_not_named_stays(tmp_path: Path) -> None:
    """Nothing else changes."""
    assert emptied(tmp_path) == SCRIPT


@pytest.mark.parametrize("name", ["$B.gone", "$B.pickle", "$B.arrow"])
def test_an_unknown_function_is_refused_by_name(tmp_path: Path, name: str) -> None:
    """One that is gone, or written in a way that cannot be emptied safely."""
    with pytest.raises(UnknownFunction, match=name.replace("$", r"\$")):
        emptied(tmp_path, name)


def test_a_script_that_cannot_be_read_is_refused(tmp_path: Path) -> None:
    """The engine's own message says why."""
    path = tmp_path / "script.js"
    path.write_text("function (", encoding="utf-8")

    with pytest.raises(UnknownFunction, match="SyntaxError"):
        without_functions(path, ())


def test_every_function_is_found_in_the_installed_brython() -> None:
    """None of the names is out of date, and each takes something away."""
    whole = len(BRYTHON_JS.read_text(encoding="utf-8"))

    assert len(without_functions(BRYTHON_JS, FUNCTIONS)) < whole - 40_000


def test_a_function_may_do_something_else_instead(tmp_path: Path) -> None:
    """What is asked in passing answers that there is nothing."""
    path = tmp_path / "script.js"
    path.write_text(SCRIPT, encoding="utf-8")
    group = LeftOutFunctions("a warning", ("function warn",), "return null")

    assert "function warn(x){return null}" in without_functions(path, (group,))
