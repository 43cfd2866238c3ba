"""The command line: what it prints, what it writes, and how it exits."""

from __future__ import annotations

import json
import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kwispel import scripts
from kwispel.runtime.load import load_runtime
from testkit.command_line import run, sus_content

SITES = Path(__file__).parents[1] / "sites/good"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a content folder with the SUS, in a working folder of its own."""
    return sus_content(tmp_path, monkeypatch)


def files(folder: Path) -> dict[str, bytes]:
    """Read a folder whole."""
    found = sorted(path for path in folder.rglob("*") if path.is_file())
    return {str(path.relative_to(folder)): path.read_bytes() for path in found}


def break_quiz(content: Path) -> None:
    """Put a key into quiz.md that nobody knows."""
    quiz = content / "sus/quiz.md"
    text = quiz.read_text(encoding="utf-8")
    quiz.write_text(text.replace("licence:", "license:"), encoding="utf-8")


def raise_band(content: Path) -> None:
    """Put the limit of a band where no answers come."""
    total = content / "sus/advice/total.md"
    text = total.read_text(encoding="utf-8")
    total.write_text(text + "\n# Never {#never from=101}\n\nText.\n", encoding="utf-8")


ANSWERS = "e d b a b c b d e b"


class TestBuild:
    """`kwispel build`."""

    def test_it_ends_with_the_file_to_open_and_the_line_to_paste(
        self, content: Path
    ) -> None:
        """The author knows what to do next."""
        result = run("build", "--base-url", "https://quiz.example/tests")

        assert result.exit_code == 0
        opened, paste = result.stdout.splitlines()[-2:]
        assert Path(opened.removeprefix("  open:").strip()).is_file()
        assert '<iframe src="https://quiz.example/tests/sus/embed.html"' in paste
        assert (content.parent / "dist/sus/quiz.json").is_file()

    def test_it_tells_of_translations_as_of_quizzes(self, tmp_path: Path) -> None:
        """Each has a file to open and a line to paste."""
        site = Path(__file__).parents[1] / "sites/good/voices"

        told = run("build", str(site), "-o", str(tmp_path / "dist")).stdout

        assert f"open:  {tmp_path / 'dist/blik/index.html'}" in told
        assert f"open:  {tmp_path / 'dist/en/blik/index.html'}" in told
        assert "/en/blik/embed.html" in told

    @pytest.mark.usefixtures("content")
    def test_without_an_address_it_says_what_is_left_out(self) -> None:
        """The placeholder is named, and what a site without an address lacks."""
        assert (
            "; canonical links, share images, sitemap, feed and" in run("build").stderr
        )
        told = run("build", "--base-url", "https://quiz.example").stderr
        assert "left out" not in told

    @pytest.mark.usefixtures("content")
    def test_the_same_content_gives_the_same_bytes(self, tmp_path: Path) -> None:
        """Two builds differ in nothing."""
        run("build", "-o", "one")
        run("build", "content", "--output", "two")

        assert files(tmp_path / "one") == files(tmp_path / "two")

    def test_on_an_error_the_site_stays_as_it_was(
        self, content: Path, tmp_path: Path
    ) -> None:
        """A failed build changes nothing."""
        run("build")
        before = files(tmp_path / "dist")
        break_quiz(content)

        result = run("build")

        assert result.exit_code == 1
        assert 'content/sus/quiz.md:6:1: error[unknown-key]: "license"' in result.stderr
        assert files(tmp_path / "dist") == before

    def test_all_problems_are_told_at_once(self, content: Path) -> None:
        """What is wrong in one quiz does not hide what is wrong in another."""
        shutil.copytree(content / "sus", content / "other")
        break_quiz(content)
        raise_band(content)
        shutil.copy(content / "sus/advice/total.md", content / "other/advice/total.md")

        result = run("build")

        told = [line for line in result.stderr.splitlines() if "error[" in line]
        assert [line.split(":")[0] for line in told] == [
            "content/other/advice/total.md",
            "content/sus/quiz.md",
        ]

    @pytest.mark.usefixtures("content")
    def test_an_unknown_option_is_wrong_usage(self) -> None:
        """Exit code 2 is for the command line alone."""
        assert run("build", "--ouput", "x").exit_code == 2

    def test_a_missing_content_folder_is_told(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """There is nothing to build."""
        monkeypatch.chdir(tmp_path)

        result = run("build")

        assert result.exit_code == 1
        assert "content" in result.stderr
        assert not (tmp_path / "dist").exists()


class TestCheck:
    """`kwispel check`."""

    def test_good_content_says_nothing_and_writes_nothing(
        self, content: Path, tmp_path: Path
    ) -> None:
        """The working folder is as it was."""
        before = files(tmp_path)

        result = run("check", str(content))

        assert (result.exit_code, result.stdout) == (0, "")
        assert result.stderr == "checked 1 quiz\n"
        assert files(tmp_path) == before

    def test_a_warning_fails_only_where_asked(self, content: Path) -> None:
        """`--strict` takes warnings for errors."""
        quiz = content / "sus/quiz.md"
        lines = quiz.read_text(encoding="utf-8").splitlines(keepends=True)
        kept = [line for line in lines if not line.startswith("licence:")]
        quiz.write_text("".join(kept), encoding="utf-8")

        assert run("check").exit_code == 0
        assert "warning[no-licence]" in run("check").stdout
        assert run("check", "--strict").exit_code == 1

    def test_json_has_every_part_of_a_problem(self, content: Path) -> None:
        """Other programs read it."""
        break_quiz(content)

        result = run("check", "--format", "json")

        [problem, *_] = json.loads(result.stdout)
        assert result.exit_code == 1
        assert list(problem) == [
            "file",
            "line",
            "column",
            "level",
            "code",
            "message",
            "hint",
        ]
        assert problem["file"] == "content/sus/quiz.md"
        assert (problem["line"], problem["column"]) == (6, 1)
        assert (problem["level"], problem["code"]) == ("error", "unknown-key")

    def test_json_of_good_content_is_an_empty_list(self, content: Path) -> None:
        """Nothing found is a list, too."""
        assert json.loads(run("check", "--format", "json", str(content)).stdout) == []

    def test_github_annotations_are_one_line_each(self, content: Path) -> None:
        """A workflow shows them beside the line."""
        break_quiz(content)

        [line, *_] = run("check", "--format", "github").stdout.splitlines()

        assert line.startswith(
            "::error file=content/sus/quiz.md,line=6,col=1,title=unknown-key::"
        )


@pytest.mark.usefixtures("content")
class TestScore:
    """`kwispel score`."""

    def test_json_is_as_the_documentation_says(self) -> None:
        """Brooke's example comes to 55."""
        told = json.loads(run("score", "sus", ANSWERS, "--json").stdout)

        assert list(told) == ["quiz", "version", "code", "total", "factors", "ledger"]
        assert told["total"] == {
            "value": 55,
            "exact": "55/1",
            "text": "55.0",
            "min": 0,
            "max": 100,
            "percent": 55,
            "band": "ok",
            "bands": told["total"]["bands"],
            "answered": 10,
            "of": 10,
            "rescaled": False,
        }
        assert told["factors"]["usability"]["value"] == 46.875
        assert told["ledger"][0] == {
            "question": "sus1",
            "state": "answered",
            "answer": "e",
            "value": 4,
            "min": 0,
            "max": 4,
            "left": 0,
            "feeds": ["total", "usability"],
        }

    @pytest.mark.parametrize("quiz", ["sus", "content/sus", "content/sus/"])
    def test_a_quiz_is_named_by_id_or_by_path(self, quiz: str) -> None:
        """All three are the same quiz."""
        assert (
            "Total: 55.0, on a scale from 0.0 to 100.0"
            in run("score", quiz, ANSWERS).stdout
        )

    def test_pairs_may_come_in_any_order(self) -> None:
        """`question=option` says which question is meant."""
        pairs = [f"sus{n}={a}" for n, a in enumerate(ANSWERS.split(), 1)]

        told = run("score", "sus", " ".join(reversed(pairs))).stdout

        assert told == run("score", "sus", ANSWERS).stdout

    @pytest.mark.parametrize(
        "answers",
        ["e d b", ANSWERS + " a", "z" + ANSWERS[1:], "sus1=a", "- - -", "", "-"],
    )
    def test_answers_that_do_not_fit_are_told(self, answers: str) -> None:
        """Exit code 1, and a sentence."""
        result = run("score", "sus", answers)

        assert result.exit_code == 1
        assert result.stderr.startswith("Error: ")
        assert "Traceback" not in result.output

    def test_an_unknown_quiz_is_told(self) -> None:
        """The quizzes that there are, are named."""
        result = run("score", "sos", ANSWERS)

        assert result.exit_code == 1
        assert 'there is no quiz "sos"' in result.stderr
        assert '"sus"' in result.stderr


