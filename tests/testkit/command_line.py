"""The program as its users run it, without a process of its own."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from kwispel.cli import main

SITES = Path(__file__).parents[1] / "sites/good"


def run(*arguments: object) -> Result:
    """Run a command; a traceback fails the test."""
    words = [str(argument) for argument in arguments]
    result = CliRunner().invoke(main, words, prog_name="kwispel")
    if result.exception and not isinstance(result.exception, SystemExit):
        raise result.exception
    return result


def sus_content(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give a content folder with the SUS, beside which all commands are run."""
    monkeypatch.chdir(folder)
    return shutil.copytree(SITES / "sus", folder / "content")
