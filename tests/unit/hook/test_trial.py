"""What the build tries a hook on, and what it makes of what it finds."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from kwispel.compile import compile_quiz
from kwispel.core.outcome import outcome
from kwispel.core.plain import plain
from kwispel.hook.browser import compile_hook, hook_script, module_prefix
from kwispel.hook.prepare import Prepared, prepare_hooks, trial_problems
from kwispel.hook.samples import SAMPLES, answers_text, sample_answers
from kwispel.hook.scorer import HookFailed, scorer
from kwispel.hook.trial import differences
from kwispel.runtime.load import load_runtime
from testkit.quiz_folder import Folder
from testkit.quizzes import question, quiz, score

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet
    from kwispel.model.shapes import Quiz

ADJUST = "def adjust(result, answers):\n"
RAISING = ADJUST + '    result["total"]["value"] = result["total"]["max"]\n'
UNKNOWN_BRYTHON = "0.0.1"


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep what is remembered in a folder of the test's own."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("KWISPEL_CACHE", str(folder))
    return folder


def hooked(tmp_path: Path, scoring: str) -> tuple[Quiz, Sheet]:
    """Give a quiz of one question from 0 to 1 with a hook."""
    folder = Folder(tmp_path / "content")
    folder.write("scoring.py", scoring)
    made = folder.quiz()
    return made, compile_quiz(made)


def prepared(tmp_path: Path, scoring: str) -> Prepared:
    """Make a hook ready, as a build does."""
    made, sheet = hooked(tmp_path, scoring)
    return prepare_hooks([made], {made.id: sheet}, load_runtime())


def kept(cache: Path) -> list[Path]:
    """List what is remembered."""
    return [path for path in cache.rglob("*") if path.is_file()]


def test_every_option_is_among_the_samples() -> None:
    """So are n.a., all and nothing ticked, and an optional question left open."""
    questions = [
        question("one", (3, 1, 2, None)),
        question("some", (1, -1), is_multiple=True),
        question("maybe", (0, 1), is_optional=True),
    ]
    total = score("total", {"one": 1, "some": 1, "maybe": 1})
    sheet = compile_quiz(quiz(questions, total))

    samples = sample_answers(sheet)

    assert len(samples) == SAMPLES
    assert {str(answers.get("one")) for answers in samples} == set("abcd")
    assert [] in [answers.get("some") for answers in samples]
    assert ["a", "b"] in [answers.get("some") for answers in samples]
    assert any("maybe" not in answers for answers in samples)
    assert all(outcome(sheet, answers)["result"] for answers in samples)
    assert samples == sample_answers(sheet)


def test_answers_are_told_as_they_are_typed() -> None:
    """An author can hand them to `kwispel score`."""
    questions = [
        question("one", (0, 1)),
        question("some", (1, 2), is_multiple=True),
        question("none", (1, 2), is_multiple=True),
        question("maybe", (0, 1), is_optional=True),
    ]
    sheet = compile_quiz(quiz(questions, score("total", {"one": 1})))

    assert answers_text(sheet, {"one": "b", "some": ["a", "b"]}) == "b a+b 0 -"


def test_a_quiz_without_a_hook_is_scored_by_the_engine() -> None:
    """No process is needed for that."""
    made = quiz([question("one", (0, 1))], score("total", {"one": 1}))
    sheet = compile_quiz(made)

    with scorer(made, sheet) as scored:
        assert scored({"one": "b"}) == outcome(sheet, {"one": "b"})
    assert trial_problems(made, sheet) == ()


def test_a_hook_gives_what_it_gives_in_the_engine(tmp_path: Path) -> None:
    """Exact numbers come through whole."""
    made, sheet = hooked(
        tmp_path, ADJUST + '    result["total"]["value"] = result["total"]["max"] / 3\n'
    )

    with scorer(made, sheet) as scored:
        result = scored({"one": "a"})["result"]

    assert result
    assert result["total"]
    assert result["total"]["exact"] == "1/3"
    assert result["total"]["value"] == result["total"]["max"] / 3


def test_open_questions_are_told_with_a_hook_too(tmp_path: Path) -> None:
    """A hook is not called where there is no result."""
    made, sheet = hooked(tmp_path, RAISING)

    with scorer(made, sheet) as scored:
        assert scored({}) == {"open": ["one"], "result": None}


LOOP = f"""{ADJUST}    while answers["one"] == "a":
        pass
"""


def test_a_loop_without_end_is_ended(tmp_path: Path) -> None:
    """`kwispel score` does not hang, and the next answers find another process."""
    made, sheet = hooked(tmp_path, LOOP)

    with scorer(made, sheet, longest_s=2) as scored:
        with pytest.raises(HookFailed, match="it was not done after 2 seconds"):
            scored({"one": "a"})

        assert scored({"one": "b"})["result"]


@pytest.mark.parametrize("body", ["10 ** 10 ** 10 ** 10", "sum(range(10 ** 18))"])
def test_what_python_itself_does_not_end_is_ended(tmp_path: Path, body: str) -> None:
    """No step of the hook's own comes in between."""
    made, sheet = hooked(tmp_path, f"{ADJUST}    {body}\n")

    with scorer(made, sheet, longest_s=2) as scored, pytest.raises(HookFailed) as found:
        scored({"one": "a"})

    assert found.value.kind in {"TimeoutError", "MemoryError", "EOFError"}


