"""Write many quizzes, always the same ones, to measure how fast a site is built.

Run as `python benchmarks/corpus.py COUNT FOLDER`. The texts are of the length that
authors write, put together from parts; `written` gives them to whoever wants them in
another form than that of kwispel, such as one page of Markdown a quiz.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent

SEED = 20261122
QUESTIONS = 10

_PEOPLE = (
    "a customer",
    "a colleague from the office next door",
    "your manager",
    "a supplier",
    "somebody you have never met",
    "the new trainee",
    "an old acquaintance",
    "the neighbour of the workshop",
)
_ASKS = (
    "asks for a report by tomorrow morning",
    "complains about an invoice of three months ago",
    "wants to know when the repair will be ready",
    "says that the last delivery was *not* what was agreed",
    "offers to take over half of your work",
    "sends the same question for the third time",
    "asks you to keep something to yourself",
    "calls just as you are leaving for the day",
)
_BUTS = (
    "You have two other things to finish first.",
    "You know of at least one reason to refuse, and of two to agree.",
    "The rules say **one** thing and common sense another.",
    "It would cost you about an hour, and nobody would notice.",
    "Last year something like it went badly wrong: everybody remembers.",
    "You are fairly sure that it is somebody else's job.",
    "There is no time to ask anyone.",
)
_ENDS = (
    "What do you do?",
    "What do you say?",
    "How do you go on?",
    "What comes first?",
)
_ACTS = (
    "I ask what it is needed for",
    "I say yes and find the time somewhere",
    "I explain why that is not possible",
    "I pass it on to whoever knows more about it",
    "I write down what was agreed, and send it round",
    "I wait until tomorrow",
    "I tell them honestly what I think",
    "I look it up first",
)
_WHYS = (
    "",
    ", because that helps most",
    "; it is little work",
    ", and say when they will hear from me",
    ", even if it takes longer than they hoped",
    ". That is clear, and clear is kind",
)
_ADVICE = (
    "Keep doing this, and tell others how you do it.",
    "Next time, ask one question more before you answer.",
    "You are quick, and people like that; they do not always get what they need.",
    "Say what you know and what you do not know: both can be planned with.",
    "Mind the dose: one open question shows interest, five feel like an examination.",
    "Put it in writing, in *one* sentence, and send it on the same day.",
    "What you suspect may be right, but it is cheaper to ask than to repair.",
    "A refusal with a way out is worth more than a promise without a date.",
    "Whoever hears the reason can often find a solution that suits them better.",
    "It costs a minute now and saves an afternoon later.",
    "Nobody will blame you for it, and nobody will thank you either.",
    "Agree on a moment at which you look at it together again.",
)
_BACKGROUND = (
    "This situation is about the difference between what is asked and what is meant.",
    "In practice the two come apart more often than people think.",
    "Several books treat it; [one of them](https://example.org/book) is short.",
    "The point is not to be nice, but to be of use.",
    "Experienced people disagree about it, and with good reasons on either side.",
    "What works in a small team can fail in a large one, & the other way round.",
)
_TOPICS = (
    "Working together",
    "Making promises",
    "Saying no",
    "Listening well",
    "Handing over work",
    "Dealing with complaints",
    "Planning a week",
    "Learning from mistakes",
)
_BANDS = {"Just begun": 0, "On the way": 6, "Well under way": 11, "A good example": 17}
"""Titles to the points that each begins at."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer to choose; its advice is what a reader is told who chose it."""

    points: int
    label: str
    advice: str


@dataclass(frozen=True, slots=True)
class Asked:
    """One question; background is empty where there is none."""

    text: str
    answers: tuple[Answer, ...]
    background: str


@dataclass(frozen=True, slots=True)
class Reached:
    """One band of the total, from some points on."""

    title: str
    points: int
    text: str


@dataclass(frozen=True, slots=True)
class Written:
    """One quiz; all texts are Markdown but id, title and description."""

    id: str
    title: str
    description: str
    intro: str
    questions: tuple[Asked, ...]
    bands: tuple[Reached, ...]


def written(count: int, *, seed: int = SEED) -> Iterator[Written]:
    """Give the quizzes one by one; the first of many are the same as those of few."""
    return (_quiz(number, seed) for number in range(1, count + 1))


def write_corpus(folder: Path, count: int, *, seed: int = SEED) -> None:
    """Write a content folder for kwispel, without base_url."""
    folder.mkdir(parents=True, exist_ok=True)
    site = f'title = "{count} quizzes"\nlang = "en"\n'
    (folder / "site.toml").write_text(site, encoding="utf-8")
    for quiz in written(count, seed=seed):
        _write_quiz(folder / quiz.id, quiz)


