"""Check how the total and the factors are computed, and what is said about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePosixPath

from kwispel.core.score import TOTAL
from kwispel.errors import Place, Problem, has_error
from kwispel.model.check_bands import check_bands
from kwispel.model.check_memberships import unknown_factor
from kwispel.model.check_questions import Placed
from kwispel.model.member_rules import member_problems
from kwispel.model.scoring_keys import read_better, read_rules, usable_keys
from kwispel.model.shapes import Better, Score
from kwispel.source import keys
from kwispel.source.folders import ADVICE
from kwispel.source.names import check_id, quoted
from kwispel.source.prose import Typesetter
from kwispel.source.schema import FACTOR, SCORING
from kwispel.source.shapes import Entry, ParsedAdvice, ParsedQuiz, Table


@dataclass(frozen=True, slots=True)
class Declared:
    """A factor, or the total, as quiz.md declares it."""

    id: str
    title: str | None
    settings: Table
    place: Place


def check_factors(
    entry: Entry | None, setter: Typesetter, problems: list[Problem]
) -> tuple[Declared, ...]:
    """Give the factors that quiz.md declares."""
    table = keys.table(entry, problems) if entry else None
    entries = table.entries.values() if table else ()
    return tuple(_factor(inside, setter, problems) for inside in entries)


def _factor(entry: Entry, setter: Typesetter, problems: list[Problem]) -> Declared:
    check_id(entry.key, entry.place, problems)
    table = keys.table(entry, problems)
    settings = usable_keys(table, FACTOR, problems) if table else Table({}, entry.place)
    title = settings.entries.get("title")
    if table and title is None:
        hint = f'Write "title: …" under "{entry.key}".'
        subject = f"factor {quoted(entry.key)}"
        problems.append(keys.missing_key(entry.place, "title", subject, hint))
    text = setter.plain(title, problems) if title else None
    return Declared(entry.key, text or entry.key, settings, entry.place)


def _total(entry: Entry | None, place: Place, problems: list[Problem]) -> Declared:
    table = keys.table(entry, problems) if entry else None
    settings = usable_keys(table, SCORING, problems) if table else Table({}, place)
    return Declared(TOTAL, None, settings, entry.place if entry else place)


@dataclass(frozen=True, slots=True)
class Told:
    """What is said of scores, by score and of all, and how its prose is set."""

    advice: Mapping[str, ParsedAdvice]
    better: Better
    setter: Typesetter
    folder: PurePosixPath


def check_scores(
    parsed: ParsedQuiz,
    factors: tuple[Declared, ...],
    placed: tuple[Placed, ...],
    setter: Typesetter,
    problems: list[Problem],
) -> dict[str, Score]:
    """Give the total, where there is one, and the factors, by id."""
    scoring = parsed.settings.entries.get("scoring")
    total = _total(scoring, parsed.place, problems)
    advice = _advice_by_score(parsed.advice, factors, problems)
    better = read_better(parsed.settings.entries, "high")
    told = Told(advice, better, setter, PurePosixPath(parsed.id, ADVICE))
    is_whole = parsed.is_whole and not has_error(problems)
    scores: dict[str, Score] = {}
    # A factor with the total's id has been reported, and would be scored as the total.
    for declared in (total, *(one for one in factors if one.id != TOTAL)):
        score = _score(declared, _members(declared.id, placed), told, problems)
        if score.members or not is_whole:
            scores[score.id] = score
        if is_whole:
            problems.extend(_beside_members(declared, score, placed))
    if is_whole and TOTAL not in scores:
        shown = parsed.settings.entries.get("score")
        problems.extend(_without_total(scoring, advice.get(TOTAL), shown))
    return scores


def _members(score_id: str, placed: Iterable[Placed]) -> dict[str, Fraction]:
    """Give the weights of the questions that count in a score."""
    if score_id == TOTAL:
        return {p.question.id: p.question.weight for p in placed if p.question.weight}
    return {p.question.id: p.factors[score_id] for p in placed if score_id in p.factors}


def _without_total(
    scoring: Entry | None, advice: ParsedAdvice | None, shown: Entry | None
) -> Iterator[Problem]:
    """Report what speaks of a total that is not there."""
    if scoring:
        yield no_total(scoring.place, '"scoring"')
    if advice:
        yield no_total(advice.place, "file")
    if shown and keys.is_word(shown, "shared"):
        yield no_total(shown.place, '"score: shared"')


def no_total(place: Place, subject: str) -> Problem:
    """Report something about a total that the quiz does not have."""
    return Problem(
        place,
        "no-total",
        f"the {subject} speaks of a total, and no question counts in one",
        'Leave it out, or give a question another weight than "weight: 0".',
    )


def _beside_members(
    declared: Declared, score: Score, placed: Iterable[Placed]
) -> Iterator[Problem]:
    """Report a factor without questions, and rules that its questions do not allow."""
    if score.members:
        questions = [one.question for one in placed]
        yield from member_problems(score, declared.settings.entries, questions)
    elif declared.id != TOTAL:
        yield Problem(
            declared.place,
            "empty-factor",
            f'no question belongs to "{declared.id}"',
            f'Write "factor: {declared.id}" in a question, or leave the factor out.',
        )


def _advice_by_score(
    advice: Iterable[ParsedAdvice],
    factors: tuple[Declared, ...],
    problems: list[Problem],
) -> dict[str, ParsedAdvice]:
    """Give the advice files by score, and report those of no score."""
    known = [TOTAL, *(factor.id for factor in factors)]
    by_score = {file.score: file for file in advice}
    strange = [file for name, file in by_score.items() if name not in known]
    problems.extend(unknown_factor(file.place, file.score, known) for file in strange)
    return by_score


def _score(
    declared: Declared,
    members: Mapping[str, Fraction],
    told: Told,
    problems: list[Problem],
) -> Score:
    """Give a score with its members and bands."""
    rules = read_rules(declared.settings, told.better, problems)
    advice = told.advice.get(declared.id)
    explanation = told.setter.block(advice.explanation, told.folder) if advice else None
    return Score(
        id=declared.id,
        title=declared.title,
        method=rules.method,
        multiply=rules.multiply,
        add=rules.add,
        minimum_answered=rules.minimum_answered,
        decimals=rules.decimals,
        members=members,
        explanation_html=explanation,
        bands=check_bands(advice.bands, told.setter, told.folder, problems)
        if advice
        else (),
        place=declared.place,
        missing=rules.missing,
        hidden=rules.hidden,
        table=rules.table,
        is_rounded=rules.is_rounded,
        better=rules.better,
    )
