"""Say in short what compiled modules and classes say at length around themselves.

`runModule` and `$class` in short_names.js do what is left out here.
"""

from __future__ import annotations

import re

GIVEN_TO_MODULES = ("$import",)
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
_CLASS = re.compile(
    r"""^\ *var\ (?P<made>[\w$]+)\ =\ \(function\(name,\ bases,\ keywords\)\ \{\n
    \ *\$B\.frame_obj\.frame\.inum\ =\ \d+\n
    \ *var\ resolved_bases\ =\ \$B\.resolve_mro_entries\(bases\)\n
    \ *var\ metaclass\ =\ \$B\.get_metaclass\(name,\ resolved_bases\)\n
    \ *var\ class_dict\ =\ \$B\.make_class_namespace\(metaclass,
    \ name,\ "(?P<name>\w+)",\ bases,\ resolved_bases\)\n
    \ *var\ (?P<own>[\w$]+)\ =\ \$B\.dict_proxy\(class_dict\),\n
    \ *locals\ =\ (?P=own)\n
    \ *locals\.__doc__\ =\ _b_\.None\n
    \ *locals\.__module__\ =\ '[\w.]+'\n
    \ *locals\.__firstlineno__\ =\ \d+\n
    \ *var\ frame\ =\ \[name,\ locals,\ '[\w.]+',\ (?P<module>[\w$]+)\]\n
    \ *\$B\.enter_frame\(frame,\ __file__,\ \d+\)\n
    \ *var\ _frame_obj\ =\ \$B\.frame_obj\n
    \ *if\ \(frame\.\$f_trace\ !==\ _b_\.None\)\ \{\n
    \ *\$B\.trace_line\(\)\n
    \ *\}\n
    (?P<body>(?:.*\n)*?)
    \ *locals\.__static_attributes__\ =\ .*\n
    \ *var\ annotate\n
    \ *\$B\.make_annotate_func\(class_dict,\ annotate,\ frame\)\n
    \ *var\ kls\ =\ \$B\.\$class_constructor\('(?P=name)',\ class_dict,\ metaclass,
    \ resolved_bases,\ bases,\ keywords\)\n
    \ *\$B\.trace_return_and_leave\(frame,\ _b_\.None\)\n
    \ *return\ kls\n
    \ *\}\)\('(?P=name)',\ (?P<bases>\$B\.fast_tuple\(\[.*\]\)),\ \{\}\)\n
    \ *(?P=module)\.(?P=name)\ =\ (?P=made)\n""",
    re.MULTILINE | re.VERBOSE,
)


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


def with_short_classes(javascript: str) -> str:
    """Write in short how a class of a module is made."""
    return _CLASS.sub(_short_class, javascript)


def _short_class(found: re.Match[str]) -> str:
    body = re.sub(rf"(?<![\w$.]){re.escape(found['own'])}\.", "locals.", found["body"])
    bases = "" if found["bases"].endswith("([])") else f", {found['bases']}"
    return f"$class('{found['name']}', (locals) => {{\n{body}}}{bases})\n"
