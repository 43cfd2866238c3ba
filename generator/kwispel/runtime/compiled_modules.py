"""Say in short what a compiled module says at length: around itself, and in loops.

`runModule` and `$collect` in short_names.js do what is left out here.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

GIVEN_TO_MODULES = ("$define", "$import")
"""What runModule gives each module for itself."""

_MODULE = re.compile(
    r"""\(function\(\)\ \{\n
    var\ \$B\ =\ __BRYTHON__,\n
    \ *_b_\ =\ \$B\.builtins,\n
    \ *(?P<own>[\w$]+)\ =\ \$B\.namespace\("(?P<name>[^"]*)"\),\n
    \ *locals\ =\ (?P=own),\n
    \ *frame\ =\ \[.*\]\n
    var\ __file__\ =\ locals\.__file__\ =\ "[^"]*"\n
    locals\.__name__\ =\ "[^"]*"\n
    locals\.__doc__\ =\ _b_\.None\n
    \$B\.enter_frame\(frame,\ __file__,\ 1\)\n\n
    var\ _frame_obj\ =\ \$B\.frame_obj\n
    locals\.\$annotations\ =\ \{\}\n
    var\ stack_length\ =\ \$B\.count_frames\(\)\n
    try\ \{\n
    (?P<body>(?:.*\n)*)
    \ *\$B\.leave_frame\(\{locals,\ value:\ _b_\.None\}\)\n
    \}\ catch\ \(err\)\ \{\n
    \ *\$B\.set_exc_and_trace\(frame,\ err\)\n
    \ *\$B\.leave_frame\(\{locals,\ value:\ _b_\.None\}\)\n
    \ *throw\ err\n
    \}\n+
    return\ locals\}\(\)\)\s*""",
    re.VERBOSE,
)
_IMPORT = r" *\$B\.\$import_from\(\"([^\"]*)\", '(\w+)', \{\}, 0, locals, \d+\)\n"
_FROM_THERE_TOO = r"(?: *\$B\.\$import_from\(\"\1\", '\w+', \{\}, 0, .*\n)*"
_IMPORTS = re.compile(f"^{_IMPORT}{_FROM_THERE_TOO}", re.MULTILINE)
_LOOP = re.compile(
    r"""var\ no_break_(?P<id>\d+)\ =\ true,\n
    \ *iterator_(?P=id)\ =\ (?P<through>(?:.*\n)*?)
    \ *for\(var\ next_(?P=id)\ of\ \$iterate\(iterator_(?P=id)\)\)\{""",
    re.VERBOSE,
)
_WHILE = re.compile(r"^ *var no_break_(?P<id>\d+) = true\n", re.MULTILINE)
_COMPREHENSION = re.compile(
    r"""\(function\(expr\)\ \{\n
    \ *var\ next_func_(?P<id>\d+)\ =\ \$iterate\(expr\)\n
    \ *var\ result_(?P=id)\ =\ \$B\.\$list\(\[\]\)\n
    \ *try\ \{\n
    \ *for\ \(var\ next_(?P=id)\ of\ next_func_(?P=id)\)\ \{\n
    (?P<body>(?:(?!.*\(function\(expr\)).*\n)*?)
    \ *\}\n
    \ *\}\ catch\ \(err\)\ \{\n
    \ *\$B\.set_exc\(err,\ frame\)\n
    \ *throw\ err\n
    \ *\}\n
    (?:\ *delete\ .*\n)*
    \ *return\ result_(?P=id)\n
    \ *\}\)\(""",
    re.VERBOSE,
)
"""A list of what holds no other list that is still written at length."""
_ITERATOR = re.compile(r"\$B\.make_js_iterator\((.*), frame, frame\.\$lineno\)")


def with_short_module(javascript: str) -> str:
    """Write in short how a module is run, and what it imports."""
    found = _MODULE.fullmatch(javascript)
    if found is None:
        return javascript
    body = _IMPORTS.sub(_imported, found["body"])
    return (
        f"runModule('{found['name']}', ({found['own']}, locals, frame, __file__, "
        f"{', '.join(GIVEN_TO_MODULES)}) => {{\n{body}}});\n"
    )


def _imported(found: re.Match[str]) -> str:
    names = " ".join(name for _, name in re.findall(_IMPORT, found[0]))
    return f"$import('{found[1]}', '{names}')\n"


def with_short_loops(javascript: str) -> str:
    """Write in short how a list is gone through, and how one is made of another."""
    javascript = _ITERATOR.sub(r"$iterate(\1)", javascript)
    javascript = _LOOP.sub(partial(_unless_broken, javascript, _short_loop), javascript)
    javascript = _WHILE.sub(partial(_unless_broken, javascript, _nothing), javascript)
    before = ""
    while before != javascript:
        before, javascript = javascript, _COMPREHENSION.sub(_collected, javascript)
    return javascript


def _unless_broken(
    javascript: str,
    short: Callable[[re.Match[str]], str],
    found: re.Match[str],
) -> str:
    """Write a loop in short, unless something asks how it ended."""
    asks = javascript.count(f"no_break_{found['id']}") > 1
    return found[0] if asks else short(found)


def _short_loop(found: re.Match[str]) -> str:
    through = found["through"].strip()
    return f"for(var next_{found['id']} of $iterate({through})){{"


def _nothing(_found: re.Match[str]) -> str:
    return ""


def _collected(found: re.Match[str]) -> str:
    body = found["body"].replace(f"result_{found['id']}.push(", "result.push(")
    body = body.replace(f"next_{found['id']}", "item")
    return f"$collect((item, result) => {{\n{body}}}, "
