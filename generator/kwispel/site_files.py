"""What the files of a built site are called, in one place for all who name them.

Publishers' pages, feeds and hosts' settings point to most of them: a name stays.
"""

from __future__ import annotations

PAGE_END = ".html"

OWN = "index.html"
"""The page of a quiz, or of the site, in its folder."""
FRAMED = "embed.html"
"""The page for frames."""
ELEMENT = "element.html"
"""No page, but what a publisher's page shows in itself."""
PUBLISHERS = "embed/index.html"
"""The page for those who want a quiz on a site of theirs, in the quiz's folder."""
OEMBED = "oembed.json"
"""The file beside a quiz's page that says how to show it, for other software."""
SHARE_IMAGE = "card.png"
"""What other sites show beside a link; one beside each page, and at the root."""

LOADER = "embed.js"
ELEMENT_SCRIPT = "element.js"
SITEMAP = "sitemap.xml"
FEED = "feed.xml"
"""The name of the feed, at the root of the site."""

ASSETS = "assets"
"""The folder of files whose names change with what they hold."""
GALLERY = "gallery"

PACKED_ENDS = (".br", ".gz")
"""What the names of compressed files end in, beside the files themselves."""

AT_ROOT = frozenset(
    {OWN, LOADER, ELEMENT_SCRIPT, SITEMAP, FEED, SHARE_IMAGE, ASSETS, GALLERY}
)
"""What stands at the root of a site beside quizzes, for readers to ask for.

Shape: some of it is there only where its author asks for it; what is for hosts alone
begins with a dot or an underscore, which no address in the site does.
"""
