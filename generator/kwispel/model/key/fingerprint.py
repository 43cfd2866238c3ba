"""Give the key of a quiz, and a short fingerprint of it."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from kwispel.model.key.shapes import Key, KeyQuestion, Points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from kwispel.model.questions import Option, Question, Worth
    from kwispel.model.shapes import Band, Hook, Quiz, Score

FINGERPRINT_BITS = 20
"""Four letters of a result code."""


def key_of(quiz: Quiz) -> Key:
    """Give all that the meaning of a set of answers to a quiz hangs on."""
    key: Key = {
        "questions": [_question(question) for question in quiz.questions],
        "scores": [dict(_score(score)) for score in quiz.scores],
    }
    if quiz.hook:
        key["hook"] = _digest(quiz.hook)
    return key


def fingerprint(key: Key) -> int:
    """Give a number below 2 to the power 20 that changes when a key does.

    Source: the first bits of SHA-256 of the key as JSON, in order of keys and without
    spaces.
    """
    text = json.dumps(key, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    # The order of options means something, and sorted keys forget it.
    orders = [list(question["options"]) for question in key["questions"]]
    whole = text + json.dumps(orders, ensure_ascii=False, separators=(",", ":"))
    digest = hashlib.sha256(whole.encode()).digest()
    return int.from_bytes(digest[:4], "big") >> (32 - FINGERPRINT_BITS)


def _question(question: Question) -> KeyQuestion:
    worth = question.worth()
    made: KeyQuestion = {
        "id": question.id,
        "options": {
            option.id: _points(question, option, at)
            for at, option in enumerate(question.options)
        },
    }
    if worth.base:
        made["base"] = _base(question, worth)
    if question.is_multiple:
        made["multiple"] = True
    if question.is_optional:
        made["optional"] = True
    if question.when:
        made["when"] = [
            {name: list(options) for name, options in sorted(one.items())}
            for one in question.when
        ]
    return made


def _points(question: Question, option: Option, at: int) -> Points:
    if option.is_na:
        return None
    if not question.is_split:
        return str(question.worth().added[at])
    return {name: str(question.worth(name).added[at]) for name in _factors(question)}


def _base(question: Question, worth: Worth) -> str | dict[str, str]:
    if not question.is_split:
        return str(worth.base)
    return {name: str(question.worth(name).base) for name in _factors(question)}


def _factors(question: Question) -> list[str]:
    return sorted({name for option in question.options for name in option.shares})


def _score(score: Score) -> Iterator[tuple[str, Any]]:
    """Give what is said of a score, without what is said when nothing is."""
    yield "id", score.id
    minimum = score.minimum_answered
    told: tuple[tuple[str, object, object], ...] = (
        ("method", score.method, "sum"),
        ("missing", score.missing, "rescale"),
        ("hidden", score.hidden, "leave"),
        ("table", [str(entry) for entry in score.table], []),
        ("multiply", str(score.multiply), "1"),
        ("add", str(score.add), "0"),
        ("minimum", [minimum.count, str(minimum.share)], [0, "1/2"]),
        ("decimals", score.decimals, 0),
        ("round", score.is_rounded, False),
    )
    for name, value, default in told:
        if value != default:
            yield name, value
    yield "members", {name: str(weight) for name, weight in score.members.items()}
    if score.bands:
        yield "bands", [[band.id, _limit(band)] for band in score.bands]


def _limit(band: Band) -> str:
    if band.by_hook:
        return "hook"
    if band.limit is None:
        return "minimum"
    return f"above {band.limit}" if band.is_above else f"from {band.limit}"


def _digest(hook: Hook) -> str:
    sources = [[module.name, module.source] for module in hook.modules]
    return hashlib.sha256(json.dumps(sources).encode()).hexdigest()[:16]
