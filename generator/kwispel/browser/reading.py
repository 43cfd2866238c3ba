"""Read from a quiz on the page what sentences are made of."""

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
