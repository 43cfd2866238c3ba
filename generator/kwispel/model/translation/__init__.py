"""A quiz in another language, held against its original."""
