"""Read days of the calendar."""

from __future__ import annotations

import re
from datetime import date

# Python reads other forms of ISO 8601 as well, such as weeks.
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def as_date(text: str) -> date | None:
    """Give the day that a text like `2026-11-22` names; None where it names none."""
    if not _DAY.fullmatch(text):
        return None
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None
