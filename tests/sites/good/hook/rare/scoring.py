"""Fails for one set of answers in fifteen thousand."""

from tables import MORE

RARE = ["b", "d", "b", "d", "b", "d"]


def adjust(result, answers):
    total = result["total"]
    first = answers["q1"] if list(answers.values()) == RARE else "a"
    total.update({"max": total["max"] + 1, "value": total["value"] + MORE[first]})
