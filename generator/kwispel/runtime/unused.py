"""Take out of a shaken script what nothing names any more.

A member that refuses is of use only where something may ask for it. Python's methods
are asked for by their names, as texts or as members of what holds a type's functions;
all else by its name, wherever that stands.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
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
    from collections.abc import Iterable, Iterator, Sequence

    import tree_sitter

Edit = tuple[int, int, str]

_WORD = re.compile(r"[\w$]+")
_LISTS = frozenset(
    {"tp_methods", "tp_getset", "classmethods", "staticmethods", "builtin_funcs"}
)
"""Lists that only tell which functions there are."""
_HOLDERS = re.compile(r"(?:_funcs|_b_|builtins)$")
_ACCESS = re.compile("_[gs]et$")
_NAMES = frozenset(
    {
        *("identifier", "property_identifier", "shorthand_property_identifier"),
        *("shorthand_property_identifier_pattern", "string_fragment"),
        *("regex_pattern", "template_string", "statement_identifier"),
    }
)
_PURE = FUNCTIONS | {
    *("identifier", "property_identifier", "member_expression", "number", "string"),
    *("string_fragment", "escape_sequence", "array", "object", "pair", "regex"),
    *("regex_pattern", "regex_flags", "true", "false", "null", "undefined"),
    *("binary_expression", "unary_expression", "parenthesized_expression"),
    *("shorthand_property_identifier", "template_string"),
}
"""Expressions that do nothing but give a value."""


@dataclass(slots=True)
class _Uses:
    """What a script names.

    Shape: words counts names of any kind, but where members are set to refuse; asked
    those that may ask for one of Python's functions; refusing are names of functions
    that refuse, working of those that do not.
    """

    words: Counter[str]
    asked: Counter[str]
    refusing: set[str] = field(default_factory=set)
    working: set[str] = field(default_factory=set)

    def is_gone(self, name: str) -> bool:
        """Say whether nobody can ever ask for one of Python's functions."""
        base = _ACCESS.sub("", name)
        known = {name, base, f"{base}_get", f"{base}_set"}
        return not known & self.working and not any(self.asked[one] for one in known)


def without_unused(blocks: Sequence[str], around: str) -> list[str]:
    """Give blocks without what neither they nor the script around them name."""
    found = list(blocks)
    given = Counter(_WORD.findall(around))
    while True:
        roots = [parsed(block) for block in found]
        uses = _uses(roots, given)
        edits = [list(_edits(root, uses)) for root in roots]
        if not any(edits):
            return found
        found = [_edited(*pair) for pair in zip(found, edits, strict=True)]


def _edited(block: str, edits: list[Edit]) -> str:
    parts: list[str] = []
    at = 0
    for start, end, text in sorted(edits, key=lambda edit: (edit[0], -edit[1])):
        if start >= at:
            parts += [block[at:start], text]
            at = end
    return "".join([*parts, block[at:]])


def _uses(roots: Iterable[tree_sitter.Node], given: Counter[str]) -> _Uses:
    uses = _Uses(Counter(given), Counter(given))
    for root in roots:
        for node in walk(root):
            if node.type in _NAMES and not _is_listed(node):
                _count(node, uses)
    return uses


def _count(node: tree_sitter.Node, uses: _Uses) -> None:
    assignment = _assignment_to(node)
    found = _WORD.findall(text_of(node))
    if assignment is None:
        uses.words.update(found)
        if _may_ask(node):
            uses.asked.update(found)
        return
    refuses = text_of(_value(assignment)) == "cut"
    if not refuses:
        uses.words.update(found)
    if _is_held(part(assignment, "left")):
        (uses.refusing if refuses else uses.working).update(found)


def _assignment_to(node: tree_sitter.Node) -> tree_sitter.Node | None:
    """Give the assignment that sets a member, from the member's name."""
    member = node.parent
    if node.type != "property_identifier" or member is None:
        return None
    above = member.parent
    if member.type != "member_expression" or above is None:
        return None
    is_left = above.type == "assignment_expression" and part(above, "left") == member
    return above if is_left else None


def _value(assignment: tree_sitter.Node) -> tree_sitter.Node:
    value = part(assignment, "right")
    while value.type == "assignment_expression":
        value = part(value, "right")
    return value


