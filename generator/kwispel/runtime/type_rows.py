"""Leave out of the table of Python's first types the columns that nothing reads."""

from __future__ import annotations

import re
from collections import Counter

from kwispel.runtime.uses import WORD

_COLUMNS = re.compile(r"(?<=var slots=)\[([^\]]*)\]")
_ROW = re.compile(r"""(?<=^init_type\()([\w$]+,"\w+"),\[(.*)\]\)$""", re.MULTILINE)
_CELL = re.compile(r"\"[^\"]*\"|``|\[[^\]]*\]|[^,\[\]]+")


def with_read_columns(blocks: list[str]) -> list[str]:
    """Give blocks whose rows of types hold what is read of types anywhere."""
    script = _SEPARATOR.join(blocks)
    names = _COLUMNS.search(script)
    if names is None:
        return blocks
    columns = [name.strip("\"' \n") for name in names[1].split(",")]
    named = Counter(WORD.findall(script))
    read = [named[name] > 1 for name in columns]

    def kept(cells: list[str]) -> str:
        pairs = zip(cells, read, strict=True)
        return ",".join(cell for cell, is_read in pairs if is_read)

    listed = kept([f'"{name}"' for name in columns])
    rows = _ROW.sub(lambda row: f"{row[1]},[{kept(_CELL.findall(row[2]))}])", script)
    return _COLUMNS.sub(f"[{listed}]", rows, count=1).split(_SEPARATOR)


_SEPARATOR = "\n\0\n"
