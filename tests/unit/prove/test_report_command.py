"""`kwispel check --report`: what it prints, and how it exits."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kwispel.cli import main

ROOT = Path(__file__).parents[3]
SITES = ROOT / "tests/sites"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a content folder with the SUS, in a working folder of its own."""
    monkeypatch.chdir(tmp_path)
    return shutil.copytree(SITES / "good/sus", tmp_path / "content")


def run(*arguments: str, charset: str = "utf-8") -> Result:
    """Run a command; a traceback fails the test."""
    result = CliRunner(charset=charset).invoke(main, arguments, prog_name="kwispel")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def test_the_report_is_the_one_that_the_guide_shows(content: Path) -> None:
    """docs/how-to/balance-a-key.md begins with what the program prints."""
    guide = ROOT / "docs/how-to/balance-a-key.md"
    shown = guide.read_text(encoding="utf-8").split("```text\n")[1].split("```")[0]

    done = run("check", "--report", "sus", str(content))

    assert shown.count("\n") > 30
    assert done.output.startswith(shown)


@pytest.mark.parametrize("quiz", ["sus", "content/sus"])
def test_a_report_is_printed_by_id_and_by_path(content: Path, quiz: str) -> None:
    """SUS has 41 scores; one who always agrees lands in the middle."""
    done = run("check", "--report", quiz, str(content))

    assert done.exit_code == 0
    assert "Proved over 9,765,625 patterns of complete answers." in done.output
    assert "Scores from 0 to 100." in done.output
    assert "█" in done.output


def test_a_report_is_plain_where_blocks_cannot_be_printed(content: Path) -> None:
    """The encoding of the output decides."""
    done = run("check", "--report", "sus", str(content), charset="ascii")

    assert done.exit_code == 0
    assert done.output.isascii()
    assert "###" in done.output


def test_a_key_with_an_error_is_reported_on_and_fails(content: Path) -> None:
    """The report is what its author mends it by; the problem stands below it."""
    total = content / "sus/advice/total.md"
    text = total.read_text(encoding="utf-8")
    total.write_text(text + "\n# Never {from=101}\n\nText.\n", encoding="utf-8")

    done = run("check", "--report", "sus", str(content))

    assert done.exit_code == 1
    assert "Scores from 0 to 100." in done.output
    assert "error[unreached-band]" in done.output.splitlines()[-2]


def test_a_quiz_that_does_not_hold_together_has_no_report(content: Path) -> None:
    """Its problems are told alone."""
    (content / "sus/quiz.md").write_text("title: SUS\n", encoding="utf-8")

    done = run("check", "--report", "sus", str(content))

    assert done.exit_code == 1
    assert "Scores" not in done.output
    assert "error[" in done.output


def test_there_is_no_report_on_a_quiz_that_is_not_there(content: Path) -> None:
    """The hint names those that are."""
    done = run("check", "--report", "suss", str(content))

    assert done.exit_code == 1
    assert "error[no-quiz]" in done.output


def test_warnings_fail_a_report_when_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    """As they fail a check: with --strict."""
    monkeypatch.chdir(SITES / "broken/same-letter")

    assert run("check", "--report", "a").exit_code == 0
    assert run("check", "--report", "a", "--strict").exit_code == 1


def test_a_report_is_for_people(content: Path) -> None:
    """Another format for problems is wrong usage."""
    done = run("check", "--report", "sus", str(content), "--format", "json")

    assert done.exit_code == 2
    assert "--report is for people" in done.output
