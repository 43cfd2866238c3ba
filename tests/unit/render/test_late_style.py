"""The style of the result and of paper stands in a file of its own."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest

from kwispel.render.direction import Direction
from kwispel.render.print_css import only_print, without_print
from kwispel.render.theme import Theme, find_theme
from kwispel.render.theme_folders import theme_folders
from testkit.markup import Attributes, Markup
from testkit.quizzes import HERE
from testkit.sample_pages import (
    THEMES,
    packaged_theme,
    render,
    sample_site,
    spoken_quiz,
    sum_quiz,
)
from testkit.styled import styled

QUIZ = "page.html.jinja"


def theme_with(folder: Path, name: str, text: str) -> Theme:
    """Make a theme that extends spiegel, with one file of its own."""
    for path, written in (("theme.toml", 'extends = "spiegel"'), (name, text)):
        file = folder / "mine" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(written, encoding="utf-8")
    found = find_theme("mine", {}, folders=theme_folders(folder), places={"": HERE})
    assert found.theme, found.problems
    return found.theme


def sheets_of(page: bytes) -> list[Attributes]:
    """List the style sheets that a page links to."""
    links = [a for tag, a in Markup(page.decode()).elements if tag == "link"]
    return [link for link in links if link.get("rel") == "stylesheet"]


def test_quiz_links_to_it_for_paper_and_where_no_script_runs_for_all() -> None:
    """So a result can be printed, and read without scripts, whatever has come."""
    theme = packaged_theme()
    files = render(sample_site(), theme)

    for path in ("sums/index.html", "sums/embed.html", "means/index.html"):
        paper, plain = sheets_of(files[path])
        assert paper["media"] == "print"
        assert paper["data-kw"] == "late"
        assert "media" not in plain
        assert paper["href"] == plain["href"]
        late = files[str(paper["href"]).removeprefix("../")].decode()
        shown = frozenset({"key"} if path.startswith("means") else ())
        assert late.startswith(theme.late_style(shown))
    assert b"<noscript><link" in files["sums/index.html"]


def test_translation_finds_it_from_its_own_folder() -> None:
    """One file serves all pages of a quiz."""
    files = render(sample_site(spoken_quiz()))

    (link, _) = sheets_of(files["en/spoken/index.html"])
    (original, _) = sheets_of(files["spoken/embed.html"])

    assert link["href"] == f"../{original['href']}"


def test_quiz_adds_what_shows_its_result_without_scripts() -> None:
    """Which advice belongs to which answer is of no use before there is a result."""
    files = render(sample_site())
    (link, _) = sheets_of(files["sums/index.html"])
    late = files[str(link["href"]).removeprefix("../")].decode()
    page = files["sums/index.html"].decode()
    (now,) = re.findall("<style>(.*)</style>", page, re.DOTALL)

    assert '[data-advice="' in late
    assert '[data-advice="' not in now


def test_list_of_quizzes_has_no_result_and_no_second_sheet() -> None:
    """What paper needs stands in that page itself."""
    page = render(sample_site())["index.html"]

    assert sheets_of(page) == []
    assert b"@page" in page


def test_name_changes_with_the_content() -> None:
    """It is cached for ever."""
    theme = packaged_theme()

    name = theme.late_name(theme.late)

    assert name.startswith("assets/spiegel.")
    assert name != theme.late_name(theme.late + ".kw-x{}")


def test_page_carries_nothing_of_it() -> None:
    """What only the result shows costs no reader who is still answering."""
    theme = packaged_theme()

    for part in (
        styled(".kw-result__heading{"),
        styled(".kw-ledger"),
        styled(".kw-scale__horizon"),
        "@page{",
    ):
        assert part in theme.late
        assert part not in theme.css[QUIZ]
    for part in (
        styled(".kw-question__legend"),
        styled(".kw-finish"),
        "@layer kw.tokens",
    ):
        assert part in theme.css[QUIZ]
        assert part not in without_print(theme.late)


def test_page_leaves_to_the_other_sheet_what_only_paper_needs() -> None:
    """What the form looks like on paper comes late too: nobody prints before that."""
    theme = packaged_theme()

    assert "@media print{" not in theme.css[QUIZ]
    assert styled(".kw-option") in only_print(theme.late)


def test_component_that_stands_before_the_result_too_is_in_the_page(
    tmp_path: Path,
) -> None:
    """A theme decides by its imports alone."""
    importing = (
        '{% from "components/legend/legend.html.jinja" import legend %}'
        "{% macro finish(quiz, ui) %}{{ legend(quiz.total, ui) }}{% endmacro %}"
    )

    theme = theme_with(tmp_path, "components/finish/finish.html.jinja", importing)

    assert styled(".kw-legend") in theme.css[QUIZ]
    assert styled(".kw-legend") not in without_print(theme.late)
    assert styled(".kw-legend") in packaged_theme().late


def test_policy_allows_style_from_the_site_alone() -> None:
    """By 'self', and by name, because not every sandbox knows itself."""
    site = sample_site(sum_quiz(), base_url="https://quiz.example.org/here")
    (policy,) = (
        a["content"]
        for a in Markup(render(site)["sums/index.html"].decode()).having("http-equiv")
    )
    (style,) = (d for d in policy.split("; ") if d.startswith("style-src"))

    assert style.split()[:3] == ["style-src", "'self'", "https://quiz.example.org"]
    assert style.split()[3].startswith("'sha256-")
    assert len(style.split()) == 4


@pytest.mark.parametrize("direction", ["ltr", "rtl"])
@pytest.mark.parametrize("name", THEMES)
def test_whole_style_of_a_theme_fits_7500_bytes(
    name: str, direction: Direction
) -> None:
    """Compressed as it is sent: what stands in the page, the extras, and the rest."""
    theme = packaged_theme(name)
    extras = frozenset(theme.extras)

    whole = theme.style(QUIZ, extras, direction=direction) + theme.late

    assert len(brotli.compress(whole.encode(), quality=11)) <= 7_500
