"""Files that no repository should hold are met with a problem, and quickly."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from kwispel.errors import Problem
from kwispel.model.check import read_quiz, read_site

QUIZ = "---\ntitle: A quiz\nlicence: CC0-1.0\n---\n"
QUESTION = "Does this hold?\n\n- (0) No\n- (1) Yes\n"


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a content folder with one small quiz."""
    questions = tmp_path / "content" / "quiz" / "questions"
    questions.mkdir(parents=True)
    (questions / "01-one.md").write_text(QUESTION, encoding="utf-8")
    (questions.parent / "quiz.md").write_text(QUIZ, encoding="utf-8")
    return tmp_path / "content"


def problems_of(content: Path) -> list[str]:
    """Give what is said about a content folder, without the hints."""
    _, problems = read_site(content, shown_from=content.parent)
    return [told(problem) for problem in problems]


def told(problem: Problem) -> str:
    """Give the first of the two lines of a problem."""
    return str(problem).partition("\n")[0]


def test_the_small_quiz_is_sound(content: Path) -> None:
    """So what the other tests find is what they put there."""
    assert problems_of(content) == []


def test_a_file_of_four_megabytes_is_not_read(content: Path) -> None:
    """The limit is for text; nobody writes that much."""
    (content / "quiz/questions/01-one.md").write_bytes(b"x" * 4_000_000)

    assert problems_of(content) == [
        (
            "content/quiz/questions/01-one.md:1:1: error[too-large]: the file holds"
            " 3907 kB, and may hold 256 kB"
        )
    ]


def test_a_file_of_very_many_lines_is_not_read(content: Path) -> None:
    """Each could be a question."""
    (content / "quiz/questions/01-one.md").write_text("# a\n" * 4_000)

    assert problems_of(content) == [
        (
            "content/quiz/questions/01-one.md:1:1: error[too-large]: the file holds"
            " 4001 lines, and may hold 4000 lines"
        )
    ]


def test_settings_may_hold_less_than_texts(content: Path) -> None:
    """Python's reader of TOML is slow with some long lines."""
    (content / "site.toml").write_text("a." * 20_000)

    assert problems_of(content) == [
        (
            "content/site.toml:1:1: error[too-large]: the file holds 40 kB,"
            " and may hold 32 kB"
        )
    ]


def test_settings_nested_very_deep_are_a_problem(content: Path) -> None:
    """Python's reader of TOML calls itself for each bracket."""
    (content / "site.toml").write_text("title = " + "[" * 10_000)

    assert problems_of(content) == [
        "content/site.toml:1:1: error[too-deep]: lists are nested too deep to be read"
    ]


def test_text_that_is_not_utf_8_is_told_with_its_place(content: Path) -> None:
    """Line and column count what could be read."""
    data = "Drié?\r\n\r\n- (0) Née".encode() + b"\xe9n"
    (content / "quiz/questions/01-one.md").write_bytes(data)

    assert problems_of(content) == [
        "content/quiz/questions/01-one.md:3:10: error[not-utf-8]: the file is not UTF-8"
    ]


def test_utf_16_is_called_by_its_name(content: Path) -> None:
    """Some editors save it without a word."""
    (content / "quiz/quiz.md").write_text(QUIZ, encoding="utf-16")

    assert problems_of(content) == [
        "content/quiz/quiz.md:1:1: error[not-utf-8]: the file is UTF-16"
    ]


@pytest.mark.parametrize(
    ("character", "name"),
    [("\0", "0000"), ("\x02", "0002"), ("\x85", "0085"), ("\u2028", "2028")],
)
def test_a_control_character_is_told_with_its_place(
    content: Path, character: str, name: str
) -> None:
    """None can be seen, and some would move the places of what follows."""
    text = QUESTION.replace("Yes", f"Ye{character}s")
    (content / "quiz/questions/01-one.md").write_text(text, encoding="utf-8")

    assert problems_of(content) == [
        (
            "content/quiz/questions/01-one.md:4:9: error[control-character]: the line"
            f" holds the control character U+{name}"
        )
    ]


def test_a_yaml_bomb_stops_at_its_first_anchor(content: Path) -> None:
    """What would grow without end is not even begun."""
    rows = ["a: &a [lol, lol]"] + [
        f"{chr(98 + n)}: &{chr(98 + n)} [*{chr(97 + n)}, *{chr(97 + n)}]"
        for n in range(20)
    ]
    bomb = "---\ntitle: A quiz\n" + "\n".join(rows) + "\n---\n"
    (content / "quiz/quiz.md").write_text(bomb, encoding="utf-8")

    assert problems_of(content) == [
        (
            "content/quiz/quiz.md:3:4: error[yaml-feature]: an anchor stands here,"
            " which front matter does not have"
        )
    ]


def test_a_link_to_a_file_outside_is_refused(content: Path, tmp_path: Path) -> None:
    """It could bring any file of the machine into the site."""
    (tmp_path / "secret.md").write_text(QUESTION)
    (content / "quiz/questions/02-two.md").symlink_to(tmp_path / "secret.md")

    assert problems_of(content) == [
        (
            'content/quiz/questions/02-two.md:1:1: error[symlink]: "02-two.md" is a'
            " symbolic link, which can lead anywhere"
        )
    ]


