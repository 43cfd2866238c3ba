"""Tell in words what differs between the key that was locked and the present one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kwispel.errors import Place
from kwispel.model.key.fingerprint import key_of
from kwispel.model.key.shapes import Key, KeyQuestion, Points
from kwispel.model.shapes import Quiz
from kwispel.source.names import listed


@dataclass(frozen=True, slots=True)
class Change:
    """What differs, where, and how it can be undone, as an order without full stop."""

    place: Place
    what: str
    undo: str = "Put it back"


_KINDS = ("multiple", "optional", "when")


def changes(locked: Key, quiz: Quiz) -> Iterator[Change]:
    """Give every change to a quiz since its key was locked, with its place."""
    present = key_of(quiz)
    yield from _questions(locked, present, quiz)
    yield from _scores(locked, present, quiz)
    if locked.get("hook") != present.get("hook"):
        place = quiz.hook.place if quiz.hook else quiz.place
        yield Change(place, '"scoring.py" has changed')


def _questions(locked: Key, present: Key, quiz: Quiz) -> Iterator[Change]:
    before = {question["id"]: question for question in locked["questions"]}
    now = {question["id"]: question for question in present["questions"]}
    yield from _names(locked["questions"], present["questions"], quiz)
    for question in quiz.questions:
        if question.id in before:
            for what in _question(before[question.id], now[question.id]):
                yield Change(question.place, what)
    kept = [name for name in before if name in now]
    if kept != [name for name in now if name in before]:
        yield Change(quiz.place, "the questions stand in another order")


def _names(
    before: list[KeyQuestion], now: list[KeyQuestion], quiz: Quiz
) -> Iterator[Change]:
    """Tell which questions came, went or were given another name."""
    places = {question.id: question.place for question in quiz.questions}
    known = {question["id"] for question in before}
    renamed = dict(_renamed(before, now))
    for question in before:
        name = question["id"]
        if name in renamed:
            new = renamed[name]
            what = f'the question "{name}" is called "{new}" now'
            yield Change(places[new], what, f'Give it the id "{name}" again')
        elif name not in places:
            yield Change(quiz.place, f'the question "{name}" is gone')
    for name, place in places.items():
        if name not in known and name not in renamed.values():
            yield Change(place, f'the question "{name}" is new', "Take it out")


def _renamed(
    before: list[KeyQuestion], now: list[KeyQuestion]
) -> Iterator[tuple[str, str]]:
    """Find questions that are the same but for their name, at the same place."""
    known = {question["id"] for question in before}
    left = {question["id"] for question in now}
    for old, new in zip(before, now, strict=False):
        is_other = old["id"] not in left and new["id"] not in known
        if is_other and {**old, "id": ""} == {**new, "id": ""}:
            yield old["id"], new["id"]


def _question(before: KeyQuestion, now: KeyQuestion) -> Iterator[str]:
    name = now["id"]
    old, new = before["options"], now["options"]
    for option in old:
        if option not in new:
            yield f'option "{option}" of "{name}" is gone'
    for option, points in new.items():
        if option not in old:
            yield f'option "{option}" of "{name}" is new'
        elif old[option] != points:
            yield (
                f'option "{option}" of "{name}" brings {_told(points)}, and brought'
                f" {_told(old[option])}"
            )
    if [o for o in old if o in new] != [o for o in new if o in old]:
        yield f'the options of "{name}" stand in another order'
    others = [key for key in _KINDS if _differ(before, now, key)]
    if others:
        yield f'{listed(others)} of "{name}" has changed'


def _differ(before: Any, now: Any, key: str) -> bool:  # noqa: ANN401 - a key of JSON
    return bool(before.get(key) != now.get(key))


def _told(points: Points) -> str:
    if isinstance(points, dict):
        return ", ".join(f"{name}={value}" for name, value in points.items())
    return points or "n.a."


def _scores(locked: Key, present: Key, quiz: Quiz) -> Iterator[Change]:
    places = {score.id: score.place for score in quiz.scores}
    before = {score["id"]: score for score in locked["scores"]}
    now = {score["id"]: score for score in present["scores"]}
    for name in before:
        if name not in now:
            yield Change(quiz.place, f'the score "{name}" is gone')
    kept = {question["id"] for question in locked["questions"]}
    kept &= {question["id"] for question in present["questions"]}
    for name, score in now.items():
        if name not in before:
            yield Change(places[name], f'the score "{name}" is new', "Take it out")
            continue
        names = dict.fromkeys([*before[name], *score])
        others = [key for key in names if _is_other(before[name], score, key, kept)]
        if others:
            yield Change(places[name], f'{listed(others)} of "{name}" has changed')


def _is_other(
    before: Mapping[str, Any], now: Mapping[str, Any], key: str, kept: set[str]
) -> bool:
    """Compare a key of a score; of members only those that were there all the time."""
    old, new = before.get(key), now.get(key)
    if key == "members":
        old, new = (
            {name: weight for name, weight in members.items() if name in kept}
            for members in (before["members"], now["members"])
        )
    return bool(old != new)
