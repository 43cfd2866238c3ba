"""Which content management system takes which way of putting a quiz on a page."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from importlib.resources import files
from typing import Any


class Takes(StrEnum):
    """Who can put a quiz on a page in this way."""

    YES = "yes"
    """Whoever writes."""
    ROLE = "role"
    """Only those who may write HTML."""
    MODULE = "module"
    """Whoever writes, once somebody has added something to the system."""
    NO = "no"
    """Nobody: it becomes a link or a card, or is taken out."""


@dataclass(frozen=True, slots=True)
class Fact:
    """What a system does with one way, and what it was that said so, when.

    Shape: note is English, without a full stop.
    """

    takes: Takes
    note: str
    source: str
    seen: date


@dataclass(frozen=True, slots=True)
class System:
    """A content management system.

    Shape: address is what it does with the bare address of a quiz, frame with the
    markup of a frame, script with the loader or the element.
    """

    name: str
    address: Fact
    frame: Fact
    script: Fact


@cache
def content_systems() -> tuple[System, ...]:
    """Give every system that something is known of."""
    source = files("kwispel.publish") / "cms.toml"
    return tuple(map(_system, tomllib.loads(source.read_text("utf-8"))["system"]))


def _system(table: dict[str, Any]) -> System:
    return System(
        name=table["name"],
        address=_fact(table["address"]),
        frame=_fact(table["frame"]),
        script=_fact(table["script"]),
    )


def _fact(table: dict[str, Any]) -> Fact:
    return Fact(Takes(table["takes"]), table["note"], table["source"], table["seen"])