FAILING = {
    "too deep": ("def f(n):\n    return f(n)\n\n\n" + ADJUST + "    f(1)\n", 2),
    "list without end": (
        ADJUST + "    x = [0]\n    while 1:\n        x = x + x\n",
        4,
    ),
    "while loading": ("N = [][1]\n\n\n" + ADJUST + "    N\n", 1),
    "float": (ADJUST + '    result["total"]["value"] = 7 / 2\n', 2),
    "float meets exact": (ADJUST + '    result["total"]["value"] + 7 / 2\n', 2),
    "row that is not whole": (ADJUST + '    [1][result["total"]["max"] / 2]\n', 2),
}


@pytest.mark.parametrize(("scoring", "line"), FAILING.values(), ids=FAILING)
def test_what_fails_is_told_with_its_line(
    tmp_path: Path, scoring: str, line: int
) -> None:
    """The place is that in the author's own file."""
    made, sheet = hooked(tmp_path, scoring)

    (problem,) = trial_problems(made, sheet)

    assert problem.place.file == "quiz/scoring.py"
    assert problem.place.line == line
    assert '"' in problem.message


def test_a_sound_hook_is_compiled_and_remembered(tmp_path: Path, cache: Path) -> None:
    """The second build needs neither process nor compiler, and gives the same."""
    first = prepared(tmp_path, RAISING)
    (file,) = kept(cache)
    before = file.stat().st_mtime_ns

    second = prepared(tmp_path, RAISING)

    assert first == second
    assert len(first.functions) == 1
    assert not first.problems
    assert [path.stat().st_mtime_ns for path in kept(cache)] == [before]


def test_a_damaged_memory_is_no_memory(tmp_path: Path, cache: Path) -> None:
    """Nothing but what was tried gets into a site."""
    first = prepared(tmp_path, RAISING)
    (file,) = kept(cache)
    whole = file.read_bytes()

    for damage in (b"", b"\xff\xfe", b"0\nfunction () {}"):
        file.write_bytes(damage)

        assert prepared(tmp_path, RAISING) == first
        assert file.read_bytes() == whole


def test_a_folder_that_cannot_be_made_costs_nothing_but_time(
    tmp_path: Path, cache: Path
) -> None:
    """A file stands where the cache should be."""
    cache.write_text("in the way", encoding="utf-8")

    assert len(prepared(tmp_path, RAISING).functions) == 1


def test_another_hook_is_another_memory(tmp_path: Path, cache: Path) -> None:
    """A change is tried again, and what fails is not remembered."""
    prepared(tmp_path, RAISING)

    failing = prepared(tmp_path, ADJUST + "    [][1]\n")

    assert [problem.code for problem in failing.problems] == ["hook-fails"]
    assert failing.functions == ()
    assert len(kept(cache)) == 1


def test_another_brython_than_the_runtime_has_is_refused(tmp_path: Path) -> None:
    """What one version compiles another may not run."""
    made, sheet = hooked(tmp_path, RAISING)
    runtime = replace(load_runtime(), brython=UNKNOWN_BRYTHON)

    (problem,) = prepare_hooks([made], {made.id: sheet}, runtime).problems

    assert problem.code == "hook-tools"
    assert f"Brython {UNKNOWN_BRYTHON} is needed" in problem.message
    assert 'pip install ".[hooks]"' in problem.hint


def test_quizzes_have_names_of_their_own() -> None:
    """Ids hold hyphens, which names in Python do not, and must stay apart."""
    ids = ["a-b", "a_b", "a--b", "a_-b", "a-_b", "ab", "a_hb", "a_ub"]

    names = [module_prefix(name) for name in ids]

    assert len(set(names)) == len(ids)
    assert all(name.isidentifier() and "__" not in name for name in names)


def test_a_compiled_hook_is_the_same_each_time(tmp_path: Path) -> None:
    """Nothing of the machine is in it."""
    made, _ = hooked(tmp_path, RAISING)
    assert made.hook

    one, other = (compile_hook(made.id, made.hook) for _ in range(2))

    assert one == other
    assert str(tmp_path) not in one
    assert "quiz/scoring.py" in one


def test_without_hooks_the_script_stays_as_it_is() -> None:
    """Sites without them share one file, whatever this one is able to do."""
    assert hook_script("runtime", ()) == "runtime"


def test_a_difference_is_told_by_its_place() -> None:
    """Three are enough to see what it is about."""
    one = plain({"result": {"total": {"value": 1, "text": "1"}, "ledger": [1, 2]}})
    other = plain({"result": {"total": {"value": 2, "text": "2"}, "ledger": [3, 4]}})

    assert differences(one, other) == (
        "total.value is 1 and 2; total.text is 1 and 2; ledger[0] is 1 and 3 and 1 more"
    )
    assert differences(one, {"fails": "KeyError"}) == "it fails there with KeyError"
