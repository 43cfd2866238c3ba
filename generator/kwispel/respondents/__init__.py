"""Many respondents at once: a table of answers becomes a table of scores."""
