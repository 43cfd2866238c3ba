"""Fold Python by facts: what can never be is taken out before it is compiled.

The facts are about the keys of plain data, whoever holds it. What is left does the same
as the whole wherever they are true; nothing is promised where they are not.
"""

from __future__ import annotations

import ast
import copy
from typing import TYPE_CHECKING

from kwispel.runtime.fold_names import constants, literals, propagate
from kwispel.runtime.fold_values import is_constant, is_pure, joined, truth, truth_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from kwispel.runtime.plain import Facts

_LEAVING = (ast.Return, ast.Raise, ast.Continue, ast.Break)
_IS_SET = "is_set"
"""The function of core.flags that asks for a key and its value at once."""


def folded(sources: Mapping[str, str], facts: Facts) -> dict[str, str]:
    """Give modules, by name, without what can never be where the facts are true."""
    trees = {name: ast.parse(source) for name, source in sources.items()}
    calls: dict[str, ast.expr] = {
        name: ast.Constant(value) for name, value in facts.calls.items()
    }
    done = dict(sources)
    while True:
        for tree in trees.values():
            _Folding(facts, calls, constants(tree)).visit(tree)
            propagate(tree)
            calls.update(_known_functions(tree))
        before, done = done, {name: _written(tree) for name, tree in trees.items()}
        if done == before:
            return done


def _written(tree: ast.Module) -> str:
    return ast.unparse(ast.fix_missing_locations(tree))


def _known_functions(tree: ast.Module) -> Iterator[tuple[str, ast.expr]]:
    """Give the functions that do nothing but give one value, or an empty list."""
    for node in tree.body:
        match node:
            case ast.FunctionDef(
                name=name, body=[ast.Return((ast.Constant() | ast.List([])) as value)]
            ):
                yield name, value
            case _:
                pass


class _Folding(ast.NodeTransformer):
    """Folds one module: what it names of others is known by its name alone."""

    def __init__(
        self,
        facts: Facts,
        calls: Mapping[str, ast.expr],
        named: Mapping[str, ast.expr],
    ) -> None:
        self._facts = facts
        self._calls = calls
        self._named = named

    def visit_FunctionDef(self, node: ast.FunctionDef) -> ast.AST:
        self.generic_visit(node)
        node.body = _without_rest(node.body)
        return node

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Call(ast.Name(name), [_, ast.Constant(key)], []) if (
                name == _IS_SET and key in self._facts.absent
            ):
                return ast.Constant(value=False)
            case ast.Call(ast.Attribute(attr="get"), [ast.Constant(key)], []) if (
                key in self._facts.absent
            ):
                return ast.Constant(value=None)
            case ast.Call(ast.Name(name), given, []) if name in self._calls and all(
                map(is_pure, given)
            ):
                return copy.deepcopy(self._calls[name])
            case _:
                return node

    def visit_Subscript(self, node: ast.Subscript) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.Subscript(_, ast.Constant(str(key)), ast.Load()) if (
                key in self._facts.fixed
            ):
                return ast.Constant(self._facts.fixed[key])
            case ast.Subscript(ast.Name(name), ast.Constant(key)) if (
                name in self._named
            ):
                return _entry(self._named[name], key) or node
            case _:
                return node

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        known = None
        if len(node.ops) == 1:
            known = self._compared(node.left, node.ops[0], node.comparators[0])
        return node if known is None else ast.Constant(known)

    def _compared(self, left: ast.expr, op: ast.cmpop, right: ast.expr) -> bool | None:
        is_not = isinstance(op, (ast.NotIn, ast.NotEq, ast.IsNot))
        known: bool | None = None
        if isinstance(op, (ast.In, ast.NotIn)) and isinstance(left, ast.Constant):
            known = self._is_in(left.value, right)
        elif isinstance(op, (ast.Eq, ast.NotEq, ast.Is, ast.IsNot)):
            known = self._is_same(left, right)
        return None if known is None else known != is_not

    def _is_in(self, value: object, where: ast.expr) -> bool | None:
        known = where
        if isinstance(where, ast.Name):
            known = self._named.get(where.id, where)
        if isinstance(known, ast.Constant) and isinstance(known.value, str):
            return str(value) in known.value
        found = literals(known)
        if found is not None:
            return value in found
        match known:
            # A list of one value, of whatever length, has no other in it.
            case ast.ListComp(ast.Constant(other)) if other != value and is_pure(known):
                return False
            case ast.Name() if value in self._facts.absent:
                return False
            case ast.Name() if value in self._facts.present:
                return True
            case _:
                return None

    def _is_same(self, left: ast.expr, right: ast.expr) -> bool | None:
        match left, right:
            case ast.Constant(one), ast.Constant(other):
                return bool(one == other)
            case ast.Subscript(_, ast.Constant(str(key))), ast.Constant(value) if (
                value in self._facts.never.get(key, ())
            ):
                return False
            case _:
                return None

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.op, ast.Not):
            node.operand = truth(node.operand)
            known = truth_of(node.operand)
            return node if known is None else ast.Constant(not known)
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        return joined(node)

    def visit_IfExp(self, node: ast.IfExp) -> ast.expr:
        self.generic_visit(node)
        node.test = truth(node.test)
        known = truth_of(node.test)
        if known is None:
            return node
        return node.body if known else node.orelse

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        match node:
            case ast.BinOp(left, ast.Add(), ast.Constant(0)):
                return left
            case _:
                return node

    def visit_List(self, node: ast.List) -> ast.expr:
        self.generic_visit(node)
        node.elts = [one for one in node.elts if not _is_nothing(one)]
        return node

    def visit_comprehension(self, node: ast.comprehension) -> ast.comprehension:
        self.generic_visit(node)
        tests = map(truth, node.ifs)
        node.ifs = [one for one in tests if not (is_constant(one) and truth_of(one))]
        return node

    def visit_AugAssign(self, node: ast.AugAssign) -> ast.stmt | None:
        self.generic_visit(node)
        match node:
            case ast.AugAssign(ast.Name(), ast.Add(), ast.List([])):
                return ast.Pass()
            case _:
                return node

    def visit_For(self, node: ast.For) -> ast.AST:
        self.generic_visit(node)
        node.body = _without_rest(node.body)
        return node

    def visit_If(self, node: ast.If) -> ast.AST | list[ast.stmt]:
        self.generic_visit(node)
        node.test = truth(node.test)
        node.body = _without_rest(node.body)
        node.orelse = _without_rest(node.orelse)
        known = truth_of(node.test)
        if known is None:
            return node
        return (node.body if known else node.orelse) or ast.Pass()


def _is_nothing(item: ast.expr) -> bool:
    match item:
        case ast.Starred(ast.List([])):
            return True
        case _:
            return False


def _without_rest(body: list[ast.stmt]) -> list[ast.stmt]:
    """Leave out what does nothing, and what comes after what leaves."""
    kept = [one for one in body if not isinstance(one, ast.Pass)] or body[:1]
    for at, statement in enumerate(kept):
        if isinstance(statement, _LEAVING):
            return kept[: at + 1]
    return kept


def _entry(table: ast.expr, key: object) -> ast.expr | None:
    """Give what a table that is written out has for a key, where that is a constant."""
    if not isinstance(table, ast.Dict):
        return None
    for name, value in zip(table.keys, table.values, strict=True):
        if isinstance(name, ast.Constant) and name.value == key:
            return value if is_constant(value) else None
    return None
