"""The command line: the one place that knows click, exit codes and the terminal.

Stages are imported by the commands that need them, so that `--help` answers at once.
"""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwispel import __version__
from kwispel.cli_build import build
from kwispel.cli_embed import embed
from kwispel.cli_hosting import check_host, headers
from kwispel.cli_options import (
    AnswersCommand,
    content_argument,
    score_options,
    themes_option,
)
from kwispel.cli_privacy import privacy
from kwispel.cli_problems import FAILED, checked_quiz, counted, problems_told
from kwispel.cli_score import score_answers, score_file
from kwispel.errors import BuildFailed

if TYPE_CHECKING:
    from kwispel.errors import Problem


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="kwispel")
def main() -> None:
    """Diagnostic self-tests from Markdown: static pages, exact scores, no server."""


main.add_command(build)
main.add_command(embed)
main.add_command(headers)
main.add_command(privacy)
main.add_command(check_host)


@main.command()
@content_argument
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "github"]),
    default="text",
    show_default=True,
    help="How problems are printed.",
)
@click.option(
    "--report",
    metavar="QUIZ",
    help="Check this quiz alone, and tell what its key does.",
)
@themes_option
def check(
    content: Path, *, strict: bool, form: str, report: str | None, themes: Path | None
) -> None:
    """Check CONTENT (default: content) as a build does; nothing is written."""
    from kwispel.build import check_content
    from kwispel.report import FORMATS
    from kwispel.runtime.load import NoRuntime

    if report is not None and form != "text":
        raise click.UsageError("--report is for people, so --format can be text alone")
    try:
        if report is not None:
            problems = _reported(report, content)
        else:
            checked = check_content(content, themes=themes)
            problems = checked.warnings
            click.echo(f"checked {counted(len(checked.site.quizzes))}", err=True)
    except NoRuntime as missing:  # it is needed where a quiz has a hook
        raise click.UsageError(str(missing)) from missing
    except BuildFailed as failed:
        problems = failed.problems
    click.echo(FORMATS[form](problems), nl=False)
    if any(strict or problem.level == "error" for problem in problems):
        sys.exit(FAILED)


@main.command(cls=AnswersCommand)
@click.argument("quiz")
@score_options
def score(
    quiz: str,
    answers: str | None,
    table: Path | None,
    output: Path | None,
    **flags: bool,
) -> None:
    """Score ANSWERS to QUIZ (an id, or the path of its folder).

    ANSWERS is one argument: option ids in the order of the questions, separated by
    spaces, or QUESTION=OPTION pairs. A file of respondents takes its place.
    """
    if (answers is None) == (table is None):
        raise click.UsageError("give either ANSWERS or --csv FILE")
    if answers and (output or flags["stats"]):
        raise click.UsageError("-o and --stats go with --csv")
    checked = checked_quiz(quiz, Path("content"))
    if table is not None:
        score_file(checked, table, output, flags)
    if answers is not None:
        score_answers(checked, answers, as_json=flags["as_json"])


@main.command()
@content_argument
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="Port to listen on; 0 takes a free one.",
)
@click.option(
    "--host", default="127.0.0.1", show_default=True, help="Address to listen on."
)
@themes_option
def serve(content: Path, port: int, host: str, themes: Path | None) -> None:
    """Show the site of CONTENT, and build it again on every change."""
    from kwispel.known import Order
    from kwispel.rebuild import bring_up_to_date
    from kwispel.serve import serve as serve_site
    from kwispel.site_server import CannotListen

    def build_into(site: Path) -> tuple[Problem, ...]:
        return bring_up_to_date(Order(content, site, themes)).warnings

    watched = (content, themes) if themes else (content,)
    try:
        with problems_told():
            serve_site(watched, build=build_into, tell=click.echo, address=(host, port))
    except CannotListen as taken:
        raise click.UsageError(str(taken)) from taken


@main.command()
@click.argument("code")
@content_argument
@click.option("--json", "as_json", is_flag=True, help="Print everything, as JSON.")
def replay(code: str, content: Path, *, as_json: bool) -> None:
    """Print what the reader with the result CODE saw.

    CODE may also be the whole address that ends in #r=CODE.
    """
    from kwispel.build import read_sheets
    from kwispel.replay import NotReplayed, replay_code
    from kwispel.report import result_json, result_text

    with problems_told():
        found = replay_code(code, read_sheets(content))
    if isinstance(found, NotReplayed):
        raise click.ClickException("\n".join(found.sentences))
    quiz, result = found.quiz, found.result
    click.echo(result_json(result) if as_json else result_text(quiz, result))


@main.command()
@click.argument("quiz")
@content_argument
def lock(quiz: str, content: Path) -> None:
    """Write down in QUIZ's answers.lock what its answers mean."""
    from kwispel.lock import lock_quiz

    checked = checked_quiz(quiz, content)
    with problems_told():
        is_new = lock_quiz(checked.quiz, checked.folder)
    done = "locked" if is_new else "nothing has changed since the lock of"
    click.echo(f"{done} version {checked.quiz.version} of {checked.quiz.id}")


def _reported(quiz: str, content: Path) -> tuple[Problem, ...]:
    """Print what the key of a quiz does, and give what stands against it."""
    from kwispel.build import examine_quiz
    from kwispel.prove.report import Paper, report_text

    found, problems = examine_quiz(quiz, content)
    if found:
        out = sys.stdout
        width = shutil.get_terminal_size().columns if out.isatty() else Paper().width
        paper = Paper(width, encoding=out.encoding or "ascii")
        click.echo(report_text(found.quiz, found.sheet, paper))
    return problems
