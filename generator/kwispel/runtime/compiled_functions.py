"""Say in short what a compiled function of Python says at length around its body.

Brython writes out for each function how its arguments become its locals, its frame,
what happens when it fails, and all that can be asked of it. `definer` in
short_names.js does the same for every function that is written in the one usual way.
"""

from __future__ import annotations

import re

from kwispel.runtime.brackets import closing

_FUNCTION = re.compile(
    r"""^(?P<in>\ *)function\ (?P<made>[\w$]+)\([^)]*\)\ \{\n
    \ *var\ locals\n
    (?:\ *if\(arguments\.length\ ==\ \d+\ &&\ !\ [\w$]+\?\.\$kw\)\{\n
    \ *var\ (?P<some>[\w$]+)\ =\ locals\ =\ \{[^}]*\}\n
    \ *\}\ else\ \{\n
    \ *var\ (?P=some)\ =\ locals\ =\ \$B\.args_parser\((?P=made),\ arguments\)\n
    \ *\}\n
    |\ *var\ (?P<none>[\w$]+)\ =\ locals\ =\ \$B\.empty_dict\(\);\n
    \ *if\ \(arguments\.length\ !==\ 0\)\ \{\n
    \ *\$B\.args_parser\((?P=made),\ arguments\)\n
    \ *\}\n)
    (?P<outer>(?:\ *Object\.defineProperty\(locals,\ '\w+',\ \{get:.*\n)*)
    \ *var\ frame\ =\ \["[^"]*",\ locals,\ "[^"]*",\ [\w$]+,\ (?P=made)\]\n
    \ *\$B\.enter_frame\(frame,\ __file__,\ (?P<line>\d+)\)\n
    \ *try\ \{\n
    \ *\$B\.js_this\ =\ this\n
    (?:\ *locals\.ob_type\ =\ \ locals\.__class__\ =\ \$B\.get_method_class\(.*\n)?
    (?P<body>(?:(?!\ *var\ locals\n).*\n)*?)
    (?P=in)\ \ \}\ catch\ \(err\)\ \{\n
    \ *\$B\.set_exc_and_leave\(frame,\ err\)\n
    \ *\}\n
    (?P=in)\}\n
    (?:\ *(?P=made)\.\$is_method\ =\ true\n)?
    \$B\.describe\((?P=made),\ frame,\ '[^']*',\ __file__,\ '(?P<name>[^']*)',
    \ \[(?P<given>[^\]]*)\],\ \d+,\ 3(?:,\ '(?P<path>[^']*)')?\)\n
    \ *(?P<target>[\w$.]+)\ =\ (?P=made)\n""",
    re.MULTILINE | re.VERBOSE,
)
"""A function that holds no other one which is still written at length."""
_RETURN = re.compile(r"\$B\.trace_return_and_leave\(frame, ")
_SCOPE = re.compile(r"\blocals = |\(locals, frame\) =>")
_OF_CLASS = re.compile(r"\b(?:__class__|super)\b")
_START = "var stack_length = $B.count_frames()\n"


def with_short_functions(javascript: str) -> str:
    """Write in short the functions of a compiled module, the inner ones first."""
    before = ""
    while before != javascript:
        before, javascript = javascript, _FUNCTION.sub(_short, javascript)
    define = "const $define = definer(locals, __file__)\n"
    return javascript.replace(_START, _START + define)


def _short(found: re.Match[str]) -> str:
    if _OF_CLASS.search(found["body"]):
        return found[0]
    body = _with_locals(_returning(found["body"]), found["some"] or found["none"])
    if found["outer"] and re.search(r"\blocals\.(?!lambda_)", body):
        body = found["outer"] + body
    given = found["given"].replace("'", "").replace(",", " ")
    signature = f"{found['path'] or found['name']} {given}".strip()
    return (
        f"{found['target']} = $define('{signature}', {found['line']}, "
        f"(locals, frame) => {{\n{body}}})\n"
    )


def _with_locals(body: str, own: str) -> str:
    """Name a function's own variables by one name, unless another scope is inside."""
    if _SCOPE.search(body):
        return f"const {own} = locals\n{body}"
    return re.sub(rf"(?<![\w$.]){re.escape(own)}(?![\w$])", "locals", body)


def _returning(body: str) -> str:
    """Leave the frame to `define`, which does so for all functions."""
    parts: list[str] = []
    done = 0
    while found := _RETURN.search(body, done):
        end = closing(body, found.end())
        parts += [body[done : found.start()], body[found.end() : end]]
        done = end + 1
    return "".join(parts) + body[done:]
