"""What has to change on the page when a result is kept or shared.

Nothing here touches the page or the device.
"""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypedDict

    from kwispel.browser.kept import Kept
    from kwispel.browser.shapes import Change

    class Able(TypedDict):
        """What can be done with a result where the page is."""

        copy: bool
        share: bool
        print: bool
        save: bool
        keep: bool


ROW = '[data-kw="keep"]'
OWN = '[data-kw="own-result"]'
LINK = '[data-kw="result-link"]'
FIELD = LINK + " input"
COPIED = '[data-kw="copied"]'
UNCOPIED = '[data-kw="uncopied"]'
LACKING = '[data-kw="lacking"]'
STATUS = '[data-kw="status"]'

DEVICE = '[data-kw="device"]'
KEPT = '[data-kw="kept"]'
UNKEPT = '[data-kw="unkept"]'
HISTORY = '[data-kw="history"]'
NO_ROOM = '[data-kw="no-room"]'

PRIVACY = '[data-kw="privacy"]'
PRIVACY_KEPT = '[data-kw="privacy-kept"]'


def able_changes(able: "Able") -> "list[Change]":
    """List what to change to offer what works here, and nothing else."""
    places = {
        '[data-press="copy"]': able["copy"],
        '[data-press="share"]': able["share"],
        '[data-press="print"]': able["print"],
        '[data-press="save"]': able["save"],
        DEVICE: able["keep"],
        OWN: not able["print"],
    }
    return [("show" if places[name] else "hide", name, "") for name in places]


def made_changes(*, has_code: bool) -> "list[Change]":
    """List what to change once there is another result; it may have no code."""
    return [("show" if has_code else "hide", ROW, ""), ("hide", LINK, "")]


def lacking_changes(*, is_lacking: bool) -> "list[Change]":
    """List what to change to say, after all else, whether part of a result is missing.

    Shape: what a screen reader is told already comes first.
    """
    if not is_lacking:
        return [("hide", LACKING, "")]
    return [
        ("show", LACKING, ""),
        ("copy", STATUS, f"{STATUS},{LACKING} span"),
    ]


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
