"""What question files say, in the many ways that authors write them."""

from __future__ import annotations

from fractions import Fraction
from pathlib import PurePosixPath

import pytest

from kwispel.errors import Place, Problem
from kwispel.source.numbers import exact_number
from kwispel.source.question_file import read_question_file
from kwispel.source.shapes import Line, ParsedQuestion, Passage, Scalar, SourceFile


def read(text: str, name: str = "01-one.md") -> tuple[ParsedQuestion, ...]:
    """Read a question file in which nothing is wrong."""
    questions, problems = read_with_problems(text, name)
    assert problems == []
    return questions


def read_with_problems(
    text: str, name: str = "01-one.md"
) -> tuple[tuple[ParsedQuestion, ...], list[Problem]]:
    """Read a question file, and give what is wrong in it."""
    problems: list[Problem] = []
    lines = text.split("\n")
    placed = tuple(Line(line, Place("f", n)) for n, line in enumerate(lines, 1))
    file = SourceFile("f", PurePosixPath("quiz/questions", name), placed)
    return read_question_file(file, problems) or (), problems


def shown(passage: Passage) -> str:
    """Give the text of a passage."""
    return "\n".join(line.text for line in passage)


def labels(question: ParsedQuestion) -> list[str]:
    """Give the labels of a question's options."""
    return [shown(option.label) for option in question.options]


@pytest.mark.parametrize("indent", ["  ", "   ", "    ", "\t"])
def test_advice_is_indented_by_what_the_author_likes(indent: str) -> None:
    """Two spaces, four, or a tab: the advice is the same, and so is its place."""
    text = f"Ask.\n\n- (1) Yes\n\n{indent}Advice.\n\n{indent}More.\n\n- (2) No\n"

    (question,) = read(text)

    assert shown(question.options[0].advice) == "Advice.\n\nMore."
    assert question.options[0].advice[0].place == Place("f", 5, len(indent) + 1)


@pytest.mark.parametrize(
    "bullets", ["--", "**", "++", "-*", ("1.", "2."), ("1)", "9)")]
)
def test_options_are_items_of_any_list(bullets: str) -> None:
    """Bullets may be mixed: nobody means two lists by that."""
    first, second = bullets

    (question,) = read(f"Ask.\n{first} (1) Yes\n{second} (2) No\n")

    assert labels(question) == ["Yes", "No"]


def test_a_list_may_stand_a_little_off_the_margin() -> None:
    """As in Markdown, up to three spaces."""
    (question,) = read(
        "Ask.\n\n  - (1) Yes\n\n    Advice.\n\n  - (2) No\n\nBackground."
    )

    assert labels(question) == ["Yes", "No"]
    assert shown(question.options[0].advice) == "Advice."
    assert shown(question.background) == "Background."


def test_a_label_may_run_on_over_lines() -> None:
    """Indented or not, until an empty line or the next block."""
    (question,) = read("Ask.\n\n- (1) Yes,\nindeed\n  I do\n  - first\n- (2) No\n")

    assert labels(question) == ["Yes,\nindeed\nI do", "No"]
    assert shown(question.options[0].advice) == "- first"


def test_a_list_without_markers_is_no_list_of_options() -> None:
    """It may stand before the options, with words between, and after them."""
    (question,) = read(
        "Ask.\n\n- this\n- that\n\nThen:\n\n- (1) Yes\n- (2) No\n\nRead:\n\n- Book"
    )

    assert shown(question.note) == "- this\n- that\n\nThen:"
    assert labels(question) == ["Yes", "No"]
    assert shown(question.background) == "Read:\n\n- Book"


@pytest.mark.parametrize("fence", ["```", "~~~~"])
def test_code_is_neither_heading_nor_options(fence: str) -> None:
    """What looks like them there is shown as it stands."""
    code = f"{fence}\n# none\n- (1) none\n{fence}"

    (question,) = read(f"Ask.\n\n{code}\n\n- (1) Yes\n")

    assert shown(question.note) == code
    assert labels(question) == ["Yes"]


def test_code_closes_with_as_many_signs_as_it_opens() -> None:
    """Fewer are part of the code."""
    (question,) = read("Ask.\n\n````\n```\n# none\n````\n\n- (1) Yes\n")

    assert labels(question) == ["Yes"]


def test_a_rule_is_no_item() -> None:
    """Three stars with spaces look like the beginning of a list."""
    (question,) = read("Ask.\n\n* * *\n\n* (1) Yes\n")

    assert shown(question.note) == "* * *"
    assert labels(question) == ["Yes"]


@pytest.mark.parametrize(
    ("marker", "kind"),
    [
        ("(3)", "points"),
        ("(-1)", "points"),
        ("(+2)", "points"),
        ("(2.5)", "points"),
        ("(1/3)", "points"),
        ("( 4 )", "points"),
        ("(na)", "na"),
    ],
)
def test_markers_hold_points_or_na(marker: str, kind: str) -> None:
    """Numbers are written with a point, or as a fraction."""
    (question,) = read(f"Ask.\n\n- {marker} Yes\n")

    assert question.options[0].marker.kind == kind


