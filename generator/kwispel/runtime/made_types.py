"""Find Python's types of which no instance can ever be made, and what belongs to them.

A type is of use where something can make an instance of it, or hands it on. Comparing
with a type makes none: it then stays, with nothing that an instance would need. What is
named only in what belongs to a type of no use is of no use either.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kwispel.runtime.script_tree import FUNCTIONS, is_pure, part, text_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    import tree_sitter

_MAKES = "$B.make_builtin_class("
_NAMES_FUNCTIONS = "$B.set_func_names"
_GLOBAL = re.compile(r"(?:\$B|_b_)\.[\w$]+")
_COMPARED = frozenset({"===", "!==", "==", "!="})
_ASKS_TYPE = frozenset(
    {
        *("$B.$isinstance", "isinstance", "$B.exact_type", "$B.is_exc"),
        *("_b_.issubclass", "_b_.isinstance"),
    }
)
"""Functions that compare what they are given with a type, or with a list of types."""
_ACCESS = frozenset({"member_expression", "subscript_expression"})
_DECLARATIONS = frozenset({"variable_declaration", "lexical_declaration"})
_ANYWHERE = ""
"""Stands for whatever belongs to no type."""


@dataclass(slots=True)
class Types:
    """The types of a script.

    Shape: made maps a type to the statements that make it, owned to those that only
    give it members; named counts what names it elsewhere; uses maps a type to the types
    that its members may make or hand on.
    """

    made: defaultdict[str, list[tree_sitter.Node]] = field(
        default_factory=lambda: defaultdict(list)
    )
    owned: defaultdict[str, list[tree_sitter.Node]] = field(
        default_factory=lambda: defaultdict(list)
    )
    named: Counter[str] = field(default_factory=Counter)
    uses: defaultdict[str, set[str]] = field(default_factory=lambda: defaultdict(set))

    def useless(self) -> set[str]:
        """Give the types of which no instance can be made."""
        alive: set[str] = set()
        waiting = [_ANYWHERE]
        while waiting:
            new = self.uses[waiting.pop()] - alive
            alive |= new
            waiting.extend(new)
        return self.made.keys() - alive

    def idle_statements(self) -> Iterator[tree_sitter.Node]:
        """Give the statements that types of no use can do without."""
        for name in sorted(self.useless()):
            yield from self.owned[name]
            if not self.named[name]:
                yield from self.made[name]


def types_of(roots: Sequence[tree_sitter.Node], around: str) -> Types:
    """Find the types of all blocks, and what names each, here and in what is around."""
    types = Types()
    blocks = [_Block(place, root) for place, root in enumerate(roots)]
    same = {left: name for block in blocks for left, name in block.same.items()}
    for block in blocks:
        block.called.update((left, name) for left, name in same.items())
    known = {name for block in blocks for name in block.makes}
    for name in sorted(known):
        if _is_asked(name, around):
            types.uses[_ANYWHERE].add(name)
            types.named[name] += 1
    for block in blocks:
        block.note(types, known)
    return types


def _is_asked(name: str, around: str) -> bool:
    last = re.escape(re.split(r"[.:]", name)[-1])
    asks = rf"(?:_b_|builtins|\$B)\.{last}(?![\w$])|([\"']){last}\1"
    return bool(re.search(asks, around))


class _Block:
    """One block, with the names that types have in it.

    Shape: makes are the types that it makes; called maps a name as it stands
    in the block to the type; same likewise names that the block gives it for all.
    """

    def __init__(self, place: int, root: tree_sitter.Node) -> None:
        self.place = place
        self.statements = _statements(root)
        self.makes: set[str] = set()
        self.called: dict[str, str] = {}
        self.same: dict[str, str] = {}
        for statement in self.statements:
            self._read(statement)

    def _read(self, statement: tree_sitter.Node) -> None:
        if name := _row(statement):
            self.makes.add(name)
            return
        *lefts, value = map(text_of, _chain(statement) or [statement])
        if value.startswith(_MAKES):
            name = next(filter(_GLOBAL.fullmatch, lefts), f"{self.place}:{lefts[0]}")
            self.makes.add(name)
            self.called.update((left, name) for left in lefts)
        elif statement.type in _DECLARATIONS and _GLOBAL.fullmatch(value):
            self.called.update((left, value) for left in lefts)
        elif lefts and value in self.called and _GLOBAL.fullmatch(lefts[0]):
            self.same[lefts[0]] = self.called[value]

    def note(self, types: Types, known: set[str]) -> None:
        """Say what the statements of this block do with the types that there are."""
        called = self.called.items()
        self.called = {left: name for left, name in called if name in known}
        self.called.update((name, name) for name in known if _GLOBAL.fullmatch(name))
        for statement in self.statements:
            made, owner = self._made(statement), self._owner(statement)
            if made:
                types.made[made].append(statement)
            elif owner:
                types.owned[owner].append(statement)
            if made or not self._is_renaming(statement):
                self._mentions(statement, made or owner, types)

    def _made(self, statement: tree_sitter.Node) -> str:
        if name := _row(statement):
            return name
        chain = _chain(statement)
        if chain and text_of(chain[-1]).startswith(_MAKES):
            return self.called[text_of(chain[0])]
        return ""

    def _is_renaming(self, statement: tree_sitter.Node) -> bool:
        types = {self.called.get(text_of(node), "") for node in _chain(statement)}
        return len(types) == 1 and "" not in types

    def _owner(self, statement: tree_sitter.Node) -> str:
        """Give the type to which a statement gives members, and does nothing else."""
        if given := _names_functions(statement):
            return self._type(given)
        *lefts, value = _chain(statement) or [statement]
        if statement.type in _DECLARATIONS and len(lefts) > 1:
            name, *lefts = lefts
            owner = self._type(lefts[0])
            if owner and text_of(lefts[0]).endswith(".tp_funcs"):
                self.called[text_of(name)] = owner
            else:
                return ""
        owners = {self._type(_base(left)) for left in lefts if left.type in _ACCESS}
        if len(owners) != 1 or len(lefts) == 0 or not is_pure(value):
            return ""
        return owners.pop() if all(left.type in _ACCESS for left in lefts) else ""

    def _type(self, node: tree_sitter.Node) -> str:
        """Give the type that a node names, or a member of which it is."""
        while node.type in _ACCESS:
            if name := self.called.get(text_of(node)):
                return name
            node = part(node, "object")
        return self.called.get(text_of(node), "")

    def _mentions(self, statement: tree_sitter.Node, owner: str, types: Types) -> None:
        for node in walk(statement):
            if node.type not in {"identifier", "member_expression"}:
                continue
            name = self.called.get(text_of(node))
            if name and name != owner:
                types.named[name] += 1
                if not _is_compared(node):
                    types.uses[owner].add(name)


def _statements(root: tree_sitter.Node) -> list[tree_sitter.Node]:
    """Give the statements of a block's own function, or none."""
    for node in walk(root):
        if node.type in FUNCTIONS:
            return part(node, "body").named_children
    return []


