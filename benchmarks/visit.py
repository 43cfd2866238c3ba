"""Visits to a quiz in Chromium, from the address to the painted result."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from brotli_server import BrotliServer
from contenders import Contender
from playwright.sync_api import Browser, BrowserContext, CDPSession, Page

PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")

BLOCKING_FROM_MS = 50
"""A task that is longer keeps a reader waiting; what is over it counts as blocking."""

PATIENCE_MS = 120_000

QUIET_STEP_MS = 50
QUIET_STEPS = 8
"""How long nothing comes before a page is taken to have all it wants."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """What the reader's connection and processor are like."""

    download_mbit_s: float = 1.6
    upload_mbit_s: float = 0.75
    latency_ms: float = 150
    cpu_slowdown: float = 4


@dataclass(frozen=True, slots=True)
class Visit:
    """What one visit took.

    Units: milliseconds; sent in bytes of body by path, received in bytes with headers;
    memory in MB of 1,000,000 bytes.
    Shape: runtime_ms is None where the page does not work without its runtime; frames
    are those that came late, as the browser tells of them, and of our page alone.
    """

    sent: dict[str, int]
    received: int
    first_paint_ms: float
    answerable_ms: float
    first_answer_ms: float
    runtime_ms: float | None
    submit_ms: float
    blocking_ms: float
    memory_mb: float
    long_tasks: list[tuple[float, float]]
    frames: list[dict[str, Any]]
    score: str


@dataclass(frozen=True, slots=True)
class Visits:
    """The first visit of one reader and, where it is measured, the second.

    Shape: the second finds the browser's cache as the first left it.
    """

    cold: Visit
    warm: Visit | None


def visit(
    browser: Browser, server: BrotliServer, contender: Contender, given: Conditions
) -> Visits:
    """Visit a quiz for the first time, and once more where that is measured."""
    with _slow_phone(browser) as context:
        cold = _visit(context, server, contender, given)
        warm = _visit(context, server, contender, given) if contender.again else None
    return Visits(cold, warm)


def _visit(
    context: BrowserContext,
    server: BrotliServer,
    contender: Contender,
    given: Conditions,
) -> Visit:
    """Open a quiz, answer it and read the result."""
    already_sent = len(server.sent)
    with _slow_page(context, given) as (page, session):
        traffic = Traffic(session)
        page.add_init_script(_probe(contender))
        page.goto(server.origin + contender.path, wait_until="commit")
        page.wait_for_function("window.probe")
        seen = _go_through(page, session, traffic)
        memory_mb = memory_of(session)
    return Visit(
        sent=_added_up(server.sent[already_sent:]),
        received=traffic.received,
        first_paint_ms=seen["firstPaint"],
        answerable_ms=seen["answerable"],
        first_answer_ms=seen["firstAnswer"],
        runtime_ms=_runtime_ms(seen),
        submit_ms=seen["result"] - seen["submitted"],
        blocking_ms=_blocking_ms(seen),
        memory_mb=memory_mb,
        long_tasks=seen["longTasks"],
        frames=seen["frames"] if contender.parts.ready else [],
        score=seen["score"].strip(),
    )


def _go_through(page: Page, session: CDPSession, traffic: Traffic) -> dict[str, Any]:
    """Answer, submit and wait until the result is there and nothing comes any more."""
    _ask(session, "probe.untilReady()")
    traffic.wait_for_quiet(page)
    place = _ask(session, "probe.answerOthers()")
    page.wait_for_timeout(300)
    _ask(session, "probe.watchResult()")
    _click(session, *place)
    seen: dict[str, Any] = _ask(session, "probe.told()")
    traffic.wait_for_quiet(page)
    return seen


