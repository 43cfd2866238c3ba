"""What has come of what comes after the page: style and markup of the result."""

from javascript import JavascriptError, NullType

from browser import document

TYPE_CHECKING = False
if TYPE_CHECKING:
    from browser import DOMNode, Rule

LATE = 'link[data-kw="late"]'
UNSTYLED = LATE + '[media="print"]'


def has_style() -> bool:
    """Say whether all style of the page has come, and the browser lets it be read."""
    try:
        sizes = [len(rules(link)) for link in document.select(LATE)]
    except JavascriptError:
        return False
    return 0 not in sizes


def is_whole(root: "DOMNode") -> bool:
    """Say whether all has come that a result is made of.

    What did not come has left its place: a style is for paper until it is there.
    """
    return not (root.select("template[data-late]") or document.select(UNSTYLED))


def rules(link: "DOMNode") -> "list[Rule]":
    """Give the rules of a style sheet; none where it did not come.

    Raises: JavascriptError where the browser does not let them be read.
    """
    sheet = link.sheet
    return [] if isinstance(sheet, NullType) else sheet.cssRules