def _row(statement: tree_sitter.Node) -> str:
    """Give the type that a row of the first table makes."""
    call = _call(statement)
    if call is None or text_of(part(call, "function")) != "init_type":
        return ""
    namespace, name = map(text_of, part(call, "arguments").named_children[:2])
    return f"{namespace}.{name[1:-1]}"


def _names_functions(statement: tree_sitter.Node) -> tree_sitter.Node | None:
    """Give what a statement gives names to the functions of, if it is one that does."""
    call = _call(statement)
    if call is None or text_of(part(call, "function")) != _NAMES_FUNCTIONS:
        return None
    return part(call, "arguments").named_children[0]


def _call(statement: tree_sitter.Node) -> tree_sitter.Node | None:
    if statement.type != "expression_statement":
        return None
    call = statement.named_children[0]
    return call if call.type == "call_expression" else None


def _chain(statement: tree_sitter.Node) -> list[tree_sitter.Node]:
    """Give what a statement sets, from the left, and last what it is set to."""
    if statement.type == "expression_statement":
        found = _assigned(statement.named_children[0])
        return found if len(found) > 1 else []
    if statement.type not in _DECLARATIONS or len(statement.named_children) != 1:
        return []
    value = statement.named_children[0].child_by_field_name("value")
    if value is None:
        return []
    return [part(statement.named_children[0], "name"), *_assigned(value)]


def _assigned(value: tree_sitter.Node) -> list[tree_sitter.Node]:
    found: list[tree_sitter.Node] = []
    while value.type == "assignment_expression":
        found.append(part(value, "left"))
        value = part(value, "right")
    return [*found, value]


def _base(member: tree_sitter.Node) -> tree_sitter.Node:
    return part(member, "object")


def _is_compared(node: tree_sitter.Node) -> bool:
    """Say whether a type is only compared with."""
    above = node.parent
    if above is not None and above.type == "array":
        node, above = above, above.parent
    if above is None:
        return False
    if above.type == "binary_expression":
        return part(above, "operator").type in _COMPARED
    if above.type == "switch_case":
        return above.child_by_field_name("value") == node
    if above.type != "arguments" or above.parent is None:
        return False
    asks = above.parent.child_by_field_name("function")
    is_first = above.named_children[0] == node
    return asks is not None and text_of(asks) in _ASKS_TYPE and not is_first
