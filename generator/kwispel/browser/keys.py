"""Keys that choose an option of the question in which the reader is."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from browser import DOMEvent, DOMNode

SIGNS = ("0123456789", "abcdefghi")
NO_OPTION = -1


def option_of(key: str, labels: list[str]) -> int:
    """Give the position of the option that a key stands for, -1 where for none.

    An option is chosen by its place. But where labels are digits or letters
    themselves, as on a scale from 0 to 10, a key chooses what it says or nothing.
    """
    said = key.lower()
    named = [label.strip().lower() for label in labels]
    for signs in SIGNS:
        if len(said) != 1 or said not in signs:
            continue
        if [name for name in named if len(name) == 1 and name in signs]:
            return named.index(said) if said in named else NO_OPTION
        place = signs.index(said) - (1 if "1" in signs else 0)
        return place if place < len(labels) else NO_OPTION
    return NO_OPTION


def choose_by_key(root: "DOMNode", event: "DOMEvent") -> None:
    """Choose the option that a key stands for, in the question that has the focus.

    What the browser or a screen reader does with the key is left to it.
    """
    if event.altKey or event.ctrlKey or event.metaKey or event.shiftKey or event.repeat:
        return
    for question in root.select("[data-question]:focus-within"):
        labels = question.select('[data-kw="label"]')
        at = option_of(event.key, [label.textContent for label in labels])
        if at != NO_OPTION:
            entry = question.select("input")[at]
            entry.focus()
            entry.click()
