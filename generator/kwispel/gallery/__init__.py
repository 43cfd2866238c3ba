"""The gallery for authors: every component of every theme, on sample quizzes."""
