"""Read content: files, front matter, question and advice files, prose."""
