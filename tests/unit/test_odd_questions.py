"""Questions put together at random: told what is wrong, or scored."""

from __future__ import annotations

import tempfile
from pathlib import Path

from hypothesis import event, given
from hypothesis import strategies as st

from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from kwispel.model.answers import parse_answers
from kwispel.model.shapes import Quiz
from testkit.quiz_folder import Folder

HEAD = """\
factors: {f: {title: F}, g: {title: G, method: mean}}
scales: {s: [[0, No], [1/2, Yes, yes], [na, Pass]]}
intended: [never-scores, unequal-ranges]"""

VALUES = {
    "type": ["single", "multiple", "many", "[multiple]"],
    "optional": ["true", "false", "yes", "{}"],
    "reverse": ["true", "false"],
    "weight": ["0", "-1/3", "2.5"],
    "factor": ["f", "{f: 1, g: -2}", "h", "[]"],
    "scale": ["s", "t"],
    "when": [
        *("{one: a}", "{one: [a, b]}", "[{one: a}, {two: yes, one: b}]", "{two: c}"),
        *("{three: a}", "{}", "[]", "{one: }", "{one: {a: b}}", "one", "{four: a}"),
    ],
}
SETTINGS = st.fixed_dictionaries(
    {}, optional={key: st.sampled_from(values) for key, values in VALUES.items()}
)
MARKERS = st.sampled_from(
    [
        *("(0)", "(1)", "(-2.5)", "(1/3)", "(na)", "(#a)", "(f=1 g=-1/2)", "(g=3)"),
        *("(f=0)", "(f=1 f=2)", "(h=1)", "(f=x)", "( )", "(f = 1)", ""),
    ]
)
ODD = st.tuples(SETTINGS, st.lists(MARKERS, max_size=4))

# What fits together, so that there is something to score as well.
EVEN = st.tuples(
    st.fixed_dictionaries(
        {},
        optional={
            "type": st.just("multiple"),
            "reverse": st.just("true"),
            "weight": st.sampled_from(["0", "-1/3", "2.5"]),
        },
    ),
    st.one_of(
        st.lists(st.sampled_from(["(0)", "(2)", "(-1/3)"]), min_size=2, max_size=4),
        st.lists(st.sampled_from(["(f=1)", "(g=2 f=-1)"]), min_size=2, max_size=4),
    ).map(lambda markers: [*markers, "(na)"]),
)
SHAPED = st.tuples(EVEN, st.sampled_from(["", "", "{one: a}", "{one: [b, c]}"]))
WORDS = st.sampled_from([*"aaaabb", "c", "-", "0", "a+b", "b+a", "a+a", "z", "a+z"])
NAMES = ("one", "two", "three")


def file_of(keys: dict[str, str], markers: list[str]) -> str:
    """Write a question file."""
    front_matter = "".join(f"{key}: {value}\n" for key, value in keys.items())
    options = "".join(f"- {marker} Option\n" for marker in markers)
    return f"---\n{front_matter}---\nDoes this hold?\n\n{options}"


def made(folder: Path, questions: list[tuple[dict[str, str], list[str]]]) -> Folder:
    """Write a quiz of these questions."""
    quiz = Folder(folder)
    quiz.front_matter(HEAD)
    quiz.write("questions/04-both.md", file_of({}, ["(f=1 g=2)", "(f=0)"]))
    for position, (name, one) in enumerate(zip(NAMES, questions, strict=True)):
        quiz.write(f"questions/0{position + 1}-{name}.md", file_of(*one))
    return quiz


def is_scored(quiz: Quiz, text: str) -> bool:
    """Say whether answers that are accepted have a result; others have sentences."""
    sheet = compile_quiz(quiz)
    answers = parse_answers(sheet, text)
    if isinstance(answers, list):
        event("told")
        return bool(answers) and all(answers)
    event("scored")
    return outcome(sheet, answers)["result"] is not None


@given(st.lists(ODD, min_size=3, max_size=3))
def test_any_questions_make_a_quiz_or_are_told_to_be_wrong(
    questions: list[tuple[dict[str, str], list[str]]],
) -> None:
    """There is no third way, and no traceback."""
    with tempfile.TemporaryDirectory() as folder:
        quiz, problems = made(Path(folder), questions).read()

    assert (quiz is None) is any(problem.level == "error" for problem in problems)


@given(EVEN, SHAPED, SHAPED, st.tuples(WORDS, WORDS, WORDS), st.booleans())
def test_answers_are_told_to_be_wrong_or_can_be_scored(
    first: tuple[dict[str, str], list[str]],
    second: tuple[tuple[dict[str, str], list[str]], str],
    third: tuple[tuple[dict[str, str], list[str]], str],
    words: tuple[str, str, str],
    is_paired: bool,  # noqa: FBT001 - drawn by Hypothesis
) -> None:
    """What parse_answers lets through, the engine does not find open."""
    later = [
        ({**keys, "when": when} if when else keys, markers)
        for (keys, markers), when in (second, third)
    ]
    with tempfile.TemporaryDirectory() as folder:
        quiz, problems = made(Path(folder), [first, *later]).read()
    pairs = (f"{name}={word}" for name, word in zip(NAMES, words, strict=True))

    assert problems == ()
    assert quiz is not None
    assert is_scored(quiz, " ".join((*pairs, "both=a") if is_paired else (*words, "a")))
