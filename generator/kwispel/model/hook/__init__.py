"""What a quiz's own `scoring.py` says, held against what a hook may use."""
