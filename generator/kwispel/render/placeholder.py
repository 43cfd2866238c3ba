"""What stands for a site's address where nobody has told it."""

from __future__ import annotations

PLACEHOLDER_URL = "https://your-site.example/"

NO_BASE_URL = (
    f"Without base_url in site.toml, or --base-url, {PLACEHOLDER_URL} stands for the "
    "address of your site; canonical links, share images, sitemap, feed and oEmbed are "
    "left out, so that a pasted bare address stays a link; and Safari shows a frame as "
    "a page without scripts."
)
"""What an author should know who has not told where the site will be."""
