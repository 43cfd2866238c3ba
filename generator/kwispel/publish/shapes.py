"""What the files for publishers, hosts and search engines are made from."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from kwispel.model.shapes import Quiz, Site
from kwispel.render.embedding import Hosted
from kwispel.render.theme import Theme
from kwispel.site_files import SHARE_IMAGE

if TYPE_CHECKING:
    from kwispel.core.shapes import Sheet


@dataclass(frozen=True, slots=True)
class Release:
    """A site as it will be published.

    Shape: sheets by the ids of the quizzes; files are the paths in the site of all that
    readers' pages need; heights are those of frames in a column of 360 pixels, by the
    path of the quiz in each language, estimated unless they are measured.
    earlier is the folder of the last build, where there may be one.
    """

    site: Site
    sheets: Mapping[str, Sheet]
    theme: Theme
    files: Collection[str]
    heights: Mapping[str, int]
    earlier: Path | None = None
    is_measured: bool = False

    def hosted(self, quiz: Quiz) -> Hosted:
        """Give where a quiz, in one of its languages, will be found."""
        return Hosted(
            quiz,
            self.site.base_url,
            height_px=self.heights[quiz.path],
            has_card=f"{quiz.path}/{SHARE_IMAGE}" in self.files,
            may_be_framed=self.site.may_be_framed,
        )