def _is_held(member: tree_sitter.Node) -> bool:
    return bool(_HOLDERS.search(text_of(part(member, "object"))))


def _may_ask(node: tree_sitter.Node) -> bool:
    member = node.parent
    if node.type == "property_identifier" and member is not None:
        return member.type != "member_expression" or _is_held(member)
    return node.type != "identifier"


def _is_listed(node: tree_sitter.Node) -> bool:
    if node.type != "string_fragment" or node.parent is None:
        return False
    array = node.parent.parent
    return array is not None and _is_list(array)


def _is_list(array: tree_sitter.Node) -> bool:
    above = array.parent
    if array.type != "array" or above is None:
        return False
    if above.type != "assignment_expression":
        return False
    left = part(above, "left")
    is_member = left.type == "member_expression"
    return is_member and text_of(part(left, "property")) in _LISTS


def _edits(root: tree_sitter.Node, uses: _Uses) -> Iterator[Edit]:
    for node in walk(root):
        if node.type == "assignment_expression":
            yield from _assigned(node, uses)
        elif node.type in DECLARED:
            name = text_of(part(node, "name"))
            if uses.words[name] == _mentions(node, name):
                yield node.start_byte, node.end_byte, ";"
        elif _is_list(node):
            yield from _shorter(node, uses)
        elif node.type in {"variable_declaration", "lexical_declaration"}:
            yield from _declared(node, uses)


def _mentions(node: tree_sitter.Node, name: str) -> int:
    return _WORD.findall(text_of(node)).count(name)


def _assigned(node: tree_sitter.Node, uses: _Uses) -> Iterator[Edit]:
    """Take out a member that refuses, or does nothing, when nobody asks for it."""
    left, right = part(node, "left"), part(node, "right")
    if left.type != "member_expression":
        return
    name = text_of(part(left, "property"))
    if text_of(_value(node)) == "cut":
        is_gone = uses.is_gone(name) if _is_held(left) else not uses.words[name]
    else:
        is_global = text_of(part(left, "object")) == "$B"
        is_gone = is_global and uses.words[name] == 1 and _is_pure(right)
    if not is_gone:
        return
    above = node.parent
    is_statement = above is not None and above.type == "expression_statement"
    if is_statement and right.type != "assignment_expression":
        yield node.start_byte, node.end_byte, ""
    else:
        yield left.start_byte, right.start_byte, ""


def _shorter(array: tree_sitter.Node, uses: _Uses) -> Iterator[Edit]:
    """Take names out of a list of functions that nobody can ask for."""
    names = [text_of(one) for one in array.named_children]
    kept = [one for one in names if not _refuses(one.strip("\"'"), uses)]
    if len(kept) < len(names):
        yield array.start_byte, array.end_byte, f"[{','.join(kept)}]"


def _refuses(name: str, uses: _Uses) -> bool:
    known = {name, f"{name}_get", f"{name}_set"}
    return bool(known & uses.refusing) and uses.is_gone(name)


def _declared(node: tree_sitter.Node, uses: _Uses) -> Iterator[Edit]:
    """Take out variables that nobody names, if what they are set to does nothing."""
    if node.parent is not None and node.parent.type.startswith("for_"):
        return
    declarators = [n for n in node.named_children if n.type == "variable_declarator"]
    kept = [one for one in declarators if not _is_idle(one, uses)]
    if len(kept) < len(declarators):
        kind = text_of(node.children[0])
        listed = ",".join(text_of(one) for one in kept)
        yield node.start_byte, node.end_byte, f"{kind} {listed};" if kept else ";"


def _is_idle(declarator: tree_sitter.Node, uses: _Uses) -> bool:
    name, value = part(declarator, "name"), declarator.child_by_field_name("value")
    if name.type != "identifier":
        return False
    if value is None:
        return _mentions(function_around(declarator), text_of(name)) == 1
    return uses.words[text_of(name)] == 1 and _is_pure(value)


def _is_pure(value: tree_sitter.Node) -> bool:
    waiting = [value]
    while waiting:
        node = waiting.pop()
        if node.is_named and node.type not in _PURE:
            return False
        if node.type not in FUNCTIONS:
            waiting.extend(node.children)
    return True
