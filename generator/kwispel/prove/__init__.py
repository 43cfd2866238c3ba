"""Proof that the key is right: distributions, bands, worked examples."""
