"""Leave out of Brython's shaken blocks all that no page can ask for or make."""

from __future__ import annotations

from typing import TYPE_CHECKING

from kwispel.runtime.constants import with_numbers
from kwispel.runtime.page_trims import without_other_python
from kwispel.runtime.type_rows import with_read_columns
from kwispel.runtime.unused import without_unused

if TYPE_CHECKING:
    from collections.abc import Sequence


def for_pages(blocks: Sequence[str], around: str) -> list[str]:
    """Give blocks as a page has them that has no Python but what is around."""
    asked_for = without_other_python(blocks, around)
    return with_read_columns(without_unused(with_numbers(asked_for), around))
