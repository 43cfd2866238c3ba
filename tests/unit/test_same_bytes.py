"""The same content gives the same bytes, wherever, whenever and by whom it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from kwispel.write import MANIFEST

ROOT = "https://example.org/t"
GOOD = Path(__file__).parents[1] / "sites/good"


def built(
    site: str, option: str, folder: Path, *, around: Mapping[str, str], age_s: int
) -> Path:
    """Build a copy of the content in a folder and an environment of its own."""
    content = folder / "content"
    shutil.copytree(GOOD / site, content)
    for path in content.rglob("*"):
        os.utime(path, (age_s, age_s))
    command = [sys.executable, "-m", "kwispel", "build", option, "--base-url", ROOT]
    made = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **around, "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return folder / "dist"


@pytest.mark.parametrize(
    ("site", "option", "file"),
    [
        ("translated", "--single-file", "en/talen/talen.html"),
        ("tiny", "--compress", "tiny/index.html.br"),
    ],
)
def test_two_builds_hold_the_same_bytes(
    site: str, option: str, file: str, tmp_path: Path
) -> None:
    """Of two days at once, for the two zones are 26 hours apart."""
    here, there = tmp_path / "a", tmp_path / "another/much/longer/folder"

    west = {"PYTHONHASHSEED": "1", "TZ": "Etc/GMT+12", "LC_ALL": "C"}
    east = {"PYTHONHASHSEED": "2", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}
    one = built(site, option, here, around=west, age_s=10**9)
    other = built(site, option, there, around=east, age_s=10**8)

    lists = [(dist / MANIFEST).read_text(encoding="utf-8") for dist in (one, other)]
    assert lists[0].splitlines() == lists[1].splitlines()
    assert file in lists[0]
