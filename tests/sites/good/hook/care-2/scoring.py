"""Everything that a hook is for."""

import tables
from tables import (
    OLD,
    YOUNG,
)

UNSAFE = {"first": "a", "second": "a"}


def adjust(result: "dict", answers: "dict") -> None:
    """Look calm up in a table by age; take signs off; let two answers decide."""
    calm, total = result["factors"]["calm"], result["total"]
    table = OLD if answers["age"] == "b" else YOUNG
    if calm["value"] is not None and calm["value"] % 1 == 0:
        row = calm["value"]
        calm.update({"min": table[0], "max": table[-1], "value": table[row]})
    signs = len(answers["signs"])
    if signs and total["value"] is not None:
        lower = max(total["min"], total["value"] - 1 / total["max"] * signs)
        result["ledger"].append(
            {
                "question": None,
                "answer": f"<b>{signs}</b> signs",
                "value": lower - total["value"],
            }
        )
        total["value"] = lower
    if all(answers.get(question) == option for question, option in UNSAFE.items()):
        total["band"] = "unsafe"
    if tables.YOUNG is not YOUNG:
        total["value"] = None
