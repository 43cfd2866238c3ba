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
    \ *\}\n
    |\ *var\ (?P<any>[\w$]+)\ =\ locals\ =\ \$B\.args_parser\((?P=made),\ arguments\)\n)
    (?P<outer>(?:\ *Object\.defineProperty\(locals,\ '\w+',\ \{get:.*\n)*)
    \ *var\ frame\ =\ \["[^"]*",\ locals,\ "[^"]*",\ [\w$]+,\ (?P=made)\]\n
    \ *\$B\.enter_frame\(frame,\ __file__,\ \d+\)\n
    \ *try\ \{\n
    \ *\$B\.js_this\ =\ this\n
    (?:\ *locals\.ob_type\ =\ \ locals\.__class__\ =\ \$B\.get_method_class\(.*\n)?
    (?P<body>(?:(?!\ *var\ locals\n).*\n)*?)
    (?P=in)\ \ \}\ catch\ \(err\)\ \{\n
    \ *\$B\.set_exc_and_leave\(frame,\ err\)\n
    \ *\}\n
    (?P=in)\}\n
    (?:\ *(?P=made)\.\$is_method\ =\ true\n)?
    \ *(?P=made)\.\$function_infos\ =\ \['[^']*',\ '[^']*',\ '(?P<path>[^']*)',
    \ __file__,\ (?P<defaults>_b_\.None|\[.*\]),\ (?P<named>_b_\.None|\{.*\}),
    \ _b_\.None,\ \[(?P<given>[^\]]*)\],\ (?P<rest>'\w+'|null),\ (?P<more>'\w+'|null),
    \s*(?P<count>\d+),\ \d+,\ (?:3|7|11|15),\ \[[^\]]*\],\ \d+,\ 0,
    \ \[[^\]]*\],\ false,\ \[\],\ frame\]\n
    \ *\$B\.set_func_attrs\((?P=made),\ frame,\ '[^']*'\)\n
    \ *(?P=made)\.ob_type\ =\ \$B\.function\n
    \ *(?P=made)\.__annotate__\ =\ _b_\.None\n
    \ *(?P<target>[\w$.]+)\ =\ (?P=made)\n""",
    re.MULTILINE | re.VERBOSE,
)
"""A function that holds no other one which is still written at length."""
_LAMBDA = re.compile(
    r"""\(function\(\)\ \{\n
    (?P<target>[\w$.]+)\ =\ (?P<made>\$define\((?:.*\n)*?\}\))\n\s*
    return\ (?P=target)\n
    \ *\}\)\(\)""",
    re.VERBOSE,
)
_RETURN = re.compile(r"\$B\.trace_return_and_leave\(frame, ")
_SCOPE = re.compile(r"\blocals = |\(locals, frame\) =>")
_OF_CLASS = re.compile(r"\b(?:__class__|super)\b")
_NONE = "_b_.None"


def with_short_functions(javascript: str) -> str:
    """Write in short the functions of a compiled module, the inner ones first."""
    before = ""
    while before != javascript:
        before, javascript = javascript, _FUNCTION.sub(_short, javascript)
    return _LAMBDA.sub(r"\g<made>", javascript)


def _short(found: re.Match[str]) -> str:
    if _OF_CLASS.search(found["body"]):
        return found[0]
    own = found["some"] or found["none"] or found["any"]
    body = _with_locals(_returning(found["body"]), own)
    if found["outer"] and re.search(r"\blocals\.(?!lambda_)", body):
        body = found["outer"] + body
    return (
        f"{found['target']} = $define('{_signature(found)}', "
        f"(locals, frame) => {{\n{body}}}{_defaults(found)})\n"
    )


def _signature(found: re.Match[str]) -> str:
    """Give path and arguments: `f a b *rest only_by_name **more`."""
    given = found["given"].replace("'", "").split(",") if found["given"] else []
    count = int(found["count"])
    words = [found["path"], *given[:count]]
    if found["rest"] != "null" or given[count:]:
        words.append("*" + found["rest"].strip("'").replace("null", ""))
    words += given[count:]
    if found["more"] != "null":
        words.append("**" + found["more"].strip("'"))
    return " ".join(words)


def _defaults(found: re.Match[str]) -> str:
    """Give what arguments are when they are not given, by place and by name."""
    if found["defaults"] == found["named"] == _NONE:
        return ""
    by_name = "" if found["named"] == _NONE else f", {found['named']}"
    return f", {found['defaults']}{by_name}"


def _with_locals(body: str, own: str) -> str:
    """Name a function's own variables by one name, unless another scope is inside."""
    if _SCOPE.search(body):
        return f"const {own} = locals\n{body}"
    return re.sub(
        rf"(?:(?<![\w$.])|(?<=\.\.\.)){re.escape(own)}(?![\w$])", "locals", body
    )


def _returning(body: str) -> str:
    """Leave the frame to `definer`, which does so for all functions."""
    parts: list[str] = []
    done = 0
    while found := _RETURN.search(body, done):
        end = closing(body, found.end())
        parts += [body[done : found.start()], body[found.end() : end]]
        done = end + 1
    return "".join(parts) + body[done:]
