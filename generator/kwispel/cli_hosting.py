"""Commands for whoever puts a site on a host."""

from __future__ import annotations

from pathlib import Path

import click

from kwispel.cli_options import base_url_option, content_argument
from kwispel.cli_problems import problems_told


@click.command()
@content_argument
@click.option(
    "--for",
    "server",
    type=click.Choice(["nginx", "apache", "caddy", "netlify"]),
    required=True,
    help="The server that is to send them.",
)
@base_url_option
def headers(content: Path, server: str, base_url: str | None) -> None:
    """Print how a server is told to send the site of CONTENT."""
    from kwispel.build import check_content
    from kwispel.publish.servers import SERVERS

    with problems_told():
        checked = check_content(content, base_url=base_url)
    click.echo(SERVERS[server](checked.site), nl=False)
