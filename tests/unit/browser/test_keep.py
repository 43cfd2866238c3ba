"""What the page offers to do with a result, and what it says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from kwispel.browser.keep import COPIED, UNCOPIED, kept_changes, link_changes
from kwispel.browser.kept import nothing
from kwispel.browser.offered import LINK, OWN, ROW, able_changes, made_changes

if TYPE_CHECKING:
    from kwispel.browser.offered import Able
    from kwispel.browser.shapes import Change


def shown(made: list[Change]) -> set[str]:
    """Give what is shown in the end."""
    verbs = {part: verb for verb, all_, _ in made for part in all_.split(",")}
    return {part for part, verb in verbs.items() if verb == "show"}


def test_only_what_works_is_offered() -> None:
    """Where printing does not work, the quiz's own page is offered instead."""
    everything: Able = {
        "copy": True,
        "share": True,
        "print": True,
        "save": True,
        "keep": True,
    }
    nothing_at_all: Able = {
        "copy": False,
        "share": False,
        "print": False,
        "save": False,
        "keep": False,
    }

    assert len(shown(able_changes(everything))) == 5
    assert shown(able_changes(nothing_at_all)) == {OWN}


def test_a_result_without_a_code_cannot_be_kept() -> None:
    """There would be nothing to link to."""
    assert ("hide", ROW, "") in made_changes(has_code=False)
    assert ("show", ROW, "") in made_changes(has_code=True)


def test_another_result_takes_the_link_of_the_last_away() -> None:
    """It is shown when it is asked for."""
    assert ("hide", LINK, "") in made_changes(has_code=True)
    assert shown(link_changes("")) == {LINK}


@pytest.mark.parametrize("said", [COPIED, UNCOPIED])
def test_copying_is_told_one_way_or_the_other(said: str) -> None:
    """To the eye and to screen readers."""
    made = link_changes(said)

    assert shown(made) == {LINK, said}
    assert ("copy", '[data-kw="status"]', said) in made


def test_the_promise_under_the_form_is_true() -> None:
    """What is said of storage changes with what is stored."""
    kept = kept_changes({"until": "2027-11-22", "results": []})

    assert '[data-kw="privacy-kept"]' in shown(kept)
    assert '[data-kw="privacy"]' in shown(kept_changes(nothing()))
    assert shown(kept) & shown(kept_changes(nothing())) == set()
