"""What has to change on the page when a result is kept or shared.

Nothing here touches the page or the device.
"""

from kwispel.browser.offered import LINK, STATUS

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kwispel.browser.kept import Kept
    from kwispel.browser.shapes import Change

FIELD = LINK + " input"
COPIED = '[data-kw="copied"]'
UNCOPIED = '[data-kw="uncopied"]'

KEPT = '[data-kw="kept"]'
UNKEPT = '[data-kw="unkept"]'
HISTORY = '[data-kw="history"]'
NO_ROOM = '[data-kw="no-room"]'

PRIVACY = '[data-kw="privacy"]'
PRIVACY_KEPT = '[data-kw="privacy-kept"]'


def link_changes(said: str) -> "list[Change]":
    """List what to change to show the link, and to say what became of it.

    Shape: said is COPIED, UNCOPIED, or empty while nothing has become of it yet.
    """
    made: list[Change] = [("hide", f"{COPIED},{UNCOPIED}", ""), ("show", LINK, "")]
    return [*made, ("show", said, ""), ("copy", STATUS, said)] if said else made


def kept_changes(kept: "Kept") -> "list[Change]":
    """List what to change to say whether results are kept."""
    is_kept = kept["until"] != ""
    shown, hidden = (KEPT, UNKEPT) if is_kept else (UNKEPT, KEPT)
    promised, other = (PRIVACY_KEPT, PRIVACY) if is_kept else (PRIVACY, PRIVACY_KEPT)
    return [
        ("hide", f"{hidden},{other},{NO_ROOM}", ""),
        ("show", f"{shown},{promised}", ""),
    ]
