"""Good sites become exactly the quizzes that their files say."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path, PurePosixPath

import pytest
from markupsafe import Markup

from kwispel.errors import Place
from kwispel.model.check import read_site
from kwispel.model.questions import Option, Question
from kwispel.model.shapes import (
    Asset,
    Band,
    Example,
    ExpectedScore,
    MinimumAnswered,
    Quiz,
    Score,
    Site,
)
from kwispel.source.shapes import Publisher

GOOD = Path(__file__).parents[1] / "sites" / "good"
_TINY = "tiny/quiz.md"


def read_good(name: str) -> Site:
    """Read a good site, of which nothing may be said."""
    site, problems = read_site(GOOD / name, shown_from=GOOD / name)
    assert problems == ()
    return site


@pytest.fixture(scope="module")
def tiny() -> Quiz:
    """Give the smallest quiz: two questions, no scale, no factor, no advice."""
    return read_good("tiny").quizzes[0]


@pytest.fixture(scope="module")
def sus() -> Quiz:
    """Give a published questionnaire: one scale, half of its statements reversed."""
    return read_good("sus").quizzes[0]


@pytest.fixture(scope="module")
def full_site() -> Site:
    """Give the site that uses everything that is supported."""
    return read_good("full")


@pytest.fixture(scope="module")
def full(full_site: Site) -> Quiz:
    """Give the quiz of that site."""
    return full_site.quizzes[0]


def test_a_quiz_needs_no_more_than_a_title_and_questions(tiny: Quiz) -> None:
    """All else has a default."""
    file = "tiny/questions/01-first.md"
    no = Option("a", Fraction(1), Markup("No"), None, Place(file, 3, 3))
    yes = Option("b", Fraction(2), Markup("Yes"), None, Place(file, 4, 3))
    first = Question(
        id="first",
        text_html=Markup("Is this the first question?"),
        text="Is this the first question?",
        lead_html=None,
        note_html=None,
        options=(no, yes),
        background_html=None,
        reverse=False,
        weight=Fraction(1),
        place=Place(file),
    )

    assert tiny.questions[0] == first
    assert tiny == Quiz(
        id="tiny",
        version=1,
        lang="en",
        title="Tiny",
        description=None,
        authors=(),
        source=None,
        licence="CC0-1.0",
        scope_html=None,
        intro_html=None,
        address="formal",
        questions=(first, tiny.questions[1]),
        total=Score(
            id="total",
            title=None,
            method="sum",
            multiply=Fraction(1),
            add=Fraction(0),
            minimum_answered=MinimumAnswered(share=Fraction(1, 2)),
            decimals=0,
            members={"first": Fraction(1), "second": Fraction(1)},
            explanation_html=None,
            bands=(),
            place=Place("tiny/quiz.md"),
        ),
        factors=(),
        examples=(
            Example(
                "b a",
                {"total": ExpectedScore(Fraction(3), None, Place(_TINY, 5, 27))},
                Place(_TINY, 5, 5),
            ),
        ),
        assets=(),
        intended=frozenset(),
        place=Place("tiny/quiz.md"),
    )


def test_questions_share_the_options_of_a_scale(sus: Quiz) -> None:
    """Each statement has the scale's options, with their points and labels."""
    scales = {
        tuple((o.id, o.points, o.label_html, o.advice_html) for o in q.options)
        for q in sus.questions
    }

    assert scales == {
        (
            ("a", 0, Markup("Strongly disagree"), None),
            ("b", 1, Markup("Disagree"), None),
            ("c", 2, Markup("Neither agree nor disagree"), None),
            ("d", 3, Markup("Agree"), None),
            ("e", 4, Markup("Strongly agree"), None),
        )
    }


def test_headings_make_questions_in_the_order_of_the_file(sus: Quiz) -> None:
    """The attribute list names each and reverses every second one."""
    assert [(q.id, q.reverse) for q in sus.questions] == [
        (f"sus{n}", n % 2 == 0) for n in range(1, 11)
    ]
    assert sus.questions[1].text == "I found the system unnecessarily complex."
    assert sus.questions[1].place == Place("sus/questions/sus.md", 6)


def test_a_heading_overrides_the_defaults_of_its_file(sus: Quiz) -> None:
    """Two statements belong to another factor than the file says."""
    members = {factor.id: list(factor.members) for factor in sus.factors}

    assert members["learnability"] == ["sus4", "sus10"]
    assert len(members["usability"]) == 8


