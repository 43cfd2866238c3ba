"""A theme draws its share image by data and a template; its faults are told."""

from __future__ import annotations

from pathlib import Path

import pytest

from kwispel.errors import BuildFailed, Place
from kwispel.publish.share.drawing import Said, artist_for
from kwispel.render.theme import FoundTheme, find_theme
from kwispel.render.theme_folders import theme_folders
from kwispel.render.theme_share import SHARE

SAID = Said("en", {"title": "Listening", "note": "3", "site": "The Example"}, {})


def find(folder: Path, share: str = "", template: str | None = None) -> FoundTheme:
    """Look for a theme that extends spiegel by a share image of its own."""
    mine = folder / "mine"
    mine.mkdir()
    (mine / "theme.toml").write_text(f'extends = "spiegel"\n{share}', encoding="utf-8")
    if template is not None:
        (mine / SHARE).write_text(template, encoding="utf-8")
    places = {"": Place("site.toml")}
    return find_theme("mine", {}, folders=theme_folders(folder), places=places)


def test_what_a_theme_does_not_say_is_that_of_the_one_it_extends(
    tmp_path: Path,
) -> None:
    """Key by key, so that a box alone can be moved."""
    found = find(tmp_path, "[share.title]\nbox = [1, 2, 900, 300]")

    assert found.theme
    assert found.theme.share
    title = found.theme.share["title"]
    assert title.box == (1, 2, 900, 300)
    assert title.fonts[0].name == "NotoSerifDisplay-Regular.ttf"
    assert found.theme.share["site"].box != title.box


def test_a_theme_without_the_template_draws_none(tmp_path: Path) -> None:
    """One that extends no other need not have it."""
    theme = tmp_path / "mine"
    theme.mkdir()
    (theme / "theme.toml").write_text("", encoding="utf-8")
    for page in ("index", "page", "embed", "publish"):
        (theme / f"{page}.html.jinja").write_text("", encoding="utf-8")
    places = {"": Place("site.toml")}
    found = find_theme("mine", {}, folders=(tmp_path,), places=places).theme

    assert found
    assert found.share is None
    assert artist_for(found) is None


@pytest.mark.parametrize(
    ("share", "said"),
    [
        ('[share.title]\nfonts = ["No-Such.ttf"]', 'there is no "fonts/No-Such.ttf"'),
        ("[share.title]\nbox = [1, 2, 3]", "not enough values"),
        ('[share.title]\nbox = ["left", 2, 3, 4]', "invalid literal"),
        ("[share.title]\nsizes = [20, 40]", "the largest, then the smallest"),
        ("[share.title]\nsizes = [20, 0]", "the largest, then the smallest"),
        ("[share.title]\nfonts = {slab = []}", "[share] has no 'serif'"),
    ],
)
def test_faults_of_the_data_are_told_with_the_file(
    tmp_path: Path, share: str, said: str
) -> None:
    """Before anything is drawn."""
    (problem,) = find(tmp_path, share).problems

    assert problem.code == "theme-file"
    assert problem.place == Place(str(tmp_path / "mine/theme.toml"))
    assert said in problem.message


@pytest.mark.parametrize(
    ("template", "line", "said"),
    [
        ("<svg>\n{{ share.nosuch }}</svg>", 2, "nosuch"),
        ("no drawing", 1, "cannot be drawn"),
        ('<svg xmlns="http://www.w3.org/2000/svg"><g></svg>', 1, "cannot be drawn"),
    ],
)
def test_faults_of_the_template_are_told_with_their_place(
    tmp_path: Path, template: str, line: int, said: str
) -> None:
    """Where it asks for what is not there, and where it is no SVG."""
    theme = find(tmp_path, template=template).theme
    assert theme
    artist = artist_for(theme)
    assert artist

    with pytest.raises(BuildFailed) as failed:
        artist.draw(SAID)

    (problem,) = failed.value.problems
    assert problem.code == "theme-file"
    assert problem.place == Place(str(tmp_path / "mine" / SHARE), line)
    assert said in problem.message


def test_a_template_that_cannot_be_read_is_told_before_anything_is_drawn(
    tmp_path: Path,
) -> None:
    """As those of the pages are."""
    (problem,) = find(tmp_path, template="<svg>\n{% endif %}</svg>").problems

    assert problem.code == "theme-file"
    assert problem.place == Place(str(tmp_path / "mine" / SHARE), 2)
