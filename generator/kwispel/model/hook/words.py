"""What of Python a hook may use: lists of what is allowed, never of what is not.

All of it does the same in CPython and in the reader's browser, and none of it reaches
anything but the values at hand.
Source: docs/reference/hook.md has the same lists.
"""

from __future__ import annotations

import ast

BUILTINS = frozenset(
    {"abs", "all", "any", "bool", "dict", "divmod", "enumerate", "filter", "int"}
    | {"isinstance", "len", "list", "map", "max", "min", "range", "reversed"}
    | {"sorted", "str", "sum", "tuple", "zip"}
)
"""Names of Python's own that are there; True, False and None are words."""

METHODS = frozenset(
    {"append", "clear", "copy", "count", "extend", "index", "insert", "pop"}
    | {"remove", "reverse", "sort"}  # of lists
    | {"get", "items", "keys", "setdefault", "update", "values"}  # of dicts
    | {"endswith", "find", "join", "lower", "lstrip", "partition", "removeprefix"}
    | {"removesuffix", "replace", "rpartition", "rstrip", "split", "startswith"}
    | {"strip", "upper"}  # of texts
)

_FLOW: tuple[type[ast.AST], ...] = (
    *(ast.Module, ast.FunctionDef, ast.Lambda, ast.arguments, ast.arg, ast.Return),
    *(ast.Assign, ast.AugAssign, ast.AnnAssign, ast.Delete, ast.For, ast.While),
    *(ast.If, ast.Expr, ast.Pass, ast.Break, ast.Continue),
    *(ast.Import, ast.ImportFrom, ast.alias),
)
_VALUES: tuple[type[ast.AST], ...] = (
    *(ast.BoolOp, ast.BinOp, ast.UnaryOp, ast.Compare, ast.IfExp, ast.NamedExpr),
    *(ast.Call, ast.keyword, ast.Name, ast.Attribute, ast.Subscript, ast.Slice),
    *(ast.Starred, ast.List, ast.Tuple, ast.Dict, ast.ListComp, ast.DictComp),
    *(ast.GeneratorExp, ast.comprehension, ast.JoinedStr, ast.FormattedValue),
    *(ast.Constant, ast.expr_context),
)
_OPERATORS: tuple[type[ast.AST], ...] = (
    *(ast.boolop, ast.operator, ast.unaryop, ast.cmpop),
)

ALLOWED = (*_FLOW, *_VALUES, *_OPERATORS)
"""The nodes of a syntax tree that may stand in a hook."""

OF_EVERY_OBJECT = frozenset(
    {"constructor", "hasOwnProperty", "isPrototypeOf", "propertyIsEnumerable"}
    | {"toLocaleString", "toString", "valueOf"}
)
"""What every object of JavaScript has: Brython 3.15 takes it for a name of a module."""

CALLED: dict[type[ast.AST], str] = {
    ast.ClassDef: "a class",
    ast.AsyncFunctionDef: "an async function",
    ast.Await: '"await"',
    ast.AsyncFor: '"async for"',
    ast.AsyncWith: '"async with"',
    ast.Yield: '"yield"',
    ast.YieldFrom: '"yield from"',
    ast.With: '"with"',
    ast.Try: '"try"',
    ast.TryStar: '"try"',
    ast.Raise: '"raise"',
    ast.Assert: '"assert"',
    ast.Global: '"global"',
    ast.Nonlocal: '"nonlocal"',
    ast.Match: '"match"',
    ast.Set: "a set",
    ast.SetComp: "a set",
}
"""What the others are called, where Python's own name would puzzle."""

INSTEAD: dict[type[ast.AST], str] = {
    ast.ClassDef: "Use functions and dicts.",
    ast.Try: 'Ask before you look up: "if x in table", or table.get(x).',
    ast.Raise: "Leave the result as it is where nothing is to be adjusted.",
    ast.Assert: "Leave the result as it is where nothing is to be adjusted.",
    ast.Global: "Give values to functions, and have them return others.",
    ast.Nonlocal: "Give values to functions, and have them return others.",
    ast.Match: 'Use "if" and "elif", or a dict.',
    ast.Set: "Use a list or a tuple, which has an order.",
    ast.SetComp: "Use a list, which has an order.",
    ast.Yield: "Return a list.",
    ast.YieldFrom: "Return a list.",
}
