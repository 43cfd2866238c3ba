"""Say in short what compiled Python says at length in loops, and to take things apart.

`$iterate`, `$unpack` and `$collect` in short_names.js do what is left out here.
"""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING

from kwispel.runtime.brackets import closing

if TYPE_CHECKING:
    from collections.abc import Callable

_LOOP = re.compile(
    r"""var\ no_break_(?P<id>\d+)\ =\ true,\n
    \ *iterator_(?P=id)\ =\ (?P<through>(?:.*\n)*?)
    \ *for\(var\ next_(?P=id)\ of\ \$iterate\(iterator_(?P=id)\)\)\{\n
    \ *(?:(?P<target>[\w$.]+)\ =\ next_(?P=id)
    |;(?P<targets>\[.*\])\ =\ \$unpack\(next_(?P=id),\ (?P<count>\d+)\))\n""",
    re.VERBOSE,
)
_WHILE = re.compile(r"^ *var no_break_(?P<id>\d+) = true\n", re.MULTILINE)
_COMPREHENSION = re.compile(
    r"""\(function\(expr\)\ \{\n
    \ *var\ next_func_(?P<id>\d+)\ =\ \$iterate\(expr\)\n
    \ *var\ result_(?P=id)\ =\ \$B\.(?P<kind>\$list\(\[\]\)|empty_dict\(\))\n
    \ *try\ \{\n
    \ *for\ \(var\ next_(?P=id)\ of\ next_func_(?P=id)\)\ \{\n
    \ *(?:(?P<target>[\w$.]+)\ =\ next_(?P=id)
    |;(?P<targets>\[.*\])\ =\ \$unpack\(next_(?P=id),\ (?P<count>\d+)\))\n
    (?:\ *if\ \((?P<condition>.*)\)\ \{\n)?
    \ *(?:result_(?P=id)\.push\(|_b_\.dict\.\$setitem\(result_(?P=id),)
    (?P<item>(?:(?!.*\(function\(expr\)).*\n)*?.*)\)\n
    (?(condition)\ *\}\n)
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
"""A list, or a dict, of what holds no other one that is still written at length."""
_ITERATOR = re.compile(r"\$B\.make_js_iterator\((.*), frame, frame\.\$lineno\)")
_UNPACKED = re.compile(
    r"""^\ *var\ (?P<all>v\d+)\ =\ (?P<value>(?:.*\n)*?)
    \ *var\ (?P<it>it_\d+)\ =\ \$B\.unpacker\((?P=all),\ (?P<count>\d+),\ false\)\n
    (?P<targets>(?:\ *[\w$.]+\ =\ (?P=it)\.read_one\(\)\n)+)""",
    re.MULTILINE | re.VERBOSE,
)
_READ = re.compile(r"^ *(.*) = it_\d+\.read_one\(\)\n", re.MULTILINE)
_SCOPED = re.compile(r"(?:(?P<scope>locals_[\w$]+)\.)?(?P<name>[\w$]+?)(?:\$\d{6})?")
"""A variable: a module's, or a function's, whose number it then bears."""


def with_short_loops(javascript: str) -> str:
    """Write in short how a list is gone through, and how one is made of another."""
    javascript = _UNPACKED.sub(_unpacked, _ITERATOR.sub(r"$iterate(\1)", javascript))
    javascript = _LOOP.sub(partial(_unless_broken, javascript, _short_loop), javascript)
    javascript = _WHILE.sub(partial(_unless_broken, javascript, _nothing), javascript)
    while found := _COMPREHENSION.search(javascript):
        javascript = _collected(javascript, found)
    return javascript


def _unpacked(found: re.Match[str]) -> str:
    targets = _READ.findall(found["targets"])
    if len(targets) < int(found["count"]):
        return found[0]
    value = found["value"].strip()
    return f";[{', '.join(targets)}] = $unpack({value}, {len(targets)})\n"


def _unless_broken(
    javascript: str,
    short: Callable[[re.Match[str]], str],
    found: re.Match[str],
) -> str:
    """Write a loop in short, unless something asks how it ended."""
    asks = javascript.count(f"no_break_{found['id']}") > 1
    return found[0] if asks else short(found)


def _short_loop(found: re.Match[str]) -> str:
    target = found["target"] or found["targets"]
    return f"for({target} of {_iterated(found, found['through'].strip())}){{\n"


def _iterated(found: re.Match[str], through: str) -> str:
    """Give what is gone through, and into how many parts each item is unpacked."""
    count = f", {found['count']}" if found["count"] else ""
    return f"$iterate({through}{count})"


def _nothing(_found: re.Match[str]) -> str:
    return ""


def _collected(javascript: str, found: re.Match[str]) -> str:
    """Write in short how a list, or a dict, is made of what is gone through."""
    end = closing(javascript, found.end())
    through = _iterated(found, javascript[found.end() : end].strip())
    target = found["target"] or found["targets"]
    parts = [target, found["item"], found["condition"] or ""]
    for name in target.strip("[]").split(", "):
        parts = _as_own(name, found["id"], parts)
    is_dict = found["kind"].startswith("empty")
    item = f"[{parts[1]}]" if is_dict else parts[1]
    chosen = f", ({parts[0]}) => {parts[2]}" if parts[2] else ""
    made = f"$collect(({parts[0]}) => {item}, {through}{chosen})"
    made = f"$dict({made})" if is_dict else made
    return javascript[: found.start()] + made + javascript[end + 1 :]


def _as_own(name: str, number: str, parts: list[str]) -> list[str]:
    """Name a variable by the number of the list or dict that alone knows it."""
    found = _SCOPED.fullmatch(name)
    if found is None:
        raise ValueError(f"{name} is no variable of Brython's")
    scope = f"(?:locals|{re.escape(found['scope'])})\\." if found["scope"] else ""
    known = scope + re.escape(found["name"] if scope else name)
    known = rf"(?:(?<![\w$.])|(?<=\.\.\.)){known}(?![\w$])"
    return [re.sub(known, f"{found['name']}${number}", part) for part in parts]
