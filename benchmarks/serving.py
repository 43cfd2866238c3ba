"""Measure what a built site asks of its host, and how fast nginx sends it.

Run as `python benchmarks/serving.py`; README.md beside it defines every figure.
"""

from __future__ import annotations

import http.client
import secrets
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urlsplit

import results
import serving_tables
from contenders import BUILT, QUIZ
from install import DEBIAN, missing_programs
from nginx import Nginx, Sent, requests_a_second, serving
from playwright.sync_api import BrowserContext
from program import ItFailed, kwispel, run
from reader import open_browser

SECOND_QUIZ = "klantgerichtheid-uitgebreid"

ANSWER_ALL = """(question) => {
    for (const one of document.querySelectorAll(question)) {
        one.querySelector("input")?.click();
    }
}"""


@dataclass(frozen=True, slots=True)
class Asked:
    """One file that wrk asks for, beside a plain file of the same size.

    Shape: site says of which folder: that with compressed files, that without, or that
    of the plain ones.
    """

    name: str
    site: str
    path: str
    headers: dict[str, str]


def measure(runs: int) -> dict[str, Any]:
    """Visit the site in a browser, then ask for its files as fast as they come.

    Raises: ItFailed.
    """
    with TemporaryDirectory(prefix="kwispel-bench-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        sites = {"compressed": folder / "compressed", "plain": folder / "plain"}
        kwispel("build", "content", "-o", str(sites["compressed"]), "--compress")
        kwispel("build", "content", "-o", str(sites["plain"]))
        config = kwispel("headers", "content", "--for", "nginx")
        config = config.replace("# brotli_static", "brotli_static")
        with serving(sites["compressed"], config, logs=True) as nginx:
            visits, browser = _visits(nginx)
        rates = _rates(runs, sites, config)
        files = {which: _files(site) for which, site in sites.items()}
    return {
        "machine": results.machine(browser=browser, nginx=_version("nginx")),
        "files": files,
        "visits": visits,
        "rates": rates,
    }


def _files(site: Path) -> dict[str, int]:
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    return {"count": len(sizes), "bytes": sum(sizes), "largest": max(sizes)}


def _visits(nginx: Nginx) -> tuple[list[dict[str, Any]], str]:
    """Let one reader come three times, and list what each visit asked for."""
    found = []
    with open_browser() as browser:
        context = browser.new_context(viewport={"width": 360, "height": 740})
        for name, quiz in (
            ("first visit", QUIZ),
            ("second visit", QUIZ),
            ("another quiz of the site, to its first answers", SECOND_QUIZ),
        ):
            before = len(nginx.sent())
            _visit(context, f"{nginx.origin}/{quiz}/", to_result=quiz == QUIZ)
            sent: list[Sent] = nginx.sent()[before:]
            found.append({"name": name, "sent": [asdict(one) for one in sent]})
        version = f"Chromium {browser.version}"
        context.close()
    return found, version


def _visit(context: BrowserContext, url: str, *, to_result: bool) -> None:
    """Answer a quiz and wait until its result is there and nothing more comes.

    Not every quiz can be answered by choosing the first of everything.
    """
    page = context.new_page()
    page.goto(url)
    page.evaluate(ANSWER_ALL, BUILT.question)
    page.wait_for_selector(str(BUILT.ready), state="attached")
    page.wait_for_timeout(300)
    if to_result:
        page.click(BUILT.submit)
        page.wait_for_selector(BUILT.result)
    page.wait_for_timeout(700)
    page.close()


def _rates(runs: int, sites: dict[str, Path], config: str) -> list[dict[str, Any]]:
    """Ask for each file, and for a plain one of the same size right after it."""
    beside = sites["plain"].parent / "beside"
    beside.mkdir()
    with (
        serving(sites["compressed"], config) as compressed,
        serving(sites["plain"], config) as plain,
        serving(beside, "") as bare,
    ):
        servers = {"compressed": compressed, "plain": plain, "beside": bare}
        pairs = [
            (one, _plain_like(one, _answer(servers[one.site], one)[1], beside, bare))
            for one in _asked(sites["compressed"], compressed)
        ]
        rounds = [
            [[_rate(servers, one) for one in pair] for pair in pairs]
            for _ in range(runs)
        ]
        sizes = [_answer(servers[one.site], one)[1] for one, _ in pairs]
    return [
        {"name": one.name, "bytes": size, "rates": rates}
        for (one, _), size, rates in zip(
            pairs, sizes, zip(*rounds, strict=True), strict=True
        )
    ]


def _rate(servers: dict[str, Nginx], asked: Asked) -> float:
    return requests_a_second(f"{servers[asked.site].origin}{asked.path}", asked.headers)


def _plain_like(asked: Asked, size: int, beside: Path, bare: Nginx) -> Asked:
    """Write a file of the same size, and say how it is asked for: in the same way."""
    name = "".join(letter if letter.isalnum() else "-" for letter in asked.name)
    (beside / name).write_bytes(secrets.token_bytes(size))
    plain = Asked(asked.name, "beside", f"/{name}", {})
    if "If-None-Match" not in asked.headers:
        return plain
    return replace(plain, headers={"If-None-Match": _answer(bare, plain)[0]})


def _asked(site: Path, server: Nginx) -> Iterator[Asked]:
    """List what is asked for; the server says what a browser would know already."""
    page = f"/{QUIZ}/"
    brotli, gzip = {"Accept-Encoding": "br"}, {"Accept-Encoding": "gzip"}
    beforehand = Asked("page, brotli from `--compress`", "compressed", page, brotli)
    yield beforehand
    yield Asked("page, gzip from `--compress`", "compressed", page, gzip)
    yield Asked("page, gzip made by nginx each time", "plain", page, gzip)
    known = {**brotli, "If-None-Match": _answer(server, beforehand)[0]}
    yield Asked("page, not changed since (304)", "compressed", page, known)
    runtime = next(site.glob("assets/runtime.*.js"))
    path = f"/assets/{runtime.name}"
    yield Asked("runtime, brotli from `--compress`", "compressed", path, brotli)


def _answer(server: Nginx, asked: Asked) -> tuple[str, int]:
    """Give the ETag of a file, and how many bytes of body come.

    Raises: ItFailed when it is not there.
    """
    line = http.client.HTTPConnection(urlsplit(server.origin).netloc, timeout=20)
    line.request("GET", asked.path, headers=asked.headers)
    answer = line.getresponse()
    size = len(answer.read())
    line.close()
    if answer.status not in (200, 304):
        raise ItFailed(f"{asked.path}: {answer.status}")
    return answer.headers["ETag"], size


def _version(program: str) -> str:
    said = run(["sh", "-c", f"PATH=$PATH:/usr/sbin {program} -v 2>&1"], Path("/"))
    return said.strip().rpartition("/")[2]


def main() -> int:
    """Measure, print tables and write everything down."""
    options = results.arguments(__doc__, runs=5).parse_args()
    missing = missing_programs()
    if missing:
        packages = " ".join(name for each in missing for name in DEBIAN[each])
        sys.stderr.write(f"missing: {', '.join(missing)} (Debian's {packages})\n")
        return 1
    measured = measure(options.runs)
    results.keep(options.out, "serving", measured, serving_tables.report(measured))
    return 0


if __name__ == "__main__":
    sys.exit(main())
