"""Say in short what a compiled function of Python says at length around its body.

Brython writes out for each function how its arguments become its locals, its frame,
what happens when it fails, and all that can be asked of it. `$function` in
short_names.js does the same for every function that is written in the one usual way.
Its arguments and variables become JavaScript's own.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from kwispel.runtime.brackets import closing
from kwispel.runtime.compiled_loops import with_short_loops

if TYPE_CHECKING:
    from collections.abc import Collection

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
    (?P<target>[\w$.]+)\ =\ (?P<made>\$function\((?:.*\n)*?\}.*\))\n\s*
    return\ (?P=target)\n
    \ *\}\)\(\)""",
    re.VERBOSE,
)
_RETURN = re.compile(r"\$B\.trace_return_and_leave\(frame, ")
_OF_OUTER = re.compile(
    r"^ *Object\.defineProperty\(locals, '(?P<name>\w+)', "
    r"\{get: function\(\)\{return (?P<place>[\w$.]+)\}, .*\n",
    re.MULTILINE,
)
_LET_GO = re.compile(
    r"^ *(?:\$B\.delete_for_reassign\('\w+', .*\)|delete locals[\w$]*\.[\w$]+)\n",
    re.MULTILINE,
)
"""Of what a variable held: for `__del__`, which nothing of ours has."""
_CHECKED = re.compile(r"\$B\.resolve_local\('(\w+)', \d+\)")
"""A variable that might not be set yet, for which Brython then raises."""
_OF_CLASS = re.compile(r"\b(?:__class__|super)\b")
_NONE = "_b_.None"


def with_short_functions(javascript: str, by_name: Collection[str] | None) -> str:
    """Write in short the functions of a compiled module, the inner ones first.

    Shape: by_name are the arguments that some call names; None where any may be.
    """
    before = ""
    short = partial(_short, by_name)
    while before != javascript:
        before, javascript = javascript, _FUNCTION.sub(short, javascript)
        javascript = _LAMBDA.sub(r"\g<made>", javascript)
    return javascript


def _short(by_name: Collection[str] | None, found: re.Match[str]) -> str:
    """Write a function in short, unless something asks for its scope as a whole.

    Shape: variables that are no arguments come after these, where nothing is given.
    """
    if _OF_CLASS.search(found["body"]):
        return found[0]
    own = found["some"] or found["none"] or found["any"]
    number = found["made"][-6:]
    body = with_short_loops(_with_variables(found, own, number))
    if re.search(rf"(?<![\w$.])(?:locals|{re.escape(own)})(?![\w$])", body):
        return found[0]
    if re.search(r"(?<![\w$.])frame(?![\w$])", body):
        body = f"const frame = $B.frame_obj.frame\n{body}"
    taken = [f"{name}${number}" for name in _taken(found)]
    used = dict.fromkeys(re.findall(rf"(?<![\w$.])[\w$]+\${number}(?![\w$])", body))
    others = [name for name in used if name not in taken]
    return (
        f"{_maker(found)}, {_arguments(found, by_name)}, "
        f"({', '.join((*taken, *others))}) => {{\n{body}}}{_defaults(found)})\n"
    )


def _maker(found: re.Match[str]) -> str:
    """Give how a function begins, which a module or a class sets by its name."""
    around, _, name = found["path"].rpartition(".")
    scope, _, target = found["target"].rpartition(".")
    if target == name and not around.endswith("<locals>"):
        return f"$define('{name}'"
    named = "0" if name == "<lambda>" else f"'{name}'"
    return f"{scope}.{target} = $function({named}"


def _with_variables(found: re.Match[str], own: str, number: str) -> str:
    """Give the body with a variable of JavaScript for each of Python."""
    body = _LET_GO.sub("", _returning(found["body"]))
    body = _CHECKED.sub(r"(locals.\1 ?? \g<0>)", body)
    for outer in _OF_OUTER.finditer(found["outer"]):
        body = re.sub(
            rf"(?<![\w$.])locals\.{outer['name']}(?![\w$])", outer["place"], body
        )
    body = re.sub(rf"\[{re.escape(own)},(?=[^\]]*_b_\])", "[", body)
    return re.sub(
        rf"(?:(?<![\w$.])|(?<=\.\.\.))(?:locals|{re.escape(own)})\.([\w$]+)",
        rf"\1${number}",
        body,
    )


def _arguments(found: re.Match[str], by_name: Collection[str] | None) -> str:
    """Give the arguments as Python does: `'a b *rest only_by_name **more'`.

    Shape: only how many there are, where they all come in their order.
    """
    given = _given(found)
    count = int(found["count"])
    words = given[:count]
    if found["rest"] != "null" or given[count:]:
        words.append("*" + found["rest"].strip("'").replace("null", ""))
    words += given[count:]
    if found["more"] != "null":
        words.append("**" + found["more"].strip("'"))
    is_named = by_name is None or any(word in by_name for word in words)
    return f"'{' '.join(words)}'" if is_named or words != given else str(count)


def _given(found: re.Match[str]) -> list[str]:
    return found["given"].replace("'", "").split(",") if found["given"] else []


def _taken(found: re.Match[str]) -> list[str]:
    """Name all that a function takes, in the order of `takes` in short_names.js."""
    several = [found[key].strip("'") for key in ("rest", "more")]
    return [*_given(found), *(name for name in several if name != "null")]


def _defaults(found: re.Match[str]) -> str:
    """Give what arguments are when they are not given, by place and by name."""
    if found["defaults"] == found["named"] == _NONE:
        return ""
    by_name = "" if found["named"] == _NONE else f", {found['named']}"
    return f", {found['defaults']}{by_name}"


def _returning(body: str) -> str:
    """Leave the frame to `$function`, which does so for all functions."""
    parts: list[str] = []
    done = 0
    while found := _RETURN.search(body, done):
        end = closing(body, found.end())
        given = body[found.end() : end]
        parts += [body[done : found.start()], "" if given == _NONE else given]
        done = end + 1
    return "".join(parts) + body[done:]
