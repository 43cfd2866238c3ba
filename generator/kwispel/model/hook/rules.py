"""Hold the syntax of a hook's module against what a hook may use."""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator
from dataclasses import dataclass

from kwispel.errors import Place, Problem
from kwispel.model.hook.words import (
    ALLOWED,
    BUILTINS,
    CALLED,
    INSTEAD,
    METHODS,
    OF_EVERY_OBJECT,
)
from kwispel.source.names import nearest

_OF_PYTHON = frozenset(dir(builtins))
_KINDS = (str, int, list, tuple, dict)
_SURROGATE = re.compile("[\ud800-\udfff]")  # no file can hold one, nor a terminal
_GUARD = "TYPE_CHECKING"
_USE = "Use what docs/reference/hook.md lists."


Offered = dict[str, tuple[str, frozenset[str]]]


@dataclass(frozen=True, slots=True)
class ParsedModule:
    """A Python file of a quiz, parsed.

    Shape: file is the name that problems show; lines are its text.
    """

    name: str
    file: str
    lines: tuple[str, ...]
    tree: ast.Module

    def place(self, node: ast.AST) -> Place:
        """Give where a node begins."""
        line = getattr(node, "lineno", 1)
        column = getattr(node, "col_offset", 0)
        before = self.lines[line - 1].encode()[:column].decode(errors="ignore")
        return Place(self.file, line, len(before) + 1)

    def place_of_name(self, node: ast.Attribute) -> Place:
        """Give where the name behind the dot begins."""
        line, column = node.end_lineno or 1, node.end_col_offset or 0
        before = self.lines[line - 1].encode()[:column].decode(errors="ignore")
        return Place(self.file, line, len(before) - len(node.attr) + 1)


def rule_problems(module: ParsedModule, modules: Offered) -> Iterator[Problem]:
    """Report what a hook may not use.

    Shape: modules maps the names by which this module knows others of its folder
    (`import tables as t`) to their own names and what they define.
    """
    bound: dict[str, ast.AST] = {}
    for name, node in _bindings(module.tree):
        bound.setdefault(name, node)
    for name, node in bound.items():
        yield from _binding(module, name, node)
    for node in _running(module.tree):
        match node:
            case ast.Constant():
                yield from _constant(module, node)
            case ast.Name():
                yield from _name(module, node, frozenset(bound))
            case ast.Attribute():
                yield from _attribute(module, node, modules)
            case _:
                yield from _particulars(module, node)


