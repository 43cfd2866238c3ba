"""The keys that content may hold, as data: one list for the program and its papers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Kind = Literal[
    "text", "texts", "whole", "number", "boolean", "choice", "markdown", "map", "list"
]


@dataclass(frozen=True, slots=True)
class Key:
    """A key, what it takes and what it is for.

    Shape: choices are the words that it takes.
    Source: docs/reference/format.md has an entry for each key.
    """

    name: str
    kind: Kind
    meaning: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Schema:
    """The keys of one kind of map; subject is what the author calls that map."""

    subject: str
    keys: tuple[Key, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Give the names of the keys."""
        return tuple(key.name for key in self.keys)

    def key(self, name: str) -> Key | None:
        """Give the key of this name."""
        return next((key for key in self.keys if key.name == name), None)


_BETTER = Key(
    "better",
    "choice",
    "which end of a score is the better one",
    choices=("high", "low", "neither"),
)

_INTENDED = Key("intended", "texts", "names of warnings that are meant to be so")

_SCORING = (
    Key(
        "method",
        "choice",
        "how the answers become a score",
        choices=("sum", "mean", "percent"),
    ),
    Key("multiply", "number", "what the result is multiplied by"),
    Key("add", "number", "what is added to the result"),
    Key("table", "list", "scores to look sums up in"),
    Key(
        "missing",
        "choice",
        "what n.a. does to a sum",
        choices=("rescale", "mean", "shrink", "lowest", "refuse"),
    ),
    Key(
        "hidden",
        "choice",
        "what a hidden question does to a score",
        choices=("leave", "lowest"),
    ),
    Key("minimum_answered", "text", "how much must be answered for a score"),
    Key("decimals", "whole", "digits behind the decimal point of a shown score"),
    Key("round", "boolean", "whether the rounded score decides the band"),
    _BETTER,
)

QUIZ = Schema(
    "quiz.md",
    (
        Key("title", "text", "the quiz's name"),
        Key("lang", "text", "the language it is written in"),
        Key("version", "whole", "raised when answers change meaning"),
        Key("updated", "text", "the day of its last change"),
        Key("description", "text", "one sentence for search results and link cards"),
        Key("authors", "texts", "who wrote it"),
        Key("source", "text", "where it comes from, in words or as an address"),
        Key("licence", "text", "on what terms others may use it"),
        Key("scope", "markdown", "what it measures and what it does not"),
        Key(
            "layout",
            "choice",
            "all questions at once, or one at a time",
            choices=("page", "steps"),
        ),
        Key(
            "address",
            "choice",
            "how the page addresses the reader",
            choices=("formal", "informal"),
        ),
        Key(
            "score",
            "choice",
            "whether the reader gets to see a score, and a site around it too",
            choices=("shown", "hidden", "shared"),
        ),
        _BETTER,
        Key("scales", "map", "response scales that questions share"),
        Key("factors", "map", "what is measured beside the total"),
        Key("scoring", "map", "how the total is computed"),
        Key(
            "perspectives",
            "map",
            "voices in which the same questions can be answered",
        ),
        Key("terms", "map", "words that stand in for others"),
        Key("related", "list", "quizzes and pages to go on with"),
        Key("contact", "map", "whom a reader may turn to"),
        Key("reading", "list", "books and articles to read on in"),
        Key("retake", "whole", "days until the quiz is best taken again"),
        Key("examples", "list", "worked examples that the build recomputes"),
        _INTENDED,
    ),
)

SCORING = Schema("scoring", _SCORING)
FACTOR = Schema("a factor", (Key("title", "text", "the factor's name"), *_SCORING))

QUESTION = Schema(
    "a question",
    (
        Key("id", "text", "the question's name in results"),
        Key("factor", "map", "the factors it belongs to, with weights"),
        Key("weight", "number", "its weight in the total"),
        Key(
            "type",
            "choice",
            "how many options a reader may choose",
            choices=("single", "multiple"),
        ),
        Key("scale", "text", "the response scale that gives its options"),
        Key("reverse", "boolean", "whether it counts backwards"),
        Key("optional", "boolean", "whether it may stay open"),
        Key("when", "map", "what must be answered for it to be asked"),
        Key("voices", "map", "its text in other voices"),
        _INTENDED,
    ),
)

PERSPECTIVE = Schema(
    "a perspective",
    (
        Key("title", "text", "what the reader chooses it by"),
        Key("intro", "markdown", "what the reader should know who chose it"),
    ),
)

OPTION = Schema("an option", (Key("id", "text", "the option's name in results"),))

BAND = Schema(
    "a band",
    (
        Key("id", "text", "the band's name in results"),
        Key("from", "number", "the least score that it holds"),
        Key("above", "number", "the score that it lies above"),
    ),
)

ADVICE = Schema("an advice file", ())

RELATED = Schema(
    "a related quiz",
    (
        Key("title", "text", "its name"),
        Key("url", "text", "where it is found"),
    ),
)

CONTACT = Schema(
    "contact",
    (
        Key("name", "text", "who it is"),
        Key("email", "text", "the e-mail address"),
        Key("url", "text", "the page"),
    ),
)

WORK = Schema(
    "a work in reading",
    (
        Key("title", "text", "its title"),
        Key("authors", "texts", "who wrote it"),
        Key("url", "text", "where it is found"),
        Key("note", "text", "what else is to be known of it"),
    ),
)

EXAMPLE = Schema(
    "an example",
    (
        Key("answers", "text", "option ids, or question=option pairs"),
        Key("total", "number", "the total they come to"),
        Key("band", "text", "the band of the total"),
        Key("factors", "map", "the score of each factor"),
    ),
)

EXPECTED = Schema(
    "a score of an example",
    (
        Key("value", "number", "the score"),
        Key("band", "text", "its band"),
    ),
)

SITE = Schema(
    "site.toml",
    (
        Key("title", "text", "the site's name"),
        Key("base_url", "text", "where the site will be found"),
        Key("lang", "text", "the language of its quizzes"),
        Key("theme", "text", "the theme that it wears"),
        Key("publisher", "map", "who publishes it"),
        Key("embed", "map", "how its quizzes may be embedded"),
        Key("theme_options", "map", "what the theme lets one choose"),
        Key("terms", "texts", "which variants of terms are used"),
        Key("redirects", "map", "old addresses and where they went"),
    ),
)

PUBLISHER = Schema(
    "publisher",
    (
        Key("name", "text", "the publisher's name"),
        Key("url", "text", "the publisher's own site"),
    ),
)

EMBED = Schema(
    "embed",
    (
        Key("origins", "texts", "sites that may frame the quizzes"),
        Key("link", "boolean", "whether quizzes link to how to embed them"),
    ),
)
