"""What a quiz offers a reader who has seen the result: where to go from there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from kwispel.errors import Place

RETAKE_DAYS = 90
"""After so many days a reminder to take the quiz again stands by default."""


@dataclass(frozen=True, slots=True)
class RelatedQuiz:
    """Another quiz of the site, by its id."""

    id: str
    place: Place


@dataclass(frozen=True, slots=True)
class RelatedPage:
    """Something like the quiz on another site."""

    title: str
    url: str


Related: TypeAlias = RelatedQuiz | RelatedPage


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom a reader may turn to; at least one of email and url is there."""

    name: str
    email: str | None
    url: str | None


@dataclass(frozen=True, slots=True)
class Work:
    """A book or an article to read on in; note says what else is to be known of it."""

    title: str
    authors: tuple[str, ...]
    url: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Where a reader may go from the result.

    Units: retake_days is when the quiz is best taken again, counted from the result.
    """

    related: tuple[Related, ...] = ()
    contact: Contact | None = None
    reading: tuple[Work, ...] = ()
    retake_days: int = RETAKE_DAYS
