"""What keeps a whole file of respondents from being scored."""


class Refused(Exception):  # noqa: N818 - it says the event, as BuildFailed does
    """Raised where a file cannot be scored at all; its text is one sentence a line."""