def write_pages(folder: Path, count: int, *, seed: int = SEED) -> None:
    """Write the same texts for other generators, one page of Markdown a quiz."""
    folder.mkdir(parents=True, exist_ok=True)
    for quiz in written(count, seed=seed):
        text = f"---\ntitle: {quiz.title}\n---\n\n{page_text(quiz)}"
        (folder / f"{quiz.id}.md").write_text(text, encoding="utf-8")


def page_text(quiz: Written) -> str:
    """Give all texts of a quiz as one page of Markdown, for other generators."""
    parts = [quiz.intro]
    for number, question in enumerate(quiz.questions, 1):
        parts += [f"## {number}. {quiz.title}", question.text]
        parts += [_item(answer.label, answer.advice) for answer in question.answers]
        parts.append(question.background)
    for band in quiz.bands:
        parts += [f"## {band.title}", band.text]
    return "\n\n".join(filter(None, parts)) + "\n"


def _quiz(number: int, seed: int) -> Written:
    # No secret: the same texts each time, so that runs can be compared.
    chance = random.Random(f"{seed}-{number}")  # noqa: S311 - the same each time
    topic = chance.choice(_TOPICS)
    return Written(
        id=f"quiz-{number:05}",
        title=f"{topic} {number}",
        description=f"Ten situations about {topic.lower()}, and what to make of them.",
        intro=_intro(chance),
        questions=tuple(_question(at, chance) for at in range(QUESTIONS)),
        bands=tuple(
            Reached(title, points, _sentences(chance, _ADVICE, 3, 7))
            for title, points in _BANDS.items()
        ),
    )


def _intro(chance: random.Random) -> str:
    points = chance.sample(_ADVICE, chance.randint(0, 3))
    listed = "\n".join(f"- {point}" for point in points)
    paragraphs = (_sentences(chance, _BACKGROUND, 2, 5) for _ in range(2))
    return "\n\n".join(filter(None, (*paragraphs, listed)))


def _question(number: int, chance: random.Random) -> Asked:
    opening = f"{chance.choice(_PEOPLE)} {chance.choice(_ASKS)}."
    told = chance.sample(_BUTS, chance.randint(1, 3))
    text = " ".join((opening[0].upper() + opening[1:], *told, chance.choice(_ENDS)))
    acts = chance.sample(_ACTS, chance.choice((3, 3, 3, 4)))
    answers = tuple(
        Answer(
            (at + number) % len(acts),
            act + chance.choice(_WHYS) + ".",
            _sentences(chance, _ADVICE, 1, 4),
        )
        for at, act in enumerate(acts)
    )
    has_more = chance.random() < 0.5  # noqa: PLR2004 - in half of the questions
    return Asked(
        text, answers, _sentences(chance, _BACKGROUND, 2, 4) if has_more else ""
    )


def _sentences(
    chance: random.Random, choices: tuple[str, ...], fewest: int, most: int
) -> str:
    return " ".join(chance.sample(choices, chance.randint(fewest, most)))


def _write_quiz(folder: Path, quiz: Written) -> None:
    head = f"title: {quiz.title}\ndescription: {quiz.description}\nlicence: CC0-1.0\n"
    questions = "\n\n".join(
        f"# {number}\n\n{_question_text(question)}"
        for number, question in enumerate(quiz.questions, 1)
    )
    bands = "\n\n".join(map(_band_text, quiz.bands))
    for name, text in (
        ("quiz.md", f"---\n{head}---\n\n{quiz.intro}"),
        ("questions/all.md", questions),
        ("advice/total.md", bands),
    ):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{text}\n", encoding="utf-8")


def _question_text(question: Asked) -> str:
    answers = (
        _item(f"({answer.points}) {answer.label}", answer.advice)
        for answer in question.answers
    )
    return "\n\n".join(filter(None, (question.text, *answers, question.background)))


def _band_text(band: Reached) -> str:
    limit = f" {{from={band.points}}}" if band.points else ""
    return f"# {band.title}{limit}\n\n{band.text}"


def _item(label: str, more: str) -> str:
    return f"- {label}\n\n{indent(more, '  ')}"


def main() -> int:
    """Write as many quizzes as asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int, help="how many quizzes")
    parser.add_argument("folder", type=Path, help="the content folder to write")
    parser.add_argument("--seed", type=int, default=SEED, help="others, as many")
    options = parser.parse_args()
    write_corpus(options.folder, options.count, seed=options.seed)
    return 0


if __name__ == "__main__":
    sys.exit(main())
