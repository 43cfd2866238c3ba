"""The action card: what the reader takes along from the result.

Nothing here touches the page. Nothing of the card is kept anywhere else either.
"""

from kwispel.browser.draw_ledger import chosen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.shapes import Change
    from kwispel.core.shapes import LedgerLine

    Action = list[str]
    """An advice as in `data-advice`, empty for an action of the reader's own, and then
    the texts of FIELDS as the reader left them."""

MOST = 3
FIELDS = ("about", "what", "when", "whom")
ENDS = (". ", "? ", "! ", "\u061f ")
LEAST = 20
"""What ends sooner is an abbreviation, or says too little by itself."""

HEADING = '[data-kw="card-heading"]'
NOTE = '[data-kw="card-note"]'
COPY = '[data-kw="card-copy"]'


def first_sentence(text: str) -> str:
    """Give a text up to the end of its first sentence, all of it without one."""
    ends = [text.find(end, LEAST) for end in ENDS]
    return text[: min([at for at in ends if at > 0] or [len(text)]) + 1]


def still_advised(
    actions: "list[Action]", ledger: "list[LedgerLine]"
) -> "list[Action]":
    """Give the actions that a new result leaves on the card, as they are."""
    advised = [""]
    for line in ledger:
        advised += [f"{line['question']}/{option}" for option in chosen(line)]
    return [action for action in actions if action[0] in advised]


def card_changes(actions: "list[Action]") -> "list[Change]":
    """List what to change to show these actions, and no others."""
    made: list[Change] = [
        ("tick", '[data-kw="pick"]', ""),
        ("hide" if actions else "show", '[data-kw="card-intro"]', ""),
        ("hide" if len(actions) == MOST else "show", '[data-press="own"]', ""),
    ]
    for at in range(MOST):
        place = f'[data-place="{at + 1}"]'
        is_free = at >= len(actions)
        action = ["", "", "", "", ""] if is_free else actions[at]
        made.append(("mark" if is_free else "unmark", place, "data-free"))
        made.append(("tick", f'[data-advice="{action[0]}"] [data-kw="pick"]', "on"))
        for field in range(len(FIELDS)):
            selector = f'{place} [data-kw="{FIELDS[field]}"]'
            made.append(("enter", selector, action[field + 1]))
    return made


def told_changes(what: str, place: str) -> "list[Change]":
    """List what to change to say something where the reader is, aloud too.

    Shape: what is that of `[data-say]`; place is the selector of what it is said in.
    """
    return [
        ("copy", '[data-kw="card-said"]', f'[data-say="{what}"]'),
        ("bring", NOTE, place),
        ("show", NOTE, ""),
        ("say", "", what),
    ]


def card_text(actions: "list[Action]", words: list[str]) -> str:
    """Give the card as plain text; what was not filled in is left out.

    Shape: words are the heading, the name of the quiz, and for "when" and "whom",
    and then the colon.
    """
    lines = words[:2]
    for _, about, what, when, whom in actions:
        lines += ["", "- " + what]
        for label, text in (("", about), (words[2], when), (words[3], whom)):
            if text:
                lines.append("  " + (label + words[4] + text if label else text))
    return "\n".join([*lines, "", ""])
