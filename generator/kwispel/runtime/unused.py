"""Take out of a shaken script what nothing names any more.

A member that refuses is of use only where something may ask for it. Python's methods
are asked for by their names, as texts or as members of what holds a type's functions;
all else by its name, wherever that stands.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from kwispel.runtime.made_types import types_of
from kwispel.runtime.script_tree import (
    DECLARED,
    Edit,
    edited,
    function_around,
    is_pure,
    parsed,
    part,
    text_of,
    walk,
)
from kwispel.runtime.uses import (
    LISTS,
    MEMBERS,
    READ_ONLY,
    WORD,
    Uses,
    is_held,
    list_name,
    uses_of,
    value_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import tree_sitter


_SET_BY_PYTHON = re.compile(r"\.__\w+__ = ")
"""What a module or a class of ours says of itself, in a dict of its own."""


def without_unused(blocks: Sequence[str], around: str) -> list[str]:
    """Give blocks without what neither they nor the script around them name."""
    found = list(blocks)
    given = Counter(WORD.findall(_SET_BY_PYTHON.sub("", around)))
    while True:
        roots = [parsed(block) for block in found]
        uses = uses_of(roots, given)
        edits = [list(_edits(root, uses)) for root in roots]
        if not any(edits):
            edits = _edits_of_types(roots, around)
        if not any(edits):
            return found
        found = [edited(*pair) for pair in zip(found, edits, strict=True)]


def _edits_of_types(roots: list[tree_sitter.Node], around: str) -> list[list[Edit]]:
    """Take out what types have of which no instance can be made."""
    idle = {(n.start_byte, n.id) for n in types_of(roots, around).idle_statements()}
    return [
        [
            (n.start_byte, n.end_byte, ";")
            for n in walk(root)
            if (n.start_byte, n.id) in idle
        ]
        for root in roots
    ]


def _edits(root: tree_sitter.Node, uses: Uses) -> Iterator[Edit]:
    for node in walk(root):
        if node.type == "assignment_expression":
            yield from _assigned(node, uses)
        elif node.type == "array":
            yield from _shorter(node, uses)
        elif node.type in {"variable_declaration", "lexical_declaration"}:
            yield from _declared(node)
        elif _is_idle(node, uses):
            yield node.start_byte, node.end_byte, ";"


def _is_idle(node: tree_sitter.Node, uses: Uses) -> bool:
    if node.type in DECLARED:
        name = text_of(part(node, "name"))
        return uses.words[name] == _mentions(node, name)
    if node.type == "if_statement":
        return _is_switched_off(node)
    return node.type == "call_expression" and _is_unused_type(node, uses)


def _mentions(node: tree_sitter.Node, name: str) -> int:
    return _words(text_of(node))[name]


@cache
def _words(text: str) -> Counter[str]:
    return Counter(WORD.findall(text))


def _assigned(node: tree_sitter.Node, uses: Uses) -> Iterator[Edit]:
    """Take out a member that refuses, or does nothing, when nobody asks for it."""
    left, right = part(node, "left"), part(node, "right")
    if left.type != "member_expression":
        return
    name = text_of(part(left, "property"))
    value = text_of(value_of(node))
    if is_held(left) and value in {"cut", READ_ONLY}:
        is_gone = uses.is_gone(name)
    elif value == "cut":
        is_gone = not uses.words[name]
    else:
        is_global = text_of(part(left, "object")) in {"$B", "_b_"}
        is_gone = is_global and uses.words[name] == 1 and is_pure(right)
    if not is_gone:
        return
    above = node.parent
    is_statement = above is not None and above.type == "expression_statement"
    if is_statement and right.type != "assignment_expression":
        yield node.start_byte, node.end_byte, ""
    else:
        yield left.start_byte, right.start_byte, ""


def _shorter(array: tree_sitter.Node, uses: Uses) -> Iterator[Edit]:
    """Take names out of a list of functions or members that nobody can ask for."""
    kind = list_name(array)
    if kind not in LISTS and kind != MEMBERS:
        return
    kept = [one for one in array.named_children if _is_needed(one, kind, uses)]
    if len(kept) < len(array.named_children):
        listed = ",".join(map(text_of, kept))
        yield array.start_byte, array.end_byte, f"[{listed}]"


def _is_needed(entry: tree_sitter.Node, kind: str, uses: Uses) -> bool:
    if kind == MEMBERS:
        return uses.asked[text_of(entry.named_children[0]).strip("\"'")] > 0
    name = text_of(entry).strip("\"'")
    known = {name, f"{name}_get", f"{name}_set"}
    return not (known & uses.refusing and uses.is_gone(name))


def _is_switched_off(node: tree_sitter.Node) -> bool:
    """Say whether this is Brython's own debugging, which its authors switch on."""
    if text_of(part(node, "condition")) != "(test)":
        return False
    around = text_of(function_around(node))
    is_set = re.findall(r"(?<![\w$.])test\s*=(?!=)\s*(\w+)", around)
    return is_set == ["false"] and node.child_by_field_name("alternative") is None


def _is_unused_type(call: tree_sitter.Node, uses: Uses) -> bool:
    """Say whether this makes a type of Python that nobody names."""
    if text_of(part(call, "function")) != "init_type":
        return False
    given = part(call, "arguments").named_children
    name = text_of(given[1]).strip("\"'") if len(given) > 1 else ""
    return uses.words[name] == _mentions(call, name)


def _declared(node: tree_sitter.Node) -> Iterator[Edit]:
    """Take out variables that nobody names, if what they are set to does nothing."""
    if node.parent is not None and node.parent.type.startswith("for_"):
        return
    declarators = [n for n in node.named_children if n.type == "variable_declarator"]
    kept = [one for one in declarators if not _does_nothing(one)]
    if len(kept) < len(declarators):
        kind = text_of(node.children[0])
        listed = ",".join(text_of(one) for one in kept)
        yield node.start_byte, node.end_byte, f"{kind} {listed};" if kept else ";"


def _does_nothing(declarator: tree_sitter.Node) -> bool:
    name, value = part(declarator, "name"), declarator.child_by_field_name("value")
    if name.type != "identifier":
        return False
    is_alone = _mentions(function_around(declarator), text_of(name)) == 1
    return is_alone and (value is None or is_pure(value))
