"""A quiz that shows one question at a time, as a reader meets it."""

from __future__ import annotations

from collections.abc import Sequence

from playwright.sync_api import FrameLocator, Page, expect

from testkit.quiz_page import QuizPage

WALK = ("way", "dog", "walks", "rain", "meet", "home")
"""The questions of tests/sites/good/steps/walk, and what is asked on one way."""

ON_FOOT = {"way": "foot", "dog": "no", "meet": ["birds"], "home": "c"}
"""Answers to all that is asked of who walks; they come to 4, the band "much"."""


class StepPage(QuizPage):
    """One question, and the buttons around it."""

    def __init__(self, where: Page | FrameLocator) -> None:
        """Take the first quiz that is there."""
        super().__init__(where)
        self.back = self.root.locator('[data-press="back"]')
        self.forward = self.root.locator('[data-press="forward"]')
        self.review = self.root.locator("form [data-go]")

    def expect_at(self, name: str) -> None:
        """Wait until this question is the only one that is shown."""
        expect(self.fieldset(name)).to_be_visible()
        expect(self.root.locator("[data-question]:visible")).to_have_count(1)

    def expect_button(self, words: str) -> None:
        """Wait until the button that submits says this."""
        expect(self.submit_button).to_have_text(words, use_inner_text=True)

    def walk(self, names: Sequence[str] | None = None) -> None:
        """Answer these questions of who walks, each with a press of the button."""
        for name in names or ON_FOOT:
            self.expect_at(name)
            self.score({name: ON_FOOT[name]})
