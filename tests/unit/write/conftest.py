"""Where the tests of writing write."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """Give an empty content folder."""
    folder = tmp_path / "content"
    folder.mkdir()
    return folder


@pytest.fixture
def dist(tmp_path: Path) -> Path:
    """Give the place of a site that was not built yet."""
    return tmp_path / "dist"
