"""`kwispel build --gallery` shows every component of every theme, to authors alone."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from functools import cache
from html import unescape
from pathlib import Path

import pytest
from click.testing import CliRunner

from kwispel.cli import main
from kwispel.gallery.pages import SCHEMES, gallery_files
from kwispel.runtime.load import BUILT
from testkit.markup import Markup
from testkit.sample_pages import SCRIPTS, THEMES, packaged_theme

ROOT = Path(__file__).parents[3]
CONTENT = str(ROOT / "tests/sites/good/tiny")
COMPONENTS = ROOT / "themes/spiegel/components"

needs_runtime = pytest.mark.skipif(
    not (BUILT / "runtime.js").exists(),
    reason="the package was not built: run `python -m kwispel.runtime`",
)


@cache
def gallery() -> Mapping[str, bytes]:
    """Render the gallery of the packaged themes."""
    return gallery_files([packaged_theme(name) for name in THEMES], SCRIPTS)


def page(path: str) -> str:
    """Give a page of the gallery as text."""
    return gallery()[f"gallery/{path}"].decode()


def pages() -> list[str]:
    """List the gallery's own pages, without those of the sample quizzes."""
    return [p for p in gallery() if p.endswith(".html") and "/pages/" not in p]


def titles() -> list[tuple[str, str]]:
    """List what the examples of spiegel are called, with their components."""
    return [
        (folder.name, example["name"])
        for folder in sorted(COMPONENTS.iterdir())
        for example in tomllib.loads((folder / "examples.toml").read_text())["example"]
    ]


@pytest.mark.parametrize("theme", THEMES)
def test_every_example_stands_in_the_page_of_each_theme(theme: str) -> None:
    """With its component's name, and its markup to be unfolded."""
    text = page(f"{theme}.html")
    headings = [unescape(h) for h in re.findall(r"<h3[^>]*>([^<]*)</h3>", text)]
    names = re.findall(r"<h2[^>]*>([^<]*)</h2>", text)

    assert headings == [title for _, title in titles()]
    assert names == sorted({component for component, _ in titles()})
    assert text.count("<details>") == len(titles())


@pytest.mark.parametrize("theme", THEMES)
def test_every_frame_leads_to_a_page(theme: str) -> None:
    """Each example has one for each scheme, shown narrow and wide."""
    frames = [
        attributes["src"]
        for tag, attributes in Markup(page(f"{theme}.html")).elements
        if tag == "iframe"
    ]

    assert frames
    assert {f"gallery/{src}" for src in frames} <= set(gallery())
    assert all(frames.count(src) == 2 for src in frames)
    for scheme in SCHEMES:
        assert len([f for f in frames if f"-{scheme}." in f]) == len(frames) // 2


def test_scheme_of_a_frame_is_its_own() -> None:
    """Whatever the site has chosen, and the reader's device prefers."""
    for scheme in SCHEMES:
        html = Markup(page(f"krant/option-1-{scheme}.html")).elements[0][1]
        assert html["data-scheme"] == scheme


@pytest.mark.parametrize("path", pages())
def test_page_is_sound_and_not_for_search_engines(path: str) -> None:
    """Balanced, without what a policy would stop, and marked as noindex."""
    found = Markup(gallery()[path].decode())

    assert found.faults == []
    assert found.having("name", "robots")[0]["content"] == "noindex"
    assert len(found.ids()) == len(set(found.ids()))


def test_component_says_from_which_theme_each_file_is() -> None:
    """An author of a theme sees what is inherited."""
    section = page("krant.html").split('id="option"')[1].split('class="example"')[0]

    assert "spiegel/components/option/option.css" in section
    assert "krant/components/option/own.css" in section


@pytest.mark.parametrize("theme", THEMES)
def test_whole_pages_are_there_in_each_theme(theme: str) -> None:
    """The sample quizzes as they are built for readers."""
    folder = f"gallery/{theme}/pages"
    (late, _) = (
        link["href"].removeprefix("../")
        for link in Markup(page(f"{theme}/pages/page/index.html")).having("rel")
        if link["rel"] == "stylesheet"
    )

    assert f"{folder}/page/embed.html" in gallery()
    assert late.startswith(f"assets/{theme}.")
    assert f"{folder}/{late}" in gallery()


@needs_runtime
def test_without_the_flag_there_is_none(tmp_path: Path) -> None:
    """A site for readers holds nothing for authors."""
    done = CliRunner().invoke(main, ["build", CONTENT, "-o", str(tmp_path / "dist")])

    assert done.exit_code == 0, done.output
    assert not (tmp_path / "dist/gallery").exists()


@needs_runtime
def test_nothing_in_the_site_links_to_it(tmp_path: Path) -> None:
    """Whoever wants it knows its address, which the build prints."""
    dist = tmp_path / "dist"
    done = CliRunner().invoke(main, ["build", CONTENT, "-o", str(dist), "--gallery"])

    assert done.exit_code == 0, done.output
    assert str(dist / "gallery/index.html") in done.output
    for file in dist.rglob("*.html"):
        if not file.is_relative_to(dist / "gallery"):
            assert "gallery" not in file.read_text(encoding="utf-8")


@needs_runtime
def test_theme_of_the_site_is_shown_with_its_options(tmp_path: Path) -> None:
    """And a theme of one's own beside those that come with kwispel."""
    content = tmp_path / "content"
    (content / "one/questions").mkdir(parents=True)
    (content / "site.toml").write_text(
        'theme = "krant"\n[theme_options]\naccent = "#005522"\n', encoding="utf-8"
    )
    (content / "one/quiz.md").write_text(
        "---\ntitle: One\nlicence: CC0-1.0\n---\n", encoding="utf-8"
    )
    (content / "one/questions/q.md").write_text("Q?\n\n- (0) A\n- (1) B\n", "utf-8")
    ours = tmp_path / "themes/ours"
    ours.mkdir(parents=True)
    (ours / "theme.toml").write_text('extends = "overheid"\n', encoding="utf-8")
    command = ["build", str(content), "-o", str(tmp_path / "dist"), "--gallery"]

    done = CliRunner().invoke(main, [*command, "--themes", str(ours.parent)])

    assert done.exit_code == 0, done.output
    shown = tmp_path / "dist/gallery"
    assert "#005522" in (shown / "krant/style.css").read_text(encoding="utf-8")
    assert (shown / "ours.html").is_file()


@needs_runtime
def test_theme_with_a_fault_is_told(tmp_path: Path) -> None:
    """Though the site names another: who asks for the gallery wants to see it."""
    ours = tmp_path / "themes/ours"
    ours.mkdir(parents=True)
    (ours / "theme.toml").write_text('extends = "nothing"\n', encoding="utf-8")
    command = ["build", CONTENT, "-o", str(tmp_path / "dist")]
    themes = ["--themes", str(ours.parent)]

    fine = CliRunner().invoke(main, [*command, *themes])
    told = CliRunner().invoke(main, [*command, *themes, "--gallery"])

    assert fine.exit_code == 0, fine.output
    assert told.exit_code == 1
    assert 'there is no theme "nothing"' in told.output
