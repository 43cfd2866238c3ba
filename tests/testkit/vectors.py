"""Read the vector files, and compare a result with what a case says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[1] / "vectors"


COMPARED = ("code", "total", "factors", "ledger")
"""What a case may say of a result."""


def vectors() -> dict[str, dict[str, Any]]:
    """Give every vector file by its name without ending."""
    return {
        path.stem: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted(FOLDER.glob("*.json"))
    }


def differences(said: Any, found: Any, where: str = "result") -> list[str]:  # noqa: ANN401 - JSON
    """List where a result differs from a case; keys that it leaves out are free."""
    if isinstance(said, dict) and isinstance(found, dict):
        return [
            line
            for key, inner in said.items()
            for line in differences(inner, found.get(key, "(absent)"), f"{where}.{key}")
        ]
    if isinstance(said, list) and isinstance(found, list) and len(said) == len(found):
        pairs = enumerate(zip(said, found, strict=True))
        return [
            line
            for position, (a, b) in pairs
            for line in differences(a, b, f"{where}[{position}]")
        ]
    equal = said == found and type(said) is type(found)
    return [] if equal else [f"{where}: expected {said!r}, found {found!r}"]


def case_differences(case: dict[str, Any], outcome: dict[str, Any]) -> list[str]:
    """List where an outcome in plain data differs from a case."""
    if "open" in case:
        return differences({"open": case["open"], "result": None}, outcome, "outcome")
    said = {key: case[key] for key in COMPARED if key in case}
    return differences({"open": [], "result": said}, outcome, "outcome")
