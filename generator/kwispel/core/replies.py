"""What the reader said to each question: asked or not, answered, n.a. or open."""

from kwispel.core.flags import is_set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, Condition, Reply, Sheet, SheetQuestion


def replies(sheet: "Sheet", answers: "Answers") -> "list[Reply]":
    """Give what is known of every question, in order.

    Shape: an answer that the question does not offer, n.a. beside another tick too,
    leaves it open; answers to questions that the quiz does not have are nothing. Where
    several may be chosen, nothing ticked is an answer. Never raises.
    """
    known: list[Reply] = []
    for question in sheet["questions"]:
        if not is_asked(question, known):
            known.append({"state": "hidden", "chosen": []})
        elif question["id"] in answers:
            known.append(reply_to(question, answers[question["id"]]))
        else:
            known.append(reply_to(question, None))
    return known


def still_open(sheet: "Sheet", known: "list[Reply]") -> list[str]:
    """Give the ids of the questions that must be answered yet."""
    return [
        question["id"]
        for question, reply in zip(sheet["questions"], known, strict=True)
        if reply["state"] == "open" and not is_set(question, "optional")
    ]


def is_asked(question: "SheetQuestion", earlier: "list[Reply]") -> bool:
    """Say whether no `when` hides a question after the replies before it."""
    if "when" not in question or not question["when"]:
        return True
    for conditions in question["when"]:
        if False not in [_holds(one, earlier) for one in conditions]:
            return True
    return False


def _holds(condition: "Condition", earlier: "list[Reply]") -> bool:
    for option in earlier[condition["question"]]["chosen"]:
        if option in condition["options"]:
            return True
    return False


def reply_to(question: "SheetQuestion", answer: "str | list[str] | None") -> "Reply":
    """Give what an answer to a question that is asked says."""
    multiple = is_set(question, "multiple")
    if answer is None:
        return {"state": "answered" if multiple else "open", "chosen": []}
    if isinstance(answer, str) == multiple:
        return {"state": "open", "chosen": []}
    ticked = [answer] if isinstance(answer, str) else answer
    options = question["options"]
    chosen = [position for position, option in enumerate(options) if option in ticked]
    unknown = [option for option in ticked if option not in options]
    is_na = None in [question["points"][position] for position in chosen]
    if unknown or (is_na and len(chosen) > 1):
        return {"state": "open", "chosen": []}
    return {"state": "na" if is_na else "answered", "chosen": chosen}
