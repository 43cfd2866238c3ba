"""Cut what never runs out of a script, or have it tell what does run.

What is cut calls `refuse()` in its place, and a function that never runs becomes the
one that refuses for all of them: surroundings.js has both.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from kwispel.runtime.branches import find_branches
from kwispel.runtime.script_tree import (
    Edit,
    edited,
    function_around,
    parsed,
    part,
    text_of,
    walk,
)

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    import tree_sitter

    from kwispel.runtime.branches import Branch

_NAMES = frozenset({"identifier", "shorthand_property_identifier_pattern"})
_DECLARATOR = "variable_declarator"
_SHORT = 4
"""A value of so many signs costs less than refusing it."""


def recording(script: str, offset: int) -> str:
    """Have every branch say that it runs, by its place in the whole file."""
    texts: list[tuple[int, int, int, str]] = []
    for order, branch in enumerate(find_branches(script)):
        call = f"reach({branch.start + offset})"
        before, after = {
            "value": (f"({call},", ")"),
            "arm": (f"{{{call};", "}"),
            "rest": (f";{call};", ""),
        }.get(branch.kind, ("", ""))
        if before:
            # At one place the end of what is within comes first, and the begin last.
            texts.append((branch.start, 1, order, before))
            texts.append((branch.end, 0, -order, after))
        else:
            texts.append((branch.start + 1, 1, order, f"{call};"))
    return edited(script, ((at, at, text) for at, _, _, text in sorted(texts)))


def shaken(
    script: str, offset: int, reached: Collection[int], *, whole: bool = False
) -> str:
    """Cut every branch whose place in the whole file is not among those reached.

    Shape: with whole, a function of which anything is reached stays as it is.
    """
    variables = _variables(script)
    branches = (b for b in find_branches(script) if b.is_function or not whole)
    outer_first = sorted(branches, key=lambda one: (one.cut_from, -one.cut_to))
    edits: list[Edit] = []
    at = 0
    for branch in outer_first:
        if branch.cut_from >= at and branch.start + offset not in reached:
            inside = _inside(branch, variables)
            instead = _instead(branch, script, inside)
            edits.append((branch.cut_from, branch.cut_to, instead))
            at = branch.cut_to
    return edited(script, edits)


def _instead(branch: Branch, script: str, variables: list[str]) -> str:
    if branch.kind == "declared":
        return "(){refuse()}"
    if branch.kind == "method":
        return "{refuse()}"
    if branch.kind == "function" or branch.cut_from != branch.start:
        return "cut"
    if branch.kind == "value":
        text = script[branch.start : branch.end]
        return text if len(text) <= _SHORT else "refuse()"
    declared = f";var {','.join(variables)}" if variables else ""
    if branch.kind == "rest":
        return f";refuse(){declared};"
    return f"{{refuse(){declared}}}"


def _inside(branch: Branch, variables: Iterable[tuple[int, int, str]]) -> list[str]:
    """Give the variables of the function around that are declared in a branch."""
    names = {
        name
        for at, function, name in variables
        if function < branch.cut_from <= at < branch.cut_to
    }
    return sorted(names)


@cache
def _variables(script: str) -> tuple[tuple[int, int, str], ...]:
    """Give what `var` declares, once for all runtimes that are cut from a script."""
    return tuple(_declared(script))


def _declared(script: str) -> Iterator[tuple[int, int, str]]:
    """Give what `var` declares: its place, that of the function around, its name."""
    for node in walk(parsed(script)):
        if node.type == "variable_declaration":
            declarators = (n for n in node.named_children if n.type == _DECLARATOR)
            declared = [part(declarator, "name") for declarator in declarators]
        elif node.type == "for_in_statement" and _says_var(node):
            declared = [part(node, "left")]
        else:
            continue
        function = function_around(node).start_byte
        for pattern in declared:
            for name in walk(pattern):
                if name.type in _NAMES:
                    yield name.start_byte, function, text_of(name)


def _says_var(node: tree_sitter.Node) -> bool:
    kind = node.child_by_field_name("kind")
    return kind is not None and kind.type == "var"
