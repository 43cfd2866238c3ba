"""The share image shows the title of a quiz, whatever its author wrote there."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import get_args
from xml.etree import ElementTree as ET

import pytest

from kwispel.publish.shapes import Release
from kwispel.publish.share.drawable import drawable
from kwispel.publish.share.drawing import Artist, Said, artist_for
from kwispel.publish.share.faces import EM, face_of, runs, width
from kwispel.publish.share.files import share_files
from kwispel.publish.share.setting import ELLIPSIS, line_px, set_text
from kwispel.render.colour import contrast
from kwispel.render.theme_share import TextName
from kwispel.render.wording import Address, languages, translated
from testkit.sample_pages import packaged_theme, sample_site, spoken_quiz, sum_quiz

THEMES = ("krant", "overheid", "spiegel")
SVG = "{http://www.w3.org/2000/svg}"
PNG = b"\x89PNG\r\n\x1a\n"
LONG = (
    "Wie gut arbeitet Ihre Abteilung mit den Fachverantwortlichen anderer Bereiche "
    "zusammen, wenn unter Zeitdruck entschieden wird?"
)
HOSTILE = "</text><script>alert(1)</script>&amp;<image href='file:///etc/passwd'/>\"'"
ARABIC = "كيف تتعامل مع عملائك (kwispel 2.0)؟"


def artist(theme: str) -> Artist:
    """Give who draws the images of a packaged theme."""
    found = artist_for(packaged_theme(theme))
    assert found
    return found


def said(title: str, *, lang: str = "en", site: str = "The Example") -> Said:
    """Give what an image says."""
    texts: Mapping[TextName, str] = {"title": title, "note": "3 + 4", "site": site}
    return Said(lang=lang, texts=texts, langs={"site": "en"})


def drawn(theme: str, what: Said) -> ET.Element:
    """Give the drawing of an image."""
    return ET.fromstring(artist(theme).svg(what))  # noqa: S314 - our own drawing


def lines(drawing: ET.Element) -> list[str]:
    """Give the texts of a drawing, as they are read."""
    return ["".join(text.itertext()) for text in drawing.iter(f"{SVG}text")]


def size_of(image: bytes) -> tuple[int, int]:
    """Give the width and the height that a PNG states."""
    return int.from_bytes(image[16:20]), int.from_bytes(image[20:24])


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("title", ["Listening", LONG, HOSTILE, ARABIC])
def test_an_image_is_a_small_png_of_1200_by_630(theme: str, title: str) -> None:
    """Networks want no less, and some take no more than 300 kB."""
    image = artist(theme).draw(said(title, lang="ar" if title == ARABIC else "en"))

    assert image.startswith(PNG)
    assert size_of(image) == (1200, 630)
    assert len(image) < 80_000


@pytest.mark.parametrize(
    ("theme", "digest"),
    [
        ("krant", "1ec8b9202b102ea7"),
        ("overheid", "08104f7c57cbb830"),
        ("spiegel", "950105ed0f2b01f8"),
    ],
)
def test_an_image_is_the_same_on_every_machine(theme: str, digest: str) -> None:
    """No font of the system and no clock has a part in it."""
    image = artist(theme).draw(said(f"Listening {ARABIC}"))

    assert sha256(image).hexdigest()[:16] == digest


@pytest.mark.parametrize("theme", THEMES)
def test_markup_in_a_title_is_text(theme: str) -> None:
    """It is shown as it stands, and asks for nothing."""
    drawing = drawn(theme, said(HOSTILE))

    assert HOSTILE.replace(" ", "") in "".join(lines(drawing)).replace(" ", "")
    names = {element.tag.removeprefix(SVG) for element in drawing.iter()}
    assert names <= {"svg", "g", "rect", "path", "text", "tspan"}


@pytest.mark.parametrize("theme", THEMES)
def test_a_title_is_never_wider_than_its_box(theme: str) -> None:
    """Whatever its words are; and it is cut only where it is far too long."""
    style = packaged_theme(theme).share
    assert style
    box = style["title"]
    faces = tuple(face_of(path) for path in box.fonts)

    for title in ("a", LONG, "Aansprakelijkheid" * 12, "word " * 300, ARABIC * 3):
        found = set_text(title.strip(), box, faces)
        widest = max(width(line, faces) for line in found.lines)
        assert widest * found.size_px <= box.box[2] * EM
        assert len(found.lines) * line_px(found.size_px, box) <= box.box[3]
        is_cut = found.lines[-1].endswith(ELLIPSIS)
        assert is_cut == (title == "word " * 300)


def test_lines_are_as_even_as_can_be() -> None:
    """A last line of one word looks like an accident."""
    style = packaged_theme("spiegel").share
    assert style
    faces = tuple(face_of(path) for path in style["title"].fonts)

    found = set_text("Hoe klantgericht werkt u?", style["title"], faces)

    assert found.lines == ("Hoe klantgericht", "werkt u?")


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("How customer-focused are you?", ("How customer-focused", "are you?")),
        (
            "Arbeidsongeschiktheids-verzekeringsmaatschappij-onderzoek",
            ("Arbeidsongeschiktheids-", "verzekeringsmaatschappij-", "onderzoek"),
        ),
    ],
)
def test_only_a_long_word_is_parted_after_a_hyphen(
    title: str, expected: tuple[str, ...]
) -> None:
    """One that no line can hold at the size at which others could stand."""
    style = packaged_theme("spiegel").share
    assert style
    faces = tuple(face_of(path) for path in style["title"].fonts)

    assert set_text(title, style["title"], faces).lines == expected


@pytest.mark.parametrize("theme", THEMES)
def test_each_language_of_the_interface_can_be_written(theme: str) -> None:
    """All letters of all its texts are in the fonts of each theme."""
    faces = {name: artist(theme).faces(name) for name in ("title", "note", "site")}

    for lang in languages():
        written = "".join(
            form
            for address in get_args(Address)
            for text in translated(lang, address, ()).values()
            for form in text.forms.values()
        )
        letters = "".join(sorted(sign for sign in set(written) if sign.isalnum()))
        assert not [name for name in faces if drawable(letters, faces[name]).missing]


def test_arabic_begins_at_the_right() -> None:
    """And is embedded in its own direction, so that brackets and numbers keep place."""
    drawing = drawn("spiegel", said(ARABIC, lang="ar"))

    title = next(drawing.iter(f"{SVG}text"))
    assert (title.get("text-anchor"), title.get("x")) == ("end", "1112")
    assert "".join(title.itertext()).startswith("\u202b")


def test_each_stretch_is_in_a_font_that_has_it() -> None:
    """A bracket goes with the word that it opens."""
    faces = artist("spiegel").faces("title")

    found = runs("عملائك (kwispel)", faces)

    assert [(run.text, run.face.family) for run in found] == [
        ("عملائك ", "NotoNaskhArabic-Regular"),
        ("(kwispel)", "NotoSerifDisplay-Regular"),
    ]


def test_pictures_that_no_font_has_are_left_out() -> None:
    """With what joins them and chooses their looks."""
    faces = artist("spiegel").faces("title")

    found = drawable("Are you\u00a0ready? 🎉👩‍💻❤️", faces)

    assert found.text == "Are you\u00a0ready?"
    assert not found.missing


def test_a_title_that_cannot_be_written_gives_way_to_the_name_of_the_site() -> None:
    """A word without one of its letters would be another word."""
    assert lines(drawn("spiegel", said("お客様の声")))[0] == "The Example"


def test_what_steers_direction_does_not_reach_the_image() -> None:
    """It would turn parts of a line round, and lines are parted elsewhere."""
    faces = artist("spiegel").faces("title")

    assert drawable("a\u202eb\u2066c\nd", faces).text == "abc d"


def test_every_quiz_has_one_in_each_language_and_the_site_too() -> None:
    """Beside the pages that name them."""
    site = replace(sample_site(spoken_quiz()), base_url="https://example.org")

    found = share_files(Release(site, {}, packaged_theme(), {}, {}))

    assert list(found) == ["card.png", "spoken/card.png", "en/spoken/card.png"]
    assert len(set(found.values())) == 3


def test_a_site_without_an_address_has_none() -> None:
    """No page could name it: the address of an image is a whole one."""
    release = Release(sample_site(sum_quiz()), {}, packaged_theme(), {}, {})

    assert share_files(release) == {}


def test_a_chosen_colour_and_scheme_are_those_of_the_image() -> None:
    """A site's own accent, in a shade that its scheme can bear."""
    dark = packaged_theme("spiegel", scheme="dark", accent="#b00020")
    found = artist_for(dark)

    assert found
    assert found.colours["paper"] == "#10161f"
    assert contrast(found.colours["accent"], "#1d2940") >= 4.5
    assert found.colours["accent"] != artist("spiegel").colours["accent"]


