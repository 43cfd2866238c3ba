"""What `kwispel score` does with answers, and with a file of them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwispel.cli_problems import FAILED

if TYPE_CHECKING:
    from kwispel.build import CheckedQuiz


def score_answers(checked: CheckedQuiz, answers: str, *, as_json: bool) -> None:
    """Print what answers on the command line come to.

    Raises: click.ClickException where they do not fit the quiz.
    """
    from kwispel.hook.scorer import HookFailed, scorer
    from kwispel.model.answers import parse_answers
    from kwispel.report import result_json, result_text

    parsed = parse_answers(checked.sheet, answers)
    if isinstance(parsed, list):
        raise click.ClickException("\n".join(parsed))
    try:
        with scorer(checked.quiz, checked.sheet) as scored:
            result = scored(parsed)["result"]
    except HookFailed as failed:
        raise click.ClickException(str(failed)) from failed
    if result is None:
        raise AssertionError("parse_answers leaves no question open")
    click.echo(result_json(result) if as_json else result_text(checked.quiz, result))


def score_file(
    checked: CheckedQuiz, table: Path, output: Path | None, flags: Mapping[str, bool]
) -> None:
    """Write what each respondent of a file comes to.

    Raises: click.ClickException where nothing could be written.
    """
    from kwispel.respondents.command import Order, Refused, score_table

    order = Order(checked.quiz, checked.sheet, table, output, **flags)
    try:
        is_whole = score_table(order, sys.stdout.buffer, tell=_say)
    except Refused as refused:
        raise click.ClickException(str(refused)) from refused
    if not is_whole:
        sys.exit(FAILED)


def _say(text: str) -> None:
    click.echo(text, err=True)
