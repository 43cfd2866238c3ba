"""What a quiz means once its files are put together."""

from __future__ import annotations

from fractions import Fraction

import pytest

from kwispel.model.check import read_site
from kwispel.model.shapes import MinimumAnswered
from testkit.problem_codes import problem_codes
from testkit.quiz_folder import QUESTION, Folder


def test_a_question_without_a_factor_counts_in_the_total_alone(folder: Folder) -> None:
    """Also where there are factors."""
    folder.front_matter("factors: {warmth: {title: Warmth}}")
    folder.write("questions/02-two.md", f"---\nfactor: warmth\n---\n{QUESTION}")

    quiz = folder.quiz()

    assert quiz.total is not None
    assert set(quiz.total.members) == {"one", "two"}
    assert set(quiz.factors[0].members) == {"two"}


def test_a_quiz_in_whose_total_nothing_counts_has_none(folder: Folder) -> None:
    """Its factors may still be scored."""
    folder.front_matter("factors: {warmth: {title: Warmth}}")
    keys = "factor: warmth\nweight: 0"
    folder.write("questions/01-one.md", f"---\n{keys}\n---\n{QUESTION}")

    quiz = folder.quiz()

    assert quiz.total is None
    assert [score.id for score in quiz.scores] == ["warmth"]


def test_factors_are_shown_in_the_order_of_their_declaration(folder: Folder) -> None:
    """Not in that of their names or questions."""
    folder.front_matter("factors: {z: {title: Z}, a: {title: A}, m: {title: M}}")
    keys = "factor: {a: 1, m: 1, z: 1}"
    folder.write("questions/01-one.md", f"---\n{keys}\n---\n{QUESTION}")

    assert [factor.id for factor in folder.quiz().factors] == ["z", "a", "m"]


def test_questions_are_asked_in_the_order_of_their_files(folder: Folder) -> None:
    """By code point: capitals would come first, and 10 before 2."""
    folder.write("questions/10-ten.md", QUESTION)
    folder.write("questions/2-two.md", QUESTION)

    assert [q.id for q in folder.quiz().questions] == ["one", "ten", "two"]


def test_quizzes_are_shown_in_the_order_of_their_folders(folder: Folder) -> None:
    """By code point."""
    for name in ("b", "a-1", "a"):
        path = folder.path / name
        (path / "questions").mkdir(parents=True)
        (path / "quiz.md").write_text("---\ntitle: A\nlicence: x\n---\n")
        (path / "questions/one.md").write_text(QUESTION)

    site, _ = read_site(folder.path, shown_from=folder.path)

    assert [quiz.id for quiz in site.quizzes] == ["a", "a-1", "b", "quiz"]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("all", MinimumAnswered(share=Fraction(1))),
        ("1", MinimumAnswered(count=1)),
        ("0", MinimumAnswered()),
        ("100%", MinimumAnswered(share=Fraction(1))),
        ("12.5%", MinimumAnswered(share=Fraction(1, 8))),
    ],
)
def test_the_minimum_of_answers_is_a_share_or_a_number(
    folder: Folder, written: str, meant: MinimumAnswered
) -> None:
    """All of them, a percentage, or so many."""
    folder.front_matter(f"scoring: {{minimum_answered: {written}}}")

    total = folder.quiz().total

    assert total is not None
    assert total.minimum_answered == meant


@pytest.mark.parametrize("written", ["101%", "-1", "1.5", "-5%", "half", "[1]"])
def test_other_minima_are_told(folder: Folder, written: str) -> None:
    """They would never be reached, or mean nothing."""
    folder.front_matter(f"scoring: {{minimum_answered: {written}}}")

    assert folder.codes() == ["wrong-type"]


@pytest.mark.parametrize("written", ["-1", "11", "1.5", "x"])
def test_decimals_are_a_whole_number_up_to_ten(folder: Folder, written: str) -> None:
    """No reader needs more."""
    folder.front_matter(f"scoring: {{decimals: {written}}}")

    assert folder.codes() == ["wrong-type"]


def test_a_scale_with_an_error_is_told_once(folder: Folder) -> None:
    """Its questions are not reported on top."""
    folder.front_matter("scales: {agree: [[x, No], [1, Yes]]}")
    folder.write("questions/01-one.md", "---\nscale: agree\n---\nHolds this?\n")

    assert folder.codes() == ["bad-marker"]


def test_a_scale_is_named_by_one_word(folder: Folder) -> None:
    """A list of scales means nothing."""
    folder.write("questions/01-one.md", "---\nscale: [a, b]\n---\nHolds this?\n")

    assert folder.codes() == ["wrong-type"]