def test_bands_have_the_ids_of_their_titles(sus: Quiz) -> None:
    """The first starts at the minimum, the others at their limits."""
    assert sus.total is not None
    assert [(b.id, b.title, b.limit) for b in sus.total.bands] == [
        ("poor", "Poor", None),
        ("ok", "OK", Fraction(51)),
        ("good", "Good", Fraction(72)),
    ]
    assert sus.total.multiply == Fraction(5, 2)
    assert sus.total.minimum_answered == MinimumAnswered(share=Fraction(1))


def test_site_toml_holds_for_the_whole_site(full_site: Site) -> None:
    """Every setting comes through as it was written."""
    assert full_site == Site(
        title="Everything",
        base_url="https://example.org/tests",
        lang="en",
        theme="spiegel",
        theme_options={"accent": "#123456", "scheme": "dark"},
        theme_places={
            "": Place("site.toml", 4, 9),
            "accent": Place("site.toml", 15, 1),
            "scheme": Place("site.toml", 16, 1),
        },
        publisher=Publisher("The Example", "https://example.org"),
        embed_origins=("*",),
        redirects={},
        quizzes=full_site.quizzes,
        place=Place("site.toml"),
        links_to_ways=False,
    )


def test_a_byte_order_mark_and_other_line_ends_change_nothing(full: Quiz) -> None:
    """The file with both is read like any other."""
    raw = (GOOD / "full/full/quiz.md").read_bytes()

    assert raw.startswith(b"\xef\xbb\xbf---\r\n")
    assert full.title == "Full: *everything*"
    assert full.description == "One sentence on two lines."
    assert full.scope_html == Markup(
        "<p>What it measures.</p>\n<ul>\n<li>And what it does not.</li>\n</ul>"
    )


def test_plain_words_of_yaml_stay_words(full: Quiz) -> None:
    """A licence of "no" is no boolean."""
    assert full.licence == "no"
    assert full.authors == ("Ann Author", "Ben: a Writer")
    assert (full.version, full.lang, full.address) == (3, "nl-BE", "informal")


def test_prose_keeps_braces_and_refers_to_assets(full: Quiz) -> None:
    """Headings begin below those of the page; assets have names below content."""
    assert full.intro_html == Markup(
        '<p>Settle first who your <em>customer</em> is, as in the <a href="asset:'
        'full/table.csv">table</a>.</p>\n'
        "<h4>A heading</h4>\n"
        '<p><img alt="The logo" src="asset:_shared/logo.svg" title="Ours"></p>\n'
        "<h5>A deeper one</h5>\n"
        "<p>{klant} and {term} stay, and 1 &lt; 2 too.</p>"
    )


def test_only_assets_that_are_referred_to_belong_to_a_quiz(full: Quiz) -> None:
    """They are looked for from the file that names them."""
    names = ("_shared/logo.svg", "full/questions/img/scene.svg", "full/table.csv")

    assert full.assets == tuple(
        Asset(PurePosixPath(name), GOOD / "full" / name) for name in names
    )


def test_one_question_in_a_file_has_text_note_options_and_background(
    full: Quiz,
) -> None:
    """The first paragraph is what is asked; what follows stands under it."""
    file = "full/questions/01-situation.md"

    assert full.questions[0] == Question(
        id="situation",
        text_html=Markup("A customer rings.\nWhat do you do?"),
        text="A customer rings. What do you do?",
        lead_html=None,
        note_html=Markup(
            '<p><img alt="The scene" src="asset:full/questions/img/scene.svg"></p>'
        ),
        options=(
            Option(
                "a",
                Fraction(1),
                Markup("I let it ring."),
                Markup(
                    '<p>Advice with a <a href="https://example.org/a?b=1&amp;c=2"'
                    ' rel="noopener noreferrer" target="_blank">link</a>.</p>\n'
                    "<pre><code>indented code: &lt;b&gt;\n</code></pre>"
                ),
                Place(file, 11, 3),
            ),
            Option(
                "listen",
                Fraction(5, 2),
                Markup(
                    "I ask <code>&lt;who&gt;</code> it is,\nand <code>*listen*</code>."
                ),
                Markup(
                    "<p>Advice, indented by four.</p>\n"
                    "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"
                ),
                Place(file, 17, 3),
            ),
            Option(
                "c",
                Fraction(5, 2),
                Markup("I call back\nlater, as promised."),
                Markup("<p>Other advice for as many points.</p>"),
                Place(file, 25, 3),
            ),
            Option("d", None, Markup("I have no telephone."), None, Place(file, 30, 3)),
        ),
        background_html=Markup(
            "<p>Why this is asked:</p>\n"
            "<ul>\n<li>(2019) Author, <em>Title</em>.</li>\n<li>Another.</li>\n</ul>\n"
            "<pre><code># no heading\n- (1) no option\n</code></pre>"
        ),
        reverse=False,
        weight=Fraction(2),
        place=Place(file, 6),
    )


