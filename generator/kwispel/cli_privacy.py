"""The command for whoever answers for what a site does with its visitors' data."""

from __future__ import annotations

from pathlib import Path

import click

from kwispel.cli_options import content_argument
from kwispel.cli_problems import problems_told


@click.command()
@content_argument
def privacy(content: Path) -> None:
    """Print what a privacy statement may say of the quizzes of CONTENT."""
    from kwispel.build import check_content
    from kwispel.render.privacy import privacy_notices

    with problems_told():
        checked = check_content(content)
    notices = list(privacy_notices(checked.site))
    told = [f"{one.name} ({one.lang}):\n\n{one.text}" for one in notices]
    click.echo("\n\n".join(told))
