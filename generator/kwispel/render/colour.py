"""Colours that can be read: an accent, as far as its background allows it.

Source: WCAG 2.2, success criterion 1.4.3 and "relative luminance".
"""

from __future__ import annotations

import re

READABLE = 4.5
_STEPS = 50
_HEX = re.compile(r"#(?:[0-9a-fA-F]{3}|[0-9a-fA-F]{6})\Z")

Rgb = tuple[float, float, float]
"""Red, green and blue from 0 to 1."""


def is_colour(text: str) -> bool:
    """Say whether a text is a colour as `#rgb` or `#rrggbb`."""
    return _HEX.match(text) is not None


def readable(colour: str, background: str, at_least: float = READABLE) -> str:
    """Give the nearest shade of a colour that can be read on a background."""
    wanted, ground = _rgb(colour), _rgb(background)
    end = 0.0 if _luminance(ground) > 0.18 else 1.0  # noqa: PLR2004 - middle grey
    for step in range(_STEPS + 1):
        shade = _mixed(wanted, end, step / _STEPS)
        if contrast(_hex(shade), background) >= at_least:
            return _hex(shade)
    return _hex((end, end, end))


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours, from 1 to 21."""
    low, high = sorted((_luminance(_rgb(one)), _luminance(_rgb(other))))
    return (high + 0.05) / (low + 0.05)


def _mixed(colour: Rgb, end: float, share: float) -> Rgb:
    red, green, blue = (part + (end - part) * share for part in colour)
    return red, green, blue


def _rgb(text: str) -> Rgb:
    digits = text.removeprefix("#")
    if len(digits) == 3:  # noqa: PLR2004 - the short form
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return red, green, blue


def _hex(colour: Rgb) -> str:
    return "#" + "".join(f"{round(part * 255):02x}" for part in colour)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - sRGB
        for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