def test_a_link_to_a_folder_is_refused(content: Path, tmp_path: Path) -> None:
    """Also one that leads back into the content, as that may never end."""
    (content / "again").symlink_to(content)
    (content / "quiz/advice").symlink_to(tmp_path)

    assert problems_of(content) == [
        (
            'content/again:1:1: error[symlink]: "again" is a symbolic link, which can'
            " lead anywhere"
        ),
        (
            'content/quiz/advice:1:1: error[symlink]: "advice" is a symbolic link,'
            " which can lead anywhere"
        ),
    ]


def test_settings_behind_a_link_are_refused(content: Path, tmp_path: Path) -> None:
    """Nothing of what the link leads to is read."""
    (tmp_path / "site.toml").write_text('title = "Secret"')
    (content / "site.toml").symlink_to(tmp_path / "site.toml")

    site, problems = read_site(content, shown_from=tmp_path)

    assert [problem.code for problem in problems] == ["symlink"]
    assert site.title == "Quizzes"


def test_an_asset_behind_a_link_does_not_exist(content: Path, tmp_path: Path) -> None:
    """Folders that are left alone are not searched for links, so none counts."""
    (tmp_path / "secret.png").write_bytes(b"secret")
    (content / "_shared").mkdir()
    (content / "_shared/logo.png").symlink_to(tmp_path / "secret.png")
    (content / "_more").symlink_to(tmp_path)
    body = "![a](../_shared/logo.png) ![b](../_more/secret.png)\n"
    (content / "quiz/quiz.md").write_text(QUIZ + body)

    assert problems_of(content) == [
        (
            "content/quiz/quiz.md:5:6: error[missing-asset]: there is no file"
            ' "../_shared/logo.png", seen from this file\'s folder'
        ),
        (
            "content/quiz/quiz.md:5:32: error[missing-asset]: there is no file"
            ' "../_more/secret.png", seen from this file\'s folder'
        ),
    ]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_is_not_waited_for(content: Path) -> None:
    """Reading it would never end."""
    os.mkfifo(content / "quiz/questions/02-two.md")

    assert problems_of(content) == [
        (
            'content/quiz/questions/02-two.md:1:1: error[unreadable]: "02-two.md"'
            " cannot be read: it is not a file"
        )
    ]


def test_a_folder_by_the_name_of_a_file_is_no_file(content: Path) -> None:
    """It is not read, and not taken for a folder of assets."""
    (content / "quiz/quiz.md").unlink()
    (content / "quiz/quiz.md").mkdir()

    assert problems_of(content) == [
        (
            'content/quiz/quiz.md:1:1: error[unreadable]: "quiz.md" cannot be read:'
            " it is not a file"
        )
    ]


def test_a_name_that_cannot_be_shown_is_told_in_signs(content: Path) -> None:
    """The report stays one line a problem, and text."""
    (content / "quiz/questions/02-two\nlines.md").write_text(QUESTION)
    (content / os.fsdecode(b"quiz/questions/03-thr\xe9.md")).write_text(QUESTION)

    assert problems_of(content) == [
        (
            "content/quiz/questions/02-two\\nlines.md:1:1: error[file-name]: the name"
            " holds characters that cannot be shown"
        ),
        (
            "content/quiz/questions/03-thr\\udce9.md:1:1: error[file-name]: the name"
            " holds characters that cannot be shown"
        ),
    ]


def test_what_editors_leave_behind_is_left_alone(content: Path) -> None:
    """So is what begins with a dot or an underscore, and the licence's text."""
    for name in (".DS_Store", "_draft.md", "quiz.md~", "#quiz.md#", "LICENSE"):
        (content / "quiz" / name).write_text("anything")
    (content / "_drafts").mkdir()
    (content / ".git").mkdir()

    assert problems_of(content) == []


def test_the_place_is_shown_from_the_working_folder(content: Path) -> None:
    """Also where that is not around the content."""
    (content / "quiz/quiz.md").write_text("x\n")
    elsewhere = content.parent / "elsewhere"

    _, problems = read_site(content, shown_from=elsewhere)

    assert problems[0].place.file == "../content/quiz/quiz.md"


def test_a_quiz_is_read_by_its_id(content: Path) -> None:
    """The id is the name of its folder in the content folder."""
    site, problems = read_quiz("quiz", content, shown_from=content.parent)

    assert problems == ()
    assert [quiz.id for quiz in site.quizzes] == ["quiz"]


def test_a_quiz_is_read_by_the_path_of_its_folder(content: Path) -> None:
    """No site.toml has to stand beside it, and no other quiz has to be sound."""
    (content / "other").mkdir()
    path = str(content / "quiz")

    site, problems = read_quiz(path, Path("nowhere"), shown_from=content.parent)

    assert problems == ()
    assert [quiz.id for quiz in site.quizzes] == ["quiz"]


def test_a_quiz_speaks_the_language_of_the_site_beside_it(content: Path) -> None:
    """By itself it names none."""
    (content / "site.toml").write_text('lang = "nl"\n')

    site, _ = read_quiz(str(content / "quiz"), content, shown_from=content.parent)

    assert [quiz.lang for quiz in site.quizzes] == ["nl"]


def test_a_quiz_that_is_not_there_is_told_with_those_that_are(content: Path) -> None:
    """The id may have been mistyped."""
    site, problems = read_quiz("quizz", content, shown_from=content.parent)

    assert site.quizzes == ()
    assert [str(problem) for problem in problems] == [
        (
            'content/quizz:1:1: error[no-quiz]: there is no quiz "quizz"\n'
            '    Name one of: "quiz".'
        )
    ]