@pytest.mark.usefixtures("content")
class TestEmbed:
    """`kwispel embed`."""

    def test_it_prints_a_frame_a_link_and_the_loader(self) -> None:
        """Each way of embedding, ready to paste."""
        told = run("embed", "sus", "--base-url", "https://quiz.example").stdout

        assert '<iframe src="https://quiz.example/sus/embed.html"' in told
        assert '<a href="https://quiz.example/sus/">System Usability Scale</a>' in told
        assert '<script async src="https://quiz.example/embed.js"></script>' in told

    def test_it_knows_the_address_in_site_toml(self, content: Path) -> None:
        """What `build` prints, `embed` prints too."""
        text = 'title = "S"\nbase_url = "https://quiz.example/tests"\n'
        (content / "site.toml").write_text(text, encoding="utf-8")

        told = run("embed", "sus").stdout

        assert '<iframe src="https://quiz.example/tests/sus/embed.html"' in told
        assert "https://your-site.example" not in told

    @pytest.mark.parametrize(
        "url", ["foo", "javascript:alert(1)", "", "https://a.b/?q"]
    )
    def test_an_address_that_is_none_is_wrong_usage(self, url: str) -> None:
        """It is refused before anything is printed with it."""
        result = run("embed", "sus", "--base-url", url)

        assert result.exit_code == 2
        assert result.stdout == ""

    def test_one_way_is_printed_alone(self) -> None:
        """For pipes: nothing but what is pasted."""
        told = run(
            *("embed", "sus", "--way", "address"),
            *("--base-url", "https://quiz.example", "--lang", "EN"),
        )

        assert told.stdout == "https://quiz.example/sus/\n"

    def test_a_language_that_the_quiz_does_not_have_is_wrong_usage(self) -> None:
        """Nothing is printed in another."""
        result = run("embed", "sus", "--lang", "fr")

        assert result.exit_code == 2
        assert '"sus" has no language "fr"' in result.stderr

    def test_without_an_address_it_says_what_to_replace(self) -> None:
        """A placeholder is named as one."""
        assert (
            "https://your-site.example/ stands for the address of"
            in run("embed", "sus").stdout
        )


def test_the_help_fits_a_screen() -> None:
    """24 lines of 80 characters."""
    lines = run("--help").stdout.splitlines()

    assert len(lines) <= 24
    assert max(map(len, lines)) <= 80


def test_a_title_cannot_break_out_of_the_markup(content: Path) -> None:
    """What is pasted holds the title as text."""
    quiz = content / "sus/quiz.md"
    text = quiz.read_text(encoding="utf-8")
    hostile = "title: '\"><script>alert(1)</script>'"
    quiz.write_text(
        text.replace("title: System Usability Scale", hostile, 1), encoding="utf-8"
    )

    told = run("embed", "sus").stdout

    assert "<script>alert" not in told
    assert "&#34;&gt;&lt;script&gt;" in told


@pytest.mark.usefixtures("content")
def test_a_stale_runtime_is_not_built_into_a_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """In a checkout whose code has changed, the build says what to run."""
    runtime = replace(load_runtime(), sources="of another day")
    monkeypatch.setattr(scripts, "load_runtime", lambda: runtime)

    result = run("build")

    assert result.exit_code == 2
    assert "python -m kwispel.runtime" in result.stderr
    assert not (tmp_path / "dist").exists()
