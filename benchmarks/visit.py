"""One cold visit to a quiz in Chromium, from the address to the painted result."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from brotli_server import BrotliServer
from contenders import Contender
from playwright.sync_api import Browser, CDPSession, Page

PROBE = (Path(__file__).parent / "probe.js").read_text(encoding="utf-8")

BLOCKING_FROM_MS = 50
"""A task that is longer keeps a reader waiting; what is over it counts as blocking."""


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

    Units: milliseconds; sent in bytes of body by path, received in bytes with headers.
    Shape: runtime_ms is None where there is no runtime.
    """

    sent: dict[str, int]
    received: int
    first_paint_ms: float
    answerable_ms: float
    first_answer_ms: float
    runtime_ms: float | None
    submit_ms: float
    blocking_ms: float
    score: str


def visit(
    browser: Browser, server: BrotliServer, contender: Contender, given: Conditions
) -> Visit:
    """Visit a quiz for the first time, answer it and read the result."""
    already_sent = len(server.sent)
    with _cold_page(browser, given) as (page, session):
        received = _count_bytes(session)
        page.add_init_script(_probe(contender))
        page.goto(server.origin + contender.path)
        _ask(session, "probe.untilReady()")
        place = _ask(session, "probe.answerOthers()")
        page.wait_for_timeout(300)
        _ask(session, "probe.watchResult()")
        _click(session, *place)
        seen = _ask(session, "probe.told()")
    return Visit(
        sent=dict(server.sent[already_sent:]),
        received=sum(received),
        first_paint_ms=seen["firstPaint"],
        answerable_ms=seen["answerable"],
        first_answer_ms=seen["firstAnswer"],
        runtime_ms=_runtime_ms(seen),
        submit_ms=seen["result"] - seen["submitted"],
        blocking_ms=_blocking_ms(seen["longTasks"]),
        score=seen["score"].strip(),
    )


@contextmanager
def _cold_page(
    browser: Browser, given: Conditions
) -> Iterator[tuple[Page, CDPSession]]:
    """Open a page of a slow phone that has kept nothing of an earlier visit."""
    context = browser.new_context(
        viewport={"width": 360, "height": 740},
        device_scale_factor=2,
        is_mobile=True,
        has_touch=True,
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", _network(given))
    session.send("Emulation.setCPUThrottlingRate", {"rate": given.cpu_slowdown})
    yield page, session
    context.close()


def _network(given: Conditions) -> dict[str, Any]:
    bytes_a_mbit = 1_000_000 / 8
    return {
        "offline": False,
        "latency": given.latency_ms,
        "downloadThroughput": given.download_mbit_s * bytes_a_mbit,
        "uploadThroughput": given.upload_mbit_s * bytes_a_mbit,
    }


def _count_bytes(session: CDPSession) -> list[int]:
    """Collect what each request brings over the wire, headers included."""
    received: list[int] = []
    session.on(
        "Network.loadingFinished",
        lambda event: received.append(event["encodedDataLength"]),
    )
    return received


def _probe(contender: Contender) -> str:
    return f"({PROBE.strip()})({json.dumps(asdict(contender.parts))})"


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
    """Give the time from the first sign of interest, or the page's own, to ready."""
    if "ready" not in seen:
        return None
    return float(seen["ready"] - min(seen["interest"], seen["runtimeRequested"]))


def _blocking_ms(long_tasks: list[tuple[float, float]]) -> float:
    return sum(duration - BLOCKING_FROM_MS for _, duration in long_tasks)
