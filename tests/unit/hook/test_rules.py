"""What a hook may use of Python, and how it is told that it may not."""

from __future__ import annotations

from pathlib import Path

import pytest

from kwispel.errors import Problem
from kwispel.model.shapes import Hook
from testkit.quiz_folder import Folder

ADJUST = "def adjust(result, answers):\n"

HOSTILE = {
    "import os": "import os\n" + ADJUST + "    os.remove('x')\n",
    "from os": "from os import system\n" + ADJUST + "    system('true')\n",
    "import inside": ADJUST + "    import os\n",
    "import above": "from ..secret import key\n" + ADJUST + "    key\n",
    "__import__": ADJUST + "    __import__('os')\n",
    "builtins by name": ADJUST + "    __builtins__['open']('x')\n",
    "open": ADJUST + "    open('x', 'w')\n",
    "eval": ADJUST + "    eval('1')\n",
    "exec": ADJUST + "    exec('x = 1')\n",
    "compile": ADJUST + "    compile('1', '', 'eval')\n",
    "input": ADJUST + "    input()\n",
    "print": ADJUST + "    print(answers)\n",
    "getattr": ADJUST + "    getattr(result, 'keys')\n",
    "setattr": ADJUST + "    setattr(adjust, 'x', 1)\n",
    "vars": ADJUST + "    vars()\n",
    "globals": ADJUST + "    globals()\n",
    "type": ADJUST + "    type(result)\n",
    "breakpoint": ADJUST + "    breakpoint()\n",
    "exit": ADJUST + "    exit()\n",
    "hash": ADJUST + "    hash('a')\n",
    "id": ADJUST + "    id(result)\n",
    "classes above": ADJUST + "    ().__class__.__base__.__subclasses__()\n",
    "globals of a function": ADJUST + "    adjust.__globals__\n",
    "frame of a generator": ADJUST + "    (x for x in ()).gi_frame\n",
    "code of a function": ADJUST + "    adjust.__code__ = None\n",
    "attributes by format": ADJUST + "    '{0.__class__}'.format(result)\n",
    "format map": ADJUST + "    '{x}'.format_map({'x': 1})\n",
    "class with slots": "class A:\n    pass\n" + ADJUST + "    A()\n",
    "metaclass by decorator": "@property\n" + ADJUST + "    return\n",
    "catch everything": ADJUST + "    try:\n        1 // 0\n    except:\n        0\n",
    "raise": ADJUST + "    raise SystemExit\n",
    "global": "N = 1\n" + ADJUST + "    global N\n    N = 2\n",
    "async": "async " + ADJUST + "    return\n",
    "wide letters": ADJUST + "    \uff45val('1')\n",
    "shadowed dict": "def dict(x):\n    return x\n" + ADJUST + "    dict(1)\n",
    "shadowed by import": "import sum\n" + ADJUST + "    sum\n",
    "name of JavaScript's": "constructor = 1\n" + ADJUST + "    return\n",
    "type checking": "TYPE_CHECKING = True\n" + ADJUST + "    return\n",
    "lambda of dunder": ADJUST + "    (lambda __x: __x)(1)\n",
    "ratio of a float": ADJUST + "    result['total']['value'] = 0.5\n",
    "imaginary": ADJUST + "    1j\n",
    "bytes": ADJUST + "    b'x'\n",
    "half of a character": ADJUST + "    '\\ud83d'\n",
    "half of one in a text": ADJUST + "    f'\\ud83d{answers}'\n",
    "dots": ADJUST + "    ...\n",
    "set": ADJUST + "    {1, 2}\n",
    "set by comprehension": ADJUST + "    [0 for _ in {x for x in 'ab'}]\n",
    "format by percent": ADJUST + "    '%s' % result\n",
    "format of an f-text": ADJUST + "    f'{result:>9}'\n",
    "matrix": ADJUST + "    result @ answers\n",
    "matrix in place": ADJUST + "    result @= answers\n",
    "async comprehension": ADJUST + "    return [x async for x in answers]\n",
}


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    """Give the folder of a quiz."""
    return Folder(tmp_path)


def hook_of(folder: Folder) -> Hook:
    """Give the hook of a quiz that holds together."""
    found = folder.quiz().hook
    assert found
    return found


def problems_of(folder: Folder, scoring: str) -> tuple[Problem, ...]:
    """Give what is said of a hook."""
    folder.write("scoring.py", scoring)
    quiz, problems = folder.read()
    assert quiz is None
    return problems


@pytest.mark.parametrize("scoring", HOSTILE.values(), ids=HOSTILE)
def test_what_reaches_further_is_refused(folder: Folder, scoring: str) -> None:
    """Each way out is an error in scoring.py, and the quiz is not built."""
    folder.write("sum.py", "N = 1\n") if "import sum" in scoring else None

    problems = problems_of(folder, scoring)

    assert {problem.place.file for problem in problems} == {"quiz/scoring.py"}
    assert {problem.code.partition("-")[0] for problem in problems} == {"hook"}


