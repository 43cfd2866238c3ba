"""Check that old paths lead to pages, and take the place of none."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from kwispel.errors import Problem
from kwispel.site_files import AT_ROOT, FRAMED, OWN, PACKED_ENDS, PAGE_END
from kwispel.source.names import listed, nearest, quoted
from kwispel.source.shapes import ParsedQuiz, Redirect


def check_redirects(
    written: Iterable[Redirect], paths: Iterable[str], problems: list[Problem]
) -> Mapping[str, str]:
    """Give the page to which each old path leads in the end.

    Shape: an old path is a folder, or a page that ends in `.html`; a page is the path
    of a quiz, or "" for the one that lists them; paths are those of the quizzes.
    """
    pages = ["", *paths]
    free = _without_taken(written, pages, problems)
    found: dict[str, str] = {}
    for old in free:
        end = _end(free[old], free, pages, problems)
        if end is not None:
            found[old] = end
    return found


def page_paths(quiz: ParsedQuiz) -> Iterable[str]:
    """Give the paths of a quiz in each language."""
    yield quiz.id
    yield from (f"{one.lang}/{quiz.id}" for one in quiz.translations)


def _without_taken(
    written: Iterable[Redirect], pages: Collection[str], problems: list[Problem]
) -> dict[str, Redirect]:
    """Give those, by their old paths, whose files nothing else is in the way of."""
    free: dict[str, Redirect] = {}
    taken: dict[str, str] = {}
    for one in written:
        files = [name.lower() for name in _files(one.old)]
        by = _holder(one.old, pages) or next(
            (taken[name] for name in files if name in taken), None
        )
        if by is None:
            free[one.old] = one
            taken |= dict.fromkeys(files, f"the same path as {quoted(one.old)}")
        else:
            problems.append(_taken(one, by))
    return free


def _files(old: str) -> tuple[str, ...]:
    """List what hosts serve for a path; they may serve a page without its `.html`."""
    if old.endswith(PAGE_END):
        return old, f"{old.removesuffix(PAGE_END)}/{OWN}"
    return f"{old}/{OWN}", f"{old}/{FRAMED}"


def _holder(old: str, pages: Collection[str]) -> str | None:
    """Name what of the site has this path; small and large letters can be the same."""
    path = f"{old.lower().removesuffix(PAGE_END)}/"
    first = old.lower().partition("/")[0]
    if path == "/":
        return "the path of the page that lists the quizzes"
    for page in pages:
        if page and path.startswith(f"{page.lower()}/"):
            return f"the path of the quiz {quoted(page)}"
    for end in (*PACKED_ENDS, PAGE_END):
        if first in AT_ROOT or first.removesuffix(end) in AT_ROOT:
            return "a path that the site needs"
    return None


def _end(
    first: Redirect,
    known: Mapping[str, Redirect],
    pages: Collection[str],
    problems: list[Problem],
) -> str | None:
    """Follow a redirect, and others behind it, to a page."""
    way, target = [first.old], first.target
    while target not in pages:
        if target in way:
            problems.append(_loop(first, [*way, target]))
            return None
        if target not in known:
            # A redirect before this one leads there too, and need not say it again.
            if len(way) == 1:
                problems.append(_unknown_page(first, [*pages, *known]))
            return None
        way.append(target)
        target = known[target].target
    return target


def _taken(one: Redirect, by: str) -> Problem:
    return Problem(
        one.place,
        "redirect-taken",
        f"{quoted(one.old or '/')} is {by}",
        "Leave it out, or write the path that a page had before.",
    )


def _loop(one: Redirect, way: list[str]) -> Problem:
    return Problem(
        one.target_place,
        "redirect-loop",
        f"{quoted(one.old)} leads nowhere: {' to '.join(map(quoted, way))}",
        "Write the path of a page for one of them.",
    )


def _unknown_page(one: Redirect, known: list[str]) -> Problem:
    meant = nearest(one.target, known)
    pages = listed(sorted(page or "/" for page in known if page != one.old))
    return Problem(
        one.target_place,
        "unknown-page",
        f"{quoted(one.target)} is no page of the site",
        f'Write "{meant}".' if meant else f"Write one of: {pages}.",
    )