def test_a_band_without_an_id_in_its_list_is_told(folder: Folder) -> None:
    """An empty one was meant to be something."""
    folder.write("advice/total.md", '# Low {id=""}\n')

    assert folder.codes() == ["wrong-type"]


def test_a_question_file_with_an_error_makes_no_other(folder: Folder) -> None:
    """What is missing because of it is not told: it may be there."""
    folder.front_matter(
        "factors: {warmth: {title: Warmth}}\nscoring: {minimum_answered: 2}"
    )
    folder.write("questions/01-one.md", f"---\nfactor: [warmth\n---\n{QUESTION}")

    assert folder.codes() == ["bad-yaml"]


def test_problems_of_all_files_are_told_at_once(folder: Folder) -> None:
    """Those of the format and those of the meaning."""
    folder.front_matter("titles: B\nfactors: {warmth: {title: Warmth, add: x}}")
    folder.write("questions/01-one.md", f"---\nfactor: cold\n---\n{QUESTION}")
    folder.write("questions/02-two.md", "Two?\n\n- (x) No\n- (1) Yes\n")
    folder.write("advice/total.md", "# Low\n# <b>\n")

    assert folder.codes() == [
        *("raw-html", "unknown-factor", "no-marker"),
        *("unknown-key", "wrong-type"),
    ]


def test_text_is_what_the_author_wrote(folder: Folder) -> None:
    """No word becomes a boolean, a number or a date."""
    for word in ("no", "2026-11-21", "1e3", "0x10", "yes", "true"):
        folder.front_matter(f"description: {word}")

        assert folder.quiz().description == word


@pytest.mark.parametrize("nothing", ["", "~", "null", '""', "' '"])
def test_a_text_key_with_nothing_in_it_is_told(folder: Folder, nothing: str) -> None:
    """It was meant to say something."""
    folder.front_matter(f"description: {nothing}")

    assert folder.codes() == ["wrong-type"]


def test_a_scope_is_markdown_or_nothing(folder: Folder) -> None:
    """A map is no text."""
    folder.front_matter("scope: {a: b}")

    assert folder.codes() == ["wrong-type"]


def test_html_in_a_folded_text_is_told_where_the_text_begins(folder: Folder) -> None:
    """YAML has joined its lines by then."""
    folder.front_matter("scope: >\n  What it\n  measures: <b>all</b>\n")

    (problem,) = folder.read()[1]

    assert (problem.code, problem.place.line) == ("raw-html", 4)


def test_a_band_takes_its_id_from_the_words_of_its_title(folder: Folder) -> None:
    """Without accents and signs; where letters would be lost, from its place."""
    titles = "# Één *ding*: goed!\n# 优秀 {from=0.25}\n# Smørrebrød {from=0.5}\n"
    folder.write("advice/total.md", titles + "# !? {from=1}\n")

    total = folder.quiz().total

    assert total is not None
    ids = [band.id for band in total.bands]
    assert ids == ["een-ding-goed", "band-2", "band-3", "band-4"]


def test_a_first_band_may_name_its_limit(folder: Folder) -> None:
    """It is the minimum, or it will be told by the proof."""
    folder.write("advice/total.md", "# Low {from=0}\n# High {from=1/2}\n")

    total = folder.quiz().total

    assert total is not None
    assert [band.limit for band in total.bands] == [0, Fraction(1, 2)]


ADVISED = "Does this hold?\n\n- (0) No\n- (1) Yes\n\n  Well.\n"


def test_no_advice_is_told_of_options_that_leave_points_to_gain(folder: Folder) -> None:
    """Of those that others of the question have advice beside."""
    folder.write("questions/01-one.md", ADVISED)

    assert folder.codes() == ["no-advice"]


def test_no_advice_is_not_told_of_the_best_option(folder: Folder) -> None:
    """There is nothing to gain."""
    folder.write("questions/01-one.md", f"---\nreverse: true\n---\n{ADVISED}")

    assert folder.codes() == []


def test_no_advice_follows_the_sign_of_the_score(folder: Folder) -> None:
    """Where points lower it, the least points are best."""
    folder.front_matter("scoring: {multiply: -1}")
    folder.write("questions/01-one.md", ADVISED)

    assert folder.codes() == []