PLAIN = '''\
"""All that a hook may use."""

import tables as t
from tables import OLD, YOUNG as young

LIMIT: int = 2


def half(value: "Ratio", *more, by=2, **named) -> "Ratio":
    """Divide."""
    del more, named
    return value / by if value else value


def adjust(result, answers):
    total = result["total"]
    found = []
    for question, option in sorted(answers.items()):
        if option in ("a", "b") and not question.startswith("x"):
            found.append(t.POINTS.get(option, 0))
        elif option == "c":
            continue
        else:
            break
    else:
        pass
    points = {key: value for key, value in zip("ab", [1, *found])}
    number = 0
    while number < LIMIT:
        number += 1
    if (count := len(points)) > 10 ** 2:
        total["value"] = half(total["value"]) // 1 % 5 - -count
    text = f"{count} of {number!r}" + ", ".join([str(n) for n in range(count)][::-1])
    result["ledger"].append({"question": None, "answer": text, "value": OLD[0]})
    best = max(map(lambda n: abs(n), young), key=lambda n: n, default=0)
    return any(x > best for x in young) or None
'''


def test_plain_python_is_let_through(folder: Folder) -> None:
    """What the reference lists can be used, in the order of importing."""
    folder.write("tables.py", 'OLD = [1]\nYOUNG = [2]\nPOINTS = {"a": 1}\n')
    folder.write("scoring.py", PLAIN)

    hook = hook_of(folder)

    assert [module.name for module in hook.modules] == ["tables", "scoring"]
    assert (hook.place.line, hook.place.column) == (15, 1)


def test_a_quiz_without_the_file_has_no_hook(folder: Folder) -> None:
    """Nothing else makes one."""
    assert folder.quiz().hook is None


def test_a_module_that_two_import_comes_once(folder: Folder) -> None:
    """Each stands after what it imports."""
    folder.write("base.py", "N = 1\n")
    folder.write("left.py", "from base import N\n")
    folder.write("right.py", "import base\nimport left\nM = base.N + left.N\n")
    folder.write("scoring.py", f"from right import M\n{ADJUST}    M\n")

    names = [module.name for module in hook_of(folder).modules]

    assert names == ["base", "left", "right", "scoring"]


@pytest.mark.parametrize(
    "scoring",
    [
        "adjust = 1\n",
        "from tables import adjust\n",
        "def adjust(result):\n    return\n",
        "def adjust(answers, result):\n    return\n",
        "def adjust(result, answers, more=1):\n    return\n",
        "def adjust(result, answers=1):\n    return\n",
        "def adjust(result, answers, *, more):\n    return\n",
        "def adjust(*result, **answers):\n    return\n",
        ADJUST + "    return\n" + ADJUST + "    return\n",
        "if 1:\n    def adjust(result, answers):\n        return\n",
    ],
)
def test_adjust_is_one_function_of_two(folder: Folder, scoring: str) -> None:
    """Another signature would fail for the first reader."""
    if "tables" in scoring:
        folder.write("tables.py", ADJUST + "    return\n")

    problems = problems_of(folder, scoring)

    assert [problem.code for problem in problems] == ["hook-adjust"]


def test_modules_may_not_import_each_other(folder: Folder) -> None:
    """Neither would be whole when the other needs it."""
    folder.write("one.py", "import two\n")
    folder.write("two.py", "import one\n")

    problems = problems_of(folder, f"import one\n{ADJUST}    one\n")

    assert [problem.code for problem in problems] == ["hook-import"]
    assert '"one" → "two" → "one"' in problems[0].message


def test_a_module_that_cannot_be_read_is_told_alone(folder: Folder) -> None:
    """What it defines is not known, so nothing is said of that."""
    folder.write("tables.py", "A = (\n")

    problems = problems_of(
        folder, f"import tables\nfrom tables import A\n{ADJUST}    tables.B\n"
    )

    assert {problem.code for problem in problems} <= {"hook-syntax", "hook-import"}
    assert "hook-syntax" in {problem.code for problem in problems}


def test_a_module_that_nothing_imports_is_told(folder: Folder) -> None:
    """Its author thinks that it counts."""
    folder.write("tables.py", "A = 1\n")
    folder.write("_notes.py", "import os\n")

    problems = problems_of(folder, ADJUST + "    return\n")

    assert [p.place.file for p in problems] == ["quiz/tables.py"]
    assert [p.code for p in problems] == ["unknown-file"]


@pytest.mark.parametrize("deep", ["(" * 5000 + ")" * 5000, "-" * 50_000 + "1"])
def test_deep_nesting_is_an_error_and_no_crash(folder: Folder, deep: str) -> None:
    """Python's own parser gives up there."""
    problems = problems_of(folder, f"N = {deep}\n{ADJUST}    return\n")

    assert [problem.code for problem in problems] == ["hook-syntax"]


def test_what_only_the_compiler_sees_is_an_error(folder: Folder) -> None:
    """Break outside a loop is syntax that the parser lets through."""
    problems = problems_of(folder, f"break\n{ADJUST}    return\n")

    assert [problem.code for problem in problems] == ["hook-syntax"]


def test_places_count_characters(folder: Folder) -> None:
    """Letters of two bytes do not shift a column."""
    problems = problems_of(folder, ADJUST + "    ('éé', answers.gte)\n")

    assert [(p.place.line, p.place.column) for p in problems] == [(2, 20)]
    assert 'Write ".get"' in problems[0].hint
