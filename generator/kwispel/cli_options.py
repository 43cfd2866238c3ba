"""Arguments and options of the command line, as several commands take them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from kwispel.source.addresses import is_site_address, site_root

Command = TypeVar("Command", bound=Callable[..., None])

FOLDER = click.Path(path_type=Path)
FILE = click.Path(exists=True, dir_okay=False, path_type=Path)

content_argument = click.argument("content", type=FOLDER, default="content")


def site_address(
    _: click.Context, parameter: click.Parameter, value: str | None
) -> str | None:
    """Give an address without a slash at its end, where it can be that of a site."""
    if value is not None and not is_site_address(value):
        example = 'write an address such as "https://example.org/quizzes"'
        raise click.BadParameter(example, param=parameter)
    return value and site_root(value)


base_url_option = click.option(
    "--base-url",
    metavar="URL",
    callback=site_address,
    help="Address of the site; overrides site.toml.",
)
themes_option = click.option(
    "--themes", metavar="DIR", type=FOLDER, help="A folder with themes of your own."
)

WAY_NAMES = ("frame", "loader", "element", "address", "amp", "item", "file")
"""The ways in, as kwispel.render.embedding has them; that comes too late for --help."""

_PDF_OPTIONS = (
    click.option(
        "--pdf", is_flag=True, help="Also make PDFs: paper forms, and a result."
    ),
    click.option(
        "--browser",
        metavar="PATH",
        type=FOLDER,
        help="With --pdf or --measure: the Chromium, Chrome or Edge to use.",
    ),
    click.option(
        "--measure", is_flag=True, help="Measure the heights of frames; --pdf does too."
    ),
)

_SCORE_OPTIONS = (
    click.argument("answers", required=False),
    click.option(
        "--csv", "table", metavar="FILE", type=FILE, help="Score a row per respondent."
    ),
    click.option("--json", "as_json", is_flag=True, help="Print everything, as JSON."),
    click.option(
        *("-o", "--output"),
        metavar="FILE",
        type=FOLDER,
        help="With --csv: the file to write.",
    ),
    click.option(
        "--stats", is_flag=True, help="With --csv: mean, deviation and alpha as well."
    ),
)


_EMBED_OPTIONS = (
    click.option(
        "--way",
        type=click.Choice(WAY_NAMES),
        help="Print the markup of this way alone, in one language.",
    ),
    click.option("--lang", metavar="TAG", help="In this language of the quiz alone."),
)


def embed_options(command: Command) -> Command:
    """Give a command what `embed` takes beside a quiz."""
    for option in reversed(_EMBED_OPTIONS):
        command = option(command)
    return command


def score_options(command: Command) -> Command:
    """Give a command what `score` takes beside a quiz."""
    for option in reversed(_SCORE_OPTIONS):
        command = option(command)
    return command


def pdf_options(command: Command) -> Command:
    """Give a command what it takes to make PDFs, and to measure."""
    for option in reversed(_PDF_OPTIONS):
        command = option(command)
    return command


class AnswersCommand(click.Command):
    """A command whose answers may begin with "-", for a question left open."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments."""
        # Otherwise click reads "- h" as the options "- " and "-h".
        spaced = [f" {a}" if a.startswith("- ") else a for a in args]
        return super().parse_args(ctx, spaced)
