"""Prose of authors becomes HTML that is safe, and says where it is not."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest

from kwispel.errors import Place, Problem
from kwispel.source.files import Content
from kwispel.source.prose import Typesetter
from kwispel.source.shapes import Line, Passage

FOLDER = PurePosixPath("quiz")


def passage(text: str) -> Passage:
    """Give a text as a passage of a file f."""
    lines = text.split("\n")
    return tuple(Line(line, Place("f", n)) for n, line in enumerate(lines, 1))


def block(text: str) -> tuple[str, list[Problem]]:
    """Set paragraphs, and give what is wrong with them."""
    problems: list[Problem] = []
    setter = Typesetter(Content(Path("/nowhere"), Path("/")), problems)
    return str(setter.block(passage(text), FOLDER) or ""), problems


def inline(text: str) -> tuple[str, str]:
    """Set a label with which nothing is wrong, as HTML and as bare text."""
    problems: list[Problem] = []
    setter = Typesetter(Content(Path("/nowhere"), Path("/")), problems)
    prose = setter.inline(passage(text), FOLDER)
    assert problems == []
    return str(prose.html), prose.text


@pytest.mark.parametrize(
    "html",
    [
        "<script>alert(1)</script>",
        "<ScRiPt src=//x>",
        "<img src=x onerror=alert(1)>",
        "<svg/onload=alert(1)>",
        "<div\nonclick=alert(1)\n>",
        "</p>",
        "<style>*{display:none}</style>",
        "<form action=//x>",
        "<!-- <script>alert(1)</script> -->",
        "<!DOCTYPE html>",
        "<![CDATA[x]]>",
        "<?php x ?>",
        "<a href='javascript:alert(1)'>x</a>",
        "<javascript:alert(1)>",
        "<iframe srcdoc='&lt;script&gt;'>",
    ],
)
@pytest.mark.parametrize("around", ["{}", "a {} b", "- {}", "> {}", "# {}", "*{}*"])
def test_html_is_an_error_and_never_comes_through(html: str, around: str) -> None:
    """Wherever it stands, the place is that of its first sign."""
    told, problems = block(around.format(html))

    column = around.index("{") + 1
    assert ("raw-html", Place("f", 1, column)) in {(p.code, p.place) for p in problems}
    assert not any(tag in told.lower() for tag in ("<script", "<img", "<svg", "<a "))
    assert "<div" not in told


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("`<b>`", "<p><code>&lt;b&gt;</code></p>"),
        ("`` <b>`x` ``", "<p><code>&lt;b&gt;`x`</code></p>"),
        ("```\n<b>\n```", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("    <b>", "<pre><code>&lt;b&gt;\n</code></pre>"),
        ("a < b > c, a<b", "<p>a &lt; b &gt; c, a&lt;b</p>"),
        ("\\<b>", "<p>&lt;b&gt;</p>"),
        ("&lt;b&gt; &amp; &copy;", "<p>&lt;b&gt; &amp; ©</p>"),
        ("x <3", "<p>x &lt;3</p>"),
    ],
)
def test_a_less_than_that_is_no_html_is_text(text: str, html: str) -> None:
    """In code, before a space or a digit, escaped, or as an entity."""
    assert block(text) == (html, [])


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "JavaScript&#58;alert(1)",
        "&#106;avascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.org",
        "tel:1",
        "//example.org",
        "#top",
        "",
        "C:\\x",
    ],
)
def test_a_link_leads_to_the_web_or_to_an_asset(address: str) -> None:
    """Any other scheme is an error, however it is written."""
    html, problems = block(f"See [this]({address}).")

    assert [(p.code, p.place.column) for p in problems] == [("unsafe-link", 12)]
    assert "script:" not in html


@pytest.mark.parametrize(
    "address", ["http://example.org", "https://example.org/a_b_c?d=e&f", "HTTPS://x.nl"]
)
def test_a_link_to_another_site_leaves_this_page_alone(address: str) -> None:
    """It opens beside it, and the other page cannot reach back."""
    html, problems = block(f"[a]({address})")

    assert problems == []
    assert html == (
        f'<p><a href="{address.replace("&", "&amp;")}" rel="noopener noreferrer"'
        ' target="_blank">a</a></p>'
    )


def test_an_address_may_stand_by_itself() -> None:
    """Between angle brackets; also one of mail."""
    html, problems = block("<https://example.org> <me@example.org>")

    assert problems == []
    assert 'href="https://example.org"' in html
    assert '<a href="mailto:me@example.org">me@example.org</a>' in html


def test_two_bad_links_of_one_address_have_two_places() -> None:
    """Each is found behind the one before it."""
    _, problems = block("[a](tel:1) [b](tel:1)\n\n[c][1]\n\n[1]: tel:2")

    places = [(p.place.line, p.place.column) for p in problems]
    assert places == [(1, 5), (1, 16), (5, 6)]


def test_headings_begin_below_those_of_the_page() -> None:
    """Whatever level their author began at; more space than signs are needed."""
    html, problems = block("## Two\n\n#### Four\n\n#five\n\n## Two again")

    assert problems == []
    assert html == ("<h4>Two</h4>\n<h5>Four</h5>\n<p>#five</p>\n<h4>Two again</h4>")


@pytest.mark.parametrize("step", [2, 3, 4])
def test_lists_within_lists_are_indented_by_what_the_author_likes(step: int) -> None:
    """Two spaces are enough, as for everybody but Python-Markdown."""
    first, second = " " * step, " " * (2 * step)

    html, problems = block(f"1. a\n{first}- b\n{second}- c\n\n{first}d\n\n2. e")

    assert problems == []
    assert html == block("1. a\n    - b\n        - c\n\n    d\n\n2. e")[0]
    assert html.count("<ul>") == 2
    assert "<p>d</p>\n</li>" in html


def test_code_under_an_item_stays_code() -> None:
    """Six spaces under an item of two."""
    html, _ = block("- a\n\n      code\n\n- b")

    assert "<pre><code>code\n</code></pre>" in html


def test_a_list_in_code_is_not_touched() -> None:
    """It is shown as it stands."""
    html, _ = block("```\n- a\n  - b\n```")

    assert html == "<pre><code>- a\n  - b\n</code></pre>"


def test_tables_keep_their_alignment_without_a_style() -> None:
    """The page's policy forbids styles in attributes."""
    html, problems = block("| a | b |\n|---|--:|\n| c | d |")

    assert problems == []
    assert '<td data-align="right">d</td>' in html
    assert "style" not in html


