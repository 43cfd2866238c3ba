"""Members of Brython's own object get short names; nothing else changes its name."""

from __future__ import annotations

from kwispel.runtime.short_members import short_members, with_short_members

SCRIPT = "$B.$getattr($B.method); __BRYTHON__.method = $B.$getattr; x.kept; $B.kept"


def test_the_most_used_member_gets_the_shortest_name() -> None:
    """Names that stand anywhere already are not given again."""
    assert short_members([SCRIPT, "a.c"]) == {"$getattr": "b", "method": "d"}


def test_a_name_that_others_have_too_stays() -> None:
    """A text or another object's member may mean the same."""
    assert short_members(["$B.member", "'member'"]) == {}
    assert short_members(["$B.member", "x.member"]) == {}


def test_members_are_named_in_short_wherever_they_stand() -> None:
    """By both names of the object."""
    names = {"method": "d"}

    assert with_short_members("$B.method(__BRYTHON__.method, x.$B.method)", names) == (
        "$B.d(__BRYTHON__.d, x.$B.method)"
    )
