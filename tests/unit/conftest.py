"""What several of these tests begin with."""

from __future__ import annotations

from pathlib import Path

import pytest

from testkit.quiz_folder import Folder


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Give a content folder with a quiz of one question, to be changed."""
    return Folder(tmp_path)
