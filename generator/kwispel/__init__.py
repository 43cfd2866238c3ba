"""Diagnostic self-tests from Markdown: static pages, exact scores, no server."""

__version__ = "0.1.0"
