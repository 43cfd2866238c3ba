"""Make of a parsed quiz one that holds together."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from pathlib import PurePosixPath
from typing import Literal, cast

from kwispel.core.score import TOTAL
from kwispel.errors import Place, Problem, has_error
from kwispel.model.check_bands import bands_without_hook
from kwispel.model.check_better import opposed_scores
from kwispel.model.check_examples import Known, check_examples
from kwispel.model.check_follow_up import check_follow_up
from kwispel.model.check_options import Surroundings
from kwispel.model.check_perspectives import check_perspectives
from kwispel.model.check_questions import Placed, check_questions
from kwispel.model.check_scales import check_scales
from kwispel.model.check_scores import (
    Declared,
    check_factors,
    check_scores,
)
from kwispel.model.check_terms import check_terms
from kwispel.model.check_warnings import (
    no_licence,
    question_warnings,
    unequal_ranges,
)
from kwispel.model.hook.check import check_hook
from kwispel.model.intended import read_intended
from kwispel.model.key.lock import lock_problems, read_lock
from kwispel.model.shapes import Asset, Perspective, Quiz, Score
from kwispel.source import keys
from kwispel.source.addresses import is_language
from kwispel.source.dates import as_date
from kwispel.source.files import Content
from kwispel.source.folders import QUESTIONS
from kwispel.source.names import quoted
from kwispel.source.prose import Typesetter
from kwispel.source.shapes import Entry, ParsedQuiz, Scalar, Settings
from kwispel.source.site_toml import bad_language

Address = Literal["formal", "informal"]


def check_quiz(
    parsed: ParsedQuiz,
    content: Content,
    *,
    settings: Settings,
    problems: list[Problem],
    is_translation: bool = False,
) -> Quiz | None:
    """Give the quiz; None where something is wrong with it, which is reported.

    Shape: settings are the site's, whose language holds where the quiz names none. Of a
    translation's numbers no warnings are given: the original has had them.
    """
    found: list[Problem] = []
    entries = parsed.settings.entries
    terms = check_terms(entries.get("terms"), settings.variants, found)
    setter = Typesetter(content, found, terms)
    factors = check_factors(entries.get("factors"), setter, found)
    perspectives = check_perspectives(
        entries.get("perspectives"), setter, PurePosixPath(parsed.id)
    )
    placed = _questions(parsed, factors, perspectives, setter)
    scores = check_scores(parsed, factors, placed, setter, found)
    quiz = _quiz(parsed, placed, scores, setter, found)
    if parsed.is_whole and quiz.hook is None:
        found.extend(bands_without_hook(quiz.scores))
    is_sound = parsed.is_whole and not has_error(found)
    if is_sound and not is_translation:
        found.extend(_warnings(parsed, placed, quiz))
        found.extend(lock_problems(quiz, _version_place(parsed)))
        is_sound = not has_error(found)
    is_meant = quiz.intended
    problems.extend(p for p in found if p.level == "error" or p.code not in is_meant)
    if not is_sound:
        return None
    return replace(
        quiz,
        lang=quiz.lang or settings.lang,
        lang_place=_lang_place(entries.get("lang"), settings),
        perspectives=perspectives,
        is_translation=is_translation,
    )


def _questions(
    parsed: ParsedQuiz,
    factors: tuple[Declared, ...],
    perspectives: tuple[Perspective, ...],
    setter: Typesetter,
) -> tuple[Placed, ...]:
    problems = setter.problems
    folder = PurePosixPath(parsed.id)
    scales = parsed.settings.entries.get("scales")
    around = Surroundings(
        scales=check_scales(scales, setter, folder, problems),
        perspectives=tuple(one.id for one in perspectives),
        factors=tuple(factor.id for factor in factors),
        setter=setter,
        folder=folder / QUESTIONS,
        is_whole=parsed.is_whole,
    )
    if parsed.is_whole and not parsed.questions:
        problems.append(_no_questions(parsed.place))
    return check_questions(parsed.questions, around, problems)


def _no_questions(place: Place) -> Problem:
    return Problem(
        place,
        "no-questions",
        "the quiz has no questions",
        'Write a file such as "questions/01-complaint.md" in the quiz\'s folder.',
    )


def _quiz(
    parsed: ParsedQuiz,
    placed: tuple[Placed, ...],
    scores: Mapping[str, Score],
    setter: Typesetter,
    problems: list[Problem],
) -> Quiz:
    entries = parsed.settings.entries
    folder = PurePosixPath(parsed.id)
    known = Known(scores, parsed.is_whole)
    return Quiz(
        id=parsed.id,
        version=_version(entries.get("version"), problems),
        lang=_lang(entries.get("lang"), problems),
        title=_title(parsed, setter, problems),
        updated=_updated(entries.get("updated"), problems),
        description=_description(entries.get("description"), setter, problems),
        authors=keys.texts(entries["authors"], problems)
        if "authors" in entries
        else (),
        source=_text(entries.get("source"), problems),
        licence=_text(entries.get("licence"), problems),
        scope_html=setter.prose(entries.get("scope"), folder),
        intro_html=setter.block(parsed.intro, folder),
        address=_address(entries.get("address")),
        shows_score=not keys.is_word(entries.get("score"), "hidden"),
        shares_score=keys.is_word(entries.get("score"), "shared"),
        layout="steps" if keys.is_word(entries.get("layout"), "steps") else "page",
        questions=tuple(one.question for one in placed),
        total=scores.get(TOTAL),
        factors=tuple(score for score in scores.values() if score.id != TOTAL),
        examples=check_examples(entries.get("examples"), known, problems),
        assets=tuple(
            Asset(name, setter.assets[name]) for name in sorted(setter.assets)
        ),
        intended=read_intended(entries.get("intended"), problems),
        locked=read_lock(parsed.lock, parsed.id, problems),
        place=parsed.place,
        hook=check_hook(parsed.python, problems),
        follow_up=check_follow_up(entries, setter, problems),
    )


def _title(parsed: ParsedQuiz, setter: Typesetter, problems: list[Problem]) -> str:
    entry = parsed.settings.entries.get("title")
    if entry:
        return setter.plain(entry, problems) or ""
    hint = 'Write "title: …" between two lines "---" at the top.'
    place = parsed.settings.place
    problems.append(keys.missing_key(place, "title", "quiz.md", hint))
    return ""


def _description(
    entry: Entry | None, setter: Typesetter, problems: list[Problem]
) -> str | None:
    return setter.plain(entry, problems) if entry else None


def _text(entry: Entry | None, problems: list[Problem]) -> str | None:
    return keys.text(entry, problems) if entry else None


def _version(entry: Entry | None, problems: list[Problem]) -> int:
    version = keys.whole(entry, problems, least=1) if entry else None
    return version or 1


def _updated(entry: Entry | None, problems: list[Problem]) -> date | None:
    text = keys.text(entry, problems) if entry else None
    if entry is None or text is None:
        return None
    found = as_date(text)
    if found is None:
        problems.append(_bad_date(entry, text))
    return found


def _bad_date(entry: Entry, text: str) -> Problem:
    return Problem(
        entry.value.place,
        "bad-date",
        f"{quoted(text)} is no date",
        'Write a day as in "2026-11-22": the year, the month, the day.',
    )


def _version_place(parsed: ParsedQuiz) -> Place:
    entry = parsed.settings.entries.get("version")
    return entry.value.place if entry else parsed.place


def _lang_place(entry: Entry | None, settings: Settings) -> Place:
    return entry.value.place if entry else settings.lang_place


def _lang(entry: Entry | None, problems: list[Problem]) -> str:
    text = keys.text(entry, problems) if entry else None
    if entry and text and not is_language(text):
        problems.append(bad_language(entry, text))
    return text or ""


def _address(entry: Entry | None) -> Address:
    # The schema has let through no other word.
    value = entry.value if entry else None
    return cast("Address", value.text) if isinstance(value, Scalar) else "formal"


def _warnings(
    parsed: ParsedQuiz, placed: tuple[Placed, ...], quiz: Quiz
) -> Iterator[Problem]:
    if quiz.licence is None:
        yield no_licence(parsed.settings.place)
    yield from question_warnings(placed, quiz)
    for score in quiz.scores:
        yield from unequal_ranges(score, quiz.questions)
    yield from opposed_scores(quiz.scores, quiz.questions)
