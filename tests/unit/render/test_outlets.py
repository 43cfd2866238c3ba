"""A quiz as one file: what is in it, what it allows, and what it leaves out."""

from __future__ import annotations

import ast
import json
import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html import unescape
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from kwispel.compile import compile_quiz
from kwispel.model.follow_up import RelatedQuiz
from kwispel.model.shapes import Asset, Quiz
from kwispel.render.outlets import (
    Added,
    data_url,
    file_path,
    file_problems,
    with_ending,
)
from kwispel.render.pages import render_site
from kwispel.render.policy import script_literals
from testkit.sample_pages import SCRIPTS, packaged_theme, sample_site, sum_quiz

ENDS = re.compile("</script|<script|<!--", re.IGNORECASE)
ELEMENTS = re.compile(r"<(script|style)>(.*?)</\1>", re.DOTALL)
POLICY = re.compile(r'Content-Security-Policy" content="([^"]*)"')
ADDRESSES = re.compile(
    r'\b(?:href|src|data-runtime|data-more|data-late|action)="([^"#]*)'
)
PIECES = st.sampled_from(
    ["</script", "<script", "<!--", "</SCRIPT >", "\\", "<", "/", '"', "'", "a", "\n"]
)


def file_text(*quizzes: Quiz, base_url: str | None = None) -> str:
    """Give the file of the first quiz of a site."""
    site = sample_site(*quizzes, base_url=base_url)
    sheets = {quiz.id: compile_quiz(quiz) for quiz in site.quizzes}
    files = render_site(
        site,
        sheets,
        theme=packaged_theme(),
        scripts=SCRIPTS,
        added=Added(has_files=True),
    )
    return files[file_path(site.quizzes[0])].decode()


def hashed(text: str) -> str:
    """Name an inline text as a policy does."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def test_policy_allows_what_is_in_the_file_and_nothing_else() -> None:
    """Each script and the style by its hash, pictures as data, and no place at all."""
    text = file_text(sum_quiz())
    found = POLICY.search(text)
    assert found
    allowed = dict(
        directive.split(" ", 1) for directive in unescape(found[1]).split("; ")
    )
    held = ELEMENTS.findall(text)

    assert allowed == {
        "default-src": "'none'",
        "script-src": " ".join(hashed(text) for kind, text in held if kind == "script"),
        "style-src": " ".join(hashed(text) for kind, text in held if kind == "style"),
        "img-src": "data:",
        "connect-src": "'none'",
        "form-action": "'none'",
        "base-uri": "'none'",
    }


def test_nothing_leads_to_a_site_that_is_not_known() -> None:
    """A relative address would be one on the reader's disk."""
    related = replace(
        sum_quiz(),
        follow_up=replace(
            sum_quiz().follow_up, related=(RelatedQuiz("other", sum_quiz().place),)
        ),
    )
    other = replace(sum_quiz(), id="other")

    text = file_text(related, other)

    places = {url for url in ADDRESSES.findall(text) if url}
    assert all(url.startswith(("https://", "data:")) for url in places), places
    assert 'data-file=""' in text
    assert 'rel="canonical"' not in text


def test_a_known_site_is_linked_to_by_its_whole_address() -> None:
    """The quiz's own page, the other quizzes, and whoever publishes them."""
    text = file_text(sum_quiz(), base_url="https://example.org/tests")

    page = f"https://example.org/tests/{sum_quiz().path}/"
    assert f'data-file="{page}"' in text
    assert f'href="{page}"' in text
    assert 'href="https://example.org/tests/index.html"' in text
    assert 'data-kw="paper"' in text
    places = {url for url in ADDRESSES.findall(text) if url}
    assert all(url.startswith(("https://", "data:")) for url in places), places


def test_search_engines_are_shown_the_page_instead() -> None:
    """The same texts stand there."""
    assert '<meta name="robots" content="noindex">' in file_text(sum_quiz())


def test_late_markup_is_there_from_the_start() -> None:
    """In a template, so that pages without scripts do without it as ever."""
    text = file_text(sum_quiz())

    assert "<template data-late></template>" not in text
    assert re.search(r"<template data-late>\s*<", text)


@given(st.lists(PIECES).map("".join))
def test_literals_stay_the_same_and_end_no_script(text: str) -> None:
    """An escape says the same in a string of either language."""
    written = script_literals(json.dumps(text))

    assert ast.literal_eval(written) == text
    assert not ENDS.search(written)


def test_a_sign_that_was_escaped_already_is_escaped_once() -> None:
    """JavaScript lets a backslash stand before any sign; a second would undo it."""
    assert script_literals(r"'\</script>'") == r"'\x3c/script>'"
    assert script_literals(r"'\\</script>'") == r"'\\\x3c/script>'"


@pytest.mark.parametrize("name", ["index", "embed"])
def test_a_file_takes_no_other_pages_place(name: str) -> None:
    """A quiz may be called so as long as nobody wants its file."""
    (problem,) = file_problems([replace(sum_quiz(), id=name)])

    assert problem.code == "reserved-id"
    assert not file_problems([sum_quiz()])


def test_pictures_say_what_they_are(tmp_path: Path) -> None:
    """Anything else is only saved, whatever it is."""
    (tmp_path / "x").write_bytes(b"\x00\xff")

    def url(name: str) -> str:
        return data_url(Asset(PurePosixPath(name), tmp_path / "x"))

    assert url("quiz/a.SVG") == "data:image/svg+xml;base64,AP8="
    assert url("quiz/a.pdf") == "data:application/octet-stream;base64,AP8="


def test_a_link_to_a_file_holds_it_or_leads_to_the_site(tmp_path: Path) -> None:
    """Where the site is known, the file need not be in it."""
    (tmp_path / "b").write_bytes(b"b")
    asset = Asset(PurePosixPath("sum/a&b.pdf"), tmp_path / "b")
    linked = Markup('<p><a href="asset:sum/a&amp;b.pdf">x</a></p>')
    quiz = replace(sum_quiz(), assets=(asset,), intro_html=linked)

    held = file_text(quiz)
    led = file_text(quiz, base_url="https://example.org")

    data = "data:application/octet-stream;base64,Yg=="
    assert f'<a href="{data}" download="a&amp;b.pdf">x</a>' in held
    assert '<a href="https://example.org/assets/a&amp;b.' in led
    assert "download=" not in led


def test_scripts_come_last_whether_or_not_the_body_is_closed() -> None:
    """A theme may leave out what HTML lets it leave out."""
    assert with_ending("<body>a</body></html>", ["1"]) == (
        "<body>a<script>1</script>\n</body></html>"
    )
    assert with_ending("<body>a", ["1", "2"]) == (
        "<body>a<script>1</script>\n<script>2</script>\n"
    )
