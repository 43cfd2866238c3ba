"""A sheet as text: the same bytes every time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet


def sheet_text(sheet: Sheet) -> str:
    """Write a sheet in one line, for the page."""
    return json.dumps(sheet, ensure_ascii=False, separators=(",", ":"))


def sheet_file(sheet: Sheet) -> bytes:
    """Write a sheet so that a person can read it."""
    return (json.dumps(sheet, ensure_ascii=False, indent=1) + "\n").encode()
