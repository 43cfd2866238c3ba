"""Links to results: `#r=CODE` in the address of a quiz's own page.

Nothing here touches the page.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.shapes import State

SIGN = "#r="
CODE = '[data-kw="earlier"] input'
"""Where a reader gives a code, or a link."""
FOLDER_PAGE = "/index.html"


def key_of(quiz: str) -> str:
    """Give the key under which the device keeps what it keeps of a quiz."""
    return "kwispel:" + quiz


def code_of(state: "State") -> str | None:
    """Give the code of the result that there is, None where there is none."""
    result = state["result"]
    return result["code"] if result else None


def code_in(fragment: str) -> str | None:
    """Give the code that a fragment of an address holds, None where it is another.

    What systems of publishers add may stand beside it.
    Source: docs/reference/frame-messages.md, "Other protocols".
    """
    parts = fragment.replace("?", "#").replace("&", "#").split(SIGN)
    return parts[1].split("#")[0] if parts[1:] else None


def link_to(page: str, code: str) -> str:
    """Give the address of a result, as short as a server will have it.

    Shape: page is the address of the quiz's page, without fragment. A file has to be
    named in full.
    """
    return page_of(page) + SIGN + code


def link_of(state: "State", page: str) -> str | None:
    """Give the address of the result that there is, None where it cannot have one."""
    code = code_of(state)
    return link_to(page, code) if code and page else None


def page_of(address: str) -> str:
    """Give the address of a quiz's own page, as short as a server will have it."""
    page = address.replace("/embed.html", FOLDER_PAGE)
    if page.endswith(FOLDER_PAGE) and not page.startswith("file:"):
        page = page[: 1 - len(FOLDER_PAGE)]
    return page
