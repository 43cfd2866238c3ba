"""Call what compiled Python calls most by a name of its own, without empty arguments.

Only in kwispel's own modules, which stand where these names are: see short_names.js.
"""

from __future__ import annotations

import re
from collections import Counter

from kwispel.runtime.brackets import closing

SHORT_NAMES = {
    "_b_.None": "$None",
    "$B.$call_with_position": "$call",
    "$B.$getattr_pep657": "$get",
    "$B.$getitem": "$item",
    "$B.$setattr1": "$set",
    "$B.call_attr": "$send",
    "$B.$bool": "$true",
    "$B.$is": "$is",
    "$B.$is_member": "$in",
    "$B.$list": "$list",
    "$B.fast_tuple": "$tuple",
    "$B.augm_assign": "$augment",
    "_b_.str.$factory": "$str",
    "_b_.dict.$literal": "$dict",
    "_b_.list.$factory": "$as_list",
    "_b_.list.$unpack": "$starred",
    "$B.String": "$string",
    "$B.getitem_slice": "$slice",
    "_b_.slice.$fast_slice": "$part",
    "_b_.dict.tp_funcs.items": "$items",
}
_NAME = re.compile(r"(?:(?<![\w$.])|(?<=\.\.\.))(?:\$B|_b_)\.[\w$.]*[\w$]")
OPERATIONS = (
    *("add", "sub", "mul", "truediv", "floordiv", "mod", "pow"),
    *("eq", "ne", "lt", "le", "gt", "ge"),
)
_OPERATION = re.compile(rf"\$B\.rich_(?:op|comp)\('__({'|'.join(OPERATIONS)})__', ")
_IS_BOOLEAN = re.compile(
    r"\$true\((?=! \$(?:true|is|in)\(|\$(?:is|in|eq|ne|lt|le|gt|ge)\()"
)
_HELD = re.compile(r"(?P<not>! )?\$true\((?P<held>\$test\$\d+) = ")
"""How `and` and `or` begin: what comes first is held, and given when it decides."""
_TEST = re.compile(r"\$test\$\d+")
_DECLARED = re.compile(r"(?P<name>\$test\$\d+)(?:, )?(?=[^()]*\) =>)")
_SCOPES = re.compile(r"\$B\.resolve_in_scopes\('(\w+)', \[((?:[\w$]+,)+)_b_\],\s*\d+\)")


def with_short_calls(javascript: str) -> str:
    """Name what is called most in short, and look for no name that is known."""
    javascript = _NAME.sub(lambda name: SHORT_NAMES.get(name[0], name[0]), javascript)
    javascript = _OPERATION.sub(lambda found: f"${found[1]}(", javascript)
    return _without_idle_tests(_and_or(_true(javascript)))


def with_known_names(javascript: str) -> str:
    """Look in the module alone for what the module itself defines or imports."""

    def place(found: re.Match[str]) -> str:
        name, (*inner, module) = found[1], found[2].rstrip(",").split(",")
        if any(f" {scope}.{name} = " in javascript for scope in inner):
            return found[0]
        is_set = f" {module}.{name} = " in javascript
        is_imported = re.search(rf"\$import_from\([^,]*, '{name}',", javascript)
        return f"{module}.{name}" if is_set or is_imported else found[0]

    return _SCOPES.sub(place, javascript)


def _true(javascript: str) -> str:
    """Leave out the question whether something is true that is a boolean already."""
    done = 0
    while found := _IS_BOOLEAN.search(javascript, done):
        end = closing(javascript, found.end())
        inner = javascript[found.end() : end]
        done = found.start() if _is_one(inner) else found.end()
        if _is_one(inner):
            javascript = f"{javascript[:done]}{inner}{javascript[end + 1 :]}"
    return javascript


def _is_one(inner: str) -> bool:
    """Say whether this is one call, negated or not, and nothing after it."""
    opened = inner.find("(") + 1
    return opened > 0 and closing(inner, opened) == len(inner.rstrip()) - 1


def _and_or(javascript: str) -> str:
    """Have JavaScript decide where what comes first is a boolean."""
    done = 0
    while found := _HELD.search(javascript, done):
        done = found.end()
        end = closing(javascript, done)
        first = javascript[done:end]
        then = f") ? {found['held']} : "
        if _is_boolean(first) and javascript.startswith(then, end):
            start = end + len(then)
            stop = closing(javascript, start)
            sign, rest = "&&" if found["not"] else "||", javascript[start:stop]
            made = f"{first} {sign} ({rest})"
            javascript = javascript[: found.start()] + made + javascript[stop:]
            done = found.start()
    return javascript


def _is_boolean(value: str) -> bool:
    return _IS_BOOLEAN.match(f"$true({value}") is not None and _is_one(value)


def _without_idle_tests(javascript: str) -> str:
    """Declare no variable for what `and` and `or` hold where they hold nothing."""
    used = Counter(_TEST.findall(javascript))
    return _DECLARED.sub(
        lambda found: found[0] if used[found["name"]] > 1 else "", javascript
    )
