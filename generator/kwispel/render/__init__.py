"""Pages from quizzes: theme, typed context, templates, strings."""
