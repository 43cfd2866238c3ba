"""Measure pages for frames as a telephone shows them.

Source: docs/reference/commands.md.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import ceil
from pathlib import Path

from playwright.async_api import Browser, Error, Page, ViewportSize

from kwispel.errors import BuildFailed, Problem
from kwispel.headless.driving import (
    PATIENCE_S,
    come_to,
    first_line,
    new_page,
    running,
)
from kwispel.headless.problems import not_ended
from kwispel.model.shapes import Quiz
from kwispel.render.editions import editions
from kwispel.render.frame_height import COLUMN_PX
from kwispel.site_files import FRAMED

_WINDOW_PX = 640
"""Of no weight: nothing in a frame goes by the height of its window."""

HEIGHT = """
    () => {
        const height = () => document.documentElement.getBoundingClientRect().height;
        const steps = [...document.querySelectorAll("[data-step]")];
        const show = (shown) => steps.forEach(
            (step) => step.toggleAttribute("data-current", step === shown));
        return Math.max(height(), ...steps.map((step) => (show(step), height())));
    }
"""
"""How high a page for frames is; of questions one at a time the highest counts."""


def measured(
    quizzes: Iterable[Quiz],
    files: Mapping[str, bytes],
    program: Path,
    patience_s: float = PATIENCE_S,
) -> dict[str, int]:
    """Measure the frame of each quiz in each language, before it is answered.

    Shape: path of the quiz in the site to whole pixels, rounded up to tens.
    Units: patience_s is what the browser may take to start, and a page to be ready.
    Raises: BuildFailed; nothing of the browser is left then either.
    """
    found = [one for quiz in quizzes for one in editions(quiz)]
    return asyncio.run(_all_measured(found, _Rule(files, program, patience_s)))


@dataclass(frozen=True, slots=True)
class _Rule:
    """What measures, and the site that is measured."""

    files: Mapping[str, bytes]
    program: Path
    patience_s: float


async def _all_measured(found: Iterable[Quiz], rule: _Rule) -> dict[str, int]:
    heights: dict[str, int] = {}
    async with running(rule.program, rule.patience_s) as browser:
        for quiz in found:
            heights[quiz.path] = await _measured(quiz, browser, rule)
    return heights


async def _measured(quiz: Quiz, browser: Browser, rule: _Rule) -> int:
    path = f"{quiz.path}/{FRAMED}"
    window: ViewportSize = {"width": COLUMN_PX, "height": _WINDOW_PX}
    try:
        async with (
            asyncio.timeout(2 * rule.patience_s),
            new_page(browser, rule.files, window) as page,
        ):
            if reason := await come_to(page, path, "ready", rule.patience_s):
                raise BuildFailed((_not_measured(quiz, path, reason),))
            return await _height(page)
    except TimeoutError as error:
        what = f"took over {2 * rule.patience_s:g} seconds"
        raise BuildFailed((not_ended(rule.program, path, what),)) from error
    except Error as error:
        raise BuildFailed((_failed(error, quiz, browser, rule),)) from error


def _failed(error: Error, quiz: Quiz, browser: Browser, rule: _Rule) -> Problem:
    """Tell whether it was the page that failed, or the whole browser."""
    path = f"{quiz.path}/{FRAMED}"
    if browser.is_connected():
        return _not_measured(quiz, path, first_line(error))
    return not_ended(rule.program, path, "ended")


async def _height(page: Page) -> int:
    found: float = await page.evaluate(HEIGHT)
    return ceil(found / 10) * 10


def _not_measured(quiz: Quiz, path: str, reason: str) -> Problem:
    return Problem(
        quiz.place,
        "page-not-measured",
        f'"{path}" cannot be measured: {reason}',
        "Open the page with `kwispel serve` and look at the browser's console.",
    )
