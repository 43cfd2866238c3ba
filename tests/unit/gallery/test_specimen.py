"""A component alone is shown as a reader sees it, not as it waits for a script."""

from __future__ import annotations

import pytest

from kwispel.gallery.specimen import staged


@pytest.mark.parametrize(
    ("printed", "shown"),
    [
        ('<p data-kw="partial" hidden>P</p>', '<p data-kw="partial">P</p>'),
        ('<li data-open-link="q" hidden>', '<li data-open-link="q">'),
        ("<template data-late><p>P</p></template>", "<p>P</p>"),
        ("<div hidden><p>Say</p></div>", "<div hidden><p>Say</p></div>"),
        ('<p data-kw="absent" hidden>', '<p data-kw="absent" hidden>'),
        ('<p data-hidden="a hidden one">', '<p data-hidden="a hidden one">'),
    ],
)
def test_what_a_script_would_show_is_shown(printed: str, shown: str) -> None:
    """But for what has no name, and for what is there when something else is not."""
    assert staged(printed, is_whole=False) == shown


def test_one_band_is_shown_in_each_score() -> None:
    """As there is one in every result."""
    bands = '<p data-band="a" hidden></p><p data-band="b" hidden></p>'
    scores = f'<div data-score="x">{bands}</div><div data-score="y">{bands}</div>'

    assert staged(scores, is_whole=False).count(" hidden") == 2


def test_whole_example_shows_all() -> None:
    """Where a component's parts are to be compared."""
    text = '<p data-kw="absent" hidden></p><p data-kw="full" hidden></p>'

    assert " hidden" not in staged(text, is_whole=True)


@pytest.mark.parametrize(
    "slot",
    [
        '<b data-part="value"></b>',
        '<text x="1" data-part="min"></text>',
        '<span data-answer="q"></span>',
        '<span data-band-limit="high"></span>',
        '<span data-kw="band-name"></span>',
        '<a href="#q"></a>',
    ],
)
def test_empty_slot_is_filled(slot: str) -> None:
    """With a sample, so that its place can be judged."""
    start, _, end = slot.partition("><")

    filled = staged(slot, is_whole=False)

    assert filled.startswith(f"{start}>")
    assert filled.endswith(f"<{end}")
    assert len(filled) > len(slot)


def test_slot_that_is_filled_stays_as_it_is() -> None:
    """A template's own words are never replaced."""
    text = '<b data-part="value">3</b><p data-part="unheard-of"></p>'

    assert staged(text, is_whole=False) == text


def test_drawing_is_drawn() -> None:
    """Marks lie on their scale, and the radar has a shape."""
    mark = staged('<circle data-kw="marker" r="4"/>', is_whole=False)
    shape = staged(
        '<polygon data-kw="shape" data-axes="100,0 -50,50"/>', is_whole=False
    )

    assert mark == '<circle data-kw="marker" r="4" transform="translate(62 0)"/>'
    assert shape.endswith(' points="62 0 -31 31"/>')