def test_an_image_that_is_there_already_is_not_drawn_again() -> None:
    """One that was made from the same: a large site is built anew in no time."""
    image = artist("spiegel").draw(said("Listening"))

    again = artist("spiegel").draw(said("Listening"), earlier=image)

    assert again is image


@pytest.mark.parametrize(
    "spoil",
    [
        lambda image: image[:-20] + bytes(8) + image[-12:],
        lambda image: image[:100] + b"0" + image[101:],
        lambda image: image[:40],
        lambda _: b"",
        lambda _: artist("spiegel").draw(said("Other")),
        lambda _: artist("krant").draw(said("Listening")),
    ],
    ids=["damaged", "stamp", "short", "none", "other title", "other theme"],
)
def test_any_other_image_is_drawn_again(spoil: Callable[[bytes], bytes]) -> None:
    """So that a build gives the same bytes whatever lay there before."""
    image = artist("spiegel").draw(said("Listening"))

    again = artist("spiegel").draw(said("Listening"), earlier=spoil(image))

    assert again == image


def test_a_stamped_image_is_a_whole_png() -> None:
    """Every part of it has the length and the check that it states."""
    image = artist("spiegel").draw(said("Listening"))

    kinds, rest = [], image.removeprefix(PNG)
    while rest:
        length = int.from_bytes(rest[:4])
        held, check = rest[4 : 8 + length], rest[8 + length : 12 + length]
        assert zlib.crc32(held).to_bytes(4) == check
        kinds.append(held[:4])
        rest = rest[12 + length :]

    assert (kinds[0], kinds[1], kinds[-1]) == (b"IHDR", b"tEXt", b"IEND")


def test_a_build_takes_the_images_of_the_last_one(tmp_path: Path) -> None:
    """From the folder that it writes to, where they are what they should be."""
    site = replace(sample_site(sum_quiz()), base_url="https://example.org")
    first = share_files(Release(site, {}, packaged_theme(), {}, {}))
    for path, image in first.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_bytes(image)
    (tmp_path / "card.png").unlink()
    (tmp_path / "card.png").mkdir()

    again = share_files(Release(site, {}, packaged_theme(), {}, {}, earlier=tmp_path))

    assert again == first
