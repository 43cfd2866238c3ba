"""What has to change on the page to tell what each question brought."""

from kwispel.browser.figures import exact_figure
from kwispel.core.flags import is_set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.shapes import Change, Signs
    from kwispel.core.shapes import LedgerLine, Sheet

ADDED = '[data-kw="added"]'


def line_changes(line: "LedgerLine", signs: "Signs") -> "list[Change]":
    """List what to change to tell what one question brought."""
    question = line["question"]
    if question is None or line["state"] == "hidden":
        return []
    place = f'[data-ledger="{question}"] '
    answer = f'[data-answer="{question}"],{place}[data-part=answer]'
    texts = {
        "value": exact_figure(line["value"], signs),
        "min": exact_figure(line["min"], signs),
        "max": exact_figure(line["max"], signs),
        "left": exact_figure(line["left"], signs),
    }
    return [
        ("copy", answer, said(line)),
        *filled(place, texts),
        *_shares(place, line, signs),
    ]


def _shares(place: str, line: "LedgerLine", signs: "Signs") -> "list[Change]":
    """Tell what each factor got of an answer whose points are divided."""
    if "factors" not in line:
        return []
    return [
        ("fill", f'{place}[data-share="{factor}"]', exact_figure(points, signs))
        for factor, points in line["factors"].items()
    ]


def chosen(line: "LedgerLine") -> list[str]:
    """Give the options that were chosen."""
    answer = line["answer"]
    if answer is None:
        return []
    return [answer] if isinstance(answer, str) else answer


def said(line: "LedgerLine") -> str:
    """Give the selector of what an answer says: its labels, or that there is none."""
    labels = [
        f'label[for="q-{line["question"]}.{option}"] [data-kw=label]'
        for option in chosen(line)
    ]
    if labels:
        return ",".join(labels)
    return f'[data-word="{"open" if line["state"] == "open" else "none"}"]'


def advised(line: "LedgerLine") -> list[str]:
    """Give the selectors of the advice to what was chosen."""
    if line["question"] is None:
        return []
    return [f'[data-advice="{line["question"]}/{option}"]' for option in chosen(line)]


def row_changes(sheet: "Sheet", lines: "list[LedgerLine]") -> "list[Change]":
    """Show what is said of the questions that were asked, and of no others."""
    # Not `any`: a generator costs Brython an exception.
    if True not in [is_set(question, "when") for question in sheet["questions"]]:
        return []
    hidden = [line["question"] for line in lines if line["state"] == "hidden"]
    places = {
        question["id"]: f'[data-ledger="{question["id"]}"],' + part_of(question["id"])
        for question in sheet["questions"]
        if is_set(question, "when")
    }
    made: list[Change] = [("show", ",".join(places.values()), "")]
    if hidden:
        made.append(("hide", ",".join([places[name] for name in hidden if name]), ""))
    return made


def added_changes(lines: "list[LedgerLine]", signs: "Signs") -> "list[Change]":
    """List the lines that a hook added; each is text, whatever it looks like."""
    told = [
        " ".join(str(line["answer"]).split())
        + (
            signs["colon"] + exact_figure(line["value"], signs)
            if line["value"] is not None
            else ""
        )
        for line in lines
        if line["question"] is None
    ]
    shown = "show" if told else "hide"
    return [("list", ADDED, "\n".join(told)), (shown, ADDED, "")]


def part_of(question: str) -> str:
    """Give the selector of what a result says of a question."""
    return f'[data-result-question="{question}"]'


def filled(place: str, texts: dict[str, str]) -> "list[Change]":
    """List what fills the slots below a place, by their names."""
    return [
        ("fill", f"{place}[data-part={part}]", text) for part, text in texts.items()
    ]
