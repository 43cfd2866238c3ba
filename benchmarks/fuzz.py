"""Visit quizzes at random, and tell where a page fails or needs what was left out.

Run as `python benchmarks/fuzz.py --minutes 10`: builds the project's own quizzes and
those of the tests, answers, submits, clears, presses, writes, goes back and forward and
opens codes. Exits with 1 where a page went wrong, and tells the shortest way there.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from fuzz_plans import Plan, Quiz, described, paths_of, plan, shortened
from fuzz_visits import Seen, play
from playwright.sync_api import Browser
from program import ROOT, kwispel
from reader import open_browser

sys.path.insert(0, str(ROOT / "tests"))

from kwispel.core.outcome import outcome
from testkit.static_server import StaticServer

SITES = ("behaviour", "better", "card", "full", "kinds", "rules", "shared", "steps")
"""Of tests/sites/good."""

CODES = 12
"""So many codes of a quiz, those of answers chosen at random, are opened."""

SHORTENING_S = 40
"""How long is tried to leave something out of what failed."""


class Fuzzing:
    """Visits one after the other, and counts."""

    def __init__(self, browser: Browser, origin: str) -> None:
        """Start with nothing seen."""
        self.counts: Counter[str] = Counter()
        self.failures: dict[str, Plan] = {}
        self._browser = browser
        self._origin = origin

    def visit(self, given: Plan) -> None:
        """Make a visit, and keep it, made short, where it fails in a way of its own."""
        seen = play(self._browser, self._origin, given)
        self._count(seen)
        for line in seen.wrong[:1]:
            if line in self.failures:
                continue
            print(f"failed: {line[:300]}", flush=True)
            shortest = self._shortest(given, seen.failed_at, line)
            self.failures[line] = shortest
            print(described(shortest), flush=True)

    def _count(self, seen: Seen) -> None:
        self.counts["visits"] += 1
        self.counts["actions"] += seen.actions
        self.counts["results"] += seen.results
        for line in seen.wrong:
            self.counts[line.partition(":")[0]] += 1

    def _shortest(self, given: Plan, failed_at: int | None, line: str) -> Plan:
        """Leave out what it takes not, as far as there is time."""
        until = time.monotonic() + SHORTENING_S

        def fails(tried: Plan) -> bool:
            return line in play(self._browser, self._origin, tried).wrong

        beginning = replace(given, actions=given.actions[:failed_at])
        start = beginning if fails(beginning) else given
        return shortened(start, fails, lambda: time.monotonic() > until)


def main() -> int:
    """Build, visit until the time is over, and tell what came of it."""
    options = _options()
    with open_browser() as browser, TemporaryDirectory() as folder:
        root = Path(folder)
        quizzes = [each for name in options.sites for each in _built(name, root)]
        server = StaticServer(root)
        fuzzing = Fuzzing(browser, server.origin)
        until = time.monotonic() + options.minutes * 60
        number = options.first
        while time.monotonic() < until:
            fuzzing.visit(plan(options.seed, number, quizzes))
            number += 1
        server.close()
    print(f"seed {options.seed}, visits {options.first} to {number - 1}")
    print(_told(fuzzing.counts))
    return 1 if fuzzing.failures else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--first", type=int, default=0, help="number of a visit")
    parser.add_argument(
        "--sites", nargs="+", default=["content", *SITES], metavar="NAME"
    )
    return parser.parse_args()


def _built(name: str, root: Path) -> list[Quiz]:
    """Build a site, and give its pages."""
    source = "content" if name == "content" else f"tests/sites/good/{name}"
    site = root / name
    kwispel("build", source, "-o", str(site))
    return [
        Quiz("/" + page.relative_to(root).as_posix(), _codes(page, site))
        for page in paths_of(site)
    ]


def _codes(page: Path, site: Path) -> tuple[str, ...]:
    """Give codes of answers to the quiz on a page; or what is no code."""
    quiz = page.read_text("utf-8").partition('data-quiz="')[2].partition('"')[0]
    sheet = json.loads((site / quiz / "quiz.json").read_text("utf-8"))
    chance = Random(quiz)  # noqa: S311 - no secret
    found = (_code(sheet, chance) for _ in range(CODES))
    return tuple(code for code in found if code) or ("no-code",)


def _code(sheet: object, chance: Random) -> str | None:
    known: dict[str, list[dict[str, list[str]]]] = sheet  # type: ignore[assignment]  # JSON
    answers = {
        str(asked["id"]): chance.choice(asked["options"])
        for asked in known["questions"]
    }
    result = outcome(sheet, answers)["result"]  # type: ignore[arg-type]  # JSON
    return result["code"] if result else None


def _told(counts: Counter[str]) -> str:
    always = ("visits", "actions", "results", "left out", "page error")
    names: Sequence[str] = (*always, *sorted(set(counts) - set(always)))
    return "\n".join(f"{counts[name]:>9,} {name}" for name in names)


if __name__ == "__main__":
    sys.exit(main())
