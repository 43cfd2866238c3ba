"""`kwispel score` for questions of every kind, as a person reads it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import Result

from testkit.command_line import run
from testkit.quiz_folder import QUESTION, Folder

KINDS = str(Path(__file__).parents[1] / "sites/good/kinds/kinds")


def score(*arguments: str) -> Result:
    """Run `kwispel score`."""
    return run("score", *arguments)


def ledger(text: str) -> dict[str, str]:
    """Give the lines of the ledger by question."""
    lines = text.partition("How this came about:\n")[2].splitlines()
    return {line.split()[0]: line.split(maxsplit=1)[1] for line in lines}


def test_the_ledger_tells_ticks_shares_and_what_was_not_asked() -> None:
    """Every question has a line, whatever became of it."""
    told = ledger(score(KINDS, "yes a+b 0 a x - - d").stdout)

    assert told == {
        "gate": "yes: 0 (from 0 to 0), feeds no score",
        "channels": "a+b: 3.5 (from -1 to 3.5), feeds total, warmth",
        "slips": "0: 2.5 (from -0.5 to 3), feeds total",
        "conflict": "a: 1, warmth 2, effort -1 (from 1 to 4/3), "
        "feeds total, warmth, effort",
        "follow": "not asked, feeds total, warmth, effort",
        "more": "not asked, feeds total, warmth, effort",
        "habit": "left open, feeds total",
        "ticks": "d: n.a., feeds total",
    }


def test_json_has_a_list_where_several_may_be_ticked() -> None:
    """And says of each question what is known of it."""
    told = json.loads(score(KINDS, "no x a+b b a 0 - 0", "--json").stdout)

    lines = [(line["state"], line["answer"]) for line in told["ledger"]]
    assert lines == [
        ("answered", "no"),
        ("hidden", None),
        ("answered", ["a", "b"]),
        ("answered", "b"),
        ("answered", "a"),
        ("answered", []),
        ("open", None),
        ("answered", []),
    ]


@pytest.mark.parametrize("last", ["h", "a"])
def test_answers_may_begin_with_a_hyphen(tmp_path: Path, last: str) -> None:
    """Also where what follows looks like an option of the command."""
    folder = Folder(tmp_path)
    options = "".join(f"- ({n}) Option\n" for n in range(8))
    folder.write("questions/01-one.md", f"---\noptional: true\n---\n{QUESTION}")
    folder.write("questions/02-two.md", f"Two?\n\n{options}")

    result = score(str(tmp_path / "quiz"), f"- {last}")

    assert result.exit_code == 0
    assert ledger(result.stdout)["two"].startswith(f"{last}: ")


def test_a_mistyped_option_of_the_command_is_wrong_usage() -> None:
    """It is not taken for answers."""
    assert score(KINDS, "--jsn").exit_code == 2


def test_a_quiz_without_a_total_shows_its_factors(tmp_path: Path) -> None:
    """And the points that each of them got."""
    folder = Folder(tmp_path)
    folder.front_matter("factors: {warmth: {title: Warmth}, effort: {title: Effort}}")
    split = "One?\n\n- (warmth=2) No\n- (warmth=1 effort=3) Yes\n"
    folder.write("questions/01-one.md", f"---\nweight: 0\n---\n{split}")

    told = score(str(tmp_path / "quiz"), "b").stdout

    assert told.splitlines()[2:4] == [
        "Warmth: 1, on a scale from 1 to 2 (1 of 1 answered)",
        "Effort: 3, on a scale from 0 to 3 (1 of 1 answered)",
    ]
    assert ledger(told) == {
        "one": "b: 4, warmth 1, effort 3 (from 2 to 4), feeds warmth, effort"
    }