class Traffic:
    """What comes over the wire, as the browser counts it.

    Units: received in bytes, the responses' headers included.
    """

    def __init__(self, session: CDPSession) -> None:
        """Count from now on."""
        self.received = 0
        self._on_their_way: set[str] = set()
        session.on("Network.requestWillBeSent", self._asked)
        session.on("Network.loadingFinished", self._came)
        session.on("Network.loadingFailed", self._failed)

    def wait_for_quiet(self, page: Page) -> None:
        """Wait until nothing has been on its way for a while."""
        quiet = 0
        while quiet < QUIET_STEPS:
            page.wait_for_timeout(QUIET_STEP_MS)
            quiet = 0 if self._on_their_way else quiet + 1

    def _asked(self, event: dict[str, Any]) -> None:
        self._on_their_way.add(event["requestId"])

    def _came(self, event: dict[str, Any]) -> None:
        self.received += event["encodedDataLength"]
        self._on_their_way.discard(event["requestId"])

    def _failed(self, event: dict[str, Any]) -> None:
        self._on_their_way.discard(event["requestId"])


@contextmanager
def _slow_phone(browser: Browser) -> Iterator[BrowserContext]:
    """Open a browser of a phone that has kept nothing of an earlier visit."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
    )
    context.set_default_timeout(PATIENCE_MS)
    yield context
    context.close()


@contextmanager
def _slow_page(
    context: BrowserContext, given: Conditions
) -> Iterator[tuple[Page, CDPSession]]:
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _network(given))
    session.send("Emulation.setCPUThrottlingRate", {"rate": given.cpu_slowdown})
    yield page, session
    page.close()


def _network(given: Conditions) -> dict[str, Any]:
    bytes_a_mbit = 1_000_000 / 8
    return {
        "offline": False,
        "latency": given.latency_ms,
        "downloadThroughput": given.download_mbit_s * bytes_a_mbit,
        "uploadThroughput": given.upload_mbit_s * bytes_a_mbit,
    }


def _added_up(sent: list[tuple[str, int]]) -> dict[str, int]:
    """Give the bytes of each path, in the order in which they were asked for."""
    found: dict[str, int] = {}
    for path, size in sent:
        found[path] = found.get(path, 0) + size
    return found


def memory_of(session: CDPSession) -> float:
    """Give what the page's scripts and its document take, rubbish collected.

    Units: MB of 1,000,000 bytes.
    """
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    session.send("HeapProfiler.enable")
    for _ in range(2):  # what the first one frees can hold others
        session.send("HeapProfiler.collectGarbage")
    used = session.send("Runtime.getHeapUsage")
    parts = ("usedSize", "embedderHeapUsedSize", "backingStorageSize")
    return float(sum(used.get(part, 0) for part in parts)) / 1_000_000


def _probe(contender: Contender) -> str:
    # Frames of the page have no quiz: what is measured is the page itself.
    call = f"({PROBE.strip()})({json.dumps(asdict(contender.parts))})"
    return f"if (window === top) {call}"


def _ask(session: CDPSession, expression: str) -> Any:  # noqa: ANN401 - what JSON holds
    """Evaluate an expression in the page and wait for what it promises.

    Raises: RuntimeError when the page threw.
    """
    answer = session.send(
        "Runtime.evaluate",
        {"expression": expression, "awaitPromise": True, "returnByValue": True},
    )
    if "exceptionDetails" in answer:
        raise RuntimeError(answer["exceptionDetails"]["exception"]["description"])
    return answer["result"].get("value")


def _click(session: CDPSession, x: float, y: float) -> None:
    """Click as a mouse does: the page cannot tell the difference."""
    place = {"x": x, "y": y}
    session.send("Input.dispatchMouseEvent", {"type": "mouseMoved", **place})
    for kind in ("mousePressed", "mouseReleased"):
        event = {"type": kind, **place, "button": "left", "clickCount": 1}
        session.send("Input.dispatchMouseEvent", event)


def _runtime_ms(seen: dict[str, Any]) -> float | None:
    """Give the time from the first sign of interest to ready."""
    return float(seen["ready"] - seen["interest"]) if "ready" in seen else None


def _blocking_ms(seen: dict[str, Any]) -> float:
    return sum(
        duration - BLOCKING_FROM_MS
        for start, duration in seen["longTasks"]
        if start < seen["result"]
    )
