"""The whole runtime: small, reproducible, with its notice and without dead weight."""

from __future__ import annotations

import re
from pathlib import Path

import brotli
import pytest

from kwispel.runtime.bundle import FOR_HOOKS, FOR_STEPS, LATER, Bundle, make_bundle
from kwispel.runtime.compile_python import CannotCompile
from kwispel.runtime.load import BUILT
from kwispel.runtime.shaken_bundle import plain_bundle, shaken_bundle

BUDGET = 53_400
PLAIN_BUDGET = 49_100
STEPPED_BUDGET = 55_900
MORE_BUDGET = 11_450
"""Bytes over the wire with brotli: of what comes at once, and of what comes later."""


@pytest.fixture(scope="module")
def bundle() -> Bundle:
    """Make the runtime of the page."""
    return shaken_bundle("runtime")


@pytest.fixture(scope="module")
def minified(bundle: Bundle) -> str:
    """Minify it."""
    return bundle.minified()


def test_the_runtime_is_within_its_budget(minified: str) -> None:
    """A reader on a slow line waits for it."""
    assert len(brotli.compress(minified.encode(), quality=11)) <= BUDGET


@pytest.mark.parametrize(
    "word",
    [
        *("Stichting Mathematisch", "No_digits", "TPFLAGS", "set_func_names"),
        *("builtin_module_names", "_warnings", "frozendict_funcs", "tp_basicsize"),
    ],
)
def test_what_no_page_can_ask_for_is_left_out(bundle: Bundle, word: str) -> None:
    """Each stands for a pass that would have found nothing."""
    assert word not in bundle.script


@pytest.fixture(scope="module")
def plain(bundle: Bundle) -> Bundle:
    """Make the runtime of plain quizzes."""
    return plain_bundle(bundle)


def test_the_runtime_of_plain_quizzes_is_within_its_budget(plain: Bundle) -> None:
    """Most quizzes are plain, and their readers wait for no more than they need."""
    script = plain.minified().encode()

    assert len(brotli.compress(script, quality=11)) <= PLAIN_BUDGET


def test_what_comes_later_knows_both_by_the_same_names(
    bundle: Bundle, plain: Bundle
) -> None:
    """One script is asked for by either, and uses what each has."""
    assert plain.names == bundle.names
    assert re.findall(r"const given = .*", plain.script) == re.findall(
        r"const given = .*", bundle.script
    )


def test_only_the_runtime_of_plain_quizzes_refuses_others(
    bundle: Bundle, plain: Bundle
) -> None:
    """All others take what comes."""
    assert "a quiz that is not plain" in plain.script
    assert "a quiz that is not plain" not in bundle.script


def test_the_runtime_of_steps_is_within_its_budget(bundle: Bundle) -> None:
    """One question at a time takes somewhat more, in one file all the same."""
    stepped = bundle.minified_stepped().encode()

    assert len(brotli.compress(stepped, quality=11)) <= STEPPED_BUDGET


def test_what_comes_later_is_within_its_budget(bundle: Bundle) -> None:
    """Who asks for a link, or keeps a result, waits for it."""
    later = bundle.minified_later().encode()

    assert len(brotli.compress(later, quality=11)) <= MORE_BUDGET


def test_each_module_is_in_one_script(bundle: Bundle) -> None:
    """A module that was in neither, or in both, would fail in the reader's browser."""
    whole = make_bundle()

    def modules(script: str) -> set[str]:
        return set(re.findall(r"^\w+\('(kwispel\.[\w.]+)', \(", script, re.MULTILINE))

    at_once, later = modules(bundle.modules), modules(bundle.later)
    stepped = modules(bundle.stepped) - at_once
    for_hooks = modules(whole.modules) - at_once - later - stepped
    assert for_hooks == {FOR_HOOKS, "kwispel.core.adjust", "kwispel.core.handed"}
    assert at_once | stepped | later < modules(whole.modules)
    assert at_once < modules(bundle.stepped)
    assert not modules(bundle.stepped) & later
    assert FOR_STEPS in stepped
    assert "kwispel.browser.steps" in stepped
    assert LATER in later
    assert not whole.later


def test_what_comes_later_cannot_be_imported_at_once(tmp_path: Path) -> None:
    """It would come at once then, and nobody would notice."""
    program = tmp_path / "program.py"
    program.write_text("from kwispel.browser import keys\n")

    with pytest.raises(CannotCompile, match=r"program imports kwispel\.browser\.keys"):
        make_bundle("program", {"program": program}, later="kwispel.browser.keys")


def test_two_builds_are_the_same_byte_for_byte(
    bundle: Bundle, plain: Bundle, minified: str
) -> None:
    """The hash in its name changes only when it does: another process made these."""
    for name, script in {
        "runtime": minified,
        "plain": plain.minified(),
        "stepped": bundle.minified_stepped(),
        "more": bundle.minified_later(),
    }.items():
        assert (BUILT / f"{name}.js").read_text(encoding="utf-8") == script


def test_the_notice_comes_first_and_says_where_the_licence_is(minified: str) -> None:
    """It stands in full in the script that every site has beside this one."""
    notice = minified[: minified.index("*/")]

    assert notice.startswith("/*! Holds parts of Brython 3.")
    assert "copyright (c) 2012 Pierre Quentel" in notice
    assert "complete.*.js beside this file" in notice


def test_the_complete_runtime_begins_with_the_licence_in_full() -> None:
    """Brython's licence wants its notice, its conditions and its disclaimer kept."""
    notice = make_bundle("kwispel.core.flags").text().partition("*/")[0]

    assert notice.startswith("/*!")
    assert "Brython 3." in notice
    assert "Copyright (c) 2012, Pierre Quentel" in notice
    assert "Redistributions in binary form must reproduce" in notice
    assert "EVEN IF ADVISED OF THE POSSIBILITY OF SUCH DAMAGE" in notice


def test_nothing_is_evaluated(minified: str) -> None:
    """A strict policy forbids it, and the console would say so."""
    assert re.findall(r"(?<![\w$.])(?:eval|Function)\(", minified) == []


def test_docstrings_do_not_travel(bundle: Bundle) -> None:
    """Neither ours nor Brython's."""
    assert "Compute a score from the chosen option" not in bundle.text()
    assert "Base class for arithmetic errors" not in bundle.text()


def test_everything_is_in_one_function(bundle: Bundle) -> None:
    """Nothing is left in the window."""
    assert bundle.script.startswith("(function () {")
    assert bundle.script.endswith("})();")


def test_modules_know_what_is_around_them_by_letters_alone(bundle: Bundle) -> None:
    """A name that was overlooked would be one that nobody has given them."""
    around = r"(?<![\w$])(?:\$(?:B|define|import|call|get|send|item)|_b_)(?![\w$])"

    assert re.search(around, bundle.script)
    assert not re.search(around, bundle.modules)


def test_what_compiles_to_a_missing_part_is_refused(tmp_path: Path) -> None:
    """Python that needs a block which is left out fails the build, not the reader."""
    program = tmp_path / "program.py"
    program.write_text("def start(x):\n    match x:\n        case 1: pass")

    with pytest.raises(CannotCompile, match=r"program needs pattern matching"):
        make_bundle("program", {"program": program})
