"""The runtime in the browser: same results, strict policy, nothing left behind."""

from __future__ import annotations

import importlib.util
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from kwispel.core.outcome import outcome
from kwispel.core.plain import plain
from kwispel.core.replay import replay
from testkit.runtime_page import PROGRAMS, write_program_page
from testkit.static_server import StaticServer
from testkit.vectors import case_differences, vectors
from testkit.watch import Watch

Serve = Callable[..., StaticServer]

SAID = '<pre id="said"></pre>'


def test_both_pythons_say_the_same(tmp_path: Path, serve: Serve, page: Page) -> None:
    """What the core and the page may use of Python works as in CPython."""
    spec = importlib.util.spec_from_file_location("lang", PROGRAMS / "language.py")
    assert spec
    assert spec.loader
    language: Any = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(language)
    write_program_page(tmp_path, "run_language", SAID)

    page.goto(serve(tmp_path).url())

    said = (page.locator("#said").text_content() or "").split("\n")
    assert said == language.lines()


def test_the_compiled_engine_reproduces_every_vector(
    tmp_path: Path, serve: Serve, page: Page
) -> None:
    """What a vector says is what the reader's browser computes, exactly."""
    all_vectors = list(vectors().values())
    data = json.dumps(all_vectors).replace("<", "\\u003c")
    block = f'<script type="application/json" id="vectors">{data}</script>'
    write_program_page(tmp_path, "run_vectors", block + '<pre id="outcomes"></pre>')

    page.goto(serve(tmp_path).url())

    outcomes = json.loads(page.locator("#outcomes").text_content() or "")
    for vector, found in zip(all_vectors, outcomes, strict=True):
        for case, one in zip(vector["cases"], found, strict=True):
            assert case_differences(case, one) == [], vector["rule"]
            assert one == plain(outcome(vector["sheet"], case["answers"]))


def test_the_browser_reads_codes_as_cpython_does(
    tmp_path: Path, serve: Serve, page: Page
) -> None:
    """Codes of the vectors, each with a slip, and texts that are no code at all."""
    chosen = [vector for name, vector in vectors().items() if "codes" in name]
    sheets = [vector["sheet"] for vector in chosen]
    codes = [case["code"] for vector in chosen for case in vector["cases"]]
    codes += [code.lower().replace("-", " ") for code in codes]
    codes += [code[:-1] for code in codes] + [code[1:] for code in codes]
    codes += ["", "-", "<img src=x>", "\u00df" * 9, "\U0001f600", "1" * 5000, "IOLU"]
    data = json.dumps({"sheets": sheets, "codes": codes}).replace("<", "\\u003c")
    block = f'<script type="application/json" id="codes">{data}</script>'
    write_program_page(tmp_path, "run_codes", block + SAID)

    page.goto(serve(tmp_path).url())

    said = json.loads(page.locator("#said").text_content() or "")
    assert said == [[replay(sheet, code) for code in codes] for sheet in sheets]


def test_the_runtime_runs_from_a_file(tmp_path: Path, page: Page) -> None:
    """A page that was opened from a disk works as one from a server."""
    path = write_program_page(tmp_path, "say_hello", SAID)

    page.goto(path.as_uri())

    expect(page.locator("#said")).to_have_text("hello")


def test_the_runtime_runs_in_a_sandboxed_frame(
    tmp_path: Path, serve: Serve, page: Page
) -> None:
    """A frame without an origin, as many publishers make them, is enough."""
    write_program_page(tmp_path, "say_hello", SAID)
    frame = '<!doctype html><iframe sandbox="allow-scripts" src="index.html"></iframe>'
    (tmp_path / "outer.html").write_text(frame, encoding="utf-8")

    page.goto(serve(tmp_path).url("outer.html"))

    expect(page.frame_locator("iframe").locator("#said")).to_have_text("hello")


