"""A quiz in the browser, in the words of docs/reference/page.md."""

from __future__ import annotations

from collections.abc import Mapping

from playwright.sync_api import Frame, FrameLocator, Locator, Page, expect

ROOT = '[data-kw="quiz-root"]'

WAITING = '[data-kw="result"]:not([hidden]) [data-later]:not([data-later=""])'
"""What of a result that shows already is still to come: it appears in parts."""

_TAKE = """
(root, answers) => {
  const submit = root.querySelector("button[type=submit]");
  const label = (name, option) =>
    root.querySelector(`label[for="q-${name}.${option}"]`);
  const choose = (name) =>
    [answers[name] ?? []].flat().forEach((option) => label(name, option).click());
  const current = () => root.querySelector("[data-step][data-current]");
  if (root.dataset.stage === undefined) {
    Object.keys(answers).forEach(choose);
    submit.click();
  }
  for (let step; (step = current()); ) {
    choose(step.dataset.step);
    submit.click();
    if (current() === step) throw new Error(`still at ${step.dataset.step}`);
  }
}
"""
"""Presses labels and the button at once: no pointer goes there, nothing is drawn."""


class QuizPage:
    """One quiz on a page or in a frame, as a reader meets it."""

    def __init__(self, where: Page | Frame | FrameLocator, number: int = 0) -> None:
        """Take the first quiz that is there, or the one with this number from 0."""
        self.root: Locator = where.locator(ROOT).nth(number)
        self.form = self.root.locator('form[data-kw="quiz"]')
        self.submit_button = self.root.locator("button[type=submit]")

    def part(self, kind: str) -> Locator:
        """Give what carries this data-kw."""
        return self.root.locator(f'[data-kw="{kind}"]')

    def radio(self, question: str, option: str) -> Locator:
        """Give the radio of an option."""
        return self.root.locator(f'[id="q-{question}.{option}"]')

    def fieldset(self, question: str) -> Locator:
        """Give the fieldset of a question."""
        return self.root.locator(f'fieldset[data-question="{question}"]')

    def choose(self, answers: Mapping[str, str | list[str]]) -> None:
        """Answer by clicking on labels; of a list, on each."""
        for question, chosen in answers.items():
            for option in [chosen] if isinstance(chosen, str) else chosen:
                self.root.locator(f'label[for="q-{question}.{option}"]').click()

    def submit(self) -> None:
        """Click on the button, and wait until a result that comes is there whole."""
        self.submit_button.click()
        self.expect_whole()

    def expect_whole(self) -> None:
        """Wait until nothing is missing from a result that shows."""
        expect(self.root.locator(WAITING)).to_have_count(0)

    def score(self, answers: Mapping[str, str | list[str]]) -> None:
        """Answer by clicking on labels, and ask for the result."""
        self.choose(answers)
        self.submit()

    def take(self, answers: Mapping[str, str | list[str]]) -> None:
        """Answer and ask for the result; in steps, question by question."""
        if self.root.get_attribute("data-stage") is None:
            self.score(answers)
            return
        current = self.root.locator("[data-step][data-current]")
        while current.count():
            name = current.get_attribute("data-step") or ""
            self.score({name: answers[name]} if name in answers else {})
            expect(self.root.locator(f'[data-step="{name}"]')).to_be_hidden()

    def take_at_once(self, answers: Mapping[str, str | list[str]]) -> None:
        """Do what `take` does from within the page: for what is not about answering."""
        self.root.evaluate(_TAKE, answers)
        self.expect_whole()

    def reset(self) -> None:
        """Click on the button that clears all answers."""
        self.root.locator("button[type=reset]").click()

    def in_score(self, name: str, part: str) -> Locator:
        """Give a part of a score, e.g. `in_score("total", "[data-part=value]")`."""
        return self.root.locator(f'[data-score="{name}"] {part}')

    def expect_state(self, state: str) -> None:
        """Wait until the form says that it is in this state."""
        expect(self.form).to_have_attribute("data-state", state)

    def show_interest(self) -> None:
        """Give the first sign of interest that there can be."""
        self.form.dispatch_event("pointerover")

    def expect_ready(self) -> None:
        """Show interest and wait for the program, which nothing else brings."""
        self.show_interest()
        self.expect_state("ready")

    def expect_score(self, value: str, name: str = "total") -> None:
        """Wait until this is the score that is shown, in each of its slots."""
        slots = self.in_score(name, "[data-part=value]")
        expect(slots.first).to_be_visible()
        for slot in slots.all():
            expect(slot).to_have_text(value)

    def expect_open(self, *names: str) -> None:
        """Wait until the summary shows these questions as open, and no others."""
        entries = self.root.locator("[data-open-link]:visible")
        expect(entries).to_have_count(len(names))
        for entry, name in zip(entries.all(), names, strict=True):
            expect(entry).to_have_attribute("data-open-link", name)
