"""Commands for whoever puts a site on a host."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwispel.cli_options import (
    FOLDER,
    base_url_option,
    content_argument,
    site_address,
)
from kwispel.cli_problems import FAILED, problems_told

if TYPE_CHECKING:
    from kwispel.check_host.built import Built


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


@click.command("check-host")
@click.argument("url", callback=site_address)
@click.option(
    "--dist",
    metavar="DIR",
    type=FOLDER,
    help="The folder that was uploaded: visit every file, and compare.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="How findings are printed.",
)
@click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")
def check_host(url: str, dist: Path | None, form: str, *, strict: bool) -> None:
    """Visit the site at URL, and say what is wrong with how it is served."""
    from kwispel.check_host.told import FORMS
    from kwispel.check_host.visit import visit

    site_url = f"{url}/"
    visited = visit(site_url, loader=_loader(), built=_built(dist) if dist else None)
    click.echo(FORMS[form](visited), nl=False)
    found = [one.level for one in visited.findings]
    click.echo(
        f"asked for {visited.files} files of {site_url}: {found.count('error')} errors,"
        f" {found.count('warning')} warnings",
        err=True,
    )
    if found and (strict or "error" in found):
        sys.exit(FAILED)


def _built(dist: Path) -> Built:
    from kwispel.check_host.built import read_built

    built = read_built(dist)
    if built is None:
        raise click.BadParameter(f"no build has written to {dist}", param_hint="--dist")
    return built


def _loader() -> bytes | None:
    """Give embed.js as this kwispel makes it, where it is whole."""
    from kwispel.runtime.load import NoRuntime, load_runtime

    try:
        return load_runtime().embed.encode()
    except NoRuntime:
        return None
