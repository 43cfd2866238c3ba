"""The same content gives the same bytes, wherever, whenever and by whom it is built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

from kwispel.write import MANIFEST

CONTENT = Path(__file__).parents[1] / "sites/good/translated"
OPTIONS = ("--single-file", "--base-url", "https://example.org/t")


def built(folder: Path, *, seed: str, zone: str, lang: str, age_s: int) -> Path:
    """Build a copy of the content in a folder and an environment of its own."""
    content = folder / "content"
    shutil.copytree(CONTENT, content)
    for path in content.rglob("*"):
        os.utime(path, (age_s, age_s))
    own = {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": lang, "HOME": str(folder)}
    command = [sys.executable, "-m", "kwispel", "build", *OPTIONS, "-o", "dist"]
    made = subprocess.run(
        command,
        cwd=folder,
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=False,
    )
    assert made.returncode == 0, made.stderr
    return folder / "dist"


def test_two_builds_hold_the_same_bytes(tmp_path: Path) -> None:
    """Of two days at once, for the two zones are 26 hours apart."""
    here, there = tmp_path / "a", tmp_path / "another/much/longer/folder"

    one = built(here, seed="1", zone="Etc/GMT+12", lang="C", age_s=10**9)
    other = built(
        there, seed="2", zone="Pacific/Kiritimati", lang="C.UTF-8", age_s=10**8
    )

    lists = [(dist / MANIFEST).read_text(encoding="utf-8") for dist in (one, other)]
    assert lists[0].splitlines() == lists[1].splitlines()
    assert "en/talen/index.html" in lists[0]
