"""How high the frames of a site have to be, measured by a browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from kwispel.headless.tools import ready_browser
from kwispel.model.shapes import Quiz

if TYPE_CHECKING:
    from kwispel.build import Measurer


def measurer(
    browser: Path | None, *, dist: Path, tell: Callable[[str], object]
) -> Measurer:
    """Give what measures the frames of a site that is built for dist.

    Shape: browser is the one that the author chose, if any; tell hears of the work.
    Raises: BuildFailed where a tool or the browser is missing.
    """
    program = ready_browser(browser, dist, "heights are measured")

    def measure(
        quizzes: tuple[Quiz, ...], files: Mapping[str, bytes]
    ) -> Mapping[str, int]:
        from kwispel.headless.heights import measured  # noqa: PLC0415 - needs Playwright

        heights = measured(quizzes, files, program)
        tell(f"measured the frames: {len(heights)}")
        return heights

    return measure