@pytest.mark.parametrize("text", ["(see below) Yes", "(3)Yes", "(three) Yes", "3 Yes"])
def test_other_parentheses_are_no_markers(text: str) -> None:
    """They begin a label, and the list has no options."""
    questions, problems = read_with_problems(f"Ask.\n\n- {text}\n")

    assert questions[0].options == ()
    assert [problem.code for problem in problems] == ["no-points"]


def test_an_attribute_list_overrides_the_front_matter() -> None:
    """Also with `reverse=false`."""
    first, second = read(
        "---\nreverse: true\nweight: 2\n---\n"
        "# One {weight=1/2 reverse=false}\n- (1) Yes\n# Two {#zwei}\n- (1) Yes\n"
    )

    assert settings(first) == {"reverse": "false", "weight": "1/2"}
    assert settings(second) == {"reverse": "true", "weight": "2", "id": "zwei"}


def settings(question: ParsedQuestion) -> dict[str, str]:
    """Give the settings that are words."""
    entries = question.settings.entries.items()
    return {k: e.value.text for k, e in entries if isinstance(e.value, Scalar)}


@pytest.mark.parametrize(
    "heading",
    ["# Do you know {client}", "# \\{reverse}", "# a {reverse} b", "# {} {a b=c}"],
)
def test_other_braces_are_text(heading: str) -> None:
    """Terms, escaped braces, and braces that do not close the heading."""
    (question,) = read(f"{heading}\n- (1) Yes\n")

    assert shown(question.text) == heading.removeprefix("# ")
    assert settings(question) == {}


@pytest.mark.parametrize(
    ("name", "ids"),
    [
        ("01-one.md", ["one-1", "one-2"]),
        ("one.md", ["one-1", "one-2"]),
        ("1. one.md", ["one-1", "one-2"]),
        ("2nd.md", ["2nd-1", "2nd-2"]),
        ("01.md", [None, None]),
        ("01-.md", [None, None]),
    ],
)
def test_questions_are_numbered_by_their_file(name: str, ids: list[str | None]) -> None:
    """The number before a file's name only orders it."""
    questions = read("# One\n- (1) Yes\n# Two\n- (1) Yes\n", name)

    assert [question.default_id for question in questions] == ids


def test_a_file_of_one_heading_has_the_id_of_its_file() -> None:
    """It is no file of several."""
    (question,) = read("# One\n- (1) Yes\n")

    assert question.default_id == "one"


def test_deeper_headings_are_text() -> None:
    """Only level 1 begins a question."""
    first, second = read(
        "# One\n\n## Note\n\n- (1) Yes\n\n# Two\n- (1) Yes\n\n### More"
    )

    assert shown(first.note) == "## Note"
    assert shown(second.background) == "### More"


def test_front_matter_may_follow_empty_lines() -> None:
    """Nobody sees them."""
    (question,) = read("\n\n---\nweight: 2\n---\nAsk.\n\n- (1) Yes\n")

    assert settings(question) == {"weight": "2"}
    assert question.place == Place("f", 6)


def test_a_factor_map_in_a_heading_keeps_its_places() -> None:
    """Each name and weight is where it stands in the line."""
    (question,) = read('# One {factor="a=1 bc=-0.5"}\n- (1) Yes\n')

    table = question.settings.entries["factor"].value
    entries = getattr(table, "entries", {})
    assert {k: (e.place.column, e.value.place.column) for k, e in entries.items()} == {
        "a": (16, 18),
        "bc": (20, 23),
    }


def test_numbers_are_exact() -> None:
    """A tenth is a tenth."""
    assert exact_number("0.1") == Fraction(1, 10)
    assert exact_number("-7/3") == Fraction(-7, 3)


@pytest.mark.parametrize(
    "text", ["", "1,5", "1e3", "0x10", "1/0", ".5", "5.", "1_000", "½", "٣", "1" * 13]
)
def test_other_ways_to_write_numbers_are_not_guessed_at(text: str) -> None:
    """Each has its reader who takes it for another number."""
    assert exact_number(text) is None


@pytest.mark.parametrize(
    "background",
    [
        "- (1984) A book\n- Another book",
        "- \\(1984) A book\n- \\(2001) Another",
        "- First\n- Second",
        "- (#a) An anchor",
        "```\n- (0) No\n- (1) Yes\n```",
        "> - (0) No\n> - (1) Yes",
        "- Nested:\n  - (0) No\n  - (1) Yes",
    ],
)
def test_a_background_may_hold_lists(background: str) -> None:
    """Only a list of which every item has points looks like another question's."""
    (question,) = read(f"Ask.\n\n- (0) No\n- (1) Yes\n\nSources:\n\n{background}\n")

    assert labels(question) == ["No", "Yes"]
    assert shown(question.background) == f"Sources:\n\n{background}"


@pytest.mark.parametrize(
    "text",
    [
        "```\nTitle\n=====\n```",
        "Equals\n==",
        "Text\n\n=====",
        "Text\n===== =",
        "===x",
        "Text\n    ===",
    ],
)
def test_other_lines_of_equals_signs_are_text(text: str) -> None:
    """In code, after an empty line, or fewer than three: no heading is meant."""
    (question,) = read(f"Ask.\n\n- (0) No\n- (1) Yes\n\n{text}\n")

    assert shown(question.background) == text
