"""Fail."""


def start() -> None:
    """Look up what is not there."""
    ages = {"a": 1}
    ages["b"]
