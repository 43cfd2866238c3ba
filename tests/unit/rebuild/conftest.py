"""Small sites that are built again and again, each with a cache of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from testkit.many import write_quiz, write_site


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Give the folder for caches, which is empty."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("KWISPEL_CACHE", str(folder))
    return folder


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give a site of three quizzes, of which one leads to another."""
    folder = tmp_path / "content"
    write_site(folder, ["a", "b"])
    write_quiz(folder / "c", "c", more="related: [a]\n")
    return folder


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """Give the place of a site that was not built yet."""
    return tmp_path / "dist"
