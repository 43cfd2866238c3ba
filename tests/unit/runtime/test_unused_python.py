"""What no module names any more goes, and nothing else."""

from __future__ import annotations

from kwispel.runtime.unused_python import without_unused_names

ONE = """
from two import needed, needless
TABLE = {'a': 1}
OTHER = 2
MADE = f()

def start():
    return needed(TABLE)

def alone():
    return alone() + needless() + OTHER
"""
TWO = """
def needed(b):
    return b

def needless():
    return deeper()

def deeper():
    return 1

def for_later():
    return 2
"""
LATER = "from two import for_later\nfor_later()\n"


def test_what_nothing_names_goes() -> None:
    """With all that only it has named, in other modules too."""
    left = without_unused_names({"one": ONE, "two": TWO}, {}, ["one.start"])

    assert "alone" not in left["one"]
    assert "OTHER" not in left["one"]
    assert "from two import needed\n" in left["one"]
    assert left["two"] == "def needed(b):\n    return b"


def test_what_is_made_by_a_call_stays() -> None:
    """The call may do more than give a value."""
    left = without_unused_names({"one": ONE, "two": TWO}, {}, ["one.start"])

    assert "MADE = f()" in left["one"]


def test_what_comes_later_keeps_what_it_names() -> None:
    """It stays as it is, and asks for what other modules have."""
    left = without_unused_names(
        {"one": ONE, "two": TWO}, {"later": LATER}, ["one.start"]
    )

    assert set(left) == {"one", "two"}
    assert "def for_later" in left["two"]
    assert "needless" not in left["two"]


def test_members_of_an_imported_module_are_named_by_it() -> None:
    """As `module.name`, which is how some are asked for."""
    one = "from package import two\n\ndef start():\n    return two.needed(1)"
    left = without_unused_names({"one": one, "package.two": TWO}, {}, ["one.start"])

    assert "def needed" in left["package.two"]
    assert "needless" not in left["package.two"]
