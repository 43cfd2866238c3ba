"""`kwispel embed` prints what works on the site that a build would make."""

from __future__ import annotations

from pathlib import Path

import pytest

from testkit.command_line import run, sus_content

SITES = Path(__file__).parents[1] / "sites/good"
BASE = ("--base-url", "https://quiz.example")
THEMES = ("--themes", "themes")


@pytest.fixture(autouse=True)
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a content folder with the SUS, in a working folder of its own."""
    return sus_content(tmp_path, monkeypatch)


def own_theme(content: Path, data: str, *pages: str) -> None:
    """Give the site a theme of its own, with these pages."""
    folder = content.parent / "themes/mine"
    folder.mkdir(parents=True)
    (folder / "theme.toml").write_text(data, encoding="utf-8")
    for page in pages:
        (folder / f"{page}.html.jinja").write_text("", encoding="utf-8")
    with (content / "site.toml").open("a", encoding="utf-8") as file:
        file.write('theme = "mine"\n')


def test_an_item_needs_the_address_of_the_site() -> None:
    """Without one no build draws a picture, and nothing is printed that names it."""
    result = run("embed", "sus", "--way", "item")

    assert (result.exit_code, result.stdout) == (2, "")
    assert '"sus" cannot be shown by --way item: it needs a share' in result.stderr
    assert "card.png" not in run("embed", "sus").stdout
    assert "/sus/card.png" in run("embed", "sus", "--way", "item", *BASE).stdout


def test_an_item_needs_a_theme_that_draws(content: Path) -> None:
    """A theme of the site's own may have no share image."""
    own_theme(content, "", "index", "page", "embed", "publish")

    result = run("embed", "sus", "--way", "item", *BASE, *THEMES)

    assert (result.exit_code, result.stdout) == (2, "")
    assert "card.png" not in run("embed", "sus", *BASE, *THEMES).stdout


def test_heights_are_those_that_a_build_prints_with_a_theme_of_ones_own(
    content: Path,
) -> None:
    """Its letters may be larger than those of kwispel's own themes."""
    spiegel = run("embed", "sus", "--way", "frame", *BASE).stdout
    own_theme(content, 'extends = "overheid"\n')

    told = run("embed", "sus", "--way", "frame", *BASE, *THEMES).stdout

    frame = told.splitlines()[0]
    assert frame != spiegel.splitlines()[0]
    assert f"  paste: {frame}\n" in run("build", *BASE, *THEMES).stdout


def test_a_theme_that_is_not_found_is_told(content: Path) -> None:
    """As `build` tells it: no height can be known without it."""
    own_theme(content, 'extends = "overheid"\n')

    result = run("embed", "sus")

    assert (result.exit_code, result.stdout) == (1, "")
    assert "error[unknown-theme]" in result.stderr


def test_what_nobody_may_frame_is_pasted_without_a_frame(content: Path) -> None:
    """`origins = []` lets no other site in: neither command offers one."""
    with (content / "site.toml").open("a", encoding="utf-8") as file:
        file.write("[embed]\norigins = []\n")

    assert "/embed.html" not in run("embed", "sus", *BASE).stdout
    assert "paste:" not in run("build", *BASE).stdout
    refused = run("embed", "sus", "--way", "amp", *BASE)
    assert refused.exit_code == 2
    assert "sites that may frame it, in origins of site.toml" in refused.stderr
