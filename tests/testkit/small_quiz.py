"""A quiz with every part that a page can have, and as few elements as that takes.

axe looks at each element, so a page of ten questions like each other takes it three
times as long, and teaches nothing more. For a radar, which wants five factors, see the
quiz in Arabic; for advice that is unfolded, the project's own.
"""

from __future__ import annotations

from pathlib import Path

SMALL = "klein"
SMALL_STEPS = "klein-stappen"
RELATED = "klantgerichtheid"

_QUIZ = f"""---
title: Hoe werkt u samen?
description: Drie vragen, elk met advies.
licence: CC-BY-4.0
authors: [Noor Voorbeeld]
scope: |
  **Wat deze test laat zien.** Hoe u samenwerkt, zoals u het zelf ziet.
perspectives:
  zelf: {{title: Ikzelf}}
  collega: {{title: Een collega, intro: Denk aan **een** collega.}}
factors:
  vragen: {{title: Vragen}}
  delen: {{title: Delen}}
related: [{RELATED}]
contact: {{name: Noor Voorbeeld, email: noor@example.org}}
reading:
  - {{title: Een boek, authors: [Sami Voorbeeld], note: Uitverkocht.}}
retake: 30
intended: [same-letter, equal-points]
---
Denk aan de laatste week. Lees [meer](https://example.org/meer) als u wilt.
"""

_QUESTION = """---
factor: {factor}
voices: {{collega: "Denkt uw collega aan {name}?"}}
---
Denkt u aan {name}?

- (0) Nooit

  Begin er morgen mee. Zie [de gids](https://example.org/gids).
- (2) Soms

  Doe het vaker. Het helpt.
- (na) Niet van toepassing

Waarom dit telt, staat hier. Bron: *Een boek*.
"""

_ADVICE = """
Wat dit zegt.

# Laag {#laag}

Er is veel te winnen.

# Hoog {#hoog from=HALF}

Er is weinig te winnen.
"""

_FACTORS = {"vragen": "vragen", "delen": "delen", "danken": "delen"}
"""By question."""


def write_small(content: Path) -> None:
    """Write the quiz, as a page and in steps, beside the one that it is related to."""
    _write_small(content / SMALL, "layout: page")
    _write_small(content / SMALL_STEPS, "layout: steps")


def _write_small(folder: Path, layout: str) -> None:
    for part in ("questions", "advice"):
        (folder / part).mkdir(parents=True)
    _write(folder / "quiz.md", _QUIZ.replace("retake", layout + "\nretake"))
    for name, factor in _FACTORS.items():
        text = _QUESTION.format(name=name, factor=factor)
        _write(folder / f"questions/{name}.md", text)
        _write(folder / f"advice/{factor}.md", _ADVICE.replace("HALF", "2"))
    _write(folder / "advice/total.md", _ADVICE.replace("HALF", "4"))


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
