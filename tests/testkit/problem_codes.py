"""Reads from the program's source which codes its problems can have."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

PACKAGE = Path(__file__).parents[2] / "generator/kwispel"

Function = ast.FunctionDef | ast.AsyncFunctionDef


def problem_codes() -> set[str]:
    """Give every code that `Problem(place, code, …)` is called with.

    A code may stand there itself, be a constant of the module, or be a parameter of
    the function around, and then stand where that one is called.
    Raises: ValueError for a code that cannot be read so.
    """
    codes: set[str] = set()
    for path in sorted(PACKAGE.rglob("*.py")):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for call, around in _calls_of("Problem", tree):
            code = _given(call, position=1, name="code")
            codes |= _values(code, around, tree, f"{path}:{call.lineno}")
    return codes


def _calls_of(
    name: str, tree: ast.AST, around: tuple[ast.AST, ...] = ()
) -> Iterator[tuple[ast.Call, tuple[ast.AST, ...]]]:
    """Find the calls of a function or class, each with what it stands in."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Call) and _called_name(node) == name:
            yield node, around
        is_scope = isinstance(node, Function | ast.ClassDef)
        yield from _calls_of(name, node, (*around, node) if is_scope else around)


def _called_name(call: ast.Call) -> str:
    return call.func.id if isinstance(call.func, ast.Name) else ""


def _given(call: ast.Call, *, position: int, name: str) -> ast.expr | None:
    """Give what a call passes for a parameter."""
    if position < len(call.args):
        return call.args[position]
    return next((key.value for key in call.keywords if key.arg == name), None)


def _values(
    code: ast.expr | None, around: tuple[ast.AST, ...], tree: ast.Module, where: str
) -> set[str]:
    """Give what an expression for a code can be."""
    if isinstance(code, ast.Constant) and isinstance(code.value, str):
        return {code.value}
    if isinstance(code, ast.IfExp):
        return _values(code.body, around, tree, where) | _values(
            code.orelse, around, tree, where
        )
    if isinstance(code, ast.Name):
        found = _constant(code.id, tree) or _passed_in(code.id, around, tree, where)
        if found:
            return found
    raise ValueError(f"{where}: the code of this problem cannot be read from here")


def _constant(name: str, tree: ast.Module) -> set[str]:
    """Give the text that a module binds to a name, where it does."""
    return {
        str(node.value.value)
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        if any(isinstance(to, ast.Name) and to.id == name for to in node.targets)
    }


def _passed_in(
    name: str, around: tuple[ast.AST, ...], tree: ast.Module, where: str
) -> set[str]:
    """Give what callers in the module pass for a parameter of the function around."""
    if not around or not isinstance(around[-1], Function):
        return set()
    function = around[-1]
    names = [argument.arg for argument in function.args.args]
    is_method = names[:1] == ["self"]
    called = function.name
    if function.name == "__init__" and isinstance(around[-2], ast.ClassDef):
        called = around[-2].name
    if name not in names:
        return set()
    position = names.index(name) - is_method
    found: set[str] = set()
    for call, outside in _calls_of(called, tree):
        value = _given(call, position=position, name=name)
        found |= _values(value, outside, tree, where)
    return found
