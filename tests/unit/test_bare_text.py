"""Text in which Markdown has nothing to read is set as Markdown would set it."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from kwispel.errors import Place, Problem
from kwispel.source.bare_text import Bare, bare_text
from kwispel.source.files import Content
from kwispel.source.prose import Typesetter
from kwispel.source.shapes import Line, Passage

FOLDER = PurePosixPath("quiz")


def passage(text: str) -> Passage:
    """Give the lines of a text."""
    lines = text.split("\n")
    return tuple(Line(line, Place("q.md", at)) for at, line in enumerate(lines, 1))


def setter(problems: list[Problem]) -> Typesetter:
    """Give what sets the texts of a quiz."""
    return Typesetter(Content(Path("/nowhere"), Path("/")), problems)


WORDS = [
    "Do",
    "this.",
    "é,",
    "王",
    "(1)",
    "\u2013",
    "so:",
    "10%",
    '"it\'s"',
    "a/b",
    "…",
    "1.",
    "12",
    "&",
    "*so*",
    "(*so it is*),",
    "**né,",
    "né**:",
    "**very, so**!",
    "[his site](https://a.example/b/c-d/)",
    "[it's](http://b.example)?",
]
ODD = list("\t*_`#[]<>&\\{}|=+~^$@\u00a0\u2028\u0301\x0b\x1c")
TEXTS = st.tuples(
    st.sampled_from(
        ["Do", "\u2018it", "- x", "1.", "1", "12 é", "*so*", "**so** it", "* x"]
    ),
    st.lists(st.sampled_from(WORDS * 9 + ODD)),
    st.sampled_from([" ", "\n", "\n\n", " \n"]),
    st.lists(st.sampled_from(WORDS)),
).map(lambda parts: " ".join([parts[0], *parts[1]]) + parts[2] + " ".join(parts[3]))


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(TEXTS)
def test_bare_text_is_set_as_markdown_sets_it(text: str) -> None:
    """Beside what is not bare it comes out the same, and nothing is wrong with it."""
    assume(bare_text(passage(text)) is not None)
    problems: list[Problem] = []

    alone = setter(problems).block(passage(text), FOLDER)
    beside = setter(problems).block(passage(f"{text}\n\n*z*"), FOLDER)

    assert beside == f"{alone}\n<p><em>z</em></p>"
    assert problems == []


@settings(suppress_health_check=[HealthCheck.filter_too_much])
@given(TEXTS)
def test_bare_labels_are_set_as_markdown_sets_them(text: str) -> None:
    """So are texts that stand on one line."""
    text = text.replace("\n", " ")
    assume(bare_text(passage(text)) is not None)
    problems: list[Problem] = []

    alone = setter(problems).inline(passage(text), FOLDER)
    beside = setter(problems).inline(passage(f"{text} *z*"), FOLDER)

    assert (beside.html, beside.text) == (f"{alone.html} <em>z</em>", f"{alone.text} z")
    assert problems == []


@pytest.mark.parametrize(
    "text",
    [
        "Keep doing this, and tell others how you do it.",
        "\u2018Hoe gaat het?\u2019 \u2013 zegt u; dat kost één minuut (10%).",
        "One line\nand another.\n\nA second paragraph.",
        "12",
    ],
)
def test_what_authors_write_most_is_bare(text: str) -> None:
    """Plain sentences need no Markdown."""
    assert bare_text(passage(text)) == Bare(html=text, text=text)


def test_few_words_may_be_marked() -> None:
    """What is around marks and words decides, not that there are any."""
    text = "*Give* & take: [see there](https://a.example/b/), it is **good**."

    assert bare_text(passage(text)) == Bare(
        "<em>Give</em> &amp; take: "
        '<a href="https://a.example/b/" rel="noopener noreferrer" target="_blank">'
        "see there</a>, it is <strong>good</strong>.",
        "Give & take: see there, it is good.",
    )


@pytest.mark.parametrize(
    "text",
    [
        *("* so*", "*so *", "a*so*", "*so*a", "**so*", "*so", "*a _b_*", "_so_"),
        *("1. one", "1) one", "- one", "* one", "a {term}", "a  \nb", "---", "", " "),
        *("a &b", "a& b", "<b>", "[a](b.md)", "[a] (https://b.c)", "![a](https://b.c)"),
    ],
)
def test_what_may_mean_something_is_not_bare(text: str) -> None:
    """Markdown, terms and HTML get to see what may be theirs."""
    assert bare_text(passage(text)) is None