def test_text_before_the_first_heading_stands_above_its_question(full: Quiz) -> None:
    """The others have none."""
    leads = [question.lead_html for question in full.questions[1:]]

    assert leads[0] is not None
    assert leads[0].startswith("<p>Text above the first question, with a table.</p>")
    assert '<td data-align="right">2</td>' in leads[0]
    assert leads[1:] == [None, None]


def test_advice_for_a_scale_goes_to_the_options_it_names(full: Quiz) -> None:
    """A list with ids as markers; what stands under it is the background."""
    smile = full.questions[1]

    assert [option.advice_html for option in smile.options] == [
        Markup("<p>Try it.</p>"),
        Markup("<p>More often, then.</p>\n<ul>\n<li>nested</li>\n</ul>"),
        None,
        None,
    ]
    assert smile.note_html == Markup("<p>A note under it.</p>")
    assert smile.background_html == Markup("<p>The background of smiling.</p>")
    assert [o.points for o in smile.options] == [-1, Fraction(1, 3), 2.5, None]
    assert smile.options[1].place == Place("full/quiz.md", 21, 7)


def test_braces_that_are_no_attribute_list_are_text(full: Quiz) -> None:
    """So are hashes that do not close a heading."""
    assert [(q.id, q.text) for q in full.questions[2:]] == [
        ("several-2", "C# is {nice}"),
        ("several-3", "Closed #"),
    ]


def test_weights_decide_what_counts_in_which_score(full: Quiz) -> None:
    """A weight of 0 keeps a question out of the total, not out of its factors."""
    assert {score.id: dict(score.members) for score in full.scores} == {
        "total": {"situation": 2, "several-2": 1, "several-3": 1},
        "warmth": {"situation": 1, "smile": 1, "several-2": 1},
        "effort": {"situation": Fraction(-1, 2), "several-3": 2},
    }


def test_scores_are_computed_as_they_are_declared(full: Quiz) -> None:
    """Numbers are exact, also those with a slash or a percent sign."""
    computed = {
        score.id: (
            score.method,
            score.multiply,
            score.add,
            score.minimum_answered,
            score.decimals,
        )
        for score in full.scores
    }

    assert computed == {
        "total": (
            "sum",
            -2,
            Fraction(1, 2),
            MinimumAnswered(share=Fraction(333, 1000)),
            1,
        ),
        "warmth": ("mean", 1, 0, MinimumAnswered(count=2), 2),
        "effort": ("percent", 1, 0, MinimumAnswered(share=Fraction(1)), 0),
    }


def test_an_advice_file_explains_a_score_and_tells_its_bands(full: Quiz) -> None:
    """Deeper headings are text; a title in another script has its place as id."""
    total, warmth, effort = full.scores

    assert effort.bands == ()
    assert warmth.explanation_html == Markup("<p>What warmth means.</p>")
    assert [(b.id, b.title, b.limit) for b in warmth.bands] == [
        ("kuhl", "Kühl", Fraction(-1, 3)),
        ("band-2", "Тепло", Fraction(1, 2)),
    ]
    assert total.bands[0] == Band(
        id="low",
        title_html=Markup("Low"),
        title="Low",
        text_html=Markup("<p>Deeper:</p>\n<h4>Not a band</h4>"),
        limit=None,
        place=Place("full/advice/total.md"),
    )


def test_examples_keep_what_they_say_and_where(full: Quiz) -> None:
    """A factor's score may be a number, or a map with its band."""
    file = "full/quiz.md"

    assert full.examples == (
        Example(
            "listen sometimes c a",
            {
                "total": ExpectedScore(Fraction(-25, 2), None, Place(file, 41, 12)),
                "warmth": ExpectedScore(
                    Fraction(103, 50), "band-2", Place(file, 42, 23)
                ),
                "effort": ExpectedScore(Fraction(0), None, Place(file, 42, 60)),
            },
            Place(file, 40, 5),
        ),
        Example(
            "situation=d smile=c several-2=c several-3=c",
            {"total": ExpectedScore(None, "low", Place(file, 43, 66))},
            Place(file, 43, 5),
        ),
    )
    assert full.intended == {"unequal-ranges", "same-letter"}
