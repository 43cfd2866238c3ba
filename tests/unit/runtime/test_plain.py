"""What is plain, and that the runtime for that does what the whole one does."""

from __future__ import annotations

import builtins
import json
import re
from collections.abc import Callable, Sequence
from copy import deepcopy
from fractions import Fraction
from pathlib import Path
from types import ModuleType
from typing import Any

import hypothesis.strategies as st
import pytest
from hypothesis import given

from kwispel.browser import draw, flow
from kwispel.compile import compile_quiz
from kwispel.core import outcome as core_outcome
from kwispel.core import shapes
from kwispel.core.plain import plain
from kwispel.model.shapes import Quiz
from kwispel.runtime.bundle import ENTRY, LATER, our_modules
from kwispel.runtime.compile_python import read_modules
from kwispel.runtime.plain import (
    ABSENT,
    NEVER,
    PRESENT,
    is_plain,
    not_plain_pattern,
)
from kwispel.runtime.plain_modules import plain_modules
from testkit.quizzes import bands, question, quiz, score

SIGNS: Any = {"decimal": ",", "minus": "-", "colon": ": ", "digits": ""}
ALLOWED = {"key", "from"}
"""Keys that a sheet may have or not, and that are no matter."""


def plain_quiz(
    rows: Sequence[Sequence[int | None]] = ((0, 1, 2, 3, None),) * 4,
    multiply: Fraction = Fraction(1),
    add: int = 0,
) -> Quiz:
    """Give a quiz of the plainest kind: sums and means, with n.a."""
    asked = [question(f"q{at}", row) for at, row in enumerate(rows)]
    everything = {one.id: 1 for one in asked}
    return quiz(
        asked,
        score(
            "total",
            everything,
            bands=bands(low=None, high=5),
            multiply=multiply,
            add=Fraction(add),
        ),
        score("one", {"q0": 1, "q1": 2}, bands=bands(low=None, high=2)),
        score("two", {"q2": -1, "q3": 1}, bands=bands(all=None), method="mean"),
    )


def sheet() -> Any:  # noqa: ANN401 - a sheet that may be spoilt
    """Give its sheet."""
    return known_sheet(plain_quiz())


def test_a_quiz_of_sums_and_means_is_plain() -> None:
    """With n.a. in it, as most have."""
    assert is_plain(sheet())
    assert not re.search(not_plain_pattern(), json.dumps(sheet()))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda made: made.update(hook=True),
        lambda made: made["questions"][1].update(when=[]),
        lambda made: made["questions"][1].update(multiple=True),
        lambda made: made["questions"][2].update(optional=True),
        lambda made: made["questions"][3].update(splits=True),
        lambda made: made["questions"][0].update(base=1),
        lambda made: made["scores"][0].update(missing="mean"),
        lambda made: made["scores"][1].update(hidden="lowest"),
        lambda made: made["scores"][0].update(table={"unit": 1, "entries": []}),
        lambda made: made["scores"][0].update(round=True),
        lambda made: made["scores"][2].update(better="low"),
        lambda made: made["scores"][0].update(method="percent"),
        lambda made: made["scores"][0]["members"][1].update(base=1),
        lambda made: made["scores"][1]["bands"][1].update(above=[1, 2]),
    ],
)
def test_a_quiz_with_anything_else_is_not(spoil: Callable[[Any], None]) -> None:
    """Neither for the site's build nor for the script that would refuse it."""
    made = sheet()
    spoil(made)

    assert not is_plain(made)
    assert re.search(not_plain_pattern(), json.dumps(made, separators=(",", ":")))


def test_a_band_that_only_a_hook_sets_is_not_plain() -> None:
    """It has no limit at all."""
    made = sheet()
    del made["scores"][0]["bands"][1]["from"]

    assert not is_plain(made)


def test_ids_of_authors_play_no_part() -> None:
    """A quiz, question, option, score or band may be called what keys are called."""
    made = sheet()
    made["quiz"] = made["questions"][0]["id"] = "when"
    made["questions"][0]["options"] = [*sorted(ABSENT)]
    made["scores"][1]["id"] = made["scores"][0]["bands"][0]["id"] = "table"

    assert is_plain(made)
    text = json.dumps(made, separators=(",", ":"))
    assert not re.search(not_plain_pattern(), text)


