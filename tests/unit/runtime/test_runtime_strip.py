"""What only readers and type checkers need is taken from Python for the browser."""

from __future__ import annotations

import ast
import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kwispel.runtime.strip_python import strip

STRIPPED = {
    "docstring of a module": ('"""Doc."""\nx = 1', "x = 1"),
    "docstring of a function": ('def f():\n    """Doc."""\n    return 1', None),
    "docstring alone": ('def f():\n    """Doc."""', "def f():\n    0"),
    "docstring of a class": ('class A:\n    """Doc."""\n    x = 1', None),
    "docstring of a name": ('x = 1\n"""Doc."""', "x = 1"),
    "docstring in many lines": ('def f():\n    """Doc.\n\n    More.\n    """', None),
    "annotated name": ("x: int = 1", "x = 1"),
    "bare annotation": ("x: int\ny = 1", "y = 1"),
    "bare annotations alone": ("class A:\n    x: int\n    y: int", None),
    "annotated parameter": ("def f(a: int, *b: str): return a", None),
    "parameter after a letter of two bytes": ('def f(é: "é", k=1): return k', None),
    "return": ('def f() -> "list[int]": return []', "def f(): return []"),
    "return in brackets": ("def f() -> (\n    int\n): return 1", None),
    "annotation in brackets": ("def f(a: (int) = 1): return a", None),
    "annotation in lines": ("x: dict[\n    str, int\n] = {}", "x = {}"),
    "async function": ("async def f(a: int) -> int: return a", None),
    "guard": ("TYPE_CHECKING = False\nx = 1", "x = 1"),
    "guarded block": ("if TYPE_CHECKING:\n    import a\nx = 1", "x = 1"),
    "class in a guarded block": (
        'if TYPE_CHECKING:\n    class A:\n        """Doc."""\nx = 1',
        "x = 1",
    ),
    "text in a loop": ('for x in y:\n    "text"\nelse:\n    z()', None),
    "text in a try": ('try:\n    "text"\nfinally:\n    "text"', None),
}


@pytest.mark.parametrize("case", STRIPPED)
def test_this_is_stripped(case: str) -> None:
    """What is left means what was meant, without the rest."""
    source, expected = STRIPPED[case]

    stripped = strip(source)

    leftovers = [n for n in ast.walk(ast.parse(stripped)) if _is_needless(n)]
    assert leftovers == []
    if expected is not None:
        assert ast.dump(ast.parse(stripped)) == ast.dump(ast.parse(expected))


def _is_needless(node: ast.AST) -> bool:
    annotation = getattr(node, "annotation", None) or getattr(node, "returns", None)
    is_text = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    return bool(annotation) or (is_text and isinstance(node.value.value, str))


@pytest.mark.parametrize("case", STRIPPED)
def test_lines_keep_their_numbers(case: str) -> None:
    """A traceback from the browser points into the source."""
    source, _ = STRIPPED[case]

    stripped = strip(source)

    assert stripped.count("\n") == source.count("\n")
    assert _names(stripped) <= _names(source)


def _names(source: str) -> set[tuple[int, str]]:
    nodes = ast.walk(ast.parse(source))
    return {(node.lineno, node.id) for node in nodes if isinstance(node, ast.Name)}


def test_a_guard_has_no_else() -> None:
    """What stands under it would be lost; the message says where."""
    source = "x = 1\nif TYPE_CHECKING:\n    y = 1\nelse:\n    y = 2"

    with pytest.raises(SyntaxError, match="no else") as refused:
        strip(source, "a.py")

    assert (refused.value.filename, refused.value.lineno) == ("a.py", 2)


@given(
    st.text("aé日𝄞 ", max_size=9), st.sampled_from(["int", '"é"', "(int)", "a[\n1]"])
)
def test_texts_are_left_alone(text: str, annotation: str) -> None:
    """Letters of several bytes do not move what is cut."""
    source = f"def f(é: {annotation} = {text!r}) -> {annotation}:\n    return {text!r}"
    plain = f"def f(é = {text!r}):\n    return {text!r}"

    assert ast.dump(ast.parse(strip(source))) == ast.dump(ast.parse(plain))


def test_stripping_is_done_at_once() -> None:
    """What is stripped has nothing left to strip."""
    source = textwrap.dedent(
        '''
        """Doc."""
        TYPE_CHECKING = False
        if TYPE_CHECKING:
            import a

        def f(x: "a.B") -> int:
            """Doc."""
            y: int = 1
            return x + y
        '''
    )

    once = strip(source)

    assert strip(once) == once
