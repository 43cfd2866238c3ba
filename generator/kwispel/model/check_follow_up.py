"""Check what a quiz offers after its result: related quizzes, contact, reading."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from kwispel.errors import Place, Problem
from kwispel.model.follow_up import (
    RETAKE_DAYS,
    Contact,
    FollowUp,
    Related,
    RelatedPage,
    RelatedQuiz,
    Work,
)
from kwispel.model.shapes import Quiz
from kwispel.source import keys
from kwispel.source.addresses import is_email_address, is_link_address
from kwispel.source.names import nearest, quoted
from kwispel.source.prose import Typesetter
from kwispel.source.schema import CONTACT, RELATED, WORK, Schema
from kwispel.source.shapes import Entry, Node, Scalar, Table
from kwispel.source.site_toml import bad_address

MOST_DAYS = 3650

_T = TypeVar("_T")


def check_follow_up(
    entries: Mapping[str, Entry], setter: Typesetter, problems: list[Problem]
) -> FollowUp:
    """Give what the settings of a quiz say of related quizzes, contact and reading."""
    reader = _Reader(setter, problems)
    return FollowUp(
        related=tuple(reader.each(entries.get("related"), reader.related)),
        contact=reader.contact(entries.get("contact")),
        reading=tuple(reader.each(entries.get("reading"), reader.work)),
        retake_days=_days(entries.get("retake"), problems),
    )


def related_problems(quiz: Quiz, known: Iterable[str]) -> Iterator[Problem]:
    """Report the related quizzes that the site does not have.

    Shape: known are the ids of all quizzes, also of those that have an error.
    """
    others = [name for name in known if name != quiz.id]
    for one in quiz.follow_up.related:
        if isinstance(one, RelatedQuiz) and one.id == quiz.id:
            yield _itself(one)
        elif isinstance(one, RelatedQuiz) and one.id not in others:
            yield _unknown_quiz(one, others)


def _days(entry: Entry | None, problems: list[Problem]) -> int:
    days = keys.whole(entry, problems, least=1, most=MOST_DAYS) if entry else None
    return days or RETAKE_DAYS


@dataclass(frozen=True, slots=True)
class _Reader:
    """Reads the maps, and reports what is wrong in them."""

    setter: Typesetter
    problems: list[Problem]

    def each(
        self, entry: Entry | None, read: Callable[[Node], _T | None]
    ) -> Iterator[_T]:
        for node in keys.items(entry, self.problems) if entry else ():
            found = read(node)
            if found is not None:
                yield found

    def related(self, node: Node) -> Related | None:
        if isinstance(node, Scalar) and not node.is_empty:
            return RelatedQuiz(node.text, node.place)
        example = '{title: A test, url: "https://example.org"}'
        known = self._known(node, RELATED, "an id or a map", example)
        if known is None:
            return None
        title = self._required(known, "title", "the related quiz", node.place)
        url = self._required(known, "url", "the related quiz", node.place)
        address = self._url(url)
        text = self._plain(title)
        return RelatedPage(text, address) if text and address else None

    def contact(self, entry: Entry | None) -> Contact | None:
        table = keys.table(entry, self.problems) if entry else None
        if entry is None or table is None:
            return None
        known = keys.check_keys(table, CONTACT, self.problems).entries
        name = self._required(known, "name", quoted(entry.key), entry.place)
        email, url = known.get("email"), known.get("url")
        if not (email or url):
            hint = 'Write "email", "url" or both.'
            self.problems.append(
                keys.missing_key(entry.place, "email", quoted(entry.key), hint)
            )
        text = self._plain(name) or ""
        return Contact(text, self._email(email), self._url(url))

    def work(self, node: Node) -> Work | None:
        known = self._known(node, WORK, "a map", "{title: A book, authors: Ann Author}")
        if known is None:
            return None
        title = self._required(known, "title", "the work", node.place)
        authors = known.get("authors")
        return Work(
            title=self._plain(title) or "",
            authors=keys.texts(authors, self.problems) if authors else (),
            url=self._url(known.get("url")),
            note=self._plain(known.get("note")),
        )

    def _known(
        self, node: Node, schema: Schema, wanted: str, example: str
    ) -> Mapping[str, Entry] | None:
        if isinstance(node, Table):
            return keys.check_keys(node, schema, self.problems).entries
        self.problems.append(
            Problem(
                node.place,
                "wrong-type",
                f"{schema.subject} is {keys.kind_of(node)}, not {wanted}",
                f"Write a map such as '{example}'.",
            )
        )
        return None

    def _required(
        self, known: Mapping[str, Entry], name: str, subject: str, place: Place
    ) -> Entry | None:
        if name not in known:
            hint = f'Write "{name}: …" in it.'
            self.problems.append(keys.missing_key(place, name, subject, hint))
        return known.get(name)

    def _plain(self, entry: Entry | None) -> str | None:
        return self.setter.plain(entry, self.problems) if entry else None

    def _url(self, entry: Entry | None) -> str | None:
        return self._address(entry, is_link_address, bad_address)

    def _email(self, entry: Entry | None) -> str | None:
        return self._address(entry, is_email_address, _bad_email)

    def _address(
        self,
        entry: Entry | None,
        holds: Callable[[str], bool],
        problem: Callable[[Entry, str], Problem],
    ) -> str | None:
        text = keys.text(entry, self.problems) if entry else None
        if entry is None or text is None or holds(text):
            return text
        self.problems.append(problem(entry, text))
        return None


def _bad_email(entry: Entry, text: str) -> Problem:
    return Problem(
        entry.value.place,
        "bad-email",
        f"{quoted(text)} is no e-mail address",
        'Write an address such as "name@example.org".',
    )


def _unknown_quiz(related: RelatedQuiz, known: Iterable[str]) -> Problem:
    meant = nearest(related.id, known)
    hint = 'Write the id of a quiz of this site, or a map with "title" and "url".'
    return Problem(
        related.place,
        "unknown-quiz",
        f"the site has no quiz {quoted(related.id)}",
        f'Write "{meant}".' if meant else hint,
    )


def _itself(related: RelatedQuiz) -> Problem:
    return Problem(
        related.place,
        "unknown-quiz",
        f"{quoted(related.id)} is this quiz, not another one",
        "Leave it out.",
    )
