"""What has to change on the page to offer what can be done with a result."""

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TypedDict

    from kwispel.browser.shapes import Change

    class Able(TypedDict):
        """What can be done with a result where the page is."""

        copy: bool
        share: bool
        print: bool
        save: bool
        keep: bool


STATUS = '[data-kw="status"]'

LINK = '[data-kw="result-link"]'
ROW = '[data-kw="keep"]'
OWN = '[data-kw="own-result"]'
LACKING = '[data-kw="lacking"]'
DEVICE = '[data-kw="device"]'


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
