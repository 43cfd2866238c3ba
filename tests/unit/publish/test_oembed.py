"""Each quiz says, at an address of its own, how other software shows it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace

from kwispel.compile import compile_quiz
from kwispel.model.shapes import Site
from kwispel.publish.oembed import oembed_files
from kwispel.publish.shapes import Release
from kwispel.render.frame_height import estimated_heights
from testkit.sample_pages import (
    packaged_theme,
    render,
    sample_site,
    spoken_quiz,
    sum_quiz,
)

ROOT = "https://example.org/tests"
HEIGHT_PX = 1230


def release(site: Site, **files: bytes) -> Release:
    """Give a site as it will be published, with these files."""
    sheets = {quiz.id: compile_quiz(quiz) for quiz in site.quizzes}
    heights = dict.fromkeys(estimated_heights(site.quizzes), HEIGHT_PX)
    return Release(site, sheets, theme=packaged_theme(), files=files, heights=heights)


def answer(path: str, **files: bytes) -> dict[str, object]:
    """Give what stands in one of the files of a site with an address."""
    site = sample_site(sum_quiz(), spoken_quiz(), base_url=ROOT)
    found: dict[str, object] = json.loads(oembed_files(release(site, **files))[path])
    return found


def test_every_quiz_has_an_answer_in_each_of_its_languages() -> None:
    """One file each, beside its page."""
    site = sample_site(sum_quiz(), spoken_quiz(), base_url=ROOT)

    found = oembed_files(release(site))

    assert sorted(found) == [
        "en/spoken/oembed.json",
        "spoken/oembed.json",
        "sums/oembed.json",
    ]


def test_a_site_without_an_address_has_none() -> None:
    """An answer must hold whole addresses."""
    assert oembed_files(release(sample_site(sum_quiz()))) == {}


def test_a_site_that_nobody_may_frame_has_none() -> None:
    """What an answer holds is a frame."""
    site = sample_site(sum_quiz(), base_url=ROOT, embed_origins=())

    assert oembed_files(release(site)) == {}


def test_an_answer_tells_what_oembed_asks_for() -> None:
    """All that the type "rich" must have, and who it comes from."""
    found = answer("sums/oembed.json")

    html = found.pop("html")
    assert isinstance(html, str)
    assert found == {
        "type": "rich",
        "version": "1.0",
        "title": 'Sums & "signs"',
        "provider_name": "Samples",
        "provider_url": f"{ROOT}/",
        "cache_age": 86400,
        "width": 600,
        "height": HEIGHT_PX,
    }


def test_what_is_shown_is_a_link_and_a_frame() -> None:
    """A stand-in, then the frame, in one line and with no script."""
    html = answer("en/spoken/oembed.json")["html"]

    assert html == (
        '<blockquote><a href="https://example.org/tests/en/spoken/">Spoken</a>'
        '</blockquote><iframe src="https://example.org/tests/en/spoken/embed.html" '
        'title="Spoken" width="100%" '
        f'height="{HEIGHT_PX}" frameborder="0" loading="lazy" '
        'sandbox="allow-scripts allow-popups allow-popups-to-escape-sandbox" '
        'referrerpolicy="no-referrer" data-kwispel></iframe>'
    )


def test_a_title_is_only_text_in_what_is_shown() -> None:
    """Signs that mean something in HTML are written as what they are."""
    site = sample_site(replace(sum_quiz(), title='<b> src="x'), base_url=ROOT)

    html = json.loads(oembed_files(release(site))["sums/oembed.json"])["html"]

    assert "<b>" not in html
    assert 'src="x' not in html


def test_an_answer_is_the_same_in_any_charset() -> None:
    """It is written in ASCII, whatever a host says of its files."""
    site = sample_site(replace(sum_quiz(), title="Één quiz"), base_url=ROOT)

    written = oembed_files(release(site))["sums/oembed.json"]

    assert written.isascii()
    assert json.loads(written)["title"] == "Één quiz"


def test_a_picture_is_told_with_its_measures() -> None:
    """Of the edition that it was drawn for."""
    found = answer("en/spoken/oembed.json", **{"en/spoken/card.png": b""})

    assert thumbnail(found) == {
        "thumbnail_url": "https://example.org/tests/en/spoken/card.png",
        "thumbnail_width": 1200,
        "thumbnail_height": 630,
    }


def test_without_a_picture_nothing_is_told_of_it() -> None:
    """Its address and its measures come all three or not at all."""
    assert thumbnail(answer("spoken/oembed.json", **{"sums/card.png": b""})) == {}


def thumbnail(found: Mapping[str, object]) -> dict[str, object]:
    """Give what is told of a picture."""
    return {key: found[key] for key in found if key.startswith("thumbnail")}


def test_only_a_page_of_its_own_names_the_answer() -> None:
    """Whoever pastes the address of a quiz gives that of its page."""
    pages = render(sample_site(spoken_quiz(), base_url=ROOT))

    link = (
        b'<link rel="alternate" type="application/json+oembed" '
        b'href="https://example.org/tests/en/spoken/oembed.json" title="Spoken">'
    )
    assert link in pages["en/spoken/index.html"]
    assert b"oembed" not in pages["en/spoken/embed.html"]
    assert b"oembed" not in pages["index.html"]


def test_a_page_without_an_address_names_no_answer() -> None:
    """There is none."""
    assert b"oembed" not in render(sample_site(sum_quiz()))["sums/index.html"]
