"""Terms stand in for words, in each text and in the variant that the site prefers."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from kwispel.errors import Place, Problem
from kwispel.model.check import read_quiz, read_site
from kwispel.model.check_terms import MOST_SIGNS
from kwispel.model.shapes import Quiz
from kwispel.source.files import Content
from kwispel.source.plain_text import plain_text
from kwispel.source.prose import Typesetter
from kwispel.source.shapes import Line
from kwispel.source.terms import Terms
from testkit.quiz_folder import Folder

GOOD = Path(__file__).parents[1] / "sites/good/terms"
PUPIL = "Wil's *pupil* &lt; <co>"
PUPIL_HTML = "Wil's *pupil* &amp;lt; &lt;co&gt;"


@pytest.fixture(scope="module")
def quiz() -> Quiz:
    """Give the quiz in whose every text a term stands."""
    site, problems = read_site(GOOD, shown_from=GOOD)
    assert problems == ()
    return site.quizzes[1]


def test_plain_texts_have_their_terms_written_out(quiz: Quiz) -> None:
    """With a capital where the name has one; an escaped brace is a brace."""
    assert quiz.title == f"{PUPIL} first: {{client}} and {{clientele_of_all}}"
    assert quiz.description == f"What the {PUPIL} wants, {{unknown}}."
    assert [factor.title for factor in quiz.factors] == [f"Care for the {PUPIL}"]


def test_prose_has_its_terms_written_out_but_in_code_and_addresses(quiz: Quiz) -> None:
    """A term's text is plain: no sign in it is Markdown, HTML or an entity."""
    address = "https://example.org/{client}"

    assert str(quiz.intro_html) == (
        f"<p><strong>{PUPIL_HTML}</strong>, desk, <code>{{client}}</code> and"
        f' {{client}}: <a href="{address}" rel="noopener noreferrer" target="_blank"'
        f' title="the desk">a {PUPIL_HTML}</a>'
        f' <img alt="a {PUPIL_HTML}" src="asset:words/book.svg"></p>\n'
        "<pre><code>{client}\n</code></pre>\n"
        "<p>{klant} and Desk, 3 {sets}.</p>"
    )


def test_every_other_text_has_its_terms_written_out(quiz: Quiz) -> None:
    """Questions, labels, advice, scales, scope, explanations and bands."""
    total = quiz.total
    assert total is not None
    one, two, _ = quiz.questions
    texts = [
        *(quiz.scope_html, one.text_html, two.text_html, total.explanation_html),
        *(o.label_html for o in (*one.options, *two.options)),
        *(o.advice_html for o in one.options),
        *(html for band in total.bands for html in (band.title_html, band.text_html)),
    ]

    assert [str(text) for text in texts if PUPIL_HTML not in str(text)] == [""]
    assert PUPIL in one.text


def test_names_of_terms_and_not_their_texts_make_ids(quiz: Quiz) -> None:
    """So that results mean the same in each variant."""
    assert quiz.total is not None

    assert [band.id for band in quiz.total.bands] == [
        "low-for-the-client",
        "high-for-the-client",
    ]
    assert [q.id for q in quiz.questions] == ["one", "two", "two-2"]


def test_a_quiz_has_the_first_variant_that_it_knows() -> None:
    """Of those that the site prefers, also where the quiz is read alone."""
    site, problems = read_quiz("kinds", GOOD, shown_from=GOOD)

    assert problems == ()
    assert site.quizzes[0].title == "The residents"


def test_without_a_preference_the_first_variant_counts(folder: Folder) -> None:
    """It is the one that the author thought of first."""
    terms = "terms: {who: {client: clients, pupil: pupils}}"
    folder.front_matter(f"{terms}\nscope: '{{who}}'")

    assert folder.quiz().scope_html == Markup("<p>clients</p>")


@pytest.mark.parametrize(
    ("terms", "codes"),
    [
        ("[a]", ["wrong-type"]),
        ("{who: []}", ["wrong-type"]),
        ("{who: {}}", ["wrong-type"]),
        ("{who: {a: []}}", ["wrong-type"]),
        ("{Who: a}", ["bad-id"]),
        ("{who: {A: a}}", ["bad-id"]),
        ("{total: a}", ["reserved-id"]),
        ("{reverse: a}", ["reserved-id"]),
        ("{from: a}", ["reserved-id"]),
        (f"{{who: {'a' * (MOST_SIGNS + 1)}}}", ["too-much-markdown"]),
        (f"{{who: {'a' * MOST_SIGNS}}}", []),
        ("{who: 'clients', desk: 'the {who}'}", ["literal-braces"]),
    ],
)
def test_terms_are_names_with_a_text_or_with_variants(
    folder: Folder, terms: str, codes: list[str]
) -> None:
    """A term in a term is no term; a setting of a question is none either."""
    folder.front_matter(f"terms: {terms}")

    assert folder.codes() == codes


@pytest.mark.parametrize(
    ("text", "column"),
    [
        ("The {klnt} waits", 5),
        ("The {KLANT} waits", 5),
        ("{klant} {klanten}", 9),
        ("\\{klnt}", None),
        ("{klnt", None),
        ("{something}", None),
        ("{Klant}", None),
    ],
)
def test_a_name_near_to_a_terms_is_told(
    folder: Folder, text: str, column: int | None
) -> None:
    """It is shown as text, at the place where it stands."""
    folder.front_matter("terms: {klant: x}")
    folder.write("questions/01-one.md", f"{text}\n\n- (1) a\n- (0) b")

    columns = [problem.place.column for problem in folder.read()[1]]
    assert columns == ([column] if column else [])


SIGNS = st.lists(
    st.sampled_from(
        [
            *("{klant}", "\\{klant}", "{Klant}", "`", "*", "_", "![", "[", "](a)", "("),
            *(
                ")",
                "<",
                ">",
                "&",
                "&lt;",
                "# ",
                "- ",
                "    ",
                "\n",
                "\n\n",
                "x",
                " ",
                "\\",
            ),
        ]
    ),
    max_size=30,
).map("".join)


@given(SIGNS)
def test_no_text_around_a_term_makes_markup_of_it(text: str) -> None:
    """Its signs stay signs, wherever Markdown puts them."""
    problems: list[Problem] = []
    content = Content(Path("/nowhere"), Path("/"))
    plain = Typesetter(content, problems, Terms({"klant": "QQ"}))
    signs = Typesetter(content, problems, Terms({"klant": "Q<b>*Q*&lt;"}))
    numbered = enumerate(text.split("\n"), 1)
    lines = tuple(Line(line, Place("f", n)) for n, line in numbered)

    usual = plain.block(lines, PurePosixPath()) or ""
    odd = signs.block(lines, PurePosixPath()) or ""

    assert plain_text(odd).replace("Q<b>*Q*&lt;", "QQ") == plain_text(usual)
    assert tags(odd) == tags(usual)


def tags(html: str) -> list[str]:
    """Give the tags of HTML; a sign within quotes begins none."""
    return re.findall(r"<(/?[a-z]+[0-9]?)", re.sub(r'"[^"]*"', "", html))
