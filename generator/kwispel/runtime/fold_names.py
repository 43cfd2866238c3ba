"""What names stand for: the constants of a module, and of a function."""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_LONGEST = 8
"""A text of more letters is shorter by its name."""


def constants(tree: ast.Module) -> dict[str, ast.expr]:
    """Give what a module sets names to once, where that is written out."""
    times = Counter(_stored(tree))
    return {
        name: value
        for node in tree.body
        for name, value in _assigned(node)
        if times[name] == 1 and not _is_changed(tree, name)
    }


def literals(node: ast.expr) -> list[object] | None:
    """Give the values in a list that is written out; None where some are not."""
    if not isinstance(node, (ast.Tuple, ast.List)):
        return None
    found: list[object] = [
        one.value for one in node.elts if isinstance(one, ast.Constant)
    ]
    return found if len(found) == len(node.elts) else None


def propagate(tree: ast.Module) -> None:
    """Write what a function sets a name to once, where that is a constant, for it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            _propagate_in(node)


def _propagate_in(function: ast.FunctionDef) -> None:
    arguments = [node.arg for node in ast.walk(function) if isinstance(node, ast.arg)]
    times = Counter([*_stored(function), *arguments])
    known = {
        name: value
        for node in ast.walk(function)
        for name, value in _assigned(node)
        if times[name] == 1 and _is_short(value)
    }
    if known:
        _Writing(known).visit(function)


def _is_short(value: ast.expr) -> bool:
    if not isinstance(value, ast.Constant):
        return False
    return not isinstance(value.value, str) or len(value.value) <= _LONGEST


def _is_changed(tree: ast.Module, name: str) -> bool:
    """Say whether something may be put into what a name stands for."""
    return any(
        isinstance(node, (ast.Attribute, ast.Subscript))
        and isinstance(node.value, ast.Name)
        and node.value.id == name
        and (isinstance(node, ast.Attribute) or not isinstance(node.ctx, ast.Load))
        for node in ast.walk(tree)
    )


def _stored(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            yield node.id


def _assigned(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    match node:
        case ast.Assign([ast.Name(name)], value):
            yield name, value
        case _:
            pass


class _Writing(ast.NodeTransformer):
    """Writes constants for names, and nothing where they were set."""

    def __init__(self, known: Mapping[str, ast.expr]) -> None:
        self._known = known

    def visit_Assign(self, node: ast.Assign) -> ast.stmt:
        if any(name in self._known for name, _ in _assigned(node)):
            return ast.Pass()
        self.generic_visit(node)
        return node

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._known.get(node.id, node)
