"""A quiz's own `scoring.py`: run in CPython, compiled for browsers, tried in both."""
