"""Scoring: imports nothing but itself and runs in both Pythons."""
