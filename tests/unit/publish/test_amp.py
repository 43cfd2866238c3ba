"""What is pasted into an AMP page is what AMP's own validator takes.

That validator fetches its rules from the network, so those that concern a frame stand
here again.
Source: ampproject/amphtml, extensions/amp-iframe/validator-amp-iframe.protoascii, and
validator/validator-main.protoascii for the attributes of all elements.
"""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

import pytest

from kwispel.render.embedding import Hosted, amp_markup
from testkit.markup import Attributes, Markup
from testkit.sample_pages import sum_quiz

SCRIPT = {
    "async": "",
    "custom-element": "amp-iframe",
    "src": "https://cdn.ampproject.org/v0/amp-iframe-0.1.js",
}
# The values that an attribute may have, as one expression.
OWN = {
    "allow": ".*",
    "allowfullscreen": "",
    "allowpaymentrequest": "",
    "allowtransparency": "",
    "frameborder": "0|1",
    "referrerpolicy": ".*",
    "resizable": "",
    "sandbox": ".*",
    "scrolling": "auto|no|yes",
    "tabindex": r"-?\d+",
    "src": "(?!.*__amp_source_origin).*",
    "srcdoc": ".*",
}
GLOBAL = {
    **dict.fromkeys(("class", "dir", "id", "lang", "role", "title"), ".*"),
    **dict.fromkeys(("heights", "media", "noloading", "sizes"), ".*"),
    "layout": "fill|fixed|fixed-height|flex-item|intrinsic|nodisplay|responsive",
    "height": r"\d+(\.\d+)?(px|em|rem|vh|vw|vmin|vmax)?",
    "width": r"auto|\d+(\.\d+)?(px|em|rem|vh|vw|vmin|vmax)?",
}
ALLOWED = OWN | GLOBAL
INSIDE = {
    "p": {"placeholder", "overflow", "role", "tabindex"},
    "a": {"href"},
}
"""Of what AMP allows in a frame, the elements that ours has."""


def elements(base_url: str = "https://example.org/t") -> list[tuple[str, Attributes]]:
    """Give the elements of the markup for a quiz of a site, in order."""
    quiz = replace(sum_quiz(), title='A "title" & <more>')
    hosted = Hosted(quiz, base_url, 700, has_card=False, may_be_framed=True)
    markup = Markup(str(amp_markup(hosted)))
    assert [fault for fault in markup.faults if "policy" not in fault] == []
    return markup.elements


def faults(frame: Attributes) -> list[str]:
    """List what the validator would say of a frame."""
    found = [
        f"{name}={value!r} is not allowed"
        for name, value in frame.items()
        if not re.fullmatch(ALLOWED.get(name, "(?!)"), value)
    ]
    if ("src" in frame) == ("srcdoc" in frame):
        found.append("one of src and srcdoc is mandatory")
    if urlsplit(frame.get("src", "https:")).scheme not in {"https", "data"}:
        found.append("src is neither https nor data")
    if frame.get("layout") == "fixed-height" and (
        "height" not in frame or frame.get("width", "auto") != "auto"
    ):
        found.append("fixed-height is a height, and no width")
    return found


def test_a_frame_keeps_the_rules_of_the_validator() -> None:
    """Its attributes, their values, its layout and where it leads."""
    [frame] = [attributes for tag, attributes in elements() if tag == "amp-iframe"]

    assert faults(frame) == []
    assert frame["src"].startswith("https://")


@pytest.mark.parametrize(
    "change",
    [
        {"src": "http://example.org/t/sums/embed.html"},
        {"layout": "container"},
        {"loading": "lazy"},
        {"frameborder": "2"},
        {"width": "300"},
        {"srcdoc": "<p>A</p>"},
    ],
)
def test_a_frame_that_breaks_a_rule_is_told(change: Attributes) -> None:
    """As the validator tells it."""
    [frame] = [attributes for tag, attributes in elements() if tag == "amp-iframe"]

    assert len(faults(frame | change)) == 1


def test_the_script_of_the_frame_comes_with_it() -> None:
    """The validator asks for it, by this name and from this place alone."""
    assert elements()[0] == ("script", SCRIPT)


def test_a_frame_holds_what_amp_asks_of_it() -> None:
    """A placeholder near the top of a page; what is pressed where it may not grow.

    Source: amp.dev, "amp-iframe".
    """
    inside = elements()[2:]

    assert all(given.keys() <= INSIDE[tag] for tag, given in inside)
    assert sum("placeholder" in given for _, given in inside) == 1
    assert sum("overflow" in given for _, given in inside) == 1
    sandbox = elements()[1][1]["sandbox"].split()
    assert "allow-same-origin" not in sandbox