@pytest.mark.parametrize(
    ("text", "html", "bare"),
    [
        ("1. Not a list", "1. Not a list", "1. Not a list"),
        ("# Not a heading", "# Not a heading", "# Not a heading"),
        ("*Yes*, `a` & b", "<em>Yes</em>, <code>a</code> &amp; b", "Yes, a & b"),
        ("two\nlines", "two\nlines", "two lines"),
        ("a  \nb", "a<br>\nb", "a b"),
        ("{client} \\{x}", "{client} {x}", "{client} {x}"),
        ('"a" -- b...', '"a" -- b...', '"a" -- b...'),
        ("    four", "four", "four"),
    ],
)
def test_a_label_is_one_line_of_text(text: str, html: str, bare: str) -> None:
    """Nothing in it begins a block, and no paragraph is around it."""
    assert inline(text) == (html, bare)


def test_an_image_speaks_its_text(tmp_path: Path) -> None:
    """The bare text of a label is what a reader hears."""
    (tmp_path / "quiz").mkdir()
    (tmp_path / "quiz/a.png").write_bytes(b"")
    problems: list[Problem] = []
    setter = Typesetter(Content(tmp_path, tmp_path), problems)

    prose = setter.inline(passage("![A face](a.png) that smiles"), FOLDER)

    assert problems == []
    assert prose.text == "A face that smiles"
    assert prose.html == '<img alt="A face" src="asset:quiz/a.png"> that smiles'
    assert setter.assets == {PurePosixPath("quiz/a.png"): tmp_path / "quiz/a.png"}


@pytest.mark.parametrize(
    "address", ["quiz.md", ".git/config", "../quiz/.env", "a.html", "a.js", "a.svg"]
)
def test_only_harmless_files_can_be_linked_to(tmp_path: Path, address: str) -> None:
    """A script on the site's own name could do anything there."""
    for name in ("quiz.md", ".git/config", ".env", "a.html", "a.js", "a.svg"):
        (tmp_path / "quiz" / name).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / "quiz" / name).write_bytes(b"")
    problems: list[Problem] = []
    setter = Typesetter(Content(tmp_path, tmp_path), problems)

    setter.block(passage(f"[a]({address})"), FOLDER)

    assert [problem.code for problem in problems] in (["asset-type"], ["asset-name"])
    assert setter.assets == {}


@pytest.mark.parametrize(
    "text",
    [
        "[" * 401,
        "![" * 300 + "](" * 300,
        "x" * 20_001,
        ("x" * 99 + "\n") * 201,
        "a\n" * 401,
        ">" * 9 + " a",
        "- " * 9 + "a",
        " " * 40 + "a",
    ],
)
def test_what_would_take_long_to_set_is_not_set(text: str) -> None:
    """Python-Markdown takes minutes for some texts, and falls over for others."""
    html, problems = block(text)

    assert html == ""
    assert [problem.code for problem in problems] == ["too-much-markdown"]
