"""Keep the keys of a quiz by version, and report changes that would bend old answers.

Source: docs/reference/result-codes.md, "answers.lock".
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, cast

from kwispel.errors import Place, Problem
from kwispel.model.key.changes import Change, changes
from kwispel.model.key.fingerprint import fingerprint, key_of
from kwispel.model.key.shapes import Key
from kwispel.model.shapes import Quiz
from kwispel.source.shapes import SourceFile

FORMAT = 1

_HINT = "Put it back as `kwispel lock` wrote it, from your version control."


def read_lock(
    file: SourceFile | None, quiz_id: str, problems: list[Problem]
) -> Mapping[int, Key]:
    """Give the keys that answers.lock holds, by version.

    Shape: none where there is no such file, or it is not as kwispel wrote it, which is
    reported.
    """
    if file is None:
        return {}
    try:
        data: Any = json.loads("\n".join(line.text for line in file.lines))
    except (ValueError, RecursionError) as error:
        line = getattr(error, "lineno", 1)
        place = Place(file.shown, line, getattr(error, "colno", 1))
        problems.append(_bad(place, "it is no JSON"))
        return {}
    reason = _fault(data, quiz_id)
    if reason:
        problems.append(_bad(file.place, reason))
        return {}
    return {int(version): kept["key"] for version, kept in data["versions"].items()}


def lock_text(quiz: Quiz) -> str:
    """Write the keys of all versions, the present one among them.

    Shape: a line for each question and score, so that a change reads well in a diff.
    """
    keys = {**quiz.locked, quiz.version: key_of(quiz)}
    kept = ",\n".join(_version(version, keys[version]) for version in sorted(keys))
    head = f'"format": {FORMAT}, "quiz": {_json(quiz.id)}'
    return f'{{{head}, "versions": {{\n{kept}\n}}}}\n'


def lock_problems(quiz: Quiz, version_place: Place) -> Iterator[Problem]:
    """Report what would give answers of before another meaning without saying so."""
    if not quiz.locked:
        return
    latest = max(quiz.locked)
    if quiz.version in quiz.locked:
        for change in changes(quiz.locked[quiz.version], quiz):
            yield _changed(change, latest + 1)
    elif quiz.version < latest:
        yield Problem(
            version_place,
            "version-lowered",
            f"the version is {quiz.version}, and answers.lock knows version {latest}",
            f'Write "version: {latest}", or a higher one.',
        )
    else:
        yield Problem(
            version_place,
            "not-locked",
            f"answers.lock does not know version {quiz.version} yet",
            f"Run `kwispel lock {quiz.id}` when you publish it.",
            level="warning",
        )


def _changed(change: Change, next_version: int) -> Problem:
    return Problem(
        change.place,
        "answers-changed",
        f"{change.what}, and codes of readers would mean something else",
        f'{change.undo}, or write "version: {next_version}" in quiz.md.',
    )


def _version(version: int, key: Key) -> str:
    parts = [f'"fingerprint": {fingerprint(key)}, "key": {{']
    if "hook" in key:
        parts.append(f'"hook": {_json(key["hook"])},')
    questions = ",\n".join(f"  {_json(question)}" for question in key["questions"])
    scores = ",\n".join(f"  {_json(score)}" for score in key["scores"])
    parts += [f'"questions": [\n{questions}\n],', f'"scores": [\n{scores}\n]}}']
    return f'"{version}": {{' + "\n".join(parts) + "}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _fault(data: Any, quiz_id: str) -> str:  # noqa: ANN401 - the door of JSON
    """Say what is wrong with what a lock holds; nothing where it is as we wrote it."""
    held = cast("dict[str, Any]", data) if isinstance(data, dict) else {}
    if held.get("format") != FORMAT:
        return f'it has no "format": {FORMAT}, the one that this kwispel knows'
    if held.get("quiz") != quiz_id:
        return f'it belongs to the quiz "{held.get("quiz")}"'
    versions: Any = held.get("versions")
    if not isinstance(versions, dict) or not versions:
        return "it holds no versions"
    for name, kept in cast("dict[str, Any]", versions).items():
        if not _is_whole(name, kept):
            return f'what it holds of version "{name}" has been changed by hand'
    return ""


def _is_whole(name: str, kept: Any) -> bool:  # noqa: ANN401 - as above
    """Say whether a version is as it was written: its fingerprint tells."""
    if not (name.isdecimal() and name.isascii() and isinstance(kept, dict)):
        return False
    try:
        found = fingerprint(cast("Any", kept)["key"])
    except (KeyError, TypeError, AttributeError):
        return False
    return bool(found == cast("Any", kept).get("fingerprint"))


def _bad(place: Place, reason: str) -> Problem:
    return Problem(place, "bad-lock", f"answers.lock cannot be read: {reason}", _HINT)
