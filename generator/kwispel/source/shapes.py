"""What the files of a site hold, before anything is known of its meaning."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from pathlib import PurePosixPath
from typing import Literal, TypeAlias

from kwispel.errors import Place


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text, and where its first character stands."""

    text: str
    place: Place

    def after(self, count: int) -> Line:
        """Give what is left behind the first characters."""
        if not count:
            return self
        return Line(self.text[count:], self.at(count))

    def until(self, count: int) -> Line:
        """Give the first characters."""
        return Line(self.text[:count], self.place)

    def at(self, count: int) -> Place:
        """Give the place behind the first characters."""
        place = self.place
        return Place(place.file, place.line, place.column + count)

    @property
    def is_blank(self) -> bool:
        """Say whether the line shows nothing."""
        return not self.text.strip()


Passage: TypeAlias = tuple[Line, ...]
"""Consecutive lines of Markdown; no lines where the author wrote nothing."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A text file of the site, read.

    Shape: name is its path below the content folder; lines have no line ends.
    """

    shown: str
    name: PurePosixPath
    lines: Passage

    @property
    def place(self) -> Place:
        """Give the file's beginning."""
        return Place(self.shown)


@dataclass(frozen=True, slots=True)
class Scalar:
    """A word, text or number in front matter, as the author wrote it.

    Shape: is_plain where it stood without quotes; lines for text that is Markdown.
    """

    text: str
    is_plain: bool
    lines: Passage
    place: Place

    @property
    def is_empty(self) -> bool:
        """Say whether nothing was written, or YAML's word for nothing."""
        return self.is_plain and self.text in {"", "~", "null", "Null", "NULL"}


@dataclass(frozen=True, slots=True)
class Items:
    """A list in front matter."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A key with its value; place is that of the key."""

    key: str
    value: Node
    place: Place


@dataclass(frozen=True, slots=True)
class Table:
    """A map in front matter: its entries by key, in the order of writing."""

    entries: Mapping[str, Entry]
    place: Place


Node: TypeAlias = Scalar | Items | Table


MarkerKind = Literal["points", "na", "advice", "per-factor", "empty", "odd"]


@dataclass(frozen=True, slots=True)
class Share:
    """Points that an option brings to one factor."""

    factor: str
    points: Fraction
    place: Place


@dataclass(frozen=True, slots=True)
class Marker:
    """What stands between parentheses before an option's label.

    Shape: shares are there where the kind is "per-factor", in the order of writing.
    """

    kind: MarkerKind
    text: str
    place: Place
    shares: tuple[Share, ...] = ()


@dataclass(frozen=True, slots=True)
class ParsedOption:
    """An item of a list of options, or of advice for a shared scale's options.

    Shape: settings are those of the attribute list that closes the label.
    """

    marker: Marker
    label: Passage
    settings: Table
    advice: Passage


@dataclass(frozen=True, slots=True)
class ParsedQuestion:
    """A question as it stands in its file.

    Shape: settings are the file's defaults overridden by the heading's. default_id is
    None where the file's name gives none. text is the heading, or the first paragraph.
    is_whole where no option had to be left out for what is wrong with it.
    """

    settings: Table
    default_id: str | None
    lead: Passage
    text: Passage
    note: Passage
    options: tuple[ParsedOption, ...]
    background: Passage
    is_whole: bool
    place: Place


@dataclass(frozen=True, slots=True)
class ParsedBand:
    """A heading of an advice file, and the text under it.

    Shape: has_limit where it names one, also one that cannot be read.
    """

    title: Line
    settings: Table
    has_limit: bool
    text: Passage
    place: Place


@dataclass(frozen=True, slots=True)
class ParsedAdvice:
    """An advice file: of the total, or of the factor that its name says."""

    score: str
    explanation: Passage
    bands: tuple[ParsedBand, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class ParsedTranslation:
    """The files of a quiz in another language, read.

    Shape: lang in small letters. questions by the file that theirs translates, advice
    by score; files are all that were read, as shown. is_whole where nothing is missing.
    """

    lang: str
    settings: Table
    intro: Passage
    questions: Mapping[str, tuple[ParsedQuestion, ...]]
    advice: Mapping[str, ParsedAdvice]
    files: tuple[str, ...]
    is_whole: bool
    place: Place


@dataclass(frozen=True, slots=True)
class ParsedQuiz:
    """A folder of a quiz, every file of it read.

    Shape: is_whole where nothing was left out for what is wrong with it; that does not
    say anything of the translations. python are its hook and what stands beside that.
    """

    id: str
    settings: Table
    intro: Passage
    lock: SourceFile | None
    questions: tuple[ParsedQuestion, ...]
    advice: tuple[ParsedAdvice, ...]
    is_whole: bool
    place: Place
    translations: tuple[ParsedTranslation, ...] = ()
    python: tuple[SourceFile, ...] = ()


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who publishes the site."""

    name: str
    url: str | None


@dataclass(frozen=True, slots=True)
class Redirect:
    """An old path of the site, and the one that it leads to.

    Shape: paths without slashes around them; "" is the page that lists the quizzes.
    """

    old: str
    target: str
    place: Place
    target_place: Place


@dataclass(frozen=True, slots=True)
class Settings:
    """What site.toml says, or its defaults where it says nothing.

    Shape: theme_places tells where the theme is named (by "") and each of its options;
    variants are those of terms, the first choice first, with their places; lang_place
    is where the language is named, or would be; links_to_ways says whether a quiz
    leads to the ways to embed it; base_url ends in no slash.
    """

    title: str
    base_url: str | None
    lang: str
    theme: str
    theme_options: Mapping[str, str]
    theme_places: Mapping[str, Place]
    publisher: Publisher | None
    embed_origins: tuple[str, ...]
    links_to_ways: bool
    redirects: tuple[Redirect, ...]
    variants: Mapping[str, Place]
    place: Place
    lang_place: Place


@dataclass(frozen=True, slots=True)
class ParsedSite:
    """Everything that was read of a site.

    Shape: own_texts are the catalogues with which it speaks in its own words.
    """

    settings: Settings
    quizzes: tuple[ParsedQuiz, ...]
    own_texts: tuple[SourceFile, ...]
