"""What a quiz is, in the words of schema.org, for machines that read pages.

It tells of the quiz as a whole: its questions and answers stand in the page, and none
of them is the right one.
Source: docs/reference/metadata.md; https://schema.org/Quiz.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from markupsafe import Markup

from kwispel.model.shapes import Quiz, Site
from kwispel.render.credit import licence_link
from kwispel.render.policy import json_block

Json = Mapping[str, Any]


def linked_data(quiz: Quiz, site: Site, *, url: str | None, image: str) -> Markup:
    """Describe a quiz in one of its languages as JSON-LD.

    Shape: url and image are whole addresses; None and empty where they are not known.
    """
    known: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": ["Quiz", "LearningResource"],
        "name": quiz.title,
        "description": quiz.description,
        "inLanguage": quiz.lang,
        "url": url,
        "image": image,
        "version": quiz.version,
        "dateModified": quiz.updated.isoformat() if quiz.updated else None,
        "isAccessibleForFree": True,
        "educationalUse": "self-assessment",
        "assesses": [factor.title for factor in quiz.factors],
        "creditText": ", ".join(quiz.authors),
        "license": _licence(quiz.licence),
        "publisher": _publisher(site),
    }
    told = {name: value for name, value in known.items() if value not in (None, "", [])}
    return json_block(json.dumps(told, ensure_ascii=False, separators=(",", ":")))


def _licence(licence: str | None) -> str | Json | None:
    """Give the address of a licence, or where it has none a work of its name."""
    name, url = licence_link(licence)
    return url or (name and {"@type": "CreativeWork", "name": name})


def _publisher(site: Site) -> Json | None:
    if site.publisher is None:
        return None
    named = {"@type": "Organization", "name": site.publisher.name}
    return named | ({"url": site.publisher.url} if site.publisher.url else {})
