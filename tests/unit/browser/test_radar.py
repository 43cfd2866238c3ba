"""The shape that scores make together."""

from __future__ import annotations

from kwispel.browser.radar import outline


def test_each_corner_lies_as_far_on_its_axis_as_its_score() -> None:
    """The middle is the lowest that can be had, the end of an axis the highest."""
    axes = "0,-1000 1000,0 0,1000"

    assert outline(axes, "10000 5000 0") == "0,-1000 500,0 0,0"


def test_corners_are_whole_units() -> None:
    """A thousandth of the chart is less than a pixel, and no float is needed."""
    assert outline("866,-500", "3333") == "288,-167"
