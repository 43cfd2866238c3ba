"""The command that builds a site."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kwispel.cli_options import (
    FOLDER,
    base_url_option,
    content_argument,
    pdf_options,
    themes_option,
)
from kwispel.cli_problems import counted, problems_told
from kwispel.known import Order
from kwispel.rebuild import Rebuilt, bring_up_to_date

if TYPE_CHECKING:
    from kwispel.build import Extras, Measurer, Printer

_WHOLE = ("pdf", "measure", "gallery")
"""What is made from all files of a site."""


@click.command()
@content_argument
@click.option(
    "-o",
    "--output",
    "dist",
    type=FOLDER,
    default="dist",
    show_default=True,
    help="The folder that becomes the site.",
)
@themes_option
@base_url_option
@click.option(
    "--gallery", is_flag=True, help="Also show every component of every theme."
)
@click.option(
    "--single-file", is_flag=True, help="Also write each quiz as one HTML file."
)
@click.option("--compress", is_flag=True, help="Also write texts as .br and .gz.")
@click.option("--no-cache", is_flag=True, help="Build all of it anew.")
@click.option(
    "--processes",
    type=click.IntRange(0),
    default=0,
    help="The most to be used; 0, the default, for one a core.",
)
@pdf_options
def build(  # noqa: PLR0913 - what an author may say
    content: Path,
    dist: Path,
    themes: Path | None,
    base_url: str | None,
    *,
    browser: Path | None,
    processes: int,
    **flags: bool,
) -> None:
    """Build the site from CONTENT (default: content)."""
    if browser and not (flags["pdf"] or flags["measure"]):
        raise click.UsageError("--browser goes with --pdf or --measure")
    is_kept = not flags["no_cache"]
    order = Order(
        content,
        dist,
        themes,
        base_url,
        processes,
        is_kept=is_kept,
        has_files=flags["single_file"],
        is_compressed=flags["compress"],
    )
    with problems_told():
        built = bring_up_to_date(
            order,
            partial(_extras, order, browser, flags),
            is_whole=any(flags[name] for name in _WHOLE),
        )
    _tell(built, dist, flags)


def _extras(order: Order, browser: Path | None, flags: Mapping[str, bool]) -> Extras:
    from kwispel.build import Extras
    from kwispel.publish.compressed import compressor

    dist, is_packed = order.dist, order.is_compressed
    is_driven = flags["pdf"] or flags["measure"]
    return Extras(
        flags["gallery"],
        printer=_printer(browser, dist) if flags["pdf"] else None,
        has_files=order.has_files,
        measurer=_measurer(browser, dist) if is_driven else None,
        compressor=compressor(dist, is_kept=order.is_kept) if is_packed else None,
    )


def _tell(built: Rebuilt, dist: Path, flags: Mapping[str, bool]) -> None:
    from kwispel.render.placeholder import NO_BASE_URL

    for problem in built.warnings:
        click.echo(problem, err=True)
    if not built.has_address:
        click.echo(NO_BASE_URL, err=True)
    lines = [f"built in {dist}: {counted(built.quizzes)}"]
    if flags["gallery"]:
        lines.append(f"gallery: {dist / 'gallery/index.html'}")
    for title, path, markup in built.editions:
        folder = os.path.join(dist, path)  # noqa: PTH118 - for thousands of them
        lines += ["", title, f"  open:  {folder}{os.sep}index.html"]
        lines += [f"  print: {folder}{os.sep}form.pdf"] if flags["pdf"] else []
        file = f"{folder}{os.sep}{path.rpartition('/')[2]}.html"
        lines += [f"  file:  {file}"] if flags["single_file"] else []
        lines += [f"  paste: {markup}"] if markup else []
    click.echo("\n".join(lines))


def _printer(browser: Path | None, dist: Path) -> Printer:
    from kwispel.pdf.printer import printer

    return printer(browser, dist=dist, tell=_say)


def _measurer(browser: Path | None, dist: Path) -> Measurer:
    from kwispel.headless.measuring import measurer

    return measurer(browser, dist=dist, tell=_say)


def _say(text: str) -> None:
    click.echo(text, err=True)
