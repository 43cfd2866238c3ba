"""A translation has other words than its original, and the same numbers."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from markupsafe import Markup

from kwispel.build import check_content
from kwispel.compile import compile_quiz
from kwispel.errors import Problem
from kwispel.model.check import read_quiz, read_site
from kwispel.model.shapes import Quiz
from kwispel.source.languages import proper_tag

GOOD = Path(__file__).parents[1] / "sites/good/translated"


def read(site: Path) -> tuple[tuple[Quiz, ...], tuple[Problem, ...]]:
    """Read a site as seen from its own folder."""
    found, problems = read_site(site, shown_from=site)
    return found.quizzes, problems


@pytest.fixture(scope="module")
def original() -> Quiz:
    """Give the quiz that has translations."""
    [quiz], problems = read(GOOD)
    assert problems == ()
    return quiz


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Give a copy of the site, to be broken."""
    return shutil.copytree(GOOD, tmp_path / "site")


def test_translations_stand_in_order_of_language(original: Quiz) -> None:
    """Their tags are those of their files, written as is customary."""
    assert [one.lang for one in original.translations] == ["en", "pt-BR"]
    assert [one.path for one in original.translations] == ["en/talen", "pt-br/talen"]
    assert (original.lang, original.path) == ("nl", "talen")


@pytest.mark.parametrize("position", [0, 1])
def test_a_translation_compiles_to_the_same_sheet(
    original: Quiz, position: int
) -> None:
    """Ids and numbers are those of the original, so that a result means the same."""
    assert compile_quiz(original.translations[position]) == compile_quiz(original)


def test_texts_are_those_of_the_translation(original: Quiz) -> None:
    """None of the original's words is left."""
    english = original.translations[0]
    assert english.total is not None

    assert (english.title, english.scope_html) == (
        "How do you read?",
        Markup("<p>What it measures.</p>"),
    )
    assert [factor.title for factor in english.factors] == ["Depth"]
    assert [(b.id, b.title) for b in english.total.bands] == [
        ("vluchtig", "Fleeting"),
        ("grondig", "Thorough"),
    ]
    assert [question.text for question in english.questions] == [
        "You begin to read something.",
        "I read a piece twice.",
        "I read something to its end.",
    ]
    assert [option.label_html for option in english.questions[1].options] == [
        "Never",
        "<em>At times</em>",
        "Not applicable",
    ]


def test_names_and_terms_of_use_are_the_originals_unless_given(original: Quiz) -> None:
    """A name is the same in each language; a translator may be added to it."""
    english, portuguese = original.translations

    assert english.authors == ("Ann Author", "Tess Translator")
    assert portuguese.authors == ("Ann Author",)
    assert (english.licence, english.address) == ("CC0-1.0", "formal")
    assert portuguese.address == "informal"


def test_advice_behind_an_empty_marker_belongs_to_the_option_in_its_place(
    original: Quiz,
) -> None:
    """All paragraphs behind it are advice, as a scale has the labels."""
    portuguese = original.translations[1]

    assert portuguese.questions[1].options[0].advice_html == Markup(
        "<p>Tente.</p>\n<p>Com calma.</p>"
    )


def test_empty_markers_may_stand_beside_others(copy: Path) -> None:
    """Each marker is held against the original's by itself, an id too."""
    advice = {"": "- (#some) Goed.", ".en": "- ( ) Good.", ".pt-br": "- ( ) Bom."}
    for language, more in advice.items():
        file = copy / f"talen/questions/02-meer{language}.md"
        text = file.read_text("utf-8")
        end = text.index("\n# ", text.index("\n- ("))
        file.write_text(f"{text[:end]}{more}\n{text[end:]}", "utf-8")

    [made], problems = read(copy)

    assert problems == ()
    english = made.translations[0].questions[1]
    assert [option.advice_html for option in english.options] == [
        Markup("<p>Try it.</p>"),
        Markup("<p>Good.</p>"),
        None,
    ]


def test_a_translation_has_assets_of_its_own(original: Quiz) -> None:
    """A picture may hold words."""
    assert original.assets == ()
    assert [str(a.name) for a in original.translations[0].assets] == ["talen/boek.svg"]


def test_one_quiz_alone_has_its_translations_too() -> None:
    """What is read by its folder is read as in its site."""
    site, problems = read_quiz("talen", GOOD, shown_from=GOOD)

    assert problems == ()
    assert len(site.quizzes[0].translations) == 2


