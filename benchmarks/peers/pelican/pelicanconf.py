"""Pelican's settings: its own simple theme, its caches, and no feeds."""

SITENAME = "Quizzes"
SITEURL = ""
TIMEZONE = "UTC"
DEFAULT_LANG = "en"
DEFAULT_DATE = (2026, 11, 22)
THEME = "simple"
PATH = "content"
ARTICLE_SAVE_AS = "{slug}/index.html"
ARTICLE_URL = "{slug}/"
DIRECT_TEMPLATES = ()
FEED_ALL_ATOM = None
CATEGORY_FEED_ATOM = None
TRANSLATION_FEED_ATOM = None
AUTHOR_FEED_ATOM = None
AUTHOR_FEED_RSS = None
AUTHOR_SAVE_AS = ""
CATEGORY_SAVE_AS = ""
TAG_SAVE_AS = ""
SLUGIFY_SOURCE = "basename"
CACHE_CONTENT = True
LOAD_CONTENT_CACHE = True
CONTENT_CACHING_LAYER = "generator"
