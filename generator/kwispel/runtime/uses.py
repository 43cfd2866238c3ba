"""Count what a script names, and how: what may ask for a member, and what cannot.

A list that only tells which methods a type has asks for none of them; nor does the
place where a member is set.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from kwispel.runtime.script_tree import part, text_of, walk

if TYPE_CHECKING:
    from collections.abc import Iterable

    import tree_sitter

WORD = re.compile(r"[\w$]+")
LISTS = frozenset(
    {"tp_methods", "tp_getset", "classmethods", "staticmethods", "builtin_funcs"}
)
"""Lists that only tell which functions there are."""
MEMBERS = "tp_members"
"""A list of rows, each of which begins with a name in Python."""
READ_ONLY = "_b_.None"
"""Stands where nothing sets what a type can tell: of use only beside what tells it."""
_NAME = re.compile(r"\w+")
_COMPARES = frozenset({"==", "===", "!=", "!=="})
_TOLD = frozenset(
    {
        *("$B.args", "$B.check_nb_args_no_kw", "$B.check_nb_args", "check_not_tuple"),
        *("$B.str_dict_set", "$B.str_dict_get", "$B.str_dict_del", "Object.hasOwn"),
        *("$B.set_to_dict", "$B.get_from_dict", "$B.module_setattr"),
        "$B.getset_descriptor.$factory",
    }
)
"""Functions that get the name of a function, or look into one dict alone."""
_HOLDERS = re.compile(r"(?:_funcs|_b_|builtins)$")
_ACCESS = re.compile("_[gs]et$")
_NAMES = frozenset(
    {
        *("identifier", "property_identifier", "shorthand_property_identifier"),
        *("shorthand_property_identifier_pattern", "string_fragment"),
        *("regex_pattern", "template_string", "statement_identifier"),
    }
)


@dataclass(slots=True)
class Uses:
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


def uses_of(roots: Iterable[tree_sitter.Node], given: Counter[str]) -> Uses:
    """Count what trees name, after what is given as named elsewhere."""
    uses = Uses(Counter(given), Counter(given))
    for root in roots:
        for node in walk(root):
            if node.type in _NAMES and not _is_listed(node):
                _count(node, uses)
    return uses


def _count(node: tree_sitter.Node, uses: Uses) -> None:
    assignment = _assignment_to(node)
    found = WORD.findall(text_of(node))
    if assignment is None:
        uses.words.update(found)
        if _may_ask(node):
            uses.asked.update(found)
        return
    value = text_of(value_of(assignment))
    refuses = value == "cut"
    if not refuses:
        uses.words.update(found)
    if is_held(part(assignment, "left")):
        refuses = refuses or value == READ_ONLY
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


def value_of(assignment: tree_sitter.Node) -> tree_sitter.Node:
    """Give what several members are set to, one from the other."""
    value = part(assignment, "right")
    while value.type == "assignment_expression":
        value = part(value, "right")
    return value


def is_held(member: tree_sitter.Node) -> bool:
    """Say whether a member is one of the functions behind Python's names."""
    return bool(_HOLDERS.search(text_of(part(member, "object"))))


def _may_ask(node: tree_sitter.Node) -> bool:
    """Say whether a name may be that of a member which Python is asked for."""
    above = node.parent
    if above is None or node.type in {"identifier", "template_string"}:
        return False
    if node.type == "string_fragment":
        return bool(_NAME.fullmatch(text_of(node))) and not _is_only_told(above)
    if node.type != "property_identifier":
        return True
    return is_held(above) if above.type == "member_expression" else above.type != "pair"


def _is_only_told(text: tree_sitter.Node) -> bool:
    """Say whether a text is only compared, listed, or the name of what is set."""
    above = text.parent
    if above is None:
        return False
    if above.type == "binary_expression":
        return part(above, "operator").type in _COMPARES
    if above.type == "array":
        return _is_list_of_names(above)
    call = above.parent
    if above.type != "arguments" or call is None:
        return above.type == "switch_case"
    asked = call.child_by_field_name("function")
    return asked is not None and text_of(asked) in _TOLD


def _is_list_of_names(array: tree_sitter.Node) -> bool:
    above = array.parent
    if above is None:
        return False
    if above.type == "variable_declarator":
        return text_of(part(above, "name")) == "func_attrs"
    is_member = above.type == "member_expression"
    return is_member and text_of(part(above, "property")) == "includes"


def _is_listed(node: tree_sitter.Node) -> bool:
    if node.type != "string_fragment" or node.parent is None:
        return False
    text, array = node.parent, node.parent.parent
    if array is None or array.type != "array":
        return False
    above = array.parent
    is_first = array.named_children[0] == text
    is_member = is_first and above is not None and list_name(above) == MEMBERS
    return is_member or list_name(array) in LISTS


def list_name(array: tree_sitter.Node) -> str:
    """Give the name of the list that an array is set to, if it is."""
    above = array.parent
    if array.type != "array" or above is None:
        return ""
    if above.type != "assignment_expression":
        return ""
    left = part(above, "left")
    return text_of(part(left, "property")) if left.type == "member_expression" else ""
