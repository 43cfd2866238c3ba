"""Reach, in a way that no compiler can foresee, what the runtime leaves out."""


def start() -> None:
    """Make bytes."""
    getattr("text", "enc" + "ode")()
