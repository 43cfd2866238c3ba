"""What a score is computed from, added up over its members."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import Member, Reply, SheetQuestion, SheetScore, Tally


def tally(sheet: "SheetScore", known: "list[Reply]") -> "Tally":
    """Add up what the members of a score contribute.

    Shape: known has a reply for every question of the quiz.
    """
    added = empty()
    for member in sheet["members"]:
        reply = known[member["question"]]
        if reply["state"] == "hidden":
            hide(added, member)
        else:
            ask(added, member)
        if reply["state"] == "answered":
            answer(added, member, contribution(member, reply["chosen"]))
    return added


def empty() -> "Tally":
    """Give the tally of no members."""
    return {
        "points": 0,
        "low": 0,
        "high": 0,
        "weight": 0,
        "answered": 0,
        "asked_low": 0,
        "asked_high": 0,
        "asked_weight": 0,
        "asked": 0,
        "hidden_low": 0,
        "hidden_high": 0,
    }


def hide(added: "Tally", member: "Member") -> None:
    """Count a member that was not asked."""
    added["hidden_low"] += member["low"]
    added["hidden_high"] += member["high"]


def ask(added: "Tally", member: "Member") -> None:
    """Count a member that was asked, answered or not."""
    added["asked_low"] += member["low"]
    added["asked_high"] += member["high"]
    added["asked_weight"] += abs(member["weight"])
    added["asked"] += 1


def answer(added: "Tally", member: "Member", points: int) -> None:
    """Count an answer that brings so many points, beside `ask`."""
    added["points"] += points
    added["low"] += member["low"]
    added["high"] += member["high"]
    added["weight"] += abs(member["weight"])
    added["answered"] += 1


def contribution(to: "Member | SheetQuestion", chosen: list[int]) -> int:
    """Give what chosen options bring, the base with them.

    Units: to a score 1/unit of it, weight included; to a question 1/unit of that.
    """
    points = 0
    if "base" in to:
        points = to["base"]
    for position in chosen:
        points += to["points"][position] or 0
    return points
