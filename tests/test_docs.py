"""The papers and the program say the same."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import click
import pytest

from kwispel.check_host.shapes import Code
from kwispel.cli import main
from kwispel.source import schema
from testkit.problem_codes import problem_codes

ROOT = Path(__file__).parents[1]
REFERENCE = ROOT / "docs/reference"

COMMANDS = sorted(main.commands)
SCHEMAS = sorted(
    (value for value in vars(schema).values() if isinstance(value, schema.Schema)),
    key=lambda each: each.subject,
)


def read(name: str) -> str:
    """Read a page of the reference."""
    return (REFERENCE / name).read_text(encoding="utf-8")


def section(text: str, heading: str) -> str:
    """Give what stands under a heading of level 2; nothing where it is missing."""
    parts = re.split(r"^## +(.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True)).get(heading, "")


def first_cells(text: str) -> set[str]:
    """List the words in backticks in the first cells of tables."""
    cells = re.findall(r"^\|([^|]*)\|", text, flags=re.MULTILINE)
    return {word for cell in cells for word in re.findall(r"`([^`]+)`", cell)}


def options(command: click.Command) -> set[str]:
    """List a command's options as one types them."""
    return {
        name
        for parameter in command.params
        if isinstance(parameter, click.Option)
        for name in parameter.opts
    }


def test_every_command_has_a_section_and_no_other_does() -> None:
    """docs/reference/commands.md has `## kwispel NAME` for each command."""
    headings = re.findall(r"^## kwispel (\S+)$", read("commands.md"), re.MULTILINE)

    assert sorted(headings) == COMMANDS


@pytest.mark.parametrize("command", COMMANDS)
def test_options_are_documented(command: str) -> None:
    """The table in a command's section has its options and no others."""
    text = section(read("commands.md"), f"kwispel {command}")
    documented = {cell for cell in first_cells(text) if cell.startswith("-")}

    assert documented == options(main.commands[command])


def keys(which: schema.Schema) -> Iterator[tuple[str, tuple[str, ...]]]:
    """List the keys with the words they take."""
    return ((key.name, key.choices) for key in which.keys)


@pytest.mark.parametrize("which", SCHEMAS, ids=lambda which: which.subject)
def test_keys_are_documented(which: schema.Schema) -> None:
    """Each key that content may hold has a row in docs/reference/format.md."""
    documented = first_cells(read("format.md"))

    assert {name for name, _ in keys(which)} - documented == set()


@pytest.mark.parametrize("which", SCHEMAS, ids=lambda which: which.subject)
def test_choices_are_documented(which: schema.Schema) -> None:
    """Each word that a key takes stands in the format's page, in backticks."""
    words = set(re.findall(r"`([^`\n]+)`", read("format.md")))

    assert {word for _, choices in keys(which) for word in choices} - words == set()


def test_documented_keys_exist() -> None:
    """The tables of keys name nothing that a build would refuse."""
    known = {name for which in SCHEMAS for name, _ in keys(which)}
    tables = re.findall(
        r"^\| key \|.*\n\|[-| ]+\|\n((?:\|.*\n)+)", read("format.md"), re.MULTILINE
    )

    assert tables
    assert {cell for table in tables for cell in first_cells(table)} - known == set()


def test_problems_are_documented() -> None:
    """docs/reference/problems.md has a heading for each code, and for no other."""
    headings = re.findall(r"^##+ `?([a-z0-9-]+)`?$", read("problems.md"), re.MULTILINE)

    assert sorted(headings) == sorted(problem_codes())


def test_findings_at_hosts_are_documented() -> None:
    """docs/reference/commands.md has a row for each, with its level."""
    text = section(read("commands.md"), "kwispel check-host").split("### What it")[1]
    rows = re.findall(r"^\| `([a-z-]+)` \| (?:error|warning) \|", text, re.MULTILINE)

    assert sorted(rows) == sorted(get_args(Code))


def test_tokens_are_documented() -> None:
    """docs/reference/theme.md names every public token, and none that does nothing."""
    css = "".join(p.read_text("utf-8") for p in (ROOT / "themes").rglob("*.css"))
    declared = set(re.findall(r"(?<![\w-])(--kw-[a-z0-9-]+)\s*:", css))
    used = set(re.findall(r"var\((--kw-[a-z0-9-]+)", css))
    documented = set(re.findall(r"`(--kw-[a-z0-9-]+)`", read("theme.md")))

    assert declared
    assert declared - documented == set()
    assert documented - declared - used == set()
