"""The program keeps to docs/decisions: who imports whom, and how long things get.

import-linter checks the layers (`make check`); here stands what it cannot see.
"""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
GENERATOR = ROOT / "generator"
PACKAGE = GENERATOR / "kwispel"

LONGEST_MODULE = 300
LONGEST_TEST_MODULE = 500
LONGEST_FUNCTION = 60
LONGEST_FUNCTION_OF_OURS = 40

BRYTHON = {"browser", "javascript"}
"""What Brython brings along and the reader's page may use."""


def sources(folder: Path) -> list[Path]:
    """List the modules below a folder, but for what is made and what authors write."""
    others = {"built", "sites"}
    return sorted(path for path in folder.rglob("*.py") if not others & {*path.parts})


def module_name(path: Path) -> str:
    """Give the dotted name of a module of ours."""
    parts = path.relative_to(GENERATOR).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


MODULES = {module_name(path): path for path in sources(PACKAGE)}


def is_guard(node: ast.AST) -> bool:
    """Say whether this is `if TYPE_CHECKING:`, whose body never runs."""
    return (
        isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
    )


def running_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """Walk over what can run: everything but the body of the guard."""
    yield node
    for child in ast.iter_child_nodes(node):
        if is_guard(child):
            assert isinstance(child, ast.If)
            for other in child.orelse:
                yield from running_nodes(other)
        else:
            yield from running_nodes(child)


def imported(path: Path, *, guarded_too: bool = False) -> set[str]:
    """List the modules that a file imports, wherever in it the import stands."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names: set[str] = set()
    for node in ast.walk(tree) if guarded_too else running_nodes(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno} imports relatively"
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def is_from(name: str, *packages: str) -> bool:
    """Say whether an imported name is one of these packages or lies in one."""
    return any(
        name == package or name.startswith(f"{package}.") for package in packages
    )


def in_package(*packages: str) -> list[str]:
    """List the modules of ours that lie in these packages."""
    return [name for name in MODULES if is_from(name, *packages)]


def test_core_imports_nothing_but_itself() -> None:
    """The engine runs in Brython without a standard library."""
    strays = {
        (module, name)
        for module in in_package("kwispel.core")
        for name in imported(MODULES[module])
        if not is_from(name, "kwispel.core")
    }

    assert strays == set()


def test_core_guards_import_nothing_but_types() -> None:
    """What only type checkers see comes from the core or from typing."""
    strays = {
        (module, name)
        for module in in_package("kwispel.core")
        for name in imported(MODULES[module], guarded_too=True)
        if not is_from(name, "kwispel.core", "typing", "collections.abc")
    }

    assert strays == set()


def test_browser_imports_the_core_and_brython_alone() -> None:
    """The page's behaviour needs no standard library either."""
    strays = {
        (module, name)
        for module in in_package("kwispel.browser")
        for name in imported(MODULES[module])
        if not is_from(name, "kwispel.core", "kwispel.browser", *BRYTHON)
    }

    assert strays == set()


def test_the_doors_alone_import_the_page() -> None:
    """Everything else in the browser package runs, and is tested, without a page."""
    names = ("dom", "device", "device_use", "history", "arrived", "saved")
    doors = {f"kwispel.browser.{name}" for name in names}
    strays = {
        module
        for module in MODULES
        for name in imported(MODULES[module])
        if is_from(name, "browser") and module not in doors
    }

    assert strays == set()


def test_browser_package_is_for_the_page_alone() -> None:
    """Nobody on the build side imports the page's behaviour."""
    strays = {
        module
        for module in MODULES
        for name in imported(MODULES[module], guarded_too=True)
        if is_from(name, "kwispel.browser") and not is_from(module, "kwispel.browser")
    }

    assert strays == set()


def test_cli_alone_knows_click() -> None:
    """The terminal and exit codes have one home."""
    strays = {
        module
        for module in MODULES
        for name in imported(MODULES[module], guarded_too=True)
        if is_from(name, "click")
        and module != "kwispel.cli"
        and not module.startswith("kwispel.cli_")
    }

    assert strays == set()


def test_every_layer_is_named_in_the_contract() -> None:
    """A module that import-linter's layers do not name would be checked by nobody."""
    configured = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    top_level = {f"kwispel.{name.split('.')[1]}" for name in MODULES if "." in name}

    unnamed = {
        name
        for name in top_level - {"kwispel.__main__"}
        if not any(f"{name}{end}" in configured for end in ('"', " "))
    }

    assert unnamed == set()


IMPORT_CORE = """
import sys
before = set(sys.modules)
{imports}
print("\\n".join(sorted(set(sys.modules) - before)))
"""


def test_importing_the_core_loads_nothing_else() -> None:
    """What runs in Brython is all that is loaded, seen from outside."""
    core = in_package("kwispel.core")
    imports = "\n".join(f"import {name}" for name in core)

    loaded = subprocess.run(
        [sys.executable, "-I", "-c", IMPORT_CORE.format(imports=imports)],
        capture_output=True,
        text=True,
        check=True,
    ).stdout.split()

    assert loaded == sorted({"kwispel", *core})


@pytest.mark.parametrize(
    ("folder", "limit"),
    [
        ("generator", LONGEST_MODULE),
        ("tests", LONGEST_TEST_MODULE),
        ("scripts", LONGEST_MODULE),
        ("benchmarks", LONGEST_MODULE),
    ],
)
def test_modules_stay_short(folder: str, limit: int) -> None:
    """A module that does not fit its reader's head does more than one thing."""
    long = {
        (str(path.relative_to(ROOT)), lines)
        for path in sources(ROOT / folder)
        if (lines := len(path.read_text("utf-8").splitlines())) > limit
    }

    assert long == set()


@pytest.mark.parametrize(
    ("folder", "limit"),
    [
        ("generator", LONGEST_FUNCTION_OF_OURS),
        ("tests", LONGEST_FUNCTION),
        ("scripts", LONGEST_FUNCTION_OF_OURS),
        ("benchmarks", LONGEST_FUNCTION),
    ],
)
def test_functions_stay_short(folder: str, limit: int) -> None:
    """A function that does not fit on a screen hides its parts."""
    long = {
        (str(path.relative_to(ROOT)), node.name, lines)
        for path in sources(ROOT / folder)
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        if (lines := lines_of(node)) > limit
    }

    assert long == set()


def lines_of(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Count the lines of a function's body, its docstring left out."""
    body = function.body
    if ast.get_docstring(function) is not None:
        body = body[1:]
    if not body:
        return 0
    return (body[-1].end_lineno or 0) - body[0].lineno + 1


def test_waiting_evaluates_no_text() -> None:
    """A policy forbids that, which nobody notices where it is true at once."""
    texts = {
        (path.name, node.lineno)
        for path in sources(ROOT / "tests")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "wait_for_function"
        and not isinstance(node.args[0], ast.Name)
        and "=>" not in ast.unparse(node.args[0])
    }

    assert texts == set()
