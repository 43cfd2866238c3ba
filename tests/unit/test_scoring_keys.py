"""What the keys of a score, its bands and its examples may say."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from kwispel.build import check_content
from kwispel.errors import BuildFailed, Place
from kwispel.model.check import read_site
from kwispel.model.member_rules import member_problems
from kwispel.model.shapes import NO_SCORE, Band, Score
from kwispel.source.shapes import Entry, Scalar
from testkit.quiz_folder import QUESTION, Folder
from testkit.quizzes import question, score

RULES = Path(__file__).parents[1] / "sites" / "good" / "rules"
NA = f"{QUESTION}- (na) Not here\n"


def total(folder: Folder) -> Score:
    """Give the total of a quiz, of which nothing may be said."""
    found = folder.quiz().total
    assert found is not None
    return found


def test_the_site_of_rules_comes_to_what_its_examples_say() -> None:
    """They were worked out by hand; the engine finds the same."""
    checked = check_content(RULES)

    assert checked.warnings == ()
    assert all(len(quiz.examples) >= 2 for quiz in checked.site.quizzes)


@pytest.mark.parametrize(
    "name", sorted(path.parent.name for path in RULES.glob("*/*.md"))
)
def test_an_example_that_says_otherwise_is_told(name: str, tmp_path: Path) -> None:
    """So that the site of rules proves something."""
    quiz = RULES / name
    for path in quiz.rglob("*.md"):
        text = path.read_text("utf-8").replace("total: ", "total: 1")
        text = (
            text.replace("{all: ", "{all: 1").replace("1none", "1").replace("1-", "-1")
        )
        copy = tmp_path / "content" / name / path.relative_to(quiz)
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_text(text, "utf-8")
    site, _ = read_site(quiz.parent, shown_from=quiz)
    examples = next(found.examples for found in site.quizzes if found.id == name)

    with pytest.raises(BuildFailed) as failed:
        check_content(tmp_path / "content")

    codes = [problem.code for problem in failed.value.problems]
    assert codes.count("example-differs") >= len(examples)


def test_without_keys_a_score_is_a_plain_sum(folder: Folder) -> None:
    """Each key has the default that the format says."""
    plain = total(folder)

    assert (plain.method, plain.missing, plain.hidden) == ("sum", "rescale", "leave")
    assert (plain.table, plain.is_rounded, plain.decimals) == ((), False, 0)


@pytest.mark.parametrize("missing", ["rescale", "mean", "shrink", "lowest", "refuse"])
def test_a_sum_may_treat_what_is_missing_in_five_ways(
    folder: Folder, missing: str
) -> None:
    """The word is kept as it was written."""
    folder.front_matter(f"scoring: {{missing: {missing}, hidden: lowest}}")

    assert (total(folder).missing, total(folder).hidden) == (missing, "lowest")


def test_defaults_may_be_written_beside_a_mean(folder: Folder) -> None:
    """They say what holds anyhow."""
    folder.front_matter("scoring: {method: mean, missing: rescale, hidden: leave}")

    assert total(folder).method == "mean"


def test_a_factor_has_keys_of_its_own(folder: Folder) -> None:
    """Those of the total do not hold for it."""
    folder.front_matter(
        "factors: {warmth: {title: Warmth, table: [1/3, 2], round: true}}\n"
        "scoring: {missing: refuse, multiply: -2.5, add: 1/3}"
    )
    folder.write("questions/01-one.md", f"---\nfactor: warmth\n---\n{QUESTION}")

    (warmth,) = folder.quiz().factors

    assert (warmth.table, warmth.is_rounded) == ((Fraction(1, 3), Fraction(2)), True)
    assert (warmth.missing, warmth.multiply, warmth.add) == ("rescale", 1, 0)
    assert (total(folder).multiply, total(folder).add) == (
        Fraction(-5, 2),
        Fraction(1, 3),
    )


@pytest.mark.parametrize(
    ("keys", "code"),
    [
        ("multiply: 0", "constant-score"),
        ("multiply: 0.0", "constant-score"),
        ("multiply: x", "wrong-type"),
        ("round: yes", "wrong-type"),
        ("table: 3", "wrong-type"),
        ("table: {a: 1}", "wrong-type"),
        ("table: []", "wrong-type"),
        ("table: [1, x]", "wrong-type"),
        ("table: [1, [2]]", "wrong-type"),
        ("table: [2, 1]", "table-falls"),
        ("table: [1, 1]", "constant-score"),
        ("table: [1]", "table-length"),
        ("table: [1, 2, 3]", "table-length"),
        ("table: [1, 2], missing: shrink", "table-clash"),
        ("table: [1, 2], method: mean", "only-with-sum"),
        ("method: percent, hidden: lowest", "only-with-sum"),
        ("method: percent, missing: [refuse]", "only-with-sum"),
    ],
)
def test_a_key_that_cannot_be_used_is_told_once(
    folder: Folder, keys: str, code: str
) -> None:
    """One slip is one problem."""
    folder.front_matter(f"scoring: {{{keys}}}")

    assert folder.codes() == [code]


def test_entries_of_a_table_may_stay_but_not_fall(folder: Folder) -> None:
    """Each entry that falls is told where it stands."""
    folder.write("questions/01-one.md", "Ask.\n\n- (0) No\n- (4) Yes\n")
    folder.front_matter("scoring: {table: [0, 2, 2, 3, 4]}")
    assert total(folder).table == (0, 2, 2, 3, 4)

    folder.front_matter("scoring: {table: [0, 2, 1, 3, 2.5]}")
    places = [str(problem.place) for problem in folder.read()[1]]
    assert places == ["quiz/quiz.md:4:25", "quiz/quiz.md:4:31"]


def test_a_table_counts_weights_and_negative_points(folder: Folder) -> None:
    """From -3 to 6 there are ten sums."""
    folder.front_matter("scoring: {table: [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]}")
    text = "---\nweight: -1.5\n---\nAsk.\n\n- (-4) No\n- (2) Yes\n- (na) None\n"
    folder.write("questions/01-one.md", text)

    assert len(total(folder).table) == 10


def test_sums_of_a_table_may_begin_anywhere(folder: Folder) -> None:
    """Only their steps are whole."""
    folder.front_matter("scoring: {table: [5, 7]}")
    folder.write("questions/01-one.md", "Ask.\n\n- (0.25) No\n- (1.25) Yes\n")

    assert total(folder).table == (5, 7)


def test_ticks_must_each_fit_the_steps_of_a_table() -> None:
    """Also where the least and the greatest sum do."""
    ticks = replace(question("x", ["1/2", "1/2"]), is_multiple=True)
    looked_up = replace(score("total", {"x": 1}), table=(Fraction(1), Fraction(2)))

    found = list(member_problems(looked_up, written("table"), [ticks]))

    assert [problem.code for problem in found] == ["table-grid"]


def written(*names: str) -> dict[str, Entry]:
    """Give keys as an author wrote them, one a line."""
    places = {name: Place("quiz.md", line) for line, name in enumerate(names, 1)}
    return {
        name: Entry(name, Scalar("", is_plain=True, lines=(), place=place), place)
        for name, place in places.items()
    }


@pytest.mark.parametrize(
    ("keys", "line"),
    [(["table"], 1), (["table", "hidden"], 2), (["hidden", "table"], 2)],
)
def test_a_table_needs_the_members_that_a_when_hides(
    keys: list[str], line: int
) -> None:
    """Without them its sums have another range; told at the later key."""
    asked = question("x", [0, 1])
    hidden = replace(asked, id="y", when=({"x": ("a",)},))
    looked_up = replace(
        score("total", {"x": 1, "y": 1}),
        table=(Fraction(1), Fraction(2), Fraction(3)),
    )

    found = list(member_problems(looked_up, written(*keys), [asked, hidden]))
    kept = replace(looked_up, hidden="lowest")

    assert [(p.code, p.place.line) for p in found] == [("table-clash", line)]
    assert list(member_problems(kept, written(*keys), [asked, hidden])) == []


def test_a_mean_stands_in_only_among_equals(folder: Folder) -> None:
    """Weights may make ranges equal, and negative ones swap them."""
    folder.front_matter("scoring: {missing: mean}")
    folder.write(
        "questions/02-two.md", "---\nweight: 0.5\n---\nAsk.\n\n- (0) A\n- (2) B\n"
    )
    folder.write(
        "questions/03-three.md", "---\nweight: -1\n---\nAsk.\n\n- (0) A\n- (-1) B\n"
    )
    assert total(folder).missing == "mean"

    folder.write("questions/03-three.md", f"---\nweight: -1\n---\n{QUESTION}")
    (problem,) = folder.read()[1]
    assert (problem.code, str(problem.place)) == (
        "mean-of-unequal",
        "quiz/quiz.md:4:11",
    )
    assert '"one"' in problem.message
    assert '"three"' in problem.message


def bands(folder: Folder, text: str) -> list[tuple[Fraction | None, bool, bool]]:
    """Give the bands of a total: limit, whether above it, whether by a hook."""
    folder.write("advice/total.md", text)
    site, _ = read_site(folder.path, shown_from=folder.path)
    (quiz,) = site.quizzes
    assert quiz.total is not None
    return [_start(band) for band in quiz.total.bands]


def _start(band: Band) -> tuple[Fraction | None, bool, bool]:
    return band.limit, band.is_above, band.by_hook


def test_limits_of_both_kinds_may_be_mixed(folder: Folder) -> None:
    """From 1/2 and then above it there is a band of exactly 1/2."""
    text = "# Low\n# Half {from=1/2}\n# Over {above=0.5}\n# All {from=1}\n"

    assert bands(folder, text) == [
        (None, False, False),
        (Fraction(1, 2), False, False),
        (Fraction(1, 2), True, False),
        (1, False, False),
    ]


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("# Low\n# A {above=0.5}\n# B {from=0.5}\n", ["limits-do-not-rise"]),
        ("# Low\n# A {above=0.5}\n# B {above=0.5}\n", ["limits-do-not-rise"]),
        ("# Low\n# A {above=0.5 from=0.5}\n", ["two-limits"]),
        ("# Low\n# A {from=x above=0.5}\n", ["wrong-type", "two-limits"]),
        ("# Low\n# A {above=x}\n", ["wrong-type"]),
        ("# Low {above=0}\n# A {from=1}\n", ["first-band-too-high"]),
        ("# Low\n# A\n", ["no-limit"]),
        ("# Low\n# A {form=1}\n", ["unknown-key"]),
    ],
)
def test_bands_that_do_not_fit_are_told_once(
    folder: Folder, text: str, codes: list[str]
) -> None:
    """One slip is one problem."""
    folder.write("advice/total.md", text)

    assert folder.codes() == codes


def test_an_example_may_say_that_there_is_no_score(folder: Folder) -> None:
    """Of the total and of each factor, in both ways to write one."""
    folder.front_matter(
        "factors: {warmth: {title: W}, zeal: {title: Z}}\nexamples:\n"
        "  - {answers: c, total: none, factors: {warmth: none, zeal: {value: none}}}"
    )
    keys = "factor: {warmth: 1, zeal: 1}"
    folder.write("questions/01-one.md", f"---\n{keys}\n---\n{NA}")

    (example,) = folder.quiz().examples

    said = {name: expected.value for name, expected in example.expected.items()}
    assert said == {"total": NO_SCORE, "warmth": NO_SCORE, "zeal": NO_SCORE}


@pytest.mark.parametrize("said", ["nothing", "None", "[none]", "~"])
def test_no_other_word_says_that_there_is_no_score(folder: Folder, said: str) -> None:
    """It would be taken for one that says nothing."""
    folder.front_matter(f"examples: [{{answers: a, total: {said}}}]")

    assert folder.codes() == ["wrong-type"]
