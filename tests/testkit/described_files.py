"""The content files that an author would write for a description of a quiz."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from testkit.described import ONE, TOTAL, Asked, Described, Limit, Points, Scored


def write_quiz(quiz: Described, folder: Path) -> None:
    """Write the files of a quiz into its folder."""
    (folder / "questions").mkdir(parents=True)
    (folder / "advice").mkdir()
    (folder / "quiz.md").write_text("\n".join(_quiz(quiz)), encoding="utf-8")
    for number, asked in enumerate(quiz.questions):
        path = folder / f"questions/{number:02}.md"
        path.write_text("\n".join(_question(asked)), encoding="utf-8")
    for scored in quiz.scores:
        if scored.bands:
            text = "\n\n".join(_band(limit) for limit in scored.bands)
            path = folder / f"advice/{scored.id}.md"
            path.write_text(f"What it says.\n\n{text}\n", encoding="utf-8")


def _quiz(quiz: Described) -> Iterator[str]:
    yield "---\ntitle: Made"
    factors = [scored for scored in quiz.scores if scored.id != TOTAL]
    for scored in quiz.scores:
        if scored.id == TOTAL:
            yield "scoring:"
            yield from (f"  {key}: {value}" for key, value in _keys(scored).items())
    if factors:
        yield "factors:"
    for scored in factors:
        yield f"  {scored.id}:\n    title: Factor"
        yield from (f"    {key}: {value}" for key, value in _keys(scored).items())
    yield "---\nMade.\n"


def _keys(scored: Scored) -> dict[str, str]:
    """Give the keys of a score, but for those that have their default."""
    plain = Scored(scored.id)
    written = {
        "method": scored.method,
        "multiply": str(scored.multiply),
        "add": str(scored.add),
        "missing": scored.missing,
        "hidden": scored.hidden,
        "minimum_answered": scored.minimum_answered,
        "decimals": str(scored.decimals),
        "round": str(scored.round).lower(),
        "better": scored.better,
        "table": f"[{', '.join(map(str, scored.table))}]",
    }
    is_default = {
        "missing": scored.missing == plain.missing,
        "hidden": scored.hidden == plain.hidden,
        "table": not scored.table,
    }
    return {key: text for key, text in written.items() if not is_default.get(key)}


def _question(asked: Asked) -> Iterator[str]:
    yield f"---\nid: {asked.id}"
    if asked.factors:
        yield f"factor: {_map({name: str(one) for name, one in asked.factors.items()})}"
    if asked.weight != ONE:
        yield f"weight: {asked.weight}"
    if asked.multiple:
        yield "type: multiple"
    yield from (key + ": true" for key in ("reverse", "optional") if vars(asked)[key])
    if asked.when:
        alternatives = [
            _map({name: f"[{', '.join(ids)}]" for name, ids in one.items()})
            for one in asked.when
        ]
        yield "when: " + (
            alternatives[0]
            if len(alternatives) == 1
            else f"[{', '.join(alternatives)}]"
        )
    yield "---\nA question?\n"
    yield from (
        f"- ({_marker(points)}) Option {name}" for name, points in asked.options.items()
    )


def _map(entries: Mapping[str, str]) -> str:
    return f"{{{', '.join(f'{key}: {value}' for key, value in entries.items())}}}"


def _marker(points: Points) -> str:
    if points is None:
        return "na"
    if isinstance(points, Mapping):
        return " ".join(f"{name}={one}" for name, one in points.items())
    return str(points)


def _band(limit: Limit) -> str:
    has_limit = limit.kind in {"from", "above"}
    where = f" {limit.kind}={limit.limit}" if has_limit else ""
    return f"# Band {limit.id} {{#{limit.id}{where}}}\n\nWhat it means."
