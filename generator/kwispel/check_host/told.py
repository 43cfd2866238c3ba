"""What was found at a host, told in a terminal or as JSON."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import asdict

from kwispel.check_host.shapes import Finding
from kwispel.check_host.visit import Visited


def findings_text(visited: Visited) -> str:
    """Give findings as people read them: where, what is the case, and what to do."""
    return "".join(f"{line}\n" for one in visited.findings for line in _lines(one))


def _lines(one: Finding) -> Iterator[str]:
    first, *others = one.urls
    yield f"{first}: {one.level}[{one.code}]: {one.message}"
    yield f"    {one.hint}"
    if len(others) > 1:
        yield f"    So it is with {len(others)} more, such as {others[0]}."
    elif others:
        yield f"    So it is with {others[0]}."


def findings_json(visited: Visited) -> str:
    """Give findings as a list of {urls, code, message, hint, level}."""
    told = [asdict(one) for one in visited.findings]
    return json.dumps(told, ensure_ascii=False, indent=2) + "\n"


FORMS: Mapping[str, Callable[[Visited], str]] = {
    "text": findings_text,
    "json": findings_json,
}
"""What `check-host --format` offers."""
