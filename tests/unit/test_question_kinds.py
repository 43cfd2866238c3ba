"""Several ticks, points per factor, open questions, and questions that depend."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from kwispel.model.check import read_site
from kwispel.model.check_questions import Placed
from kwispel.model.check_warnings import question_warnings
from kwispel.model.questions import Question, Worth
from kwispel.model.shapes import Hook, Quiz
from testkit.quiz_folder import QUESTION, Folder

GOOD = Path(__file__).parents[1] / "sites" / "good"
FACTORS = "factors: {warmth: {title: Warmth}, effort: {title: Effort}}"
SPLIT = "Two?\n\n- (warmth=2 effort=-1) No\n- (effort=1/3) Yes\n- (na) Neither\n"
TICKS = "- (1) Tea\n- (2.5) Water\n- (-1) Coffee\n- (na) Nothing\n"


@pytest.fixture(scope="module")
def kinds() -> Quiz:
    """Give the quiz that has one question of each kind."""
    site, problems = read_site(GOOD / "kinds", shown_from=GOOD)
    assert problems == ()
    return site.quizzes[0]


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Give a content folder with a small quiz of two factors, to be changed."""
    made = Folder(tmp_path)
    made.front_matter(FACTORS)
    made.write("questions/02-two.md", SPLIT)
    return made


def translate(folder: Folder, two: str) -> None:
    """Write the quiz in Dutch, with this as its second question."""
    folder.write("quiz.nl.md", f"---\ntitle: Een quiz\n{FACTORS}\n---\n")
    folder.write("questions/01-one.nl.md", QUESTION)
    folder.write("questions/02-two.nl.md", two)


def named(quiz: Quiz, question_id: str) -> Question:
    """Give a question of a quiz."""
    return next(q for q in quiz.questions if q.id == question_id)


def test_what_may_be_done_with_a_question_comes_from_its_settings(
    kinds: Quiz,
) -> None:
    """The file's defaults, overridden by the heading."""
    told = {q.id: (q.is_multiple, q.is_optional, q.reverse) for q in kinds.questions}

    assert told == {
        "gate": (False, False, False),
        "channels": (True, False, False),
        "slips": (True, False, True),
        "conflict": (False, True, False),
        "follow": (False, False, True),
        "more": (True, False, False),
        "habit": (False, True, True),
        "ticks": (True, False, False),
    }


def test_a_condition_names_options_of_earlier_questions(kinds: Quiz) -> None:
    """One option or a list; all of a map, or one of a list of maps."""
    told = {q.id: [dict(one) for one in q.when] for q in kinds.questions if q.when}
    both = [{"gate": ("no",)}, {"channels": ("a", "c"), "conflict": ("b",)}]

    assert told == {"channels": [{"gate": ("yes",)}], "follow": both, "more": both}


def test_a_question_belongs_to_every_factor_that_an_option_names(
    kinds: Quiz,
) -> None:
    """With weight 1; the total counts the question with its own weight."""
    members = {score.id: dict(score.members) for score in kinds.scores}

    assert members["warmth"] == {"channels": 1, "conflict": 1, "follow": 1, "more": 1}
    assert members["effort"] == {"conflict": 1, "follow": 1, "more": 1}
    assert "gate" not in members["total"]


def test_an_option_brings_the_sum_of_its_shares_to_the_total(kinds: Quiz) -> None:
    """To a factor that it does not name it brings nothing."""
    conflict, more = named(kinds, "conflict"), named(kinds, "more")
    third = Fraction(1, 3)

    assert conflict.worth().added == (1, 1 + third, None)
    assert conflict.worth("warmth").added == (2, third, None)
    assert more.worth("warmth") == Worth(
        Fraction(0), (Fraction(1), Fraction(0), None), Fraction(0), Fraction(1)
    )


def test_reverse_turns_the_points_of_each_factor(kinds: Quiz) -> None:
    """The total is the sum of what comes out."""
    follow = named(kinds, "follow")

    assert follow.worth("warmth").added == (3, 1)
    assert follow.worth("effort").added == (2, 0)
    assert follow.worth().added == (5, 1)


def test_reverse_takes_the_points_of_each_tick_away(kinds: Quiz) -> None:
    """Nothing ticked has minimum and maximum together; the range stays."""
    slips = named(kinds, "slips")

    assert slips.worth() == Worth(
        base=Fraction(5, 2),
        added=(Fraction(-1), Fraction(-2), Fraction(1, 2)),
        low=Fraction(-1, 2),
        high=Fraction(3),
    )


def test_advice_for_a_scale_goes_with_ticks_and_reverse(kinds: Quiz) -> None:
    """It is the options that have it, whatever is done with them."""
    for name, advised in (("habit", {"c", "sometimes"}), ("ticks", {"a"})):
        options = named(kinds, name).options
        assert {option.id for option in options if option.advice_html} == advised


@pytest.mark.parametrize(
    ("kind", "least"), [("reverse: true", 3), ("type: multiple\nreverse: true", 0)]
)
def test_one_option_beside_na_can_be_reversed(
    folder: Folder, kind: str, least: int
) -> None:
    """There is little to turn, and nothing to break."""
    text = f"---\n{kind}\n---\nTwo?\n\n- (3) Yes\n- (na) Not mine\n"
    folder.front_matter("intended: never-scores")
    folder.write("questions/02-two.md", text)

    worth = named(folder.quiz(), "two").worth()

    assert (worth.low, worth.high) == (least, 3)


