"""Put Brython's kept blocks and our compiled modules into one script.

Only the build of the package comes here: the script needs brython.js, Node and the
minifier, and what it makes goes into the wheel.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Literal

import minify  # the wheel tdewolff-minify

from kwispel.runtime.brython_blocks import Blocks, Rewrite, keep_blocks
from kwispel.runtime.compile_python import (
    CannotCompile,
    compile_once,
    find_modules,
    names_in_calls,
    read_modules,
    shortened,
)
from kwispel.runtime.names import Names, shared_by
from kwispel.runtime.notices import short_notice, whole_notice
from kwispel.runtime.page_blocks import for_pages
from kwispel.runtime.plain import not_plain_pattern
from kwispel.runtime.plain_modules import plain_modules
from kwispel.runtime.refusals import refusals, refuse_missing, refusing_types
from kwispel.runtime.short_members import short_members, with_short_members
from kwispel.runtime.slices import TURN, at_once, in_brackets, with_turns

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

PACKAGE = Path(__file__).parents[1]
ENTRY = "kwispel.browser.page"
LATER = "kwispel.browser.more"
"""What only this module reaches comes in a script of its own, once it is asked for."""
FOR_HOOKS = "kwispel.browser.register"
"""What hooks call: what only this reaches no page has but those of sites with hooks."""
FOR_STEPS = "kwispel.browser.stepped"
"""What only this reaches comes to quizzes of one question at a time alone."""
MODULES = "kwispelModules"
"""Stands in a script, as no name of its own, where the compiled modules come."""
LEFT_AT = "document.currentScript.kwispelLater"
"""Where the script of what comes later leaves what runs it; see modules.js."""
START = "kwispelStart"
"""Stands likewise where the function comes that does all."""
BRYTHON_JS = Path(str(files("brython").joinpath("data", "brython.js")))

COMPILE_ALL = "//# allFunctionsCalledOnLoad"
"""Has Chromium compile functions off the main thread, and keep them all compiled."""

_HERE = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Bundle:
    """A runtime, before it is minified.

    Shape: notice is the licence, a comment; script one function that runs at once, and
    that calls modules, a function, by the name of MODULES; stepped is that function
    with what quizzes of one question at a time need too; later is the script of the
    modules that come later, to either, and empty where all come at once. names are
    those that they share.
    """

    notice: str
    script: str
    modules: str
    stepped: str
    later: str
    names: Names

    def text(self) -> str:
        """Give the script as it can be read."""
        return self._with(self.script, self.modules)

    def minified(self) -> str:
        """Give the script as it goes over the wire."""
        return self._minified_with(self.modules)

    def minified_stepped(self) -> str:
        """Give likewise the script for quizzes of one question at a time."""
        return self._minified_with(self.stepped)

    def minified_later(self) -> str:
        """Give the script of what comes later as it goes over the wire."""
        return in_brackets(minified_script(self.later, keep_names=True))

    def _minified_with(self, modules: str) -> str:
        modules = minified_script(modules, keep_names=True).rstrip(";")
        return self._with(minified_script(self.script), modules)

    def _with(self, script: str, modules: str) -> str:
        before, after = script.split(MODULES)
        script = in_brackets(before + modules + after)
        return f"{self.notice}\n{COMPILE_ALL}\n{script}\n"


@dataclass(frozen=True, slots=True)
class Treatment:
    """What is done to Brython before it is bundled.

    Shape: rewrite is given each kept block with its place in the file, and gives what
    stands instead; before is JavaScript that comes before the first; is_whole: what
    would be asked for later comes at once; has_hooks: what hooks need is there;
    is_page: no Python will come but the modules of the bundle, so that what they do
    not name may go; is_plain: no quiz will but a plain one. net is what becomes of what
    a reader does: journal keeps it for another runtime, which take_over has do it
    again.
    """

    rewrite: Rewrite | None = None
    before: str = ""
    is_page: bool = False
    is_plain: bool = False
    is_whole: bool = False
    net: Literal["journal", "take_over"] = "take_over"
    has_hooks: bool = False

    @property
    def has_licence(self) -> bool:
        """Say whether Brython's licence stands in it whole, and not beside it."""
        return self.net == "take_over"


COMPLETE = Treatment(is_whole=True, has_hooks=True)


def minified_script(script: str, *, keep_names: bool = False) -> str:
    """Give a script with short names and no white space."""
    minify.config({"js-keep-var-names": keep_names})  # it stays as it was set last
    return minify.string("text/javascript", script)


def our_modules() -> dict[str, Path]:
    """Give the files of kwispel's Python for the browser by the modules' names."""
    return find_modules(PACKAGE / "core", "kwispel.core") | find_modules(
        PACKAGE / "browser", "kwispel.browser"
    )


