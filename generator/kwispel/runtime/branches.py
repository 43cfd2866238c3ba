"""Find the branches of a script: every piece that may stay unreached while others run.

A branch is known by the place where it begins; no two begin at the same.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from kwispel.runtime.script_tree import (
    DECLARED,
    FUNCTIONS,
    function_around,
    parsed,
    part,
    text_of,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    import tree_sitter

_MAY_LEAVE = re.compile(r"\(|`|\b(?:return|throw|break|continue|yield|await)\b")
_LOOPS = frozenset(
    {"for_statement", "for_in_statement", "while_statement", "do_statement"}
)
_WEAK = frozenset({"&&", "||", "??"})


@dataclass(frozen=True, slots=True)
class Branch:
    """A piece of a script that runs, or does not.

    Shape: kind is "function", "declared" or "method" (the body of one, in braces, or
    for an arrow just a value), "block" (in braces), "arm" (a statement without them),
    "rest" (statements up to the end of their list) or "value" (an expression).
    Units: places count characters; cut_from and cut_to are what goes when it never
    runs, which is more than the branch for a function.
    """

    kind: str
    start: int
    end: int
    cut_from: int
    cut_to: int

    @property
    def is_function(self) -> bool:
        """Say whether it is all that a function does."""
        return self.cut_from != self.start or self.kind in {"function", "method"}


@cache
def find_branches(script: str) -> tuple[Branch, ...]:
    """Give all branches of a script, in order."""
    root = parsed(script)
    unread = {function_around(n).id for n in walk(root) if n.is_error or n.is_missing}
    found: list[Branch] = []
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if node.type in FUNCTIONS:
            found.append(_function(node))
            if node.id in unread:
                continue
        found.extend(_branches(node))
        waiting.extend(node.children)
    return tuple(sorted(found, key=lambda branch: branch.start))


def _function(node: tree_sitter.Node) -> Branch:
    body = part(node, "body")
    start, end = body.start_byte, body.end_byte
    if body.type != "statement_block":
        return Branch("value", start, end, node.start_byte, node.end_byte)
    if node.type == "method_definition":
        return Branch("method", start, end, start, end)
    if node.type in DECLARED:
        parameters = part(node, "parameters")
        return Branch("declared", start, end, parameters.start_byte, end)
    return Branch("function", start, end, node.start_byte, node.end_byte)


def _branches(node: tree_sitter.Node) -> Iterator[Branch]:
    kind = node.type
    if kind == "if_statement":
        yield from _arm(part(node, "consequence"))
    elif kind == "else_clause":
        yield from _arm(node.named_children[-1])
    elif kind in _LOOPS or kind == "catch_clause":
        yield from _arm(part(node, "body"))
    elif kind == "ternary_expression":
        yield _branch("value", part(node, "consequence"))
        yield _branch("value", part(node, "alternative"))
    elif kind == "binary_expression" and part(node, "operator").type in _WEAK:
        yield _branch("value", part(node, "right"))
    elif kind == "statement_block":
        yield from _rests(node.named_children, node.end_byte - 1)
    elif kind in {"switch_case", "switch_default"}:
        yield from _case(node)


def _branch(kind: str, node: tree_sitter.Node, end: int | None = None) -> Branch:
    end = node.end_byte if end is None else end
    return Branch(kind, node.start_byte, end, node.start_byte, end)


def _arm(node: tree_sitter.Node) -> Iterator[Branch]:
    if node.type == "statement_block":
        yield _branch("block", node)
    elif node.type != "empty_statement":
        yield _branch("arm", node)


def _case(node: tree_sitter.Node) -> Iterator[Branch]:
    value = node.child_by_field_name("value")
    statements = [n for n in node.named_children if value is None or n.id != value.id]
    if statements:
        end = statements[-1].end_byte
        first = statements[0]
        if first.type == "statement_block" and len(statements) == 1:
            yield _branch("block", first)
        elif first.type not in DECLARED:
            yield _branch("rest", first, end)
        yield from _rests(statements, end)


def _rests(statements: list[tree_sitter.Node], end: int) -> Iterator[Branch]:
    """Give a branch for each statement that is not sure to come after the one before.

    What is declared as a function is there from the beginning: it ends what is cut.
    """
    statements = [statement for statement in statements if statement.type != "comment"]
    stops = [s.start_byte for s in statements if s.type in DECLARED]
    may_leave = has_left = False
    for statement in statements:
        if statement.type in DECLARED:
            may_leave = has_left
            continue
        if may_leave:
            stop = next((at for at in stops if at > statement.start_byte), end)
            yield _branch("rest", statement, stop)
        may_leave = bool(_MAY_LEAVE.search(text_of(statement)))
        has_left = has_left or may_leave
