"""The texts that a site may take over into its privacy statement, by their names."""

from __future__ import annotations

from dataclasses import dataclass

from kwispel.render.language_embed import EmbedStrings


@dataclass(frozen=True, slots=True, kw_only=True)
class Notices(EmbedStrings):
    """What is true of the tests of a site, a sentence or two for each thing.

    It extends the texts for publishers, because a class with slots has one base.
    """

    notice_stored: str
    notice_kept: str
    notice_linked: str
    notice_framed: str
    notice_shared: str
    notice_hosted: str
