"""A site whose author means harm: every text that an author can write is an attack."""

from __future__ import annotations

import json
from pathlib import Path

QUIZ = "trap"
LANG = "nl"

ATTACK = (
    "</script></style></title></textarea></template></p>--><!--<script>"
    "<img src=x onerror=window.pwned=1><svg onload=window.pwned=1>"
    "\"' onfocus=window.pwned=1 autofocus x='{{7*7}}{0}"
)
"""Ends whatever it may stand in, and then runs; the template's own signs are in it."""

AS_TEXT = f"`{ATTACK}`"
"""As an author of Markdown gets it past the check: as code, which is text."""

ANSWERS = {"one": "a", "two": "b"}


def plain(name: str) -> str:
    """Give an attack for a field of plain text, in quotes for YAML and TOML."""
    return json.dumps(f"{name} {ATTACK}", ensure_ascii=False)


def quoted(name: str) -> str:
    """Give an attack for a line of Markdown in YAML."""
    return json.dumps(f"{name} {AS_TEXT}", ensure_ascii=False)


_QUIZ = f"""\
---
title: {plain("title")}
description: {plain("description")}
authors: [{plain("author")}]
source: {plain("source")}
licence: {plain("licence")}
updated: 2026-11-22
scope: {quoted("scope")}
score: shared
terms:
  word: {{one: {plain("term")}}}
scales:
  often:
    - [0, {quoted("scale")}]
    - [1, {quoted("scale")}]
perspectives:
  mine: {{title: {plain("perspective")}, intro: {quoted("perspective")}}}
  theirs: {{title: {plain("perspective")}}}
factors:
  care: {{title: {plain("factor")}}}
related:
  - {{title: {plain("related")}, url: "https://example.org/?a=1&b='"}}
contact: {{name: {plain("contact")}, email: ann@example.org}}
reading:
  - {{title: {plain("reading")}, authors: [{plain("writer")}], note: {plain("note")}}}
intended: [no-advice, same-letter]
---
intro {AS_TEXT} {{word}} [link](https://example.org/?a=1&b=2 "{{word}}")

    {ATTACK}
"""

_ONE = f"""\
---
id: one
factor: care
voices: {{theirs: {quoted("voice")}}}
---
stem {AS_TEXT} {{word}}

A note {AS_TEXT}.

- (0) option {AS_TEXT}

  Advice {AS_TEXT} {{word}}.

- (1) another {AS_TEXT}

  Advice {AS_TEXT}.

## Background

Background {AS_TEXT}.
"""

_TWO = "---\nid: two\nfactor: care\nscale: often\n---\nstem {word}\n"

_BANDS = f"""\
What it says {AS_TEXT}.

# Low {AS_TEXT} {{#low}}

Low {AS_TEXT}.

# High {AS_TEXT} {{#high from=1}}

High {AS_TEXT}.
"""

_SCORING = f"""\
def adjust(result: "dict", answers: "dict") -> None:
    result["ledger"].append(
        {{"question": None, "answer": {json.dumps("hook " + ATTACK)}, "value": 0}}
    )
"""

_SITE = f"""\
title = {plain("site")}
lang = "{LANG}"
base_url = "https://example.org/"
[publisher]
name = {plain("publisher")}
url = "https://example.org/?a=1&b='"
"""


def write_hostile(content: Path) -> None:
    """Write the content of the site."""
    files = {
        "site.toml": _SITE,
        f"{QUIZ}/quiz.md": _QUIZ,
        f"{QUIZ}/questions/01-one.md": _ONE,
        f"{QUIZ}/questions/02-two.md": _TWO,
        f"{QUIZ}/advice/total.md": _BANDS,
        f"{QUIZ}/advice/care.md": _BANDS,
        f"{QUIZ}/scoring.py": _SCORING,
    }
    for name, text in files.items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
