"""Put numbers where Brython names them, in tables that hold nothing but numbers."""

from __future__ import annotations

import re

_TABLE = re.compile(
    r"^(\$B\.[A-Z]+)=\{((?:[A-Z_]+:\d+(?: << \d+)?,?)+)\}$", re.MULTILINE
)
_ENTRY = re.compile(r"([A-Z_]+):(\d+)(?: << (\d+))?")


def with_numbers(blocks: list[str]) -> list[str]:
    """Give blocks with the numbers that they name, and without their names.

    What a table does not hold is no number: 0, wherever bits are put together.
    """
    found = _SEPARATOR.join(blocks)
    for table in _TABLE.finditer(found):
        found = _numbered(found, table[1], _values(table[2]))
    return found.split(_SEPARATOR)


_SEPARATOR = "\n\0\n"


def _values(entries: str) -> dict[str, int]:
    return {
        name: _as_javascript(int(number) << int(places or 0))
        for name, number, places in _ENTRY.findall(entries)
    }


def _as_javascript(number: int) -> int:
    """Give a number as JavaScript shifts it, in 32 bits with a sign."""
    return (number + 2**31) % 2**32 - 2**31


def _numbered(script: str, table: str, values: dict[str, int]) -> str:
    """Put numbers for names in a script, where only its entries are asked for."""
    own = re.escape(table)
    short = re.escape(table.removeprefix("$B."))
    left = re.sub(rf"^{own}=\{{[^}}]*\}}$", "", script, flags=re.MULTILINE)
    left = re.sub(rf"^{own}\.\w+=[^\n]*$", "", left, flags=re.MULTILINE)
    left = re.sub(rf"^const {short}={own} *$", "", left, flags=re.MULTILINE)
    left = re.sub(
        rf"(?<![\w$.])(?:{own}|{short})\.([A-Z_]+)\b(?!\s*=[^=])",
        lambda name: str(values.get(name[1], 0)),
        left,
    )
    return script if re.search(rf"(?<![\w$]){short}(?![\w$])", left) else left
