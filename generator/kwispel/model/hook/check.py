"""Make of the Python files of a quiz its hook: read, checked, in order of importing."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator, Mapping

from kwispel.errors import Place, Problem, has_error
from kwispel.model.hook.rules import (
    Offered,
    ParsedModule,
    not_offered,
    rule_problems,
    top_level_names,
)
from kwispel.model.shapes import Hook, HookModule
from kwispel.source.names import nearest
from kwispel.source.shapes import SourceFile

ENTRY = "scoring"
ADJUST = "adjust"
_PARAMETERS = ["result", "answers"]
_WRITE_ADJUST = 'Write "def adjust(result, answers):".'


def check_hook(files: tuple[SourceFile, ...], problems: list[Problem]) -> Hook | None:
    """Give the hook of a quiz; None where there is none, or something wrong with it.

    Source: docs/reference/hook.md.
    """
    by_name = {file.name.stem: file for file in files}
    if ENTRY not in by_name:
        return None
    found: list[Problem] = []
    reader = _Reader(by_name, found)
    reader.read(ENTRY, ())
    if len(reader.parsed) == len(reader.seen):  # or else imports may not be known
        found += [
            _unused(file) for name, file in by_name.items() if name not in reader.seen
        ]
    place = None
    if ENTRY in reader.parsed:
        place = _adjust_place(reader.parsed[ENTRY], found)
    problems += found
    if place is None or has_error(found):
        return None
    modules = tuple(
        HookModule(name, module.file, "\n".join(module.lines) + "\n")
        for name, module in reader.parsed.items()
    )
    return Hook(modules, place)


class _Reader:
    """Parses modules, each after those that it imports."""

    def __init__(
        self, files: Mapping[str, SourceFile], problems: list[Problem]
    ) -> None:
        self.parsed: dict[str, ParsedModule] = {}
        self.seen: set[str] = set()
        self._files = files
        self._problems = problems

    def read(self, name: str, above: tuple[str, ...]) -> None:
        """Parse a module, and first what it imports."""
        if name in self.seen:
            return
        self.seen.add(name)
        module = _parse(name, self._files[name], self._problems)
        if module is None:
            return
        known: Offered = {}
        for node in ast.walk(module.tree):
            if isinstance(node, ast.Import):
                self._import(module, node, known, (*above, name))
            elif isinstance(node, ast.ImportFrom):
                self._import_from(module, node, (*above, name))
        self._problems += rule_problems(module, known)
        self.parsed[name] = module

    def _import(
        self,
        module: ParsedModule,
        node: ast.Import,
        known: Offered,
        above: tuple[str, ...],
    ) -> None:
        for alias in node.names:
            place = module.place(alias)
            if self._find(alias.name, module, node, place, above):
                other = self.parsed.get(alias.name)
                offered = top_level_names(other.tree) if other else frozenset[str]()
                known[alias.asname or alias.name] = alias.name, offered

    def _import_from(
        self, module: ParsedModule, node: ast.ImportFrom, above: tuple[str, ...]
    ) -> None:
        name = "." * node.level + (node.module or "")
        if not self._find(name, module, node, module.place(node), above):
            return
        other = self.parsed.get(name)
        offered = top_level_names(other.tree) if other else None
        for alias in node.names:
            place = module.place(alias)
            if alias.name == "*":
                hint = "Name what you need of it."
                self._problems.append(_import_problem(place, '"*" is imported', hint))
            elif offered is not None and alias.name not in offered:
                problem = not_offered(place, name, alias.name, offered)
                self._problems.append(problem)

    def _find(
        self,
        name: str,
        module: ParsedModule,
        node: ast.stmt,
        place: Place,
        above: tuple[str, ...],
    ) -> bool:
        """Read a module that is imported; report why that cannot be."""
        if node not in module.tree.body:
            what = f'"{name}" is imported inside another statement'
            hint = "Import at the margin, at the top of the file."
        elif name in above:
            path = " → ".join(f'"{one}"' for one in (*above[above.index(name) :], name))
            what = f"modules import each other: {path}"
            hint = "Put what both need into a third module."
        elif name not in self._files:
            what = f'"{name}" is no file beside "{ENTRY}.py"'
            meant = nearest(name, sorted(self._files))
            hint = "A hook can import modules in its own folder alone."
            hint = f'Write "{meant}".' if meant else hint
        else:
            self.read(name, above)
            return True
        self._problems.append(_import_problem(place, what, hint))
        return False


def _parse(name: str, file: SourceFile, problems: list[Problem]) -> ParsedModule | None:
    lines = tuple(line.text for line in file.lines)
    source = "\n".join(lines) + "\n"
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of doubtful escapes and comparisons
            tree = ast.parse(source, file.shown)
            compile(source, file.shown, "exec", dont_inherit=True)
    except SyntaxError as error:
        place = Place(file.shown, error.lineno or 1, error.offset or 1)
        what = f"this is no Python: {error.msg}"
        problems.append(
            Problem(place, "hook-syntax", what, "Write Python that can be read.")
        )
        return None
    except (RecursionError, MemoryError):
        what = "this is nested too deeply to be read"
        hint = "Give parts of it names of their own."
        problems.append(Problem(Place(file.shown), "hook-syntax", what, hint))
        return None
    return ParsedModule(name, file.shown, lines, tree)


def _adjust_place(module: ParsedModule, problems: list[Problem]) -> Place | None:
    """Give where `adjust` is defined; report where it is not, or not as it should."""
    defined = list(_definitions(module.tree))
    if not defined:
        what = f'"{ENTRY}.py" does not define "{ADJUST}"'
        problems.append(_adjust_problem(Place(module.file), what))
        return None
    last = defined[-1]
    place = module.place(last)
    if len(defined) > 1:
        problems.append(_adjust_problem(place, f'"{ADJUST}" is defined twice'))
    elif not isinstance(last, ast.FunctionDef):
        problems.append(_adjust_problem(place, f'"{ADJUST}" is no function'))
    elif not _takes_two(last.args):
        what = f'"{ADJUST}" must take "result" and "answers"'
        problems.append(_adjust_problem(place, what))
    return place


def _definitions(tree: ast.Module) -> Iterator[ast.AST]:
    for node in tree.body:
        if isinstance(node, ast.FunctionDef):
            if node.name == ADJUST:
                yield node
        elif ADJUST in top_level_names(ast.Module([node], [])):
            yield node


def _takes_two(given: ast.arguments) -> bool:
    names = [argument.arg for argument in (*given.posonlyargs, *given.args)]
    others = (given.vararg, given.kwarg, *given.kwonlyargs, *given.defaults)
    return names == _PARAMETERS and not any(others)


def _adjust_problem(place: Place, what: str) -> Problem:
    return Problem(place, "hook-adjust", what, _WRITE_ADJUST)


def _import_problem(place: Place, what: str, hint: str) -> Problem:
    return Problem(place, "hook-import", what, hint)


def _unused(file: SourceFile) -> Problem:
    return Problem(
        file.place,
        "unknown-file",
        f'"{file.name.name}" is imported by nothing',
        f'Import it in "{ENTRY}.py", delete it, or let its name begin with "_".',
    )
