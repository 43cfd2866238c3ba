"""What only paper needs is taken out of a sheet, and nothing is lost."""

from __future__ import annotations

import pytest

from kwispel.render.css import minified
from kwispel.render.print_css import only_print, without_print

SHEET = minified("""
@layer a, b;
/* a comment */
a { color: red }
@layer a {
  b { content: "}@media print{" }
  @media print { b { color: black } }
  @media screen { c { color: blue } }
}
@media print { @page { margin: 1cm } d { color: black } }
@supports (display: grid) { @media print { e { color: black } } }
@media (min-width: 1px) { f { color: green } }
""")


def test_screen_keeps_everything_but_print() -> None:
    """Layers, texts with braces and other conditions stay as they were."""
    assert without_print(SHEET) == (
        "@layer a,b;a{color:red}"
        '@layer a{b{content:"}@media print{"}@media screen{c{color:blue}}}'
        "@media (min-width:1px){f{color:green}}"
    )


def test_paper_gets_its_blocks_in_their_layers() -> None:
    """A block for print stays in the layer and under the condition it stood in."""
    assert only_print(SHEET) == (
        "@layer a{@media print{b{color:black}}}"
        "@media print{@page{margin:1cm}d{color:black}}"
        "@supports (display:grid){@media print{e{color:black}}}"
    )


@pytest.mark.parametrize("css", ["", "@layer a;", "a{b:c}"])
def test_sheet_without_print_stays_as_it_is(css: str) -> None:
    """There is nothing to take out, and nothing for paper."""
    assert (without_print(css), only_print(css)) == (css, "")
