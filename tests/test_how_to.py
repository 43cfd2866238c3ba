"""The how-to pages do what they show, file by file and command by command."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kwispel.render.colour import contrast

HOW_TO = Path(__file__).parents[1] / "docs/how-to"
PAGES = sorted(HOW_TO.glob("*.md"))
BLOCK = re.compile(r"^```(\w+) ?(\S*)\n(.*?)^```$", re.DOTALL | re.MULTILINE)
KWISPEL = f'kwispel() {{ {shlex.quote(sys.executable)} -m kwispel "$@"; }}\n'


def run(commands: str, folder: Path) -> str:
    """Run commands as a shell does, up to the first that fails; give what they say."""
    made = subprocess.run(
        ["sh", "-e", "-c", KWISPEL + commands],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    return made.stdout + made.stderr


def follow(page: str, folder: Path) -> dict[str, str]:
    """Follow a page from top to bottom: each command, and what it said."""
    text_of_page = (HOW_TO / page).read_text(encoding="utf-8")
    said: dict[str, str] = {}
    for kind, name, text in BLOCK.findall(text_of_page):
        if kind == "sh":
            said[text] = run(text, folder)
        elif (folder / name).exists():
            assert (folder / name).read_text("utf-8") == text
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    return said


@pytest.fixture
def whole(tmp_path: Path) -> dict[str, str]:
    """Follow the page on a whole instrument."""
    return follow("whole-instrument.md", tmp_path)


def test_complaints_are_measured_as_the_page_shows(tmp_path: Path) -> None:
    """Its site is checked without a warning, and its reader gets three points."""
    (said,) = follow("complaints.md", tmp_path).values()

    assert "Total: 3, on a scale from 0 to 4, Heavy" in said
    assert "warning" not in said


def test_whole_instrument_works_as_it_is_shown(
    whole: dict[str, str], tmp_path: Path
) -> None:
    """Its commands succeed without a warning, and make the table that it shows."""
    assert len(whole) == 4
    assert "warning" not in "".join(whole.values())
    assert (tmp_path / "content/desk/answers.lock").is_file()
    assert (tmp_path / "dist/desk/index.html").is_file()
    assert (tmp_path / "dist/nl/desk/index.html").is_file()
    assert (tmp_path / "scores.csv").read_text("utf-8").startswith("name;total")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_of_how_to_pages_lead_somewhere(page: Path) -> None:
    """What a page links to is there."""
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8"))

    assert [t for t in targets if not (page.parent / t).exists()] == []


@pytest.fixture(scope="module")
def kade(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Follow the page on house styles, and give the site that it builds."""
    folder = tmp_path_factory.mktemp("kade")
    page = (HOW_TO / "house-style.md").read_text(encoding="utf-8")
    for kind, name, text in BLOCK.findall(page):
        if kind == "sh":
            assert "warning" not in run(text, folder)
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8")
    return folder / "dist"


def test_house_style_is_ten_lines(kade: Path) -> None:
    """In `site.toml` and in the theme's own two files, as the page promises."""
    files = ("content/site.toml", "themes/kade/theme.toml", "themes/kade/css/own.css")
    text = "\n".join((kade.parent / name).read_text("utf-8") for name in files)
    lines = [line for line in text.splitlines() if re.match(r"\s*[a-z-]+( =|:)", line)]

    assert len(lines) == 10


def test_house_style_reaches_the_page(kade: Path) -> None:
    """Each of its tokens, the accent in two shades, and the one component."""
    css = (kade / "shelf/index.html").read_text("utf-8")

    assert 'data-font="sans"' in css
    for said in ("#a3371c", "1.75rem", "700"):
        assert re.search(rf"--[a-z]+:{said}[;}}]", css)
    assert "--kw-accent-dark:#" in css
    assert "--kw-accent-light:#" in css
    title = css.partition('<h1 class="')[2].partition('"')[0]
    assert re.search(rf"\.{title}{{color:var\(--[a-z]+\)}}", css)


def test_button_of_the_house_style_can_be_read_and_seen(kade: Path) -> None:
    """As the page says of it: text on it, and itself on either ground."""
    css = (kade.parent / "themes/kade/css/own.css").read_text("utf-8")
    (button,) = re.findall(r"--kw-button: (#\w+)", css)
    (text,) = re.findall(r"--kw-on-button: (#\w+)", css)

    assert contrast(text, button) >= 4.5
    for ground in ("#fbfcfd", "#10161f"):
        assert contrast(button, ground) >= 2.5


def test_house_style_is_in_the_gallery(kade: Path) -> None:
    """Beside the themes that come with kwispel."""
    assert (kade / "gallery/kade.html").is_file()
    assert (kade / "gallery/spiegel.html").is_file()
