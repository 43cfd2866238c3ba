"""Bring in what only some visits need, once something asks for it."""

from kwispel.browser.device import bring_modules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable

    from kwispel.browser.more import More
    from kwispel.browser.page import Sitting

MAKERS: "list[Callable[[Sitting], More]]" = []
"""What makes a quiz's `More`: `more` puts it here when it runs."""


def bring(
    address: str, come: "Callable[[], None]", failed: "Callable[[], None]"
) -> None:
    """Have a function called as soon as there is a maker; it may be there already."""
    if MAKERS:
        come()
    else:
        bring_modules(address, come, failed)
