"""What holds for every test: a busy machine is no mistake; long files come first."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile(
    "unhurried", deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")

UNIT = Path(__file__).parent / "unit"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave the short files for the end, so that no worker is left with a long one.

    Within each half the order stays random.
    """
    items.sort(key=lambda item: item.path.is_relative_to(UNIT))