def test_the_same_words_of_numbers_may_be_written_otherwise(copy: Path) -> None:
    """A weight of 2.0 is one of 2."""
    file = copy / "talen/questions/02-meer.en.md"
    file.write_text(file.read_text("utf-8").replace("weight=2", "weight=2.0"), "utf-8")

    assert read(copy)[1] == ()


def test_what_is_wrong_with_the_original_is_told_once(copy: Path) -> None:
    """Translations are held against it when it is right."""
    file = copy / "talen/quiz.md"
    file.write_text(file.read_text("utf-8").replace("diep:", "dip:"), "utf-8")

    problems = read(copy)[1]

    assert {problem.place.file for problem in problems} == {
        "talen/questions/01-stuk.md",
    }


def test_a_translation_that_is_wrong_leaves_the_original_as_it_is(copy: Path) -> None:
    """Only the translation is missing then."""
    file = copy / "talen/quiz.en.md"
    file.write_text("---\ntitle: [\n---\n", "utf-8")

    [quiz], problems = read(copy)

    assert [one.lang for one in quiz.translations] == ["pt-BR"]
    assert [problem.place.file for problem in problems] == ["talen/quiz.en.md"]


def test_the_sheet_of_a_site_is_that_of_the_original() -> None:
    """There is one for all languages."""
    assert list(check_content(GOOD).sheets) == ["talen"]


@pytest.mark.parametrize(
    ("written", "customary"),
    [
        ("EN", "en"),
        ("pt-br", "pt-BR"),
        ("ZH-hant-tw", "zh-Hant-TW"),
        ("sl-nedis", "sl-nedis"),
        ("de-1901", "de-1901"),
        ("nl-u-co-trad", "nl-u-co-trad"),
        ("en-x-ab", "en-x-ab"),
    ],
)
def test_tags_are_written_as_is_customary(written: str, customary: str) -> None:
    """Regions in capitals, scripts with one, nothing else."""
    assert proper_tag(written) == customary


ENGLISH = "talen/quiz.en.md"


@pytest.mark.parametrize(
    ("file", "old", "new", "told"),
    [
        (ENGLISH, "title: How do you read?\n", "", 'quiz.md has no "title"'),
        (
            ENGLISH,
            "factors:\n  diep: {title: Depth, multiply: 2.0}\n",
            "",
            'the translation has no "factors"',
        ),
        (ENGLISH, "diep: {title: Depth, mul", "dip: {mul", '"factors" has no "diep"'),
        (ENGLISH, "{title: Depth, ", "{", 'factor "diep" has no "title"'),
        (ENGLISH, "{title: Depth, multiply: 2.0}", "Depth", '"diep" is "Depth", not'),
        (ENGLISH, "\n  diep: {title: Depth, multiply: 2.0}", " 2", '"2", not a map'),
        (ENGLISH, "lang: en", "terms: {a: b}", '"terms" is not what it is'),
        (ENGLISH, "lang: en", "lang: []", '"lang" is a list, not text'),
        (ENGLISH, '["1/2", "*At times*", some]', "[1/2]", "this option is not as it"),
        (ENGLISH, "- Not applicable", "- {na: Not}", "this option is not as it is"),
        (
            "talen/questions/02-meer.pt-br.md",
            "Com calma.",
            "<b>",
            "HTML",
        ),
        (
            "talen/questions/02-meer.pt-br.md",
            "( ) Tente.",
            "( ) Tente. {#a}",
            '"id" is not what it is in the original',
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_translation_is_told_in_its_file(
    copy: Path, file: str, old: str, new: str, told: str
) -> None:
    """Nothing falls back to the words of the original."""
    path = copy / file
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")

    [*problems] = read(copy)[1]

    assert {problem.place.file for problem in problems} == {file}
    assert any(told in problem.message for problem in problems)


def test_a_language_is_written_in_one_way_in_names_of_files(copy: Path) -> None:
    """Two files in one language are one too many, whatever the case of their tags."""
    shutil.copy(copy / ENGLISH, copy / "talen/quiz.EN.md")

    [problem] = read(copy)[1]

    assert problem.code == "unknown-file"
    assert problem.message == ('"quiz.en.md" is in the same language as "quiz.EN.md"')
