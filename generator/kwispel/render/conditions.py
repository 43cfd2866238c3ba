"""When a question is asked: as a selector for CSS, and in words for the reader.

Both are made from the `when` of the sheet, which is also what the engine goes by.
Source: docs/decisions/0007-hiding-by-css.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from markupsafe import Markup

from kwispel.model.questions import Question
from kwispel.model.shapes import Quiz
from kwispel.render.conventions import Joints, listed
from kwispel.render.language import Strings
from kwispel.render.numbers import numbers_for

if TYPE_CHECKING:
    from kwispel.core.shapes import Condition, Sheet, SheetQuestion

LONGEST = 8_000
"""What a selector may grow to; a question that needs a longer one is always shown."""


def asked_selectors(sheet: Sheet) -> Mapping[str, str]:
    """Give by question what an element around the quiz matches while it is asked.

    Shape: only questions with a condition; of `:has()` alone, so that it may follow
    any other selector. What a hidden question depends on is in it too.
    """
    parts: list[tuple[str, ...]] = []
    for question in sheet["questions"]:
        parts.append(_asked(question, sheet, parts))
    selectors = {
        question["id"]: "".join(found)
        for question, found in zip(sheet["questions"], parts, strict=True)
        if question.get("when")
    }
    return {name: text for name, text in selectors.items() if len(text) <= LONGEST}


def _asked(
    question: SheetQuestion, sheet: Sheet, earlier: list[tuple[str, ...]]
) -> tuple[str, ...]:
    """Give selectors that must all match: each condition, and what that hangs on."""
    alternatives = [
        tuple(
            dict.fromkeys(
                part
                for condition in conditions
                for part in (
                    *earlier[condition["question"]],
                    _chosen(sheet["questions"][condition["question"]], condition),
                )
            )
        )
        for conditions in question.get("when", [])
    ]
    if len(alternatives) == 1:
        return alternatives[0]
    joined = ",".join("".join(parts) for parts in alternatives)
    # What is too long already is not made longer still by those that hang on it.
    return (f":is({joined})"[: LONGEST + 1],) if alternatives else ()


def _chosen(question: SheetQuestion, condition: Condition) -> str:
    """Match while the reader has chosen one of these options of a question."""
    places = condition["options"]
    if not question.get("multiple") or None not in question["points"]:
        return _has(question, places)
    # n.a. beside another tick leaves the question open, and then nothing holds.
    counted = [at for at in places if question["points"][at] is not None]
    others = [at for at, points in enumerate(question["points"]) if points is None]
    found = [f"{_has(question, counted)}:not({_has(question, others)})"]
    everywhere = range(len(question["options"]))
    found = found if counted else []
    found += [
        f"{_has(question, [at])}:not("
        f"{_has(question, [other for other in everywhere if other != at])})"
        for at in places
        if question["points"][at] is None
    ]
    return found[0] if len(found) == 1 else f":is({','.join(found)})"


def _has(question: SheetQuestion, places: list[int]) -> str:
    ids = (question["options"][at] for at in places)
    inputs = ",".join(f"#q-{question['id']}\\.{option}:checked" for option in ids)
    return f":has({inputs})"


def condition_words(question: Question, quiz: Quiz, ui: Strings) -> Markup | None:
    """Tell when a question is asked, for paper and where CSS cannot hide it."""
    if not question.when:
        return None
    questions = {each.id: (at, each) for at, each in enumerate(quiz.questions, 1)}
    alternatives = [
        _listed(
            [_part(*questions[name], options, ui) for name, options in one.items()],
            ui.conventions.both,
        )
        for one in question.when
    ]
    told = Markup("; {} ").format(ui.or_joint).join(alternatives)
    return Markup.escape(ui.condition).format(conditions=told)


def _part(number: int, question: Question, ids: tuple[str, ...], ui: Strings) -> Markup:
    labels = [
        Markup.escape(ui.quoted).format(label=option.label_html)
        for option in question.options
        if option.id in ids
    ]
    options = _listed(labels, ui.conventions.either)
    told = numbers_for(ui).whole(number)
    return Markup.escape(ui.condition_part).format(options=options, n=told)


def _listed(items: list[Markup], joints: Joints) -> Markup:
    # What is joined is Markup, or a word of ours.
    return Markup(listed([str(item) for item in items], joints))  # noqa: S704
