"""Take from Python for the browser what only readers and type checkers need.

It is blanked out where it stands, so that what is left keeps its line numbers and a
traceback in a reader's console points to functions in the source.
"""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_GUARD = "TYPE_CHECKING"


def strip(source: str, file: str = "<python>") -> str:
    """Blank out docstrings, annotations and blocks for type checkers.

    Raises: SyntaxError, also for a guarded block that has an `else`.
    """
    text = _Text(source)
    tree = ast.parse(source, file)
    for node in _walk(tree):
        for body in _bodies(node):
            _strip_body(text, body, may_be_empty=node is tree)
        if isinstance(node, ast.arg) and node.annotation:
            text.blank_after(node.arg, node, node.annotation)
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.returns:
            text.blank_arrow(node.returns)
        elif isinstance(node, ast.AnnAssign):
            text.blank_between(node.target, node.annotation)
        elif isinstance(node, ast.If) and _is_guard(node.test):
            place = (file, node.lineno, node.col_offset, None)
            raise SyntaxError("a block for type checkers has no else", place)
    return text.value()


def _walk(node: ast.AST) -> Iterator[ast.AST]:
    """Give a node and all below it, but for what gets blanked out whole."""
    yield node
    for child in ast.iter_child_nodes(node):
        if not _is_needless(child):
            yield from _walk(child)


def _bodies(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        body = getattr(node, name, None)
        if isinstance(body, list) and body:
            yield body


def _strip_body(text: _Text, body: list[ast.stmt], *, may_be_empty: bool) -> None:
    needless = [statement for statement in body if _is_needless(statement)]
    for statement in needless:
        text.blank(statement)
    if len(needless) == len(body) and not may_be_empty:
        text.write("0", body[0])  # shorter than any statement it may replace


def _is_needless(node: ast.AST) -> bool:
    match node:
        case ast.Expr(value=ast.Constant(value=str())):
            return True
        case ast.If(test=test, orelse=[]) if _is_guard(test):
            return True
        case ast.Assign(targets=[target]) if _is_guard(target):
            return True
        case ast.AnnAssign(value=None):
            return True
        case _:
            return False


def _is_guard(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id == _GUARD


class _Text:
    """Source as the bytes that positions in a syntax tree count."""

    def __init__(self, source: str) -> None:
        encoded = source.encode()
        self._bytes = bytearray(encoded)
        self._lines = [0]
        for line in encoded.splitlines(keepends=True):
            self._lines.append(self._lines[-1] + len(line))

    def value(self) -> str:
        return self._bytes.decode()

    def blank(self, statement: ast.stmt) -> None:
        for i in range(self._start(statement), self._end(statement)):
            if self._bytes[i] != ord("\n"):
                self._bytes[i] = ord(" ")

    def write(self, word: str, statement: ast.stmt) -> None:
        start = self._start(statement)
        self._bytes[start : start + len(word)] = word.encode()

    def blank_after(self, name: str, node: ast.arg, annotation: ast.expr) -> None:
        self._blank_annotation(self._start(node) + len(name.encode()), annotation)

    def blank_between(self, target: ast.expr, annotation: ast.expr) -> None:
        self._blank_annotation(self._end(target), annotation)

    def blank_arrow(self, returns: ast.expr) -> None:
        arrow = self._bytes.rindex(b"->", 0, self._start(returns))
        self._blank_annotation(arrow, returns)

    def _blank_annotation(self, start: int, annotation: ast.expr) -> None:
        """Blank out inside a statement, whose lines then have to be joined."""
        end = self._end(annotation)
        for _ in range(self._bytes.count(b"(", start, self._start(annotation))):
            end = self._bytes.index(b")", end) + 1
        for i in range(start, end):
            if self._bytes[i] == ord("\n"):
                self._bytes[i - 1] = ord("\\")
            else:
                self._bytes[i] = ord(" ")

    def _start(self, node: ast.stmt | ast.expr | ast.arg) -> int:
        return self._lines[node.lineno - 1] + node.col_offset

    def _end(self, node: ast.stmt | ast.expr | ast.arg) -> int:
        line, column = node.end_lineno, node.end_col_offset
        if line is None or column is None:  # pragma: no cover - the parser sets both
            raise AssertionError(node)
        return self._lines[line - 1] + column
