"""The behaviour of the page: Python that Brython runs for the reader."""
