"""Say in a runtime whose work it holds, and under which licence.

Every published site has the complete runtime beside the others, and the licence stands
at its head in full, as it does in a single file; the others say where it is.
"""

from __future__ import annotations

from importlib.metadata import version
from pathlib import Path

_NOTICE = Path(__file__).with_name("brython_notice.txt")
_WHERE = """\
/*! Holds parts of Brython {version}, copyright (c) 2012 Pierre Quentel, under the BSD \
licence at the head of complete.*.js beside this file. */"""


def whole_notice() -> str:
    """Give the licence in full."""
    text = _NOTICE.read_text(encoding="utf-8")
    return f"/*!\n{text.replace('VERSION', version('brython')).strip()}\n*/"


def short_notice() -> str:
    """Give the copyright, and where the licence is."""
    return _WHERE.format(version=version("brython"))