def top_level_names(tree: ast.Module) -> frozenset[str]:
    """Give the names that a module offers to others."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            names.add(node.name)
        else:
            names |= {name for name, _ in _bindings(node)}
    return frozenset(names)


def _running(node: ast.AST) -> Iterator[ast.AST]:
    """Give all nodes in order, without annotations, which are taken out.

    What is refused is given itself, but nothing in it.
    """
    waiting: list[ast.AST] = [node]
    while waiting:
        one = waiting.pop()
        yield one
        if not isinstance(one, ALLOWED):
            continue
        left_out = (getattr(one, "annotation", None), getattr(one, "returns", None))
        inner = [n for n in ast.iter_child_nodes(one) if n not in left_out]
        waiting += reversed(inner)


def _bindings(tree: ast.AST) -> Iterator[tuple[str, ast.AST]]:
    for node in _running(tree):
        match node:
            case ast.Name(id=name, ctx=ast.Store() | ast.Del()):
                yield name, node
            case (
                ast.arg(arg=name) | ast.FunctionDef(name=name) | ast.ClassDef(name=name)
            ):
                yield name, node
            case ast.alias(name=name, asname=None):
                yield name, node
            case ast.alias(asname=str(name)):
                yield name, node
            case _:
                pass


def _binding(module: ParsedModule, name: str, node: ast.AST) -> Iterator[Problem]:
    if name in _OF_PYTHON or name == _GUARD:
        what = f'"{name}" is a name of Python\'s own, and gets another meaning'
    elif name.startswith("__") or not name.isascii() or name in OF_EVERY_OBJECT:
        what = f'"{name}" is no name that both Pythons treat alike'
    else:
        return
    hint = "Choose another name, of letters from a to z, digits and underscores."
    yield Problem(module.place(node), "hook-name", what, hint)


def _name(
    module: ParsedModule, node: ast.Name, bound: frozenset[str]
) -> Iterator[Problem]:
    if not isinstance(node.ctx, ast.Load) or node.id in BUILTINS | bound:
        return
    if node.id in _OF_PYTHON or node.id.startswith("__"):
        what = f'"{node.id}" is not among what a hook may use'
        yield Problem(module.place(node), "hook-name", what, _USE)
        return
    meant = nearest(node.id, sorted(BUILTINS | bound))
    hint = f'Write "{meant}", or define' if meant else "Define"
    yield Problem(
        module.place(node),
        "hook-name",
        f'"{node.id}" is defined nowhere',
        f'{hint} "{node.id}".',
    )


def _attribute(
    module: ParsedModule, node: ast.Attribute, modules: Offered
) -> Iterator[Problem]:
    place = module.place_of_name(node)
    if not isinstance(node.ctx, ast.Load):
        what = f'"{node.attr}" of something is set; a hook sets items: a["b"]'
        yield Problem(place, "hook-attribute", what, _USE)
    elif isinstance(node.value, ast.Name) and node.value.id in modules:
        other, offered = modules[node.value.id]
        if node.attr not in offered:
            yield not_offered(place, other, node.attr, offered)
    elif node.attr not in METHODS:
        is_mistyped = not any(hasattr(kind, node.attr) for kind in _KINDS)
        meant = nearest(node.attr, sorted(METHODS)) if is_mistyped else None
        yield Problem(
            place,
            "hook-attribute",
            f'".{node.attr}" is not among what a hook may use',
            f'Write ".{meant}", or use what docs/reference/hook.md lists.'
            if meant
            else _USE,
        )


def not_offered(place: Place, module: str, name: str, names: frozenset[str]) -> Problem:
    """Report a name that another module does not define."""
    meant = nearest(name, sorted(names))
    hint = f'Write "{meant}", or define' if meant else "Define"
    return Problem(
        place,
        "hook-import",
        f'"{module}.py" does not define "{name}"',
        f'{hint} "{name}" in "{module}.py".',
    )


def _constant(module: ParsedModule, node: ast.Constant) -> Iterator[Problem]:
    if isinstance(node.value, float):
        hint = 'Compute with fractions: "* 5 / 2" instead of "* 2.5".'
        yield _refused(module, node, "a number with a decimal point", hint)
    elif isinstance(node.value, str) and _SURROGATE.search(node.value):
        hint = "Write the character itself."
        yield _refused(module, node, "half of a character", hint)
    elif not isinstance(node.value, str | int | None):
        yield _refused(module, node, f"a value such as {node.value!r}", _USE)


def _particulars(module: ParsedModule, node: ast.AST) -> Iterator[Problem]:
    """Report statements that are not allowed, and what is not of those that are."""
    match node:
        case _ if not isinstance(node, ALLOWED):
            what = CALLED.get(type(node), f'"{type(node).__name__}"')
            yield _refused(module, node, what, INSTEAD.get(type(node), _USE))
        case ast.FunctionDef(decorator_list=[decorator, *_]):
            yield _refused(module, decorator, "a decorator", "Call the function.")
        case ast.FormattedValue(format_spec=ast.JoinedStr() as spec):
            hint = "Leave the colon and what follows it out."
            yield _refused(module, spec, "a format", hint)
        case ast.BinOp(left=ast.Constant(value=str()) | ast.JoinedStr(), op=ast.Mod()):
            yield _refused(module, node, "a format", 'Use f"…{value}…".')
        case ast.BinOp(op=ast.MatMult()) | ast.AugAssign(op=ast.MatMult()):
            yield _refused(module, node, '"@"', _USE)
        case _:
            pass


def _refused(module: ParsedModule, node: ast.AST, what: str, hint: str) -> Problem:
    message = f"{what} is not among what a hook may use"
    return Problem(module.place(node), "hook-statement", message, hint)