def test_the_runtime_asks_for_no_file(tmp_path: Path, serve: Serve, page: Page) -> None:
    """Imports find what is in the runtime; nothing is looked for elsewhere."""
    write_program_page(tmp_path, "run_language", SAID)
    server = serve(tmp_path)

    page.goto(server.url())

    expect(page.locator("#said")).to_contain_text("flow: ")
    assert server.asked_for == ["/", "/runtime.js"]


def test_the_runtime_leaves_the_window_as_it_was(
    tmp_path: Path, serve: Serve, page: Page
) -> None:
    """No global is added and none is replaced, not even in what the browser has."""
    page.add_init_script(
        "delete RegExp.escape;"
        "window.globals = () => Object.getOwnPropertyNames(window).sort().join();"
        "window.before = undefined; window.before = globals();"
    )
    write_program_page(tmp_path, "say_hello", SAID)

    page.goto(serve(tmp_path).url())

    expect(page.locator("#said")).to_have_text("hello")
    assert page.evaluate("globals() === before")
    assert page.evaluate("RegExp.escape === undefined")


@pytest.mark.parametrize("language", ["C", ""])
def test_a_browser_without_a_language_is_served(
    language: str, tmp_path: Path, serve: Serve, page: Page
) -> None:
    """A system without a locale calls its language "C", which is no language tag."""
    page.add_init_script(
        "Object.defineProperty(Navigator.prototype, 'language',"
        f"{{ get: () => {json.dumps(language)} }});"
    )
    write_program_page(tmp_path, "say_hello", SAID)

    page.goto(serve(tmp_path).url())

    expect(page.locator("#said")).to_have_text("hello")


OLD_JSON = """
const parse = JSON.parse;
JSON.parse = (text, reviver) =>
  parse(text, reviver && function (key, value) {
    return reviver.call(this, key, value);
  });
"""
"""What browsers had before they let a reviver see the text of a number."""


def numbers_page(folder: Path, json_text: str) -> None:
    """Write a page that reads this JSON."""
    block = f'<script type="application/json" id="data">{json_text}</script>'
    write_program_page(folder, "read_numbers", block + SAID)


def test_json_is_read_as_python(tmp_path: Path, serve: Serve, page: Page) -> None:
    """Null is None, and a whole number is whole however great it is."""
    numbers_page(tmp_path, '{"a": [null, true, 9007199254740993, 2.5, 3.0, "x", {}]}')

    page.goto(serve(tmp_path).url())

    expect(page.locator("#said")).to_have_text(
        "NoneType None, bool True, int 9007199254740993, float 2.5, int 3, str x, "
        "dict {}"
    )


@pytest.mark.parametrize(
    ("json_text", "said"),
    [
        ('{"a": [[2, {"b": 9007199254740993}]]}', "cannot read the numbers"),
        ('{"a": [-9007199254740991]}', "int -9007199254740991"),
    ],
)
def test_an_older_browser_refuses_what_it_would_misread(
    json_text: str, said: str, tmp_path: Path, serve: Serve, page: Page
) -> None:
    """Never a wrong number: from 2 to the power 53 on it would be another."""
    page.add_init_script(OLD_JSON)
    numbers_page(tmp_path, json_text)

    page.goto(serve(tmp_path).url())

    expect(page.locator("#said")).to_contain_text(said)


def test_what_was_left_out_says_so(
    tmp_path: Path, serve: Serve, page: Page, watch: Watch
) -> None:
    """One recognisable error, and never a wrong result."""
    watch.expect("^left out: bytes")
    watch.expect("page error: .*left out of kwispel's runtime: bytes")
    watch.expect("(?s)console error: .*left out of kwispel's runtime: bytes")
    write_program_page(tmp_path, "reach_too_far")

    page.goto(serve(tmp_path).url())


def test_an_error_is_told_with_file_and_function(
    tmp_path: Path, serve: Serve, page: Page, watch: Watch
) -> None:
    """What a reader's console says leads to the function in the source."""
    watch.expect(r'(?s)console error: .*File "fail.py", line \d+, in start.*KeyError')
    watch.expect("page error")
    write_program_page(tmp_path, "fail")

    page.goto(serve(tmp_path).url())
