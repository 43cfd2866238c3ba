"""A browser without a window, and the pages of a site that stands nowhere yet."""
