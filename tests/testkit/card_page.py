"""The action card in the browser, in the words of docs/reference/page.md."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Locator, Page, expect

from testkit.quiz_page import QuizPage

OpenPage = Callable[..., Page]

ANSWERS = {"one": "a", "two": "a", "three": "a", "four": "a"}
"""Of the quiz `listening` in tests/sites/good/card; each has advice."""


class Card:
    """The card of a quiz that has been scored."""

    def __init__(self, quiz: QuizPage) -> None:
        """Find the card, with all of the advice in view."""
        self.quiz = quiz
        self.root = quiz.part("card")
        self.note = quiz.part("card-note")

    def pick(self, advice: str) -> Locator:
        """Give the box that takes an advice along."""
        place = self.quiz.root.locator(f'[data-advice="{advice}"]')
        return place.locator('[data-kw="pick"]')

    def take(self, *questions: str) -> None:
        """Take along the advice on the first options, by clicking on words."""
        for question in questions:
            advice = self.quiz.root.locator(f'[data-advice="{question}/a"]')
            advice.get_by_text("Put on my action card").click()

    def field(self, number: int, name: str) -> Locator:
        """Give a field of an action."""
        return self.root.locator(f'[data-place="{number}"] [data-kw="{name}"]')

    def press(self, name: str) -> None:
        """Click on a button."""
        self.quiz.root.locator(f'[data-press="{name}"]').click()

    def expect_actions(self, *texts: str) -> None:
        """Wait until these are the actions on the card, and no others."""
        shown = self.root.locator("[data-place]:visible")
        expect(shown).to_have_count(len(texts))
        for number, text in enumerate(texts, 1):
            expect(self.field(number, "what")).to_have_value(text)

    def expect_said(self, words: str) -> None:
        """Wait until something is shown and said aloud."""
        expect(self.note).to_be_visible()
        expect(self.quiz.part("card-said")).to_have_text(words)
        expect(self.quiz.part("status")).to_have_text(words)


def scored(page: Page, url: str) -> Card:
    """Open the quiz, answer it, and give its card."""
    page.goto(url)
    quiz = QuizPage(page)
    quiz.score(ANSWERS)
    quiz.expect_state("scored")
    return Card(quiz)
