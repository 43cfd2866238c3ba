"""What a template sees of where a reader may go from the result."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RelatedView:
    """Another quiz, or a page elsewhere: then without description and extent.

    Shape: lang is empty where it is that of the page.
    """

    url: str
    lang: str
    title: str
    description: str | None
    extent: str


@dataclass(frozen=True, slots=True)
class ContactView:
    """Whom a reader may turn to; urls are addresses of letters and pages, shown as."""

    name: str
    links: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WorkView:
    """A book or an article; authors is text, and so is url where there is none."""

    title: str
    authors: str
    url: str
    note: str | None


@dataclass(frozen=True, slots=True)
class PlaceView:
    """A place on the action card for one action."""

    number: int
    name: str


@dataclass(frozen=True, slots=True)
class FollowUpView:
    """Where a reader may go from the result.

    Shape: is_open where there is something to show without scripts; has_advice where
    there is advice to choose for the card; summary is what a calendar shows on the day.
    """

    is_open: bool
    has_advice: bool
    places: tuple[PlaceView, ...]
    summary: str
    retake_days: int
    related: tuple[RelatedView, ...]
    contact: ContactView | None
    reading: tuple[WorkView, ...]
