"""What expressions of Python are worth, as far as that can be told from them."""

from __future__ import annotations

import ast

_PURE = (
    *(ast.Name, ast.Constant, ast.Attribute, ast.Subscript, ast.Compare),
    *(ast.BoolOp, ast.UnaryOp, ast.Tuple, ast.List, ast.ListComp, ast.comprehension),
    *(ast.expr_context, ast.cmpop, ast.boolop, ast.unaryop),
)
"""Expressions that do nothing but give a value."""


def is_constant(node: ast.expr) -> bool:
    """Say whether an expression is one value that is written out."""
    return isinstance(node, ast.Constant)


def is_pure(node: ast.expr) -> bool:
    """Say whether an expression does nothing but give a value."""
    return all(isinstance(one, _PURE) for one in ast.walk(node))


def truth_of(test: ast.expr) -> bool | None:
    """Say whether a test is true; None where that is not known."""
    if isinstance(test, ast.Constant):
        return bool(test.value)
    if isinstance(test, (ast.List, ast.Tuple)) and not test.elts:
        return False
    return None


def truth(test: ast.expr) -> ast.expr:
    """Give a test that is true where another is, if not of the same value."""
    if not isinstance(test, ast.BoolOp):
        return test
    is_and = isinstance(test.op, ast.And)
    kept: list[ast.expr] = []
    for value in map(truth, test.values):
        known = truth_of(value)
        if known is is_and:
            continue
        if known is not None and all(map(is_pure, kept)):
            return ast.Constant(not is_and)
        kept.append(value)
    if len(kept) > 1:
        return ast.BoolOp(test.op, kept)
    return kept[0] if kept else ast.Constant(is_and)


def joined(node: ast.BoolOp) -> ast.expr:
    """Give what has the very value of an `and`, or an `or`, in short.

    What is passed over wherever it stands goes, but for the last: that is the value.
    """
    is_and = isinstance(node.op, ast.And)
    *early, last = node.values
    kept = [value for value in early if truth_of(value) is not is_and]
    for at, value in enumerate(kept):
        if truth_of(value) is not None:
            kept, last = kept[:at], value
            break
    if not kept:
        return last
    is_neutral = isinstance(last, ast.Constant) and last.value is is_and
    if is_neutral and isinstance(kept[-1], ast.Compare):
        *kept, last = kept
    return ast.BoolOp(node.op, [*kept, last]) if kept else last