@pytest.mark.parametrize("where", ["quiz", "front matter", "heading"])
def test_what_is_intended_is_not_told(folder: Folder, where: str) -> None:
    """In quiz.md for the whole quiz, with a question for that question."""
    text = ADVISED
    if where == "quiz":
        folder.front_matter("intended: no-advice")
    elif where == "front matter":
        text = f"---\nintended: [no-advice]\n---\n{text}"
    else:
        text = "# " + text.replace("?", '? {intended="no-advice"}')
    folder.write("questions/01-one.md", text)

    assert folder.codes() == []


def test_an_error_cannot_be_intended(folder: Folder) -> None:
    """Only the names of warnings can be."""
    folder.front_matter("intended: no-options")
    folder.write("questions/01-one.md", "Does this hold?\n")

    assert folder.codes() == ["no-options", "unknown-warning"]


def test_equal_points_are_told_only_where_advice_differs(folder: Folder) -> None:
    """Options may be worth the same; advice is what makes one better."""
    same = (
        "- (1) Yes\n\n  Well.\n\n- (1) Sure\n\n  {}\n\n- (na) Pass\n\n- (0) No\n\n  A"
    )
    folder.write("questions/01-one.md", "Ask.\n\n" + same.format("Well."))
    assert folder.codes() == []

    folder.write("questions/01-one.md", "Ask.\n\n" + same.format("Hm."))
    assert folder.codes() == ["equal-points"]


def test_ranges_are_compared_with_their_sign(folder: Folder) -> None:
    """A negative weight swaps a range, so that it is another one."""
    folder.front_matter("scoring: {method: mean}")
    folder.write("questions/02-two.md", QUESTION)
    assert folder.codes() == []

    folder.write("questions/02-two.md", f"---\nweight: -1\n---\n{QUESTION}")
    assert folder.codes() == ["unequal-ranges"]


def test_a_question_that_is_only_in_a_factor_scores(folder: Folder) -> None:
    """It is not told that it counts in no score."""
    folder.front_matter("factors: {warmth: {title: Warmth}}")
    keys = "factor: warmth\nweight: 0"
    folder.write("questions/02-two.md", f"---\n{keys}\n---\n{QUESTION}")

    assert folder.codes() == []


def test_advice_for_a_scale_is_told_in_the_questions_file(folder: Folder) -> None:
    """The scale stands elsewhere, and other questions take it too."""
    folder.front_matter("scales: {agree: [[0, No], [1, Yes]]}")
    text = "---\nscale: agree\n---\nDoes this hold?\n\n- (#b) Well.\n"
    folder.write("questions/01-one.md", text)

    (problem,) = folder.read()[1]

    assert problem.code == "no-advice"
    assert str(problem.place) == "quiz/questions/01-one.md:4:1"


def test_an_example_may_be_silent_about_everything_but_answers(folder: Folder) -> None:
    """Then it only has to fit."""
    folder.front_matter("examples: [{answers: a}]")

    (example,) = folder.quiz().examples

    assert (example.answers, dict(example.expected)) == ("a", {})


@pytest.mark.parametrize("example", ["a", "[a, b]", "{answers: }", "{answers: [a]}"])
def test_an_example_is_a_map_with_answers(folder: Folder, example: str) -> None:
    """Anything else is told."""
    folder.front_matter(f"examples: [{example}]")

    assert folder.codes() == ["wrong-type"]


def test_options_beyond_z_have_ids_of_two_letters(folder: Folder) -> None:
    """As the columns of a spreadsheet."""
    options = "".join(f"- ({n}) Option {n}\n" for n in range(29))
    folder.write("questions/01-one.md", f"Ask.\n\n{options}")

    ids = [option.id for option in folder.quiz().questions[0].options]

    assert ids[24:] == ["y", "z", "aa", "ab", "ac"]


def test_a_band_is_not_missed_where_its_file_cannot_be_read(folder: Folder) -> None:
    """It may well be in there."""
    folder.front_matter("examples: [{answers: a, band: low}]")
    folder.write("advice/total.md", "---\n# Low\n")

    assert folder.codes() == ["unclosed-front-matter"]


SILENCED = {
    *("equal-points", "never-scores", "no-advice", "no-glyph", "no-licence"),
    "same-letter",
    *("never-asked", "not-translated", "opposed-scores"),
    *("unequal-ranges", "unreached-band"),
}


@pytest.mark.parametrize("code", sorted(problem_codes()))
def test_only_some_warnings_and_unreached_bands_may_be_intended(
    folder: Folder, code: str
) -> None:
    """Any other problem named there is refused, so that no error can be silenced."""
    folder.front_matter(f"intended: [{code}]")

    assert folder.codes() == ([] if code in SILENCED else ["unknown-warning"])
