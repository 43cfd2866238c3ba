"""What `kwispel lock` writes down, and what it then guards."""

from __future__ import annotations

import json
import stat
from pathlib import Path

import pytest

from testkit.command_line import run

QUIZ = "---\ntitle: Stairs\nlicence: CC0-1.0\nversion: {version}\n---\n"
QUESTION = "Do you take the stairs?\n\n- (0) No\n- (1) Yes\n- (na) There are none\n"


@pytest.fixture(name="quiz")
def fixture_quiz(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder of a small quiz in the working folder's content."""
    quiz = tmp_path / "content" / "stairs"
    (quiz / "questions").mkdir(parents=True)
    (quiz / "quiz.md").write_text(QUIZ.format(version=1), encoding="utf-8")
    (quiz / "questions" / "01-up.md").write_text(QUESTION, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    return quiz


def set_version(quiz: Path, version: int) -> None:
    """Raise the quiz's version, or lower it."""
    (quiz / "quiz.md").write_text(QUIZ.format(version=version), encoding="utf-8")


def test_a_lock_is_written_once(quiz: Path) -> None:
    """A second time nothing changes, and it says so."""
    first, second = run("lock", "stairs"), run("lock", "stairs")

    assert first.output == "locked version 1 of stairs\n"
    assert second.output.startswith("nothing has changed since the lock of version 1")
    assert stat.S_IMODE((quiz / "answers.lock").stat().st_mode) == 0o644
    assert [path.name for path in quiz.iterdir() if path.name[0] == "."] == []


def test_a_lock_holds_every_version(quiz: Path) -> None:
    """What codes of before mean stays known when the quiz goes on."""
    run("lock", "stairs")
    set_version(quiz, 2)
    question = quiz / "questions" / "01-up.md"
    question.write_text(QUESTION.replace("(1)", "(2)"), encoding="utf-8")

    assert run("lock", str(quiz)).exit_code == 0

    kept = json.loads((quiz / "answers.lock").read_text(encoding="utf-8"))["versions"]
    points = {v: k["key"]["questions"][0]["options"]["b"] for v, k in kept.items()}
    assert points == {"1": "1", "2": "2"}


def test_texts_are_no_part_of_a_key(quiz: Path) -> None:
    """A better wording, advice or a note changes no meaning."""
    run("lock", "stairs")
    question = quiz / "questions" / "01-up.md"
    question.write_text(
        QUESTION.replace("Yes", "Always").replace("Do", "Would"),
        encoding="utf-8",
    )

    checked = run("check", "--strict")

    assert (checked.exit_code, checked.output) == (0, "checked 1 quiz\n")


def test_a_changed_key_cannot_be_locked_over_the_old_one(quiz: Path) -> None:
    """The lock is not brought up to date by whoever broke it."""
    run("lock", "stairs")
    before = (quiz / "answers.lock").read_bytes()
    question = quiz / "questions" / "01-up.md"
    question.write_text(QUESTION.replace("(1)", "(2)"), encoding="utf-8")

    refused = run("lock", "stairs")

    assert refused.exit_code == 1
    assert "error[answers-changed]" in refused.output
    assert (quiz / "answers.lock").read_bytes() == before


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "it is no JSON"),
        ("[" * 100_000, "it is no JSON"),
        ("[]", 'it has no "format": 1'),
        ('{"format": 2}', 'it has no "format": 1'),
        ('{"format": 1, "quiz": "lift"}', 'it belongs to the quiz "lift"'),
        ('{"format": 1, "quiz": "stairs"}', "it holds no versions"),
        ('{"format": 1, "quiz": "stairs", "versions": {"x": {}}}', 'version "x" has'),
        ('{"format": 1, "quiz": "stairs", "versions": {"1": []}}', 'version "1" has'),
        ('{"format": 1, "quiz": "stairs", "versions": {"1": {}}}', 'version "1" has'),
    ],
)
def test_what_is_no_lock_is_told(quiz: Path, text: str, said: str) -> None:
    """Half a merge, another quiz's file, a later kwispel's: never a traceback."""
    (quiz / "answers.lock").write_text(text, encoding="utf-8")

    checked = run("check")

    assert checked.exit_code == 1
    assert "error[bad-lock]" in checked.output
    assert said in checked.output


def test_a_lock_that_cannot_be_written_is_told(quiz: Path) -> None:
    """The old one stays, and nothing is left beside it."""
    (quiz / "answers.lock").mkdir()

    refused = run("lock", "stairs")

    assert refused.exit_code == 1
    assert "error[cannot-write]" in refused.output
    assert {path.name for path in quiz.iterdir()} == {
        "answers.lock",
        "questions",
        "quiz.md",
    }


class TestReplay:
    """`kwispel replay CODE`."""

    def code(self) -> str:
        """Give the code of a reader who takes the stairs."""
        told = json.loads(run("score", "stairs", "b", "--json").output)
        return str(told["code"])

    @pytest.mark.usefixtures("quiz")
    def test_prints_what_the_reader_saw(self) -> None:
        """As `score` prints it, ledger and all; the whole address will do as well."""
        code = self.code()

        for typed in (code, code.lower(), f"https://example.org/stairs/#r={code}"):
            assert run("replay", typed).output == run("score", "stairs", "b").output

    @pytest.mark.usefixtures("quiz")
    def test_prints_json(self) -> None:
        """The same as `score --json`."""
        scored = run("score", "stairs", "b", "--json").output

        assert run("replay", self.code(), "content", "--json").output == scored

    @pytest.mark.usefixtures("quiz")
    @pytest.mark.parametrize("text", ["", "1234", "-x", "#r=", "\u2603" * 300])
    def test_refuses_what_is_no_code(self, text: str) -> None:
        """A slip is told, not guessed at."""
        refused = run("replay", "--", text)

        assert refused.exit_code == 1
        assert "a letter of it is wrong" in refused.output

    def test_refuses_a_code_of_a_quiz_that_is_not_here(self, quiz: Path) -> None:
        """Its name is not in the code, so it cannot be said which one."""
        code = self.code()
        quiz.rename(quiz.parent / "lift")

        refused = run("replay", code)

        assert refused.exit_code == 1
        assert "no quiz here has made this code" in refused.output

    def test_explains_a_code_of_an_older_version(self, quiz: Path) -> None:
        """With the lock it even knows what was answered."""
        code = self.code()
        run("lock", "stairs")
        set_version(quiz, 2)

        refused = run("replay", code)

        assert refused.exit_code == 1
        assert 'of version 1 of "stairs", which is now at version 2' in refused.output
        assert "  up: b\n" in refused.output

    def test_refuses_a_code_of_another_key(self, quiz: Path) -> None:
        """Without a lock the key may change under the codes, but not unnoticed."""
        code = self.code()
        question = quiz / "questions" / "01-up.md"
        question.write_text(QUESTION.replace("(1)", "(2)"), encoding="utf-8")

        refused = run("replay", code)

        assert refused.exit_code == 1
        assert "other questions or points" in refused.output

    def test_tells_what_is_wrong_with_the_content(self, quiz: Path) -> None:
        """Where no quiz holds together there is nothing to replay."""
        code = self.code()
        (quiz / "quiz.md").write_text("---\n---\n", encoding="utf-8")

        refused = run("replay", code)

        assert refused.exit_code == 1
        assert "error[missing-key]" in refused.output
