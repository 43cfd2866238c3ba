"""Take out of folded Python what nothing names any more."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Names = dict[str, set[tuple[str, str]]]


def without_unused_names(
    sources: Mapping[str, str], others: Mapping[str, str], entries: Iterable[str]
) -> dict[str, str]:
    """Give modules without the functions and names that none of all modules names.

    Shape: others are modules that stay as they are; entries are functions, each as
    "module.function", that are called from elsewhere.
    """
    trees = {name: ast.parse(source) for name, source in sources.items()}
    kept = {name: ast.parse(source) for name, source in others.items()}
    while True:
        used = set(entries)
        for name, tree in (trees | kept).items():
            used.update(_used(name, tree))
        count = sum(len(list(ast.walk(tree))) for tree in trees.values())
        for name, tree in trees.items():
            _sweep(name, tree, used)
        if count == sum(len(list(ast.walk(tree))) for tree in trees.values()):
            break
    return {name: ast.unparse(tree) for name, tree in trees.items()}


def _used(module: str, tree: ast.Module) -> Iterator[str]:
    """Give what a module names, by where that is defined."""
    imported = dict(_imported(tree))
    for top in tree.body:
        own = top.name if isinstance(top, (ast.FunctionDef, ast.ClassDef)) else ""
        for node in ast.walk(top):
            if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
                if node.id != own:
                    yield imported.get(node.id, f"{module}.{node.id}")
            elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                yield f"{imported.get(node.value.id, '')}.{node.attr}"


def _imported(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            for alias in node.names:
                yield alias.asname or alias.name, f"{node.module}.{alias.name}"


def _sweep(module: str, tree: ast.Module, used: set[str]) -> None:
    tree.body = [node for node in tree.body if not _is_unused(module, node, used)]
    loaded = {n.id for n in ast.walk(tree) if isinstance(n, ast.Name)}
    for node in tree.body:
        if isinstance(node, ast.ImportFrom):
            node.names = [a for a in node.names if (a.asname or a.name) in loaded]
    tree.body = [
        node for node in tree.body if not isinstance(node, ast.ImportFrom) or node.names
    ]


def _is_unused(module: str, node: ast.stmt, used: set[str]) -> bool:
    match node:
        case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
            return f"{module}.{name}" not in used
        case ast.Assign([ast.Name(name)], value):
            is_made = any(isinstance(one, ast.Call) for one in ast.walk(value))
            return f"{module}.{name}" not in used and not is_made
        case _:
            return False
