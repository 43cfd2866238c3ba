"""The short names that scripts have in common where one brings in the other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kwispel.runtime.compile_python import CannotCompile
from kwispel.runtime.compiled_modules import GIVEN_TO_MODULES
from kwispel.runtime.compiled_names import shared_names, with_short_names
from kwispel.runtime.short_members import short_members, with_short_members

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

_WORD = re.compile(r"[\w$]+")


@dataclass(frozen=True, slots=True)
class Names:
    """The short names in a script and in what it brings in later.

    Shape: shared are letters for what modules use of the script around them; members
    are short names of members of Brython's object.
    """

    shared: Mapping[str, str]
    members: Mapping[str, str]

    def in_module(self, text: str) -> str:
        """Give a module with these names."""
        return with_short_names(with_short_members(text, self.members), self.shared)

    def check(self, texts: Collection[str]) -> None:
        """Make sure that texts of another script can have the very same names.

        Raises: CannotCompile, where one of them stands for something else there.
        """
        words = {word for text in texts for word in _WORD.findall(text)}
        clashes = sorted(words & set(self.members.values()))
        own = short_members(texts)
        unlike = [name for name in self.members if name in words and name not in own]
        if clashes or unlike:
            raise CannotCompile(f"no short names for {', '.join(clashes + unlike)}")


def shared_by(modules: Iterable[str], around: Iterable[str]) -> dict[str, str]:
    """Give the letters for what modules use of what is around them."""
    return shared_names(modules, [*around, *GIVEN_TO_MODULES])