def test_every_key_that_may_be_absent_is_known_here() -> None:
    """Whoever adds one to a sheet says whether plain quizzes may have it."""
    parts = ("Sheet", "SheetQuestion", "SheetScore", "Member", "SheetBand")
    source = Path(shapes.__file__).read_text(encoding="utf-8")
    said = "".join(
        source[source.index(found[0]) :].split("\n\n    class ")[0]
        for part in parts
        if (found := re.search(rf"class {part}\(|{part} = TypedDict", source))
    )
    keys = set(re.findall(r'"?(\w+)"?: NotRequired', said))

    assert keys == (ABSENT | ALLOWED | PRESENT) - {"minimum_answered"}
    assert {"method"} == set(NEVER)


def plain_runtime() -> Callable[[str], Any]:
    """Give what imports a module as the runtime of plain quizzes has it."""
    known = our_modules()
    at_once = [module.name for module in read_modules(ENTRY, known)]
    every = read_modules(ENTRY, known, LATER)
    later = [module.name for module in every if module.name not in at_once]
    sources = {m.name: m.source for m in plain_modules(every, at_once, later, ENTRY)}
    made: dict[str, ModuleType] = {}

    def find(name: str) -> ModuleType:
        if name not in made:
            made[name] = module = ModuleType(name)
            module.__dict__["__builtins__"] = {
                **vars(builtins),
                "__import__": lambda name, *_: find(name),
            }
            exec(sources[name], module.__dict__)  # noqa: S102 - our own
        return made[name]

    return find


PLAIN = plain_runtime()


def known_sheet(of: Quiz) -> Any:  # noqa: ANN401 - as JSON gives it
    """Give a sheet of a quiz as a page has it."""
    return json.loads(json.dumps(compile_quiz(of)))


ROWS = st.lists(st.sampled_from([-2, 0, 0, 1, 3]), min_size=2, max_size=4).flatmap(
    lambda row: st.sampled_from([[*row, None], row])
)
SHEETS = st.builds(
    plain_quiz,
    st.lists(ROWS, min_size=4, max_size=4),
    st.sampled_from([Fraction(1), Fraction(-2), Fraction(5, 3)]),
    st.sampled_from([0, 1]),
).map(known_sheet)
SOME_ANSWERS = st.dictionaries(
    st.sampled_from(["q0", "q1", "q2", "q3", "q4"]),
    st.sampled_from(["a", "b", "c", "d", "e", "f", ["a"]]),
)


ALL_ANSWERS = st.fixed_dictionaries(
    {f"q{at}": st.sampled_from(["a", "b", "b", "c"]) for at in range(4)}
)
ANSWERS = st.one_of(ALL_ANSWERS, SOME_ANSWERS)


@given(SHEETS, ANSWERS)
def test_its_core_gives_the_same_outcome(made: Any, answers: dict[str, Any]) -> None:  # noqa: ANN401 - a sheet
    """Whatever is answered, or not."""
    assert is_plain(made)

    found = PLAIN("kwispel.core.outcome")
    scoring = found.begin(made, answers)
    if not scoring["open"]:
        while found.go_on(scoring):
            pass
    given_by_plain = found.finish(scoring)

    as_text = json.loads(json.dumps(given_by_plain, default=repr))
    whole = json.loads(json.dumps(plain(core_outcome.outcome(made, answers))))
    assert as_text == whole


EVENTS = st.sampled_from(["answer", "submit", "reset", "all", "asked", "open"])


@given(SHEETS, st.lists(st.tuples(EVENTS, ANSWERS), max_size=4))
def test_it_shows_the_same(made: Any, events: list[tuple[str, Any]]) -> None:  # noqa: ANN401 - a sheet
    """All that changes on the page, from event to event."""
    steps, shown = PLAIN("kwispel.browser.flow"), PLAIN("kwispel.browser.draw")
    one: Any = flow.begin(made)
    other = steps.begin(made)
    for kind, answers in [*events, ("submit", {f"q{at}": "b" for at in range(4)})]:
        event: Any = {"type": kind, "answers": answers}
        before, one = one, flow.step(one, event)
        other_before, other = other, steps.step(other, deepcopy(event))

        assert repr(other["result"]) == repr(one["result"])
        expected = draw.changes(before, one, SIGNS, [])
        assert shown.changes(other_before, other, SIGNS, []) == expected
