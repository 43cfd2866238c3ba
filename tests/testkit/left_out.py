"""Runtimes that leave out what they need, and what a reader sees on a page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from playwright.sync_api import Page, Route

from kwispel.runtime.brackets import closing
from testkit.quiz_page import QuizPage

RUNTIME = re.compile(r"/assets/runtime[^/]*\.js$")
SHAKEN = re.compile(r"/assets/(runtime|more)[^/]*\.js$")
COMPLETE = re.compile(r"/assets/complete[^/]*\.js$")

_REFUSE = re.compile(r"=(?=\w+=>\{(?:(?!=>).)*?left out of kwispel's runtime)")
"""Where the function begins that refuses."""

_CLASS = re.compile(r'\b\w+\("([A-Z]\w+)",(?:\w+|\(\w*\))=>\{')

_SEEN = """
(root) => {
  const page = root.closest("html,kw-html");
  const name = (node) => node && [node.localName, node.id, node.dataset.kw].join(" ");
  const fields = [...root.querySelectorAll("input,textarea,select")];
  const place = root.getRootNode();
  return {
    html: root.outerHTML.replaceAll("><", ">\\n<").split("\\n"),
    fields: fields.map((field) => [field.id, field.checked, field.value].join(" ")),
    focus: name(place.activeElement),
    page: [...page.attributes].map(({name, value}) => `${name}=${value}`),
    title: document.title,
    address: location.href,
    entry: String(history.state),
    entries: history.length,
  };
}
"""


def without(script: str, names: Sequence[str]) -> str:
    """Give a script in which functions of kwispel's Python are left out.

    Shape: names as they stand in the script: "outcome", or "Memory.begin" of a class.
    """
    script = _REFUSE.sub("=globalThis.kwRefuse=", script, count=1)
    for name in names:
        refusal = f'kwRefuse("{name}, for a test")'
        for found in reversed(list(_functions(script, name))):
            at = found.end()
            then = ";" if found[1] else "||"
            script = f"{script[:at]}{refusal}{then}{script[at:]}"
    return script


def _functions(script: str, name: str) -> Iterator[re.Match[str]]:
    """Find the function of a module, or that of a class, by the names of both."""
    owner, _, own = name.rpartition(".")
    starts = [(found[1], found.end()) for found in _CLASS.finditer(script)]
    classes = [(of, start, closing(script, start)) for of, start in starts]
    head = rf'"{own}",(?:\d+|"[^"]*"),(?:\w+|\([\w$,]*\))=>(\{{?)'
    for found in re.finditer(head, script):
        around = [of for of, start, end in classes if start < found.start() < end]
        if around == [owner] * bool(owner):
            yield found


def leave_out(page: Page, *names: str, scripts: re.Pattern[str] = SHAKEN) -> None:
    """Have a page get scripts without these functions, of which each is in one."""

    def cut(route: Route) -> None:
        response = route.fetch()
        route.fulfill(response=response, body=without(response.text(), names))

    page.route(scripts, cut)


def use_complete(page: Page, site: Path) -> None:
    """Have a page of a built site get the complete runtime from the start."""
    (complete,) = site.glob("assets/complete.*.js")
    page.route(RUNTIME, lambda route: route.fulfill(path=complete))


def seen(quiz: QuizPage) -> Any:  # noqa: ANN401 - what is compared, whatever it is
    """Give all that a reader sees, hears or meets of a quiz and the page around it."""
    return quiz.root.evaluate(_SEEN)
