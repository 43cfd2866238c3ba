"""`kwispel embed`: what is pasted to have a quiz on another page."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import click

from kwispel.cli_options import (
    base_url_option,
    content_argument,
    embed_options,
    themes_option,
)
from kwispel.cli_problems import checked_quiz, problems_told


@click.command()
@click.argument("quiz")
@content_argument
@base_url_option
@themes_option
@embed_options
def embed(
    quiz: str,
    content: Path,
    *,
    base_url: str | None,
    themes: Path | None,
    **asked: str | None,
) -> None:
    """Print the markup that puts QUIZ on another page."""
    from kwispel.build import theme_of
    from kwispel.render.embedding_told import embed_text, hosted, way_refused, way_text

    way, lang = asked["way"], asked["lang"]
    checked = checked_quiz(quiz, content)
    site = replace(checked.site, base_url=base_url or checked.site.base_url)
    with problems_told():
        found = hosted(checked.quiz, site, theme_of(site, themes), lang)
    if not found:
        raise click.UsageError(f'"{quiz}" has no language "{lang}"')
    text = way_text(found[0], way) if way else embed_text(found)
    if way and text is None:
        raise click.UsageError(way_refused(found[0], way))
    click.echo(text)
