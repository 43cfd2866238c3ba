"""Read JavaScript into its tree, by tree-sitter's grammar, and change what it says.

Only the build of the package comes here. What the grammar cannot read is a mark in the
tree, and nobody touches the function around such a mark.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import tree_sitter
import tree_sitter_javascript

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Edit = tuple[int, int, str]
"""Where what is replaced begins and ends, and what stands there instead."""

DECLARED = frozenset({"function_declaration", "generator_function_declaration"})
FUNCTIONS = DECLARED | {
    *("function_expression", "generator_function"),
    *("arrow_function", "method_definition"),
}

_PURE = FUNCTIONS | {
    *("identifier", "property_identifier", "member_expression", "number", "string"),
    *("string_fragment", "escape_sequence", "array", "object", "pair", "regex"),
    *("regex_pattern", "regex_flags", "true", "false", "null", "undefined"),
    *("binary_expression", "unary_expression", "parenthesized_expression"),
    *("shorthand_property_identifier", "template_string"),
}
"""Expressions that do nothing but give a value."""

_LANGUAGE = tree_sitter.Language(tree_sitter_javascript.language())


def parsed(script: str) -> tree_sitter.Node:
    """Give the tree of a script, from its root; its places count characters."""
    # One byte for each: Brython's own texts are the same everywhere else.
    code = script.encode("ascii", "replace")
    return tree_sitter.Parser(_LANGUAGE).parse(code).root_node


def walk(node: tree_sitter.Node) -> Iterator[tree_sitter.Node]:
    """Give a node and all below it, each before what is below it, in order."""
    waiting = [node]
    while waiting:
        node = waiting.pop()
        yield node
        waiting.extend(reversed(node.children))


def text_of(node: tree_sitter.Node) -> str:
    """Give a node as it stands in the script."""
    return (node.text or b"").decode()


def part(node: tree_sitter.Node, name: str) -> tree_sitter.Node:
    """Give a part of a node that the grammar says it has."""
    part = node.child_by_field_name(name)
    if part is None:
        raise AssertionError(f"a {node.type} without {name}")
    return part


def function_around(node: tree_sitter.Node) -> tree_sitter.Node:
    """Give the function that a node stands in, or the whole script."""
    above = node.parent
    while above is not None and above.type not in FUNCTIONS:
        node, above = above, above.parent
    return node if above is None else above


def edited(script: str, edits: Iterable[Edit]) -> str:
    """Give a script with edits made; what lies within another one goes with it."""
    parts: list[str] = []
    at = 0
    for start, end, text in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start >= at:
            parts += [script[at:start], text]
            at = end
    return "".join([*parts, script[at:]])


def is_pure(value: tree_sitter.Node) -> bool:
    """Say whether an expression does nothing but give a value."""
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if node.is_named and node.type not in _PURE:
            return False
        if node.type not in FUNCTIONS:
            waiting.extend(node.children)
    return True
