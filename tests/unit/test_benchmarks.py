"""What the benchmarks make of the numbers that they measured."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

BENCHMARKS = Path(__file__).parents[2] / "benchmarks"


def module(name: str) -> ModuleType:
    """Load a module of the suite, whose names are no package's."""
    path = BENCHMARKS / f"{name}.py"
    spec = importlib.util.spec_from_file_location(f"benchmarks_{name}", path)
    assert spec
    assert spec.loader
    loaded = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = loaded  # dataclasses look their module up
    spec.loader.exec_module(loaded)
    return loaded


@pytest.fixture(scope="module")
def figures() -> ModuleType:
    """Give what sums up several runs."""
    return module("figures")


def script(start: float, **told: object) -> dict[str, object]:
    """Describe a script as the browser does that tells of a late frame."""
    return {"start": start, "ms": 1, "layout": 0, "by": "", "file": "", "name": ""} | (
        told
    )


def visit(
    *, task: tuple[float, float], scripts: list[dict[str, object]]
) -> dict[str, object]:
    """Describe a visit with one long task, and the frame in which it was."""
    frame = {"start": task[0], "end": sum(task), "style": 0, "scripts": scripts}
    return {"long_tasks": [task], "frames": [frame]}


def test_figure_tells_the_middle_and_both_ends(figures: ModuleType) -> None:
    """An outlier moves an end and not the middle."""
    assert figures.figure([3.0, 1.0, 900.0]).text() == "3 (1 to 900)"


def test_equal_runs_have_no_spread(figures: ModuleType) -> None:
    """Nothing between brackets says that the runs were equal."""
    assert figures.figure([7.0, 7.0]).text(1) == "7.0"


def test_nineteen_of_twenty_stay_within_the_95th_percentile(
    figures: ModuleType,
) -> None:
    """One in twenty may be as slow as it likes."""
    most = figures.percentile_95([10.0] * 20 + [500.0])

    assert most == 10


def test_one_run_is_its_own_percentile(figures: ModuleType) -> None:
    """With one run there is nothing between runs."""
    assert figures.percentile_95([12.5]) == 12.5


def test_kept_numbers_have_five_digits(figures: ModuleType) -> None:
    """Small ones keep as much of themselves as large ones."""
    assert figures.rounded({"a": [0.000123456, 1234.5678]}) == {
        "a": [0.00012346, 1234.6]
    }


def test_long_task_is_named_after_the_script_that_took_most() -> None:
    """What ran for a moment beside it is not what kept the reader waiting."""
    short = script(102, by="https://host/boot.js", ms=2)
    long = script(110, by="BUTTON.onclick", file="runtime.js", name="show", ms=80)

    [found] = module("long_tasks").named([visit(task=(100, 90), scripts=[short, long])])

    assert found.name == "`BUTTON.onclick` `show` in runtime.js"
    assert (found.visits, found.durations_ms) == (1, [90])


def test_long_task_without_scripts_is_the_browsers_own_work() -> None:
    """Parsing runs no script of anybody."""
    [found] = module("long_tasks").named([visit(task=(100, 90), scripts=[])])

    assert found.name == "reading the page"


def test_the_same_task_of_several_visits_is_one_row() -> None:
    """A table of thirty visits must not have thirty rows for one task."""
    once = visit(task=(10, 60), scripts=[script(20, by="script")])

    [found] = module("long_tasks").named([once, once])

    assert found.visits == 2
    assert found.starts_ms == [10, 10]
