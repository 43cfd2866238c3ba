"""The same questions may be answered from several points of view."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from markupsafe import Markup

from kwispel.compile import compile_quiz
from kwispel.model.check import read_site
from kwispel.model.shapes import Perspective, Quiz
from testkit.quiz_folder import Folder

GOOD = Path(__file__).parents[1] / "sites/good/voices"


@pytest.fixture(scope="module")
def quiz() -> Quiz:
    """Give a quiz with three perspectives, in two languages."""
    site, problems = read_site(GOOD, shown_from=GOOD)
    assert problems == ()
    return site.quizzes[0]


def told(perspectives: tuple[Perspective, ...]) -> list[tuple[str, str, str | None]]:
    """Give what a reader sees of perspectives."""
    return [(one.id, one.title, one.intro_html) for one in perspectives]


def test_perspectives_have_a_title_and_may_have_an_introduction(quiz: Quiz) -> None:
    """In order of writing, with terms written out."""
    assert told(quiz.perspectives) == [
        ("zelf", "Ikzelf", None),
        (
            "collega",
            "Een collega",
            Markup("<p>Denk aan <strong>een</strong> collega, en niet aan allen.</p>"),
        ),
        ("klant", "De klant", Markup("<p>Wat merkt een klant ervan?</p>")),
    ]


def test_a_question_has_a_text_for_some_perspectives(quiz: Quiz) -> None:
    """It is Markdown of one line, like the question's own."""
    first, second, third = (dict(question.voices) for question in quiz.questions)

    assert first["collega"] == Markup("Hoort uw collega de klant <em>echt</em> aan?")
    assert first["klant"].startswith('Wordt u <a href="https://example.org/a"')
    assert (list(first), list(second), third) == (["collega", "klant"], ["klant"], {})


def test_translations_have_perspectives_in_their_own_words(quiz: Quiz) -> None:
    """With the ids of the original."""
    [english] = quiz.translations

    assert [one[:2] for one in told(english.perspectives)] == [
        ("zelf", "Myself"),
        ("collega", "A colleague"),
        ("klant", "The customer"),
    ]
    assert english.questions[1].voices == {"klant": Markup("Are you asked on?")}


def test_the_score_does_not_depend_on_the_perspective(quiz: Quiz) -> None:
    """The sheet knows nothing of it."""
    questions = tuple(replace(one, voices={}) for one in quiz.questions)

    assert compile_quiz(replace(quiz, perspectives=(), questions=questions)) == (
        compile_quiz(quiz)
    )


@pytest.mark.parametrize(
    ("perspectives", "codes"),
    [
        ("[self]", ["wrong-type"]),
        ("{self: Myself}", ["wrong-type"]),
        ("{self: {}}", ["missing-key"]),
        ("{self: {intro: Me.}}", ["missing-key"]),
        ("{self: {title: []}}", ["wrong-type"]),
        ("{self: {title: Me, intro: []}}", ["wrong-type"]),
        ("{self: {title: Me, into: Me}}", ["unknown-key"]),
        ("{Self: {title: Me}}", ["bad-id"]),
    ],
)
def test_a_perspective_is_a_map_with_a_title(
    folder: Folder, perspectives: str, codes: list[str]
) -> None:
    """What else it says is told where it stands."""
    folder.front_matter(f"perspectives: {perspectives}")

    assert folder.codes() == codes


@pytest.mark.parametrize(
    ("voices", "codes"),
    [
        ("{self: Do I?}", []),
        ("Do I?", ["wrong-type"]),
        ("{self: []}", ["wrong-type"]),
        ("{other: Do I?}", ["unknown-perspective"]),
        ("{self: '![](a.png)'}", ["missing-asset"]),
    ],
)
def test_voices_are_texts_by_perspective(
    folder: Folder, voices: str, codes: list[str]
) -> None:
    """Those that quiz.md declares."""
    folder.front_matter("perspectives: {self: {title: Me}}")
    folder.write(
        "questions/01-one.md",
        f"---\nvoices: {voices}\n---\nDo you?\n\n- (0) No\n- (1) Yes\n",
    )

    assert folder.codes() == codes


def test_several_questions_do_not_share_a_voice(folder: Folder) -> None:
    """Each of them asks something else."""
    folder.front_matter("perspectives: {self: {title: Me}}")
    folder.write(
        "questions/01-one.md",
        "---\nvoices: {self: Do I?}\n---\n# One?\n- (0) No\n- (1) Yes\n"
        "# Two?\n- (0) No\n- (1) Yes\n",
    )

    assert folder.codes() == ["misplaced-key"]


def test_texts_that_a_translation_lacks_are_told(folder: Folder) -> None:
    """Introductions and voices; a term lacks nothing that it may lack."""
    folder.front_matter(
        "lang: nl\nterms: {a: {x: b, y: c}, d: e}\n"
        "perspectives: {zelf: {title: Ik, intro: Ikzelf.}, ander: {title: Zij}}"
    )
    folder.write(
        "questions/01-one.md",
        "---\nvoices: {zelf: Ik?, ander: Zij?}\n---\nDoet u?\n\n- (0) N\n- (1) J",
    )
    folder.write(
        "quiz.en.md",
        "---\ntitle: A\nterms: {d: e, a: {y: c, x: b}}\n"
        "perspectives: {zelf: {title: I}, ander: {title: They}}\n---\n",
    )
    folder.write(
        "questions/01-one.en.md",
        "---\nvoices: {ander: Do they?}\n---\nDo you?\n\n- ( ) N\n- ( ) Y",
    )

    problems = folder.read()[1]

    assert [(p.code, p.message.split(",")[0]) for p in problems] == [
        ("not-translated", 'the original has a text for the perspective "zelf"'),
        ("not-translated", 'the original has "intro"'),
    ]


@pytest.mark.parametrize(
    ("terms", "codes"),
    [
        ("{a: {x: b, y: c}, d: e}", []),
        ("{a: {x: b, y: c}, d: {x: e}}", ["translation-differs"]),
        ("{a: {x: b}, d: e}", ["missing-key"]),
        ("{a: b, d: e}", ["wrong-type"]),
        ("{a: {x: b, y: c}, d: e, f: g}", ["translation-differs"]),
        ("[]", ["wrong-type"]),
    ],
)
def test_terms_have_the_names_and_variants_of_the_original(
    folder: Folder, terms: str, codes: list[str]
) -> None:
    """So that one variant can be chosen for all languages."""
    folder.front_matter("lang: nl\nterms: {a: {x: b, y: c}, d: e}")
    folder.write("quiz.en.md", f"---\ntitle: A\nterms: {terms}\n---\n")
    folder.write("questions/01-one.en.md", "Does it?\n\n- ( ) No\n- ( ) Yes\n")

    assert folder.codes() == codes
