"""Read from a quiz on the page what sentences are made of, and what was typed."""

from kwispel.browser.dom import words_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from browser import DOMNode


def words(root: "DOMNode", selector: str) -> str:
    """Give the words of elements, with commas between them."""
    return ", ".join([words_of(node) for node in root.select(selector)])


def word(root: "DOMNode", name: str) -> str:
    """Give a text that is made for sentences."""
    return words(root, f'[data-word="{name}"]')


def written(root: "DOMNode", selector: str) -> str:
    """Give what stands in a field."""
    return root.select(selector)[0].value


def choose(root: "DOMNode", selector: str) -> None:
    """Take the reader to a field, with all that is in it selected."""
    field = root.select(selector)[0]
    field.focus()
    # Brython takes the method of this name for its own, and fails in it.
    field.selectionStart, field.selectionEnd = 0, len(field.value)


def write(root: "DOMNode", selector: str, text: str) -> None:
    """Put a text into fields."""
    for field in root.select(selector):
        field.value = text


def lead(root: "DOMNode", selector: str, address: str) -> None:
    """Have links lead to an address."""
    for link in root.select(selector):
        link.setAttribute("href", address)
