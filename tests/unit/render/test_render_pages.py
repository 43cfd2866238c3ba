"""What a built site consists of, and what its pages promise."""

from __future__ import annotations

import base64
import hashlib
import html
import json
import re
from dataclasses import replace
from pathlib import Path, PurePosixPath

import pytest
from markupsafe import Markup as Html

from kwispel.model.shapes import Asset
from kwispel.render.interface import interface_problems
from testkit.markup import Markup
from testkit.sample_pages import page_text, render, sample_site, sum_quiz

PAGES = ["sums/index.html", "sums/embed.html", "means/index.html", "index.html"]


def policy_of(text: str) -> str:
    """Read the policy of a page."""
    found = re.search(r'Security-Policy" content="([^"]*)"', text)
    assert found
    return html.unescape(found[1])


def hash_source(text: str) -> str:
    """Name a text as a policy does."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def test_site_has_a_page_a_frame_an_element_and_a_sheet_for_each_quiz() -> None:
    """Beside them stand contents, loaders, runtime, and what comes late to a quiz."""
    files = render(sample_site())

    assert [name for name in files if not name.startswith("assets/")] == [
        "element.js",
        "embed.js",
        "index.html",
        "means/element.html",
        "means/embed.html",
        "means/index.html",
        "means/quiz.json",
        "sums/element.html",
        "sums/embed.html",
        "sums/index.html",
        "sums/quiz.json",
    ]
    assets = [name.split(".")[0] for name in files if name.startswith("assets/")]
    assert set(assets) == {
        "assets/complete",
        "assets/late",
        "assets/more",
        "assets/runtime",
        "assets/spiegel",
    }
    assert assets.count("assets/runtime") == 1


def test_same_site_gives_the_same_bytes() -> None:
    """Nothing of a clock, of chance or of an order of sets gets into a page."""
    assert render(sample_site()) == render(sample_site())


@pytest.mark.parametrize("path", PAGES)
def test_page_is_sound(path: str) -> None:
    """A page is balanced, no id is there twice, and no reference leads nowhere."""
    page = Markup(page_text(path))

    assert page.faults == []
    assert len(page.ids()) == len(set(page.ids()))
    assert page.references() <= set(page.ids())


@pytest.mark.parametrize("path", PAGES)
def test_policy_names_every_inline_text_and_nothing_unsafe(path: str) -> None:
    """Each inline style and script is allowed by its hash, and nothing by a word."""
    text = page_text(path)
    policy = policy_of(text)
    inline = re.findall(r"<(?:style|script)>(.*?)</(?:style|script)>", text, re.DOTALL)

    assert inline
    assert all(hash_source(each) in policy for each in inline)
    assert "unsafe" not in policy
    assert "connect-src 'none'" in policy


def test_policy_names_the_origin_of_the_site() -> None:
    """WebKit finds nothing under 'self' in a sandboxed frame, but does by name."""
    site = sample_site(base_url="https://tests.example.org/quizzes")

    assert "script-src 'self' https://tests.example.org 'sha256-" in policy_of(
        page_text("sums/embed.html", site)
    )


def test_policy_comes_before_all_that_it_governs() -> None:
    """A policy in a meta element says nothing of what stands before it."""
    tags = [tag for tag, _ in Markup(page_text("sums/index.html")).elements]

    assert tags[:4] == ["html", "head", "meta", "meta"]
    assert page_text("sums/index.html").index("Security-Policy") < 300


def test_frame_is_not_for_search_engines_and_points_to_the_page() -> None:
    """embed.html is noindex, and its canonical address is that of the page."""
    site = sample_site(base_url="https://example.org")
    frame = Markup(page_text("sums/embed.html", site))

    assert frame.having("content", "noindex")
    assert frame.having("href", "https://example.org/sums/")
    assert frame.having("href", "index.html")[0]["target"] == "_blank"


def test_page_without_base_url_has_no_canonical_address() -> None:
    """What is not known is left out."""
    assert not Markup(page_text("sums/index.html")).having("rel", "canonical")


def test_credit_goes_with_the_page_and_with_the_frame() -> None:
    """Authors, source, licence and version stand in both."""
    for path in ("sums/index.html", "sums/embed.html"):
        text = page_text(path)

        assert "Ada and Ben" in text
        assert 'href="https://www.example.org/source/"' in text
        assert 'href="https://creativecommons.org/licenses/by/4.0/"' in text
        assert "Version 1" in text


def test_words_of_authors_are_escaped() -> None:
    """A title with markup in it is a title, not markup."""
    quiz = replace(sum_quiz(), title="<script>alert(1)</script>")

    assert "<script>alert" not in page_text("sums/index.html", sample_site(quiz))


def test_sheet_in_the_page_cannot_end_its_element() -> None:
    """The sheet is the same JSON as quiz.json, without a < in it."""
    files = render(sample_site())
    block = re.search(
        r'data-kw="sheet">(.*?)</script>', files["sums/index.html"].decode()
    )

    assert block
    assert "<" not in block[1]
    assert json.loads(block[1]) == json.loads(files["sums/quiz.json"])


def test_asset_gets_a_name_for_ever_and_pages_use_it(tmp_path: Path) -> None:
    """What prose calls asset:NAME is a file whose name has the hash of its content."""
    image = tmp_path / "a b.svg"
    image.write_bytes(b"<svg/>")
    quiz = replace(
        sum_quiz(),
        intro_html=Html('<p><img src="asset:sums/a%20b.svg" alt=""></p>'),
        assets=(Asset(PurePosixPath("sums/a b.svg"), image),),
    )
    files = render(sample_site(quiz))
    name = next(name for name in files if name.endswith(".svg"))

    assert re.fullmatch(r"assets/a b\.[0-9a-f]{12}\.svg", name)
    assert f'src="../{name}"' in files["sums/index.html"].decode()


def test_band_limits_never_read_as_a_score() -> None:
    """A limit is told as "from 4 points", and no page prints a/b or a-b."""
    text = re.sub(
        r"<(script|style).*?</\1>", "", page_text("sums/index.html"), flags=re.DOTALL
    )
    words = re.sub(r"<[^>]*>", " ", text)

    assert "from 4 points" in words
    assert not re.search(r"\d\s*[-/\u2013]\s*\d", words)


def test_informal_quiz_speaks_informally() -> None:
    """The form of address is the quiz's, also where it is the language's own."""
    formal = replace(sum_quiz(), lang="nl")
    informal = replace(formal, address="informal")

    assert "Bekijk uw uitslag" in page_text("sums/index.html", sample_site(formal))
    assert "Bekijk je uitslag" in page_text("sums/index.html", sample_site(informal))


def test_unknown_language_is_a_warning_and_speaks_english() -> None:
    """A quiz in a language that the interface lacks is built, with a warning."""
    site = sample_site(replace(sum_quiz(), lang="fy"))

    problems, rendered = interface_problems(site), render(site)

    assert [p.code for p in problems] == ["no-interface-language"]
    assert [p.level for p in problems] == ["warning"]
    assert b'lang="fy"' in rendered["sums/index.html"]
    assert b"See your result" in rendered["sums/index.html"]
