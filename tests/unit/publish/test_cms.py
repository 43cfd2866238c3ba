"""What is known of content management systems stands in one place."""

from __future__ import annotations

from pathlib import Path

from kwispel.publish.cms import Fact, Takes, content_systems

PAGE = Path(__file__).parents[3] / "docs/how-to/embed-in-a-cms.md"


def test_each_system_is_known_once() -> None:
    """By its name."""
    names = [system.name for system in content_systems()]

    assert len(set(names)) == len(names)


def test_every_fact_says_what_it_rests_on() -> None:
    """A note, a source and a date, for each way into each system."""
    for system in content_systems():
        for fact in (system.address, system.frame, system.script):
            assert fact.note
            assert not fact.note.endswith(".")
            assert fact.source
            assert fact.seen.year >= 2026


def test_wordpress_takes_an_address_from_everybody() -> None:
    """The one system that is tested by itself."""
    (wordpress,) = (one for one in content_systems() if one.name == "WordPress")

    assert wordpress.address.takes is Takes.YES


def test_the_page_for_authors_has_the_same_table() -> None:
    """Line by line, in the same order."""
    rows = [
        f"| {system.name} | {cell(system.address)} | {cell(system.frame)} "
        f"| {cell(system.script)} |"
        for system in content_systems()
    ]

    lines = PAGE.read_text("utf-8").splitlines()
    assert [line for line in lines if line.startswith("| ")][1:] == rows


def cell(fact: Fact) -> str:
    """Write a fact as the page does."""
    return f"{fact.takes}: {fact.note}"
