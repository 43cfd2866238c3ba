"""The record of what is reached of Brython, which `make shake` makes.

It lies beside this module, and fits one text of Brython, read by one set of rules.
"""

from __future__ import annotations

import hashlib
import json
import textwrap
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from kwispel.runtime.branches import find_branches
from kwispel.runtime.brython_blocks import keep_blocks

if TYPE_CHECKING:
    from collections.abc import Mapping

RECORD = Path(__file__).with_name("reached.json")


@dataclass(frozen=True, slots=True)
class Reached:
    """What is reached, as places of branches in brython.js.

    Shape: page is what the pages of quizzes reach, plain what those of plain ones
    among them do; hooks what Python reaches that a hook may use, and no page does.
    """

    page: frozenset[int]
    plain: frozenset[int]
    hooks: frozenset[int]


class RecordDoesNotFit(Exception):  # noqa: N818 - it says what is the case
    """Raised when the record was made from another Brython, or by other rules."""


def read_reached(brython: str, record: Path = RECORD) -> Reached:
    """Read what is reached of this text of Brython.

    Raises: RecordDoesNotFit, with what to do about it.
    """
    said = json.loads(record.read_text(encoding="utf-8"))
    if said["branches"] != branches_digest(brython):
        raise RecordDoesNotFit(
            f"{record.name} tells what is reached of Brython {said['brython']}, and "
            f"this is Brython {version('brython')}, or its branches are found in "
            "another way: run `make shake`, which takes a quarter of an hour"
        )
    return Reached(*(frozenset(said[what]) for what in ("page", "plain", "hooks")))


def write_reached(
    brython: str, told: Mapping[str, set[int]], record: Path = RECORD
) -> None:
    """Write what pages and hooks were told to reach; the same gives the same bytes."""
    plain = told.get("plain", set())
    page = told.get("page", set()) | plain
    hooks = told.get("hooks", set()) - page
    listed = {"page": page, "plain": plain, "hooks": hooks}
    facts = {"brython": version("brython"), "branches": branches_digest(brython)}
    lines = [f"{json.dumps(key)}: {json.dumps(value)}" for key, value in facts.items()]
    lines += [f'"{what}": [\n{_listed(places)}]' for what, places in listed.items()]
    text = "{\n" + ",\n".join(lines) + "\n}\n"
    record.write_text(text, encoding="utf-8")


def _listed(places: set[int]) -> str:
    text = ", ".join(map(str, sorted(places)))
    return "".join(f"{line}\n" for line in textwrap.wrap(text, 88))


@cache
def branches_digest(brython: str) -> str:
    """Hash the kept blocks of Brython, and where their branches are."""
    digest = hashlib.sha256()

    def note(block: str, offset: int) -> str:
        digest.update(f"{offset} {block}\n".encode())
        for branch in find_branches(block):
            digest.update(f"{branch.kind} {branch.start}\n".encode())
        return block

    keep_blocks(brython, rewrite=note)
    return digest.hexdigest()
