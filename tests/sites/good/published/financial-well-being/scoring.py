"""Look the sum up in the table of the reader's age and way of reading."""

from tables import SCORES


def adjust(result, answers):
    """Put the entry of the table in the sum's place, and its ends in the range's."""
    total = result["total"]
    table = SCORES[answers["method"]][answers["age"]]
    total["min"] = table[0]
    total["max"] = table[-1]
    if total["value"] is not None:
        total["value"] = table[total["value"]]