def make_bundle(
    entry: str = ENTRY,
    more_modules: Mapping[str, Path] | None = None,
    treatment: Treatment = COMPLETE,
    later: str | None = None,
    names: Names | None = None,
) -> Bundle:
    """Bundle a module with all that it imports; its `start` is called at the end.

    Shape: more_modules are importable beside kwispel's own, for the tests; later is the
    module that is asked for later: that of the page, unless another is named. names are
    those of the bundle whose script of what comes later this one asks for, if it is not
    its own.
    Raises: CannotCompile, UnknownBrython.
    """
    if later is None:
        later = LATER if entry == ENTRY else ""
    known = our_modules() | dict(more_modules or {})
    hooks, steps = ([FOR_HOOKS], [FOR_STEPS]) if entry == ENTRY else ([], [])
    last = [later] if later else []
    modules = read_modules(entry, known, *last, *steps, *hooks)
    chosen = _chosen(entry, known, hooks * treatment.has_hooks, steps, last)
    by_name = names_in_calls(modules) if treatment.is_page else None
    if treatment.is_plain:
        chosen[1] = []
        modules = plain_modules(modules, chosen[0], chosen[2], entry)
    brython = BRYTHON_JS.read_text(encoding="utf-8")
    stand_ins = part("stand_ins")
    blocks = keep_blocks(brython, stand_ins=stand_ins, rewrite=treatment.rewrite)
    compiled = compile_once(modules, BRYTHON_JS)
    for name, javascript in compiled.items():
        refuse_missing(name, javascript, blocks)
    short = {name: shortened(text, by_name) for name, text in compiled.items()}
    shared = names.shared if names else shared_by(short.values(), _names_around())
    short = {name: short[name] for parts in chosen for name in parts}
    if treatment.is_page:
        blocks = _tidied(blocks, [*short.values(), entry])
    script = _script(blocks, _given(shared), entry, treatment)
    if names is None:
        texts = [script, *short.values()] if treatment.is_page else []
        names = Names(shared, short_members(texts))
    else:
        names.check([script, *short.values()])
    named = {name: names.in_module(text) for name, text in short.items()}
    parts = [[named[name] for name in part_names] for part_names in chosen]
    return _bundle(script, parts, names, treatment)


def _bundle(
    script: str, parts: list[list[str]], names: Names, treatment: Treatment
) -> Bundle:
    """Bundle a script with modules: those at once, those of steps, those that wait."""
    first, stepped, rest = parts
    if treatment.is_whole:
        first, stepped, rest = first + stepped + rest, [], []
    letters = _given(names.shared).values()
    later = f"{LEFT_AT} = {_function(letters, rest)};" if rest else ""
    return Bundle(
        notice=whole_notice() if treatment.has_licence else short_notice(),
        script=with_short_members(script, names.members),
        modules=_function(letters, first),
        stepped=_function(letters, first + stepped),
        later=later,
        names=names,
    )


def _chosen(
    entry: str, known: Mapping[str, Path], hooks: list[str], *parts: list[str]
) -> list[list[str]]:
    """Give the modules that come at once, and those that only each part reaches."""
    chosen = [[module.name for module in read_modules(entry, known, *hooks)]]
    for names in parts:
        if early := [name for name in names if name in chosen[0]]:
            raise CannotCompile(f"{entry} imports {early[0]}, which is to come later")
        whole = [module.name for module in read_modules(entry, known, *names)]
        chosen.append([name for name in whole if name not in chosen[0]])
    return chosen


def _tidied(blocks: Blocks, modules: Iterable[str]) -> Blocks:
    parts = map(part, ("surroundings", "stand_ins", "modules", "short_names"))
    missing = " ".join(blocks.missing)
    around = "\n".join((*modules, *parts, missing))
    first, *others = for_pages((blocks.first, *blocks.others), around)
    return replace(blocks, first=first, others=tuple(others))


def _function(names: Iterable[str], modules: Iterable[str]) -> str:
    body = f"\n;{TURN}".join(modules)
    return at_once(f"function* ({', '.join(names)}) {{\n{body}\n}}")


def _given(shared: Mapping[str, str]) -> dict[str, str]:
    """Give the letters of what the script gives to modules, in their order there."""
    around = _names_around()
    return {name: letter for name, letter in shared.items() if name in around}


def _names_around() -> list[str]:
    """Give the names that modules may use of the script around them."""
    given = re.findall(r"^const ([\w$]+) = ", part("short_names"), re.MULTILINE)
    return ["$B", *given]


def _script(
    blocks: Blocks, given: Iterable[str], entry: str, treatment: Treatment
) -> str:
    """Give the script: one job, which yields wherever the browser may have its turn."""
    first, *others = with_turns((blocks.first, *blocks.others))
    job = [
        "try {",
        "var $B = __BRYTHON__;",  # one of the blocks declares it again
        first,
        *refusals(blocks),
        part("stand_ins"),
        *others,
        *refusing_types(),
        part("modules"),
        part("short_names"),
        f"const given = () => [{', '.join(given)}];",
        "try {",
        f"yield* {MODULES}(...given());",
        "} catch (error) { $B.handle_error($B.exception(error)); }",
        "yield* loadHooks();",
        f'mount = (quiz) => perform("{entry}", "mount", $B.jsobj2pyobj(quiz));',
        "arrive(quizzes);",
        *([_only_plain()] if treatment.is_plain else []),
        f'yield* perform("{entry}", "start");',
        "arrived(quizzes);",
        "} catch (error) { place.kwBegan = false; throw error; }",
    ]
    start = at_once(f"function* () {{\n{_joined(job)}\n}}")
    parts = [
        *map(part, ("ways_out", "turns", treatment.net, "surroundings")),
        treatment.before,
        part("start").replace(START, start),
    ]
    return f'(function () {{\n"use strict";\n{_joined(parts)}\n}})();'


def _only_plain() -> str:
    """Give what refuses quizzes that are not plain."""
    return part("only_plain").replace("NOT_PLAIN", json.dumps(not_plain_pattern()))


def _joined(parts: Iterable[str]) -> str:
    return "\n;\n".join(parts)


def part(name: str) -> str:
    """Give a part of the script that is written by hand."""
    return (_HERE / "javascript" / f"{name}.js").read_text(encoding="utf-8").strip()
