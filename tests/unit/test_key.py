"""The key of a quiz: what changes it, and how a change is told."""

from __future__ import annotations

import json
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from kwispel.errors import Place
from kwispel.model.check import read_site
from kwispel.model.key.changes import changes
from kwispel.model.key.fingerprint import fingerprint, key_of
from kwispel.model.key.lock import lock_text
from kwispel.model.questions import Question
from kwispel.model.shapes import Band, Hook, HookModule, Quiz

GOOD = Path(__file__).parents[1] / "sites" / "good"
HOOK = Hook((HookModule("scoring", "scoring.py", "x = 1\n"),), Place("scoring.py"))


def quiz_of(site: str, name: str) -> Quiz:
    """Give a quiz of a good site."""
    read, _ = read_site(GOOD / site, shown_from=GOOD)
    return next(quiz for quiz in read.quizzes if quiz.id == name)


@pytest.fixture(name="kinds", scope="module")
def fixture_kinds() -> Quiz:
    """Give a quiz with a question of every kind."""
    return quiz_of("kinds", "kinds")


def with_question(quiz: Quiz, place: int, changed: Question) -> Quiz:
    """Put another question at a place."""
    questions = list(quiz.questions)
    questions[place] = changed
    return replace(quiz, questions=tuple(questions))


def told(before: Quiz, after: Quiz) -> list[str]:
    """List what is said of a change, which always changes the fingerprint too."""
    said = [change.what for change in changes(key_of(before), after)]
    assert (fingerprint(key_of(before)) != fingerprint(key_of(after))) == bool(said)
    return said


def test_a_quiz_that_did_not_change_has_nothing_to_tell(kinds: Quiz) -> None:
    """The same files, read again, have the same key."""
    assert told(kinds, quiz_of("kinds", "kinds")) == []


def test_every_kind_of_question_is_told_by_its_own_key(kinds: Quiz) -> None:
    """No two questions of the quiz have the same key but for their names."""
    questions = [{**q, "id": ""} for q in key_of(kinds)["questions"]]

    assert len({str(question) for question in questions}) == len(questions)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"is_multiple": True}, '"multiple" of "gate" has changed'),
        ({"is_optional": True}, '"optional" of "gate" has changed'),
        ({"when": ({"gate": ("a",)},)}, '"when" of "gate" has changed'),
    ],
)
def test_a_question_of_another_kind_is_told(
    kinds: Quiz, changed: dict[str, object], said: str
) -> None:
    """Ticks, an answer that may be left open, and conditions are part of the key."""
    first = replace(kinds.questions[0], **changed)  # type: ignore[arg-type] # keys by name

    assert said in told(kinds, with_question(kinds, 0, first))


def test_shares_are_told_by_factor(kinds: Quiz) -> None:
    """Where points are divided, the message names who gets what."""
    place, question = next(
        (n, q) for n, q in enumerate(kinds.questions) if q.is_split and not q.reverse
    )
    option = question.options[0]
    shares = {name: points + 1 for name, points in option.shares.items()}
    changed = replace(
        question, options=(replace(option, shares=shares), *question.options[1:])
    )

    [said] = told(kinds, with_question(kinds, place, changed))

    assert all(f"{name}=" in said for name in shares)


def test_questions_that_changed_places_are_told(kinds: Quiz) -> None:
    """Codes hold answers in order."""
    turned = replace(kinds, questions=tuple(reversed(kinds.questions)))

    assert "the questions stand in another order" in told(kinds, turned)


def test_a_question_that_is_gone_is_told(kinds: Quiz) -> None:
    """And nothing is said of scores that only lost a member by it."""
    last = kinds.questions[-1]
    fewer = replace(
        kinds,
        questions=kinds.questions[:-1],
        total=kinds.total
        and replace(
            kinds.total,
            members={n: w for n, w in kinds.total.members.items() if n != last.id},
        ),
        factors=tuple(
            replace(f, members={n: w for n, w in f.members.items() if n != last.id})
            for f in kinds.factors
        ),
    )

    assert told(kinds, fewer) == [f'the question "{last.id}" is gone']


def test_options_that_are_gone_are_told(kinds: Quiz) -> None:
    """Each by its name."""
    first = kinds.questions[0]
    fewer = replace(first, options=first.options[1:])

    said = told(kinds, with_question(kinds, 0, fewer))

    assert f'option "{first.options[0].id}" of "{first.id}" is gone' in said


def test_scores_that_come_and_go_are_told(kinds: Quiz) -> None:
    """A factor more or less gives the reader another result."""
    assert kinds.factors
    fewer = replace(kinds, factors=kinds.factors[1:])
    name = kinds.factors[0].id

    assert told(kinds, fewer) == [f'the score "{name}" is gone']
    assert told(fewer, kinds) == [f'the score "{name}" is new']


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"method": "percent"}, "method"),
        ({"missing": "lowest"}, "missing"),
        ({"hidden": "lowest"}, "hidden"),
        ({"table": (Fraction(1), Fraction(5, 2))}, "table"),
        ({"multiply": Fraction(2)}, "multiply"),
        ({"add": Fraction(-1)}, "add"),
        ({"decimals": 2}, "decimals"),
        ({"is_rounded": True}, "round"),
    ],
)
def test_another_way_to_score_is_told(changed: dict[str, object], key: str) -> None:
    """Every key of scoring is part of the key."""
    tiny = quiz_of("tiny", "tiny")
    assert tiny.total
    after = replace(tiny, total=replace(tiny.total, **changed))  # type: ignore[arg-type] # keys by name

    assert told(tiny, after) == [f'"{key}" of "total" has changed']


@pytest.mark.parametrize(
    "changed",
    [
        {"limit": Fraction(1, 3)},
        {"limit": Fraction(1), "is_above": True},
        {"by_hook": True},
        {"id": "other"},
    ],
)
def test_another_limit_is_told(changed: dict[str, object]) -> None:
    """What a reader was told depends on the bands; their texts may change."""
    sus = quiz_of("sus", "sus")
    assert sus.total
    bands: list[Band] = list(sus.total.bands)
    bands[1] = replace(bands[1], **changed)  # type: ignore[arg-type] # keys by name
    after = replace(sus, total=replace(sus.total, bands=tuple(bands)))

    assert told(sus, after) == ['"bands" of "total" has changed']


def test_a_changed_hook_is_told(kinds: Quiz) -> None:
    """Also one that came or went."""
    other = replace(HOOK, modules=(HookModule("scoring", "scoring.py", "x = 2\n"),))
    said = ['"scoring.py" has changed']

    assert told(kinds, replace(kinds, hook=HOOK)) == said
    assert told(replace(kinds, hook=HOOK), kinds) == said
    assert told(replace(kinds, hook=HOOK), replace(kinds, hook=other)) == said


def test_a_question_that_counts_backwards_is_told(kinds: Quiz) -> None:
    """Of every kind; only one whose options all bring the same stays what it was."""
    for place, question in enumerate(kinds.questions):
        turned = replace(question, reverse=not question.reverse)
        varies = len(set(question.worth().added) - {None}) > 1 or question.is_multiple

        assert bool(told(kinds, with_question(kinds, place, turned))) == varies


def test_a_lock_remembers_the_hook(kinds: Quiz) -> None:
    """What is written down is the key, the digest of the quiz's own code with it."""
    hooked = replace(kinds, hook=HOOK)

    kept = json.loads(lock_text(hooked))["versions"]["1"]

    assert kept == {"fingerprint": fingerprint(key_of(hooked)), "key": key_of(hooked)}