def test_a_factor_may_be_named_with_no_points(folder: Folder) -> None:
    """The question is a member of it all the same."""
    folder.write("questions/02-two.md", SPLIT + "- (effort=0) None\n")
    folder.write("questions/03-three.md", SPLIT.replace("-1", "0").replace("1/3", "0"))

    quiz = folder.quiz()

    assert set(quiz.factors[1].members) == {"two", "three"}


def test_an_undeclared_factor_is_told_once_for_each_option(folder: Folder) -> None:
    """Where it stands in the marker."""
    folder.write("questions/02-two.md", SPLIT.replace("effort", "efort"))

    told = [(p.code, p.place.line, p.place.column) for p in folder.read()[1]]

    assert told == [("unknown-factor", 3, 13), ("unknown-factor", 4, 4)]


@pytest.mark.parametrize(
    "keys",
    [
        "type: multiple\noptional: false",
        "type: single\noptional: true",
        "type: multiple",
    ],
)
def test_ticks_and_staying_open_exclude_each_other_only_where_both_hold(
    folder: Folder, keys: str
) -> None:
    """What is said to be false says nothing."""
    folder.write("questions/02-two.md", f"---\n{keys}\n---\nTwo?\n\n{TICKS}")
    folder.front_matter("")

    assert folder.codes() == []


def test_the_same_problem_is_told_once_though_it_holds_for_many(
    folder: Folder,
) -> None:
    """A default of a file is read again for each question in it."""
    three = "".join(f"# Number {n}?\n\n- (0) No\n- (1) Yes\n\n" for n in "abc")
    folder.write(
        "questions/03-many.md", f"---\nwhen: {{tow: b}}\nweight: x\n---\n{three}"
    )

    assert folder.codes() == ["unknown-question", "wrong-type"]


def test_a_question_may_depend_on_its_files_neighbours_in_other_files(
    folder: Folder,
) -> None:
    """An n.a. option may be named, and an option twice says it once."""
    when = "when: {two: [c, a, c]}\noptional: true"
    folder.write("questions/03-three.md", f"---\n{when}\n---\n{QUESTION}")

    assert named(folder.quiz(), "three").when == ({"two": ("c", "a")},)


def test_a_question_that_could_not_be_read_is_not_missed(folder: Folder) -> None:
    """Its options are not held against it either."""
    folder.write("questions/02-two.md", "---\nTwo?\n")
    folder.write("questions/03-three.md", "Three?\n\n- (0) No\n- Yes\n")
    when = "when: {two: a, three: z}"
    folder.write("questions/04-four.md", f"---\n{when}\n---\n{QUESTION}")

    assert folder.codes() == ["unclosed-front-matter", "no-marker"]


def test_a_condition_in_a_heading_is_told_once(folder: Folder) -> None:
    """What it says is not looked at."""
    folder.write("questions/03-three.md", '# Three? {when="nobody=x"}\n\n- (1) Yes\n')

    assert folder.codes() == ["misplaced-key"]


def test_a_hook_may_read_any_question(folder: Folder) -> None:
    """So that none is told never to score."""
    text = f"---\nweight: 0\n---\n{QUESTION}"
    folder.write("questions/01-one.md", text)
    quiz, _ = folder.read()
    assert quiz is not None
    placed = [Placed(question, {}, frozenset()) for question in quiz.questions]
    hooked = replace(quiz, hook=Hook((), quiz.place))

    assert [p.code for p in question_warnings(placed, quiz)] == ["never-scores"]
    assert list(question_warnings(placed, hooked)) == []


@pytest.mark.parametrize("code", ["never-scores", "no-advice", "equal-points"])
def test_warnings_about_any_kind_can_be_meant(folder: Folder, code: str) -> None:
    """In the question's own front matter."""
    ticks = "\n\n- (-1) Tea\n- (0) Water\n\n  Well.\n"
    shares = (
        "\n\n- (warmth=1) Tea\n\n  A\n\n- (warmth=1) Water\n\n  B\n\n- (effort=2) Both"
    )
    texts = {
        "never-scores": f"type: multiple\nweight: 0\n---\nA?{ticks}\n  Again.\n",
        "no-advice": f"type: multiple\n---\nA?{ticks}",
        "equal-points": f"weight: 2\n---\nA?{shares}\n\n  C\n",
    }
    folder.write("questions/03-three.md", f"---\n{texts[code]}")
    assert code in folder.codes()

    folder.write("questions/03-three.md", f"---\nintended: {code}\n{texts[code]}")
    assert code not in folder.codes()


@pytest.mark.parametrize("marker", ["( )", "(effort=-1.0 warmth=2)"])
def test_points_per_factor_stay_the_same_in_a_translation(
    folder: Folder, marker: str
) -> None:
    """Left out, or repeated in whatever order."""
    translate(folder, SPLIT.replace("(warmth=2 effort=-1)", marker))

    (translation,) = folder.quiz().translations

    assert named(translation, "two").worth() == named(folder.quiz(), "two").worth()


def test_other_points_per_factor_in_a_translation_are_told(folder: Folder) -> None:
    """The original says what an option brings."""
    translate(folder, SPLIT.replace("warmth=2", "warmth=3"))

    assert folder.codes() == ["translation-differs"]
