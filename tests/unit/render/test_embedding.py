"""What a publisher pastes: markup for each way in, safe whatever the title is."""

from __future__ import annotations

from dataclasses import replace
from html.parser import HTMLParser
from typing import get_args

import pytest

from kwispel.cli_options import WAY_NAMES
from kwispel.render.embedding import Hosted, WayName, ways
from testkit.sample_pages import sum_quiz

ROOT = "https://example.org/tests"
HOSTILE = (
    "\"><script>alert(1)</script>'",
    "</textarea></code></iframe><img src=x onerror=alert(1)>",
    "A & B &lt;i&gt; \u202egnihtemos\u202c \u2067\u05d0\u2069",
)


class Seen(HTMLParser):
    """What a browser would make of a markup: elements, attributes and text."""

    def __init__(self, markup: str) -> None:
        """Read the markup."""
        super().__init__()
        self.tags: list[str] = []
        self.values: list[str] = []
        self.feed(markup)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Take an element."""
        self.tags.append(tag)
        self.values += [value for _, value in attrs if value]

    def handle_data(self, data: str) -> None:
        """Take a text."""
        self.values.append(data)


def hosted(title: str = "Sums") -> Hosted:
    """Give a quiz on a site with an address."""
    return Hosted(
        replace(sum_quiz(), title=title),
        ROOT,
        height_px=800,
        has_card=True,
        may_be_framed=True,
    )


def test_the_command_line_offers_every_way_in_the_same_order() -> None:
    """`--way` takes their names."""
    names = tuple(way.name for way in ways(hosted()))

    assert names == get_args(WayName) == WAY_NAMES


@pytest.mark.parametrize("title", HOSTILE)
@pytest.mark.parametrize("name", WAY_NAMES)
def test_a_title_stays_text_in_every_markup(name: str, title: str) -> None:
    """It can neither end what it stands in nor begin anything."""
    plain, hostile = (
        Seen(next(way.markup for way in ways(one) if way.name == name))
        for one in (hosted(), hosted(title))
    )

    assert hostile.tags == plain.tags
    assert hostile.values == [
        title if value == "Sums" else value for value in plain.values
    ]


@pytest.mark.parametrize("name", ["frame", "loader", "element", "amp", "item"])
def test_a_link_is_left_where_anything_else_is_taken_out(name: str) -> None:
    """Every way that is markup for a page elsewhere has it."""
    [markup] = [way.markup for way in ways(hosted()) if way.name == name]

    assert f'<a href="{ROOT}/sums/">' in markup


def test_a_frame_is_as_high_as_it_is_told() -> None:
    """In every way that has one."""
    framed = [way for way in ways(hosted()) if "frame" in way.markup]

    assert [way.name for way in framed] == ["frame", "loader", "amp", "file"]
    assert all(' height="800"' in way.markup for way in framed)


def test_without_a_picture_no_item_is_offered() -> None:
    """No build draws what its markup would name."""
    plain = replace(hosted(), has_card=False)

    assert [way.name for way in ways(plain)] == [n for n in WAY_NAMES if n != "item"]


def test_without_an_address_the_bare_one_is_not_offered() -> None:
    """It becomes a frame by a file that holds whole addresses alone."""
    nowhere = replace(hosted(), base_url=None, has_card=False)

    assert {"address", "item"}.isdisjoint(way.name for way in ways(nowhere))


def test_where_nobody_may_frame_a_quiz_no_way_shows_its_page_for_frames() -> None:
    """The element, the picture and the file are left, which frame nothing of it."""
    found = ways(replace(hosted(), may_be_framed=False))

    assert [way.name for way in found] == ["element", "item", "file"]
    assert not any("embed" in way.markup for way in found)
