"""Brython and kwispel's own Python, made into one small file for the reader."""
