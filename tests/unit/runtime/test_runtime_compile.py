"""Python for the browser is compiled in order, or refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from kwispel.runtime.bundle import BRYTHON_JS
from kwispel.runtime.compile_python import (
    CannotCompile,
    compile_modules,
    compile_once,
    find_modules,
    read_modules,
)


def write_modules(folder: Path, **sources: str) -> dict[str, Path]:
    """Write modules and give their files by name."""
    for name, source in sources.items():
        (folder / f"{name}.py").write_text(source, encoding="utf-8")
    return {name: folder / f"{name}.py" for name in sources}


def test_a_package_is_found_with_its_modules(tmp_path: Path) -> None:
    """Modules are named as they are imported."""
    write_modules(tmp_path, __init__="", b="", a="")

    found = find_modules(tmp_path, "some.package")

    assert list(found) == ["some.package", "some.package.a", "some.package.b"]


def test_modules_come_after_what_they_import(tmp_path: Path) -> None:
    """So that each import finds its module; what nobody imports stays out."""
    files = write_modules(
        tmp_path,
        top="from middle import x\nimport low\nfrom browser import document",
        middle="import low\nx = 1",
        low="y = 1",
        other="z = 1",
    )

    modules = read_modules("top", files)

    assert [module.name for module in modules] == ["low", "middle", "top"]


def test_imports_for_type_checkers_are_none(tmp_path: Path) -> None:
    """What is imported under the guard is not needed in the browser."""
    files = write_modules(
        tmp_path, top="if TYPE_CHECKING:\n    from shapes import A", shapes="A = int"
    )

    assert [module.name for module in read_modules("top", files)] == ["top"]


REFUSED = {
    "import math": r"top\.py:1: math cannot be imported",
    "x = 1\nfrom other import thing": r"top\.py:2: other cannot be imported",
    "from . import sibling": r"top\.py:1: \. cannot be imported",
    "from low import *": r"top\.py:1: low cannot be imported",
    "import top": "modules import each other: top → top",
    "import loop": "modules import each other: top → loop → top",
    "def f():\n    return bytes(3)": r"top\.py:2: bytes needs bytes, which",
    "x = 'a'.encode()": r"top\.py:1: encode needs bytes",
    "x = open('file')": r"top\.py:1: open needs files",
    "x = eval('1')": r"top\.py:1: eval needs eval and exec",
}


@pytest.mark.parametrize("source", REFUSED)
def test_what_cannot_run_is_refused(source: str, tmp_path: Path) -> None:
    """The message has the place and the reason."""
    files = write_modules(tmp_path, top=source, low="", loop="import top")

    with pytest.raises(CannotCompile, match=REFUSED[source]):
        read_modules("top", files)


def test_compiling_twice_gives_the_same(tmp_path: Path) -> None:
    """Not one byte hangs on chance, on the machine, or on the modules beside it."""
    source = (
        "class A:\n    x = [lambda y: y + z for z in 'ab']\n\ndef f(): yield {1: 2}"
    )
    files = write_modules(tmp_path, a=source, b=source)
    modules = [read_modules(name, files)[0] for name in ("a", "b")]

    together = compile_modules(tuple(modules), BRYTHON_JS)
    alone = compile_modules((modules[0],), BRYTHON_JS)

    assert alone["a"] == together["a"]
    assert "http" not in alone["a"]
    assert str(tmp_path) not in alone["a"]


def test_modules_are_known_by_their_file(tmp_path: Path) -> None:
    """That is what a traceback shows."""
    files = {"some.module": write_modules(tmp_path, m="x = 1")["m"]}

    compiled = compile_modules(read_modules("some.module", files), BRYTHON_JS)

    assert '"some/module.py"' in compiled["some.module"]


def test_what_brython_cannot_compile_is_told(tmp_path: Path) -> None:
    """Its own message comes through."""
    files = write_modules(tmp_path, a="def f():\n    nonlocal x")

    with pytest.raises(CannotCompile, match="compiler failed"):
        compile_modules(read_modules("a", files), BRYTHON_JS)


def test_what_was_compiled_before_is_the_same_again(tmp_path: Path) -> None:
    """Of what it is asked for beside that, too; a changed module is another one."""
    files = write_modules(tmp_path, top="import low\nx = 1", low="y = 1")
    before = compile_once(read_modules("low", files), BRYTHON_JS)
    modules = read_modules("top", files)

    assert compile_once(modules, BRYTHON_JS) == compile_modules(modules, BRYTHON_JS)

    (tmp_path / "low.py").write_text("y = 2", encoding="utf-8")
    changed = compile_once(read_modules("top", files), BRYTHON_JS)
    assert changed["low"] != before["low"]
