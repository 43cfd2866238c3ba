"""Take out of a page's runtime what only other Python than its own could ask for.

A page has the modules of its bundle and no others: no Python comes later, and only
modules of kwispel, `browser` and `javascript` can be imported. What is found here is
taken out whole, together with all that names it; what is still named then, stays.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True, slots=True)
class PageTrim:
    """A piece of kept blocks that pages do without.

    Shape: begins and ends are regular expressions; the piece reaches from where the
    first matches up to the end of the second. gives are the words by which anything
    else would ask for what it gives: while one of them is still in use, it stays.
    """

    what: str
    begins: str
    ends: str
    gives: tuple[str, ...] = ()


PAGE_TRIMS = (
    PageTrim(
        "where Brython came from",
        r"var href=_window\.location\.href\n",
        r"(?=\$B\.webworkers=)",
        (
            *("$B.protocol", "$B.full_url", "$B.script_dir", "$B.script_domain"),
            *("$B.strip_host", "$B.script_path", "$B.curdir"),
        ),
    ),
    PageTrim(
        "the language and the time zone",
        r"\$B\.language=_window",
        r"\$B\.tz_name=[^\n]*\n",
        ("tz_name", "locale"),
    ),
    PageTrim(
        "which Brython this is",
        r"__BRYTHON__\.implementation=",
        r"builtin_module_names=\[[^\]]*\];",
        ("version_info", "compiled_date", "timestamp", "builtin_module_names"),
    ),
    PageTrim(
        "characters by categories that browsers do not know",
        r'(?<=\$B\.unicode=\{)"No_digits":',
        r"(?=\}\n)",
        ("No_digits", "Lo_numeric"),
    ),
    PageTrim(
        "the characters that combine",
        r"var combining=\[\]",
        r"var combining_re=[^\n]*\n",
        ("combining", "combining_re"),
    ),
    PageTrim(
        "what frozen sets share with sets",
        r"for\(var attr in set\)",
        r"frozenset\[attr\]=set\[attr\]\}\}\}\}",
    ),
    PageTrim(
        "the methods that frozen sets share with sets",
        r"for\(var tp_method of _b_\.frozenset",
        r"_b_\.set\.tp_funcs\[tp_method\]\}",
    ),
    PageTrim(
        "how cells are compared",
        r"var \$comps=Object\.values",
        r"\$B\.cell\[op\]=.*?\}\)\(op\)\}",
    ),
    PageTrim(
        "the machinery of imports as a module",
        r"var Loader=\{",
        r'\$B\.imported\["_importlib"\]=_importlib_module',
        ("Loader", "_importlib"),
    ),
    PageTrim(
        "modules that are imported when they are needed",
        r"\$B\.lazy_modules=",
        r"_b_\.set\.\$factory\(\)\n",
        ("is_lazy",),
    ),
    PageTrim(
        "the list of modules in the module sys",
        r"lazy_modules:\$B\.lazy_modules,",
        r"(?=modules:)",
    ),
    PageTrim(
        "the place of Brython in the module sys",
        r"executable:\$B\.strip_host\(",
        r"'brython\.js'\),",
        ("executable",),
    ),
    PageTrim(
        "the module of warnings",
        r"modules\._warnings=\{",
        r"warn_explicit:cut\}",
        ("_warnings",),
    ),
    PageTrim(
        "the module of suggestions",
        r"modules\['_suggestions'\]=",
        r"\{_generate_suggestions:cut\}",
        ("_suggestions",),
    ),
    PageTrim(
        "the module of coroutines",
        r"modules\['browser\.aio'\]=",
        r"__getattr__:cut\}",
    ),
    PageTrim(
        "the modules below that of the browser",
        r"if\(!\(\$B\.isWebWorker \|\|\$B\.isNode\)\)\{modules\['browser'\]\.html=",
        r"modules\['browser\.aio'\]\}",
        ("aio",),
    ),
    PageTrim(
        "the builtins as a module",
        r"_b_\.__builtins__=\$B\.module\.\$factory",
        r"\$B\.builtins_scope\.binding\[attr\]=true\}",
        ("_b_.__builtins__", "builtins_scope.binding"),
    ),
    PageTrim(
        "what documents types",
        r"(?<=,)tp_doc:make_doc,",
        r"",
    ),
    PageTrim(
        "how single values are pickled",
        r"\w+\.tp_funcs=\{__reduce__:cut\}\n",
        r"\w+\.tp_methods=\['__reduce__'\]",
    ),
    PageTrim(
        "what is told of the builtins",
        r"var builtins_doc=",
        r"'credits',`[^`]*`\s*\)",
        ("builtins_doc", "copyright", "credits", "license"),
    ),
)

_NAMED_FUNCTIONS = re.compile(r"\$B\.set_func_names\([^()]*\)")
"""Gives names to Brython's own functions, which only what is cut would tell."""
_SEPARATOR = "\n\0\n"


def without_other_python(
    blocks: Sequence[str], around: str, trims: Iterable[PageTrim] = PAGE_TRIMS
) -> list[str]:
    """Give blocks without what only Python asks for that does not come."""
    text = _NAMED_FUNCTIONS.sub("", _SEPARATOR.join(blocks))
    waiting = list(trims)
    while waiting:
        tried = ((trim, _without(text, trim)) for trim in waiting)
        found = next((one for one in tried if _is_unasked(*one, around)), None)
        if found is None:
            break
        trim, text = found
        waiting.remove(trim)
    return text.split(_SEPARATOR)


def _without(text: str, trim: PageTrim) -> str:
    piece = re.compile(f"(?:{trim.begins}).*?(?:{trim.ends})", re.DOTALL)
    return piece.sub("", text)


def _is_unasked(trim: PageTrim, left: str, around: str) -> bool:
    return not any(
        re.search(rf"(?<![\w$]){re.escape(name)}(?![\w$])", text)
        for name in trim.gives
        for text in (left, around)
    )
